"""Documents set by the typesetter → their outline: ids, titles, whole paragraphs, footnotes, frames."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nghiquyet.extract.model import Document
from nghiquyet.extract.outline import Outline, document_to_outline
from tests.extract.builders import table
from tests.extract.outline.typeset import Sheet

LONG = (
    "Rà soát, sửa đổi, bổ sung các quy định về phân cấp, phân quyền quản lý giữa cấp tỉnh và cấp xã trên địa bàn, "
    "bảo đảm đồng bộ, kịp thời, đúng thẩm quyền và phù hợp với tình hình thực tế của từng địa phương trong tỉnh."
)


def outline(sheet: Sheet | Document) -> Outline:
    return document_to_outline(sheet.document() if isinstance(sheet, Sheet) else sheet)


def texts(found: Outline) -> dict[str, str]:
    return {s.id: "\n".join(p.text for p in s.paragraphs) for s in found.sections}


def titles(found: Outline) -> dict[str, str]:
    return {s.id: s.title.text for s in found.sections}


@pytest.mark.parametrize(("indent", "gap"), [(36.0, 0.0), (36.0, 6.0), (0.0, 6.0)])
def test_labels_nest_and_paragraphs_are_whole(indent: float, gap: float) -> None:
    sheet = Sheet(indent, gap).add("Thực hiện Nghị quyết, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:")
    sheet.add("I. MỤC TIÊU", bold=True).add("1. Mục tiêu chung", bold=True).add(LONG)
    sheet.add("1.1. Mục tiêu cụ thể", bold=True).add(f"(1) {LONG}").add(f"(2) {LONG}")
    sheet.add("II. NHIỆM VỤ", bold=True).add(f"1. {LONG}").add(f"a) {LONG}").add(f"- {LONG}").add(f"b) {LONG}")
    found = outline(sheet)
    assert [s.id for s in found.sections] == [
        "0", "I", "I.1", "I.1.1", "I.1.1.(1)", "I.1.1.(2)", "II", "II.1", "II.1.a", "II.1.b",
    ]  # fmt: skip
    assert titles(found)["I.1"] == "Mục tiêu chung"
    assert titles(found)["I.1.1.(1)"] == ""
    assert texts(found)["I.1.1.(2)"] == LONG
    assert texts(found)["II.1.a"] == f"{LONG}\n- {LONG}"


def test_levels_and_parents_follow_the_labels() -> None:
    found = outline(Sheet().add("I. NỘI DUNG", bold=True).add(f"1. {LONG}").add(f"a) {LONG}"))
    assert [(s.level, s.parent) for s in found.sections] == [(1, None), (2, "I"), (3, "I.1")]


def test_a_paragraph_goes_on_over_the_page_and_around_its_footnote() -> None:
    sheet = Sheet().add("I. NỘI DUNG", bold=True)
    sheet.top = 745.0
    sheet.add(f"Chuyển đổi xe mô tô tại khu vực nội thị thành phố ^1 {LONG}")
    sheet.notes = {}
    first = sheet.page
    sheet.page = 1
    sheet.note("1 Gồm 05 phường: Hồng Bàng, Ngô Quyền.")
    sheet.page = first
    found = outline(sheet)
    assert texts(found)["I"] == f"Chuyển đổi xe mô tô tại khu vực nội thị thành phố {LONG}"
    assert found.sections[0].notes == ("Gồm 05 phường: Hồng Bàng, Ngô Quyền.",)
    assert found.sections[0].paragraphs[0].notes[0].offset == len("Chuyển đổi xe mô tô tại khu vực nội thị thành phố")


def test_a_power_is_no_footnote() -> None:
    found = outline(Sheet().add("I. NỘI DUNG", bold=True).add("Xây dựng 20 km ^2 đường giao thông nông thôn mới."))
    assert texts(found)["I"] == "Xây dựng 20 km2 đường giao thông nông thôn mới."


def test_an_uncalled_footnote_stays_with_its_page() -> None:
    found = outline(Sheet().add("I. NỘI DUNG", bold=True).add(LONG).note("3 Chú thích không có dấu."))
    assert found.sections[0].notes == ("Chú thích không có dấu.",)


def test_bold_words_before_a_colon_are_a_heading() -> None:
    sheet = Sheet().add("I. TỔ CHỨC", bold=True)
    start = len(sheet.lines)
    sheet.add("1. Sở Nội vụ: Chủ trì tham mưu, tổng hợp, báo cáo Ủy ban nhân dân tỉnh.")
    line = sheet.lines[start]
    sheet.lines[start] = replace(line, words=tuple(replace(w, bold=i < 4) for i, w in enumerate(line.words)))
    found = outline(sheet)
    assert titles(found)["I.1"] == "Sở Nội vụ:"
    assert texts(found)["I.1"] == "Chủ trì tham mưu, tổng hợp, báo cáo Ủy ban nhân dân tỉnh."


def test_a_number_repeated_by_mistake_is_told_apart() -> None:
    found = outline(Sheet().add("I. NỘI DUNG", bold=True).add(f"1. {LONG}").add(f"2. {LONG}").add(f"2. {LONG}"))
    assert [s.id for s in found.sections] == ["I", "I.1", "I.2", "I.2-2"]
    assert [s.repeated for s in found.sections] == [False, False, False, True]


def test_letters_may_skip_their_stroked_d_and_i_is_a_letter_behind_h() -> None:
    sheet = Sheet().add("I. NỘI DUNG", bold=True)
    for letter in "abcdeghi":
        sheet.add(f"{letter}) {LONG}")
    assert [s.id for s in outline(sheet).sections][1:] == [f"I.{c}" for c in "abcdeghi"]


def test_a_chapter_s_title_goes_on_in_capitals_whatever_their_weight() -> None:
    sheet = Sheet().add("Chương II", "centre", bold=True).add("PHÂN CẤP, CẮT GIẢM THUỘC PHẠM VI", "centre", bold=True)
    sheet.add("CỦA BỘ CÔNG THƯƠNG", "centre").add("Điều 3. Phân cấp", bold=True).add(LONG)
    assert titles(outline(sheet))["Chương II"] == "PHÂN CẤP, CẮT GIẢM THUỘC PHẠM VI CỦA BỘ CÔNG THƯƠNG"


def test_a_heading_in_capitals_goes_on_in_the_next_line_though_the_first_is_short() -> None:
    sheet = Sheet().add("II. NHIỆM VỤ").add("TRONG QUÝ II NĂM 2026").add("1. Đẩy mạnh giải ngân").add(LONG)
    assert titles(outline(sheet))["II"] == "NHIỆM VỤ TRONG QUÝ II NĂM 2026"
    sentence = Sheet().add("II. NHIỆM VỤ").add("Rà soát các dự án chậm tiến độ.").add("1. Đẩy mạnh giải ngân").add(LONG)
    assert titles(outline(sentence))["II"] == "NHIỆM VỤ"


def test_chapters_take_their_title_from_the_next_line() -> None:
    sheet = Sheet().add("Chương I", "centre", bold=True).add("QUY ĐỊNH CHUNG", "centre", bold=True)
    sheet.add("Điều 1. Phạm vi điều chỉnh", bold=True).add(LONG).add("Điều 2. Đối tượng áp dụng", bold=True).add(LONG)
    found = outline(sheet)
    assert [s.id for s in found.sections] == ["Chương I", "Chương I.Điều 1", "Chương I.Điều 2"]
    assert titles(found)["Chương I"] == "QUY ĐỊNH CHUNG"


def test_an_article_of_a_decision_is_a_sentence_though_it_is_bold() -> None:
    found = outline(Sheet().add("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thực hiện.", bold=True))
    assert titles(found)["Điều 1"] == ""


def letterhead(sheet: Sheet) -> Sheet:
    top = sheet.top
    sheet.add("TỈNH HÀ NAM", "left")
    sheet.top = top
    sheet.add("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "right", size=9.0)
    return sheet


def test_end_matter_and_letterhead_stand_in_section_0() -> None:
    sheet = letterhead(Sheet()).add("KẾ HOẠCH", "centre", bold=True)
    sheet.add("I. NỘI DUNG", bold=True).add(f"{LONG[:-1]}./.")
    top = sheet.top
    sheet.add("Nơi nhận:", "left", size=10.0)
    sheet.add("- Các sở, ban, ngành;", "left", size=10.0)
    sheet.top = top
    sheet.add("KT. CHỦ TỊCH", "right", bold=True)
    found = outline(sheet)
    assert [s.id for s in found.sections] == ["0", "I"]
    assert texts(found)["I"].endswith("./.")
    assert {"TỈNH HÀ NAM", "KẾ HOẠCH", "Nơi nhận:", "- Các sở, ban, ngành;", "KT. CHỦ TỊCH"} <= set(
        texts(found)["0"].split("\n")
    )


def test_an_enclosed_plan_keeps_bare_ids_and_an_appendix_is_marked() -> None:
    sheet = Sheet().add("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thực hiện.").add("Nơi nhận:", "left")
    sheet.turn().add("KẾ HOẠCH", "centre", bold=True).add("I. MỤC TIÊU", bold=True).add(LONG)
    sheet.turn().add("Phụ lục II", "centre", bold=True).add("DANH MỤC NHIỆM VỤ", "centre", bold=True)
    sheet.add("(Kèm theo Quyết định số 12/QĐ-UBND)", "centre").add("I. NHÓM THỨ NHẤT", bold=True).add(f"1. {LONG}")
    found = outline(sheet)
    assert [s.id for s in found.sections] == ["0", "Điều 1", "I", "PL2:0", "PL2:I", "PL2:I.1"]
    appendix = found.sections[3]
    assert (appendix.label, appendix.title.text) == ("Phụ lục II", "DANH MỤC NHIỆM VỤ")


def test_words_of_an_appendix_in_a_sentence_open_none() -> None:
    sheet = Sheet().add("I. NỘI DUNG", bold=True)
    sheet.add(f"{LONG} Phân công nhiệm vụ theo Phụ lục I; các nội dung khác theo Phụ lục II kèm theo Kế hoạch này.")
    assert [s.id for s in outline(sheet).sections] == ["I"]


def test_rows_of_a_table_are_passages_of_its_section() -> None:
    sheet = Sheet().add("I. CHỈ TIÊU", bold=True).add("Các chỉ tiêu như sau:")
    rows = table([["1", "Tỷ lệ hộ nghèo"], ["2", "Thu nhập"]], headings=("TT", "Chỉ tiêu"), top=300.0)
    found = outline(sheet.document((rows,)))
    assert [p.text for p in found.sections[0].paragraphs if p.table == 0][-2:] == ["1\tTỷ lệ hộ nghèo", "2\tThu nhập"]


SENTENCE = st.lists(
    st.sampled_from("rà soát kế hoạch của các đơn vị trong tỉnh bảo đảm đúng tiến độ".split()), min_size=3, max_size=60
)


@given(bodies=st.lists(SENTENCE, min_size=1, max_size=12), indent=st.sampled_from([0.0, 36.0]))
@settings(max_examples=60, deadline=None)
def test_every_numbered_paragraph_comes_back_whole(bodies: list[list[str]], indent: float) -> None:
    sheet = Sheet(indent, 6.0).add("I. NỘI DUNG", bold=True)
    sentences = [f"Tổ chức {' '.join(words)}." for words in bodies]
    for number, sentence in enumerate(sentences, start=1):
        sheet.add(f"{number}. {sentence}")
    found = outline(sheet)
    assert [s.id for s in found.sections] == ["I", *(f"I.{n}" for n in range(1, len(bodies) + 1))]
    assert [p.text for s in found.sections[1:] for p in s.paragraphs] == sentences


@given(bodies=st.lists(SENTENCE, min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_no_word_is_lost_or_doubled(bodies: list[list[str]]) -> None:
    sheet = Sheet().add("I. NỘI DUNG", bold=True)
    for words in bodies:
        sheet.add("- " + " ".join(words))
    document = sheet.document()
    printed = sorted(w.text for line in document.lines for w in line.words)
    assert sorted(w.text for s in outline(document).sections for w in s.words) == printed
