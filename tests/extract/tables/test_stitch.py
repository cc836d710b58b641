from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.model import Line, Table, TableFragment
from nghiquyet.extract.tables.continuation.fragment_joins import border_agreement
from nghiquyet.extract.tables.stitch import stitch
from tests.extract.as_recognised import recognised_fragment
from tests.extract.builders import fragment, line, texts

HEADINGS = ["TT", "Nhiệm vụ", "Thời hạn", "Chủ trì"]
NUMBERS = ["(1)", "(2)", "(3)", "(4)"]
ONE = ["1", "Lập quy hoạch", "Năm 2027", "Sở Xây dựng"]
TWO = ["2", "Ban hành cơ chế", "Năm 2026", "Sở Tài chính"]
THREE = ["3", "Tổ chức đào tạo", "Hằng năm", "Sở Nội vụ"]

Placed = tuple[TableFragment, Sequence[Line]]


def stitched(*placed: TableFragment | Placed) -> tuple[Table, ...]:
    pairs = [(p, ()) if isinstance(p, TableFragment) else (p[0], tuple(p[1])) for p in placed]
    return stitch(pairs)


def test_a_table_that_goes_on_without_its_heading_is_one() -> None:
    (table,) = stitched(fragment([HEADINGS, ONE, TWO]), fragment([THREE], page=2))
    assert texts(table) == [ONE, TWO, THREE]
    assert table.pages == (1, 2)
    assert table.headings == tuple((h,) for h in HEADINGS)
    assert table.joins[0].confidence >= 0.9


@pytest.mark.parametrize("again", [[HEADINGS, NUMBERS], [NUMBERS]], ids=["both", "numbers"])
def test_a_repeated_heading_is_no_content(again: list[list[str]]) -> None:
    (table,) = stitched(fragment([HEADINGS, NUMBERS, ONE]), fragment([*again, TWO], page=2))
    assert texts(table) == [ONE, TWO]


def test_a_heading_repeated_where_the_first_has_no_column_numbers() -> None:
    (table,) = stitched(fragment([HEADINGS, ONE]), fragment([HEADINGS, TWO], page=2))
    assert texts(table) == [ONE, TWO]
    assert table.joins[0].confidence >= 0.99
    assert len(table.header_lines) == 8


def test_another_heading_begins_another_table() -> None:
    other = ["TT", "Họ và tên", "Chức vụ", "Phân công"]
    first, second = stitched(
        fragment([HEADINGS, ONE]), fragment([other, ["1", "Lê Văn A", "Giám đốc", "Chung"]], page=2)
    )
    assert (len(first.rows), len(second.rows)) == (1, 1)


def test_text_between_parts_tables_and_is_the_caption_of_the_second() -> None:
    caption = line("Phụ lục II")
    tables = stitched(fragment([HEADINGS, ONE]), (fragment([TWO], page=2), [caption]))
    assert [t.caption for t in tables] == [(), (caption,)]


def test_a_page_without_the_table_parts_tables() -> None:
    assert len(stitched(fragment([HEADINGS, ONE]), fragment([TWO], page=3))) == 2


def test_other_columns_make_another_table_unless_the_numbers_go_on() -> None:
    other = [30.0, 200.0, 80.0, 50.0]
    first = fragment([HEADINGS, ONE])
    (table,) = stitched(first, fragment([TWO], page=2, widths=other))
    assert texts(table) == [ONE, TWO]
    for row in (ONE, ["x", *TWO[1:]], ["7", *TWO[1:]]):
        assert len(stitched(first, fragment([row], page=2, widths=other))) == 2
    assert len(stitched(first, fragment([TWO[:3]], page=2, widths=[30, 200, 130]))) == 2


@pytest.mark.parametrize("widths", [[88.0] * 4, [130.0] * 4], ids=["narrower", "landscape"])
def test_a_table_set_narrower_or_wider_on_the_next_page_is_one(widths: list[float]) -> None:
    (table,) = stitched(fragment([HEADINGS, ONE]), fragment([TWO], page=2, widths=widths))
    assert texts(table) == [ONE, TWO]


def test_columns_go_by_their_headings_where_these_are_repeated() -> None:
    five = fragment([[*HEADINGS, "Ghi chú"], [*ONE, ""]], widths=[40, 130, 70, 70, 50])
    (table,) = stitched(five, fragment([HEADINGS, TWO], page=2, widths=[30, 160, 90, 80]))
    assert [cell.text for cell in table.rows[1].cells[:4]] == TWO


def test_margins_mirrored_or_slightly_off_make_no_other_table() -> None:
    parts = fragment([HEADINGS, ONE]), fragment([TWO], page=2, left=80, widths=[91, 89, 90.5, 90])
    assert len(stitched(*parts)) == 1


def test_parts_of_one_page_are_one_table_only_close_together() -> None:
    first = fragment([HEADINGS, ONE])
    near = fragment([TWO], top=first.bbox[3] + 8)
    far = fragment([TWO], top=first.bbox[3] + 60)
    assert len(stitched(first, near)) == 1
    assert len(stitched(first, far)) == 2


def test_an_empty_column_that_vanished_on_a_page_makes_no_other_table() -> None:
    five = fragment([[*HEADINGS, "Phân công"], [*ONE, ""]], widths=[90] * 5)
    (table,) = stitched(five, fragment([TWO], page=2, widths=[90, 90, 90, 180]))
    assert [c.text for c in table.rows[1].cells][:4] == TWO
    assert table.rows[1].cells[4].columns == (3, 5)


def test_a_first_row_of_small_numbers_is_no_row_of_column_numbers() -> None:
    scores = ["1", "5", "3", "2"]
    (table,) = stitched(fragment([HEADINGS, ONE]), fragment([scores, TWO], page=2))
    assert texts(table) == [ONE, scores, TWO]


def test_no_fragment_no_table() -> None:
    assert stitched() == ()


WIDTHS = st.lists(st.floats(20, 200), min_size=2, max_size=8)


@given(WIDTHS, st.floats(-40, 40))
def test_the_same_columns_agree_wherever_they_stand(widths: list[float], shift: float) -> None:
    a = fragment([["x"] * len(widths)], widths=widths)
    b = fragment([["x"] * len(widths)], widths=widths, left=50 + shift)
    assert border_agreement(a, b) == border_agreement(b, a) == 1.0


@given(WIDTHS, WIDTHS)
def test_agreement_is_a_share(one: list[float], two: list[float]) -> None:
    a, b = (fragment([["x"] * len(w)], widths=w) for w in (one, two))
    assert 0 <= border_agreement(a, b) <= 1


@given(st.lists(st.integers(1, 5), min_size=1, max_size=4))
def test_every_row_is_there_once_in_order(sizes: list[int]) -> None:
    numbers = iter(range(1, 100))
    parts = []
    for page, size in enumerate(sizes, start=1):
        rows = [[str(next(numbers)), "Lập quy hoạch", "Năm 2027", "Sở Xây dựng"] for _ in range(size)]
        parts.append(fragment([HEADINGS, *rows], page=page))
    (table,) = stitched(*parts)
    assert [row.cells[0].text for row in table.rows] == [str(n + 1) for n in range(sum(sizes))]


LOST = ["TT", "Nhiệm", "XLIEU", "Chủ trì"]


def test_a_recognised_heading_that_lost_words_is_the_same_over_the_same_columns() -> None:
    first, later = fragment([HEADINGS, ONE]), fragment([LOST, TWO], page=2)
    (table,) = stitched(recognised_fragment(first), recognised_fragment(later))
    assert texts(table) == [ONE, TWO]
    assert len(stitched(first, later)) == 2 or texts(stitched(first, later)[0]) != [ONE, TWO]


def test_a_heading_lost_on_the_first_page_is_the_next_ones() -> None:
    first, later = fragment([LOST, ONE]), fragment([HEADINGS, TWO], page=2)
    (table,) = stitched(recognised_fragment(first), recognised_fragment(later))
    assert [h[-1] for h in table.headings] == HEADINGS


def test_ink_of_the_back_page_between_two_pages_parts_no_table() -> None:
    first, later = fragment([HEADINGS, ONE]), fragment([TWO], page=2)
    blot = line("1V” tiep", confidence=0.4)
    assert len(stitched(first, (later, [blot, line("X", confidence=0.95), line("4", confidence=0.9)]))) == 1
    for text in (line("Biểu 2", confidence=0.9), line("Phụ lục thứ hai x", confidence=0.9)):
        assert len(stitched(first, (later, [text]))) == 2


@pytest.mark.parametrize("remark", ["(Xem tiếp trang sau)", "4", "1V” tiep", "* Số liệu tính đến ngày 31/12/2025"])
def test_a_line_of_ink_between_two_pages_parts_no_table(remark: str) -> None:
    assert len(stitched(fragment([HEADINGS, ONE]), (fragment([TWO], page=2), [line(remark)]))) == 1
    again = fragment([HEADINGS, TWO], page=2)
    assert len(stitched(fragment([HEADINGS, ONE]), (again, [line(remark), line("(tiếp theo)")]))) == 1


@pytest.mark.parametrize("title", ["PHỤ LỤC II", "Phụ lục 2", "II. NHIỆM VỤ CỦA CÁC XÃ", "DANH MỤC NHIỆM VỤ"])
def test_a_title_parts_tables_however_alike_they_are(title: str) -> None:
    assert len(stitched(fragment([HEADINGS, ONE]), (fragment([HEADINGS, TWO], page=2), [line(title)]))) == 2
    assert len(stitched(fragment([HEADINGS, ONE]), (fragment([TWO], page=2), [line(title)]))) == 2


def test_a_text_between_parts_tables_without_a_heading_of_their_own() -> None:
    text = [line(f"Căn cứ tình hình thực tế, các đơn vị chủ động thực hiện phần việc {n} của mình") for n in range(5)]
    assert len(stitched(fragment([HEADINGS, ONE]), (fragment([TWO], page=2), text))) == 2


def test_recognised_headings_that_ran_together_are_parted_by_the_columns() -> None:
    together = [HEADINGS[0], f"{HEADINGS[1]} {HEADINGS[2]}", "<", HEADINGS[3]]
    widths = (90, 50, 90, 90)
    (table,) = stitched(recognised_fragment(fragment([together, ONE], widths=widths)))
    assert [h[-1] for h in table.headings] == HEADINGS
    assert [h[-1] for h in stitched(fragment([together, ONE], widths=widths))[0].headings] != HEADINGS
    one = recognised_fragment(fragment([[HEADINGS[0], HEADINGS[1], "<", HEADINGS[3]], ONE], widths=widths))
    assert [h[-1] for h in stitched(one)[0].headings] == [HEADINGS[0], HEADINGS[1], HEADINGS[1], HEADINGS[3]]


def test_a_title_printed_again_with_its_heading_parts_no_table() -> None:
    above = [line("PHỤ LỤC"), line("BẢNG PHÂN CÔNG NHIỆM VỤ")]
    first, later = fragment([HEADINGS, ONE]), fragment([HEADINGS, TWO], page=2)
    assert len(stitched((first, above), (later, above[1:]))) == 1
    assert len(stitched((first, above), (later, [line("BẢNG PHÂN CÔNG CÁN BỘ")]))) == 2
    footnote = line("1 Bao gồm cả nội dung chuyển tiếp.")
    assert len(stitched((first, above), (later, [footnote, *above[1:]]))) == 1
    assert len(stitched((first, above), (later, [above[1], line("II. CÁC NHIỆM VỤ KHÁC")]))) == 2
    assert len(stitched((first, above), (fragment([TWO], page=2), above[1:]))) == 2
