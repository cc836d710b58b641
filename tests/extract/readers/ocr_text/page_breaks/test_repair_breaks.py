"""Each breakage is mended, and what only looks like one is left as it is."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from nghiquyet.extract.readers.ocr_text.page_breaks.column_senses import column_senses
from nghiquyet.extract.readers.ocr_text.page_breaks.repair_breaks import mend_breaks
from tests.extract.readers.ocr_text.build import HEADINGS, WHOLE, doubted, mended, rows, witness

NEXT = "7 | Xây dựng nền tảng số | Nền tảng được vận hành | Năm 2028 | Sở Khoa học và Công nghệ | Sở Tài chính"


def cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.split("|")]


def test_a_rest_before_the_next_row_s_text_is_given_back() -> None:
    found, repairs = mended(
        "6 | Phát triển cảng | Giảm thời gian chờ và giảm phát thải | Năm 2027 | Sở Xây dựng | Sở Tài chính",
        "7 | Xây dựng nền tảng số | hướng tới vận hành xanh của cảng Xây dựng nền tảng dùng chung | Năm 2028 | "
        "Sở Khoa học và Công nghệ | Sở Y tế",
    )
    assert found[0][2] == "Giảm thời gian chờ và giảm phát thải hướng tới vận hành xanh của cảng"
    assert found[1][2] == "Xây dựng nền tảng dùng chung"
    assert [r.kind for r in repairs] == ["glued"]


def test_a_whole_cell_with_capitals_in_it_is_left() -> None:
    last = "6 | Phát triển cảng | Giảm thời gian chờ | Năm 2027 | Sở Xây dựng | Sở Tài chính"
    below = NEXT.replace("Nền tảng được", "Nền tảng Quản lý Cảng được")
    found, repairs = mended(last, below)
    assert found == [cells(last), cells(below)]
    assert repairs == ()


def test_a_rest_in_a_row_of_its_own_is_joined() -> None:
    found, repairs = mended(
        "6 | Phát triển cảng biển theo hướng | Đề án | Năm 2027 | Sở Xây dựng | Sở Nông nghiệp và",
        " | xanh và thông minh | | | | Môi trường",
        NEXT,
    )
    assert found[0][1] == "Phát triển cảng biển theo hướng xanh và thông minh"
    assert found[0][5] == "Sở Nông nghiệp và Môi trường"
    assert found[1] == cells(NEXT)
    assert {r.kind for r in repairs} == {"rejoined"}


def test_an_unnumbered_row_of_its_own_is_no_rest() -> None:
    last = "6 | Phát triển cảng biển | Đề án | Năm 2027 | Sở Xây dựng | Sở Tài chính"
    own = " | Mở tuyến vận tải mới | Báo cáo kết quả | Quý II/2027 | Sở Nội vụ | Sở Tài chính"
    found, _ = mended(last, own, NEXT)
    assert found[:2] == [cells(last), cells(own)]


def test_a_rest_in_the_wrong_column_goes_to_the_name_that_it_completes() -> None:
    found, repairs = mended(
        "6 | Điện gió ngoài khơi | Đề án | Năm 2027 | Sở Công Thương | Sở Tài chính, đặc khu Bạch",
        " | | | | Long Vĩ | ",
        NEXT,
        elsewhere=["Phát triển dự án điện gió tại Bạch Long Vĩ", "đặc khu Bạch Long Vĩ"],
    )
    assert found[0][4] == "Sở Công Thương"
    assert found[0][5] == "Sở Tài chính, đặc khu Bạch Long Vĩ"
    assert "misplaced" in {r.kind for r in repairs}


def test_the_next_row_s_agencies_in_the_row_above_are_given_back() -> None:
    found, repairs = mended(
        "6 | Phát triển cảng biển theo hướng | Đề án | Năm 2027 | Sở Xây dựng | Sở Tài chính",
        " | xanh và thông minh | | | | Sở Nội vụ; Sở Y tế",
        "7 | Xây dựng nền tảng số | Nền tảng được vận hành | Năm 2028 | Sở Khoa học và Công nghệ | ",
    )
    assert found[0][5] == "Sở Tài chính"
    assert found[1][5] == "Sở Nội vụ; Sở Y tế"
    assert "lifted" in {r.kind for r in repairs}


def test_agencies_behind_those_of_the_row_above_are_given_back() -> None:
    found, _ = mended(
        "6 | Phát triển cảng | Đề án | Năm 2027 | Sở Xây dựng | Sở Tài chính Sở Nội vụ; Sở Y tế",
        "7 | Xây dựng nền tảng số | Nền tảng được vận hành | Năm 2028 | Sở Khoa học và Công nghệ | ",
    )
    assert found[0][5] == "Sở Tài chính"
    assert found[1][5] == "Sở Nội vụ; Sở Y tế"


def test_an_empty_cell_that_is_usually_filled_is_doubted_and_nothing_is_made_up() -> None:
    last = "6 | Phát triển cảng | Đề án | Năm 2027 | Sở Xây dựng | Sở Tài chính"
    below = "7 | Xây dựng nền tảng số | Nền tảng được vận hành | Năm 2028 | Sở Khoa học và Công nghệ | "
    found, _ = mended(last, below)
    assert found == [cells(last), cells(below)]
    assert doubted(last, below)[1][5]


def test_a_doubled_tail_is_dropped() -> None:
    found, repairs = mended(
        "6 | Phát triển du lịch | Đề án | Năm 2027 | Sở Văn hóa, Thể thao và Du lịch | Sở Nông nghiệp và",
        " | | | | Du lịch | Môi trường",
        NEXT,
    )
    assert found[0][4] == "Sở Văn hóa, Thể thao và Du lịch"
    assert "doubled" in {r.kind for r in repairs}


def test_two_rows_with_the_same_agencies_are_no_doubled_tail() -> None:
    last = "6 | Phát triển cảng | Đề án | Năm 2027 | Sở Xây dựng | Sở Tài chính; Sở Y tế"
    below = NEXT.replace("| Sở Tài chính", "| Sở Y tế; Sở Nội vụ")
    found, repairs = mended(last, below)
    assert found == [cells(last), cells(below)]
    assert repairs == ()


def test_a_cut_name_whose_first_word_is_printed_again_is_whole() -> None:
    found, _ = mended(
        "6 | Khu công nghiệp sinh thái | Đề án | Năm 2027 | Sở Xây dựng | Sở Tài chính, Sở Công",
        "7 | Xây dựng nền tảng số | Nền tảng được vận hành | Năm 2028 | Sở Nội vụ | Sở Thương, Sở Y tế Sở Nội vụ",
    )
    assert found[0][5] == "Sở Tài chính, Sở Công Thương, Sở Y tế"
    assert found[1][5] == "Sở Nội vụ"


def test_words_of_a_bracket_are_put_into_the_order_that_they_have_elsewhere() -> None:
    whole = "tại 05 phường (Hồng Bàng, Ngô Quyền, Gia Viên, Lê Chân, An Biên)"
    found, repairs = mended(
        f"6 | Đổi xe máy {whole} | Đề án | Năm 2027 | Sở Xây dựng | 05 phường (Hồng Bàng, Ngô Quyền, Gia Viên, Lê",
        " | | | | | Chân, Biên) An",
        NEXT,
    )
    assert found[0][5] == "05 phường (Hồng Bàng, Ngô Quyền, Gia Viên, Lê Chân, An Biên)"
    assert "reordered" in {r.kind for r in repairs}


def test_a_bracket_in_order_stays() -> None:
    found, repairs = mended(
        "6 | Chuyển đổi xe máy tại các phường An Biên, Lê Chân | Đề án | Năm 2027 | Sở Xây dựng | 02 phường (Lê",
        " | | | | | Chân, An Biên)",
        NEXT,
    )
    assert found[0][5] == "02 phường (Lê Chân, An Biên)"
    assert "reordered" not in {r.kind for r in repairs}


def test_a_lost_word_leaves_a_doubt() -> None:
    flags = doubted(
        "6 | Phát triển cảng | Đề án | Năm 2027 | Sở Xây dựng | Sở Văn hóa, Thể",
        " | | | | | và Du lịch",
        NEXT,
    )
    assert flags[0][5]


def test_a_rest_that_two_columns_could_own_doubts_both() -> None:
    flags = doubted(
        "6 | Phát triển kinh tế vùng | Đề án được duyệt | Năm 2027 | Sở Xây dựng | Sở Tài chính",
        " | ven biển | | | | ",
        NEXT,
    )
    assert flags[0][1]
    assert flags[0][2]


def test_a_whole_date_behind_a_whole_date_is_the_next_row_s() -> None:
    last = "6 | Phát triển cảng | Đề án | Tháng 12/2027 | Sở Xây dựng | Sở Tài chính"
    assert mended(last, NEXT)[0] == [cells(last), cells(NEXT)]


def test_a_cut_date_is_whole() -> None:
    found, _ = mended(
        "6 | Phát triển cảng biển theo hướng | Đề án | Tháng | Sở Xây dựng | Sở Tài chính",
        " | xanh | | 12/2027 | | ",
        NEXT,
    )
    assert found[0][3] == "Tháng 12/2027"


@given(at=st.integers(1, len(WHOLE) - 1))
@settings(max_examples=10, deadline=None)
def test_rows_that_no_page_end_cut_come_out_as_they_are(at: int) -> None:
    pieces = [rows(WHOLE[:at]), rows(WHOLE[at:], 2)]
    senses = column_senses(pieces, HEADINGS)
    found, _ = mend_breaks(pieces, senses, witness(*WHOLE))
    assert [r.texts for r in found] == [r.texts for piece in pieces for r in piece]


@given(st.lists(st.sampled_from(WHOLE[0].split() + NEXT.split() + ["và", "(", ")", ""]), max_size=40), st.booleans())
@settings(max_examples=40, deadline=None)
def test_no_word_is_lost_but_one_that_stands_twice(words: list[str], numbered: bool) -> None:
    text = " ".join(w for w in words if w != "|")
    third = len(text) // 3
    below = f"{'6' if numbered else ''} | {text[:third]} | {text[third : 2 * third]} | | {text[2 * third :]} | "
    pieces = [rows(WHOLE), rows([below, NEXT], 2)]
    senses = column_senses(pieces, HEADINGS)
    found, _ = mend_breaks(pieces, senses, witness(*WHOLE))
    before = Counter(w for piece in pieces for r in piece for t in r.texts for w in t.split())
    after = Counter(w for r in found for t in r.texts for w in t.split())
    assert set(before) == set(after)
    assert not after - before
