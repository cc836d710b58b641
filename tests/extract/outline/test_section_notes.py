"""Footnotes that the page set apart, that it could not hold, and small print that is none."""

from __future__ import annotations

from nghiquyet.extract.model import Line
from nghiquyet.extract.outline.section_notes import split_notes
from tests.extract.builders import word, words
from tests.extract.outline.typeset import Sheet

BODY = "Ủy ban nhân dân tỉnh đã ban hành nhiều văn bản chỉ đạo thực hiện các nhiệm vụ trên địa bàn tỉnh."


def small(text: str, top: float, page: int, mark: str = "") -> Line:
    raised = [word(mark, 80.0, top, page, size=6.0, raised=True)] if mark else []
    return Line((*raised, *words(text, 90.0, top, page, size=9.0)))


def test_a_note_larger_than_its_page_goes_on_at_the_foot_of_the_next() -> None:
    sheet = Sheet().add(BODY)
    sheet.lines.append(small("Trước sáp nhập: tỉnh đã ban hành Kế hoạch số 12 và các văn bản về", 200.0, 1, "2"))
    sheet.turn().add(BODY)
    sheet.lines.append(small("cải cách hành chính năm 2025.", 700.0, 2))
    kept, notes = split_notes(sheet.document())
    assert [n.text for n in notes] == [
        "Trước sáp nhập: tỉnh đã ban hành Kế hoạch số 12 và các văn bản về cải cách hành chính năm 2025."
    ]
    assert all(line.words[0].size == 12.0 for line in kept)


def test_recipients_in_small_print_are_no_notes() -> None:
    sheet = Sheet().add(BODY).add("Nơi nhận:", "left", size=10.0).add("- Như trên;", "left", size=10.0)
    kept, notes = split_notes(sheet.document())
    assert notes == ()
    assert len(kept) == len(sheet.lines)


def test_each_mark_opens_a_note() -> None:
    sheet = Sheet().add(BODY).note("1 Công văn thứ nhất.").note("2 Công văn thứ hai.")
    _, notes = split_notes(sheet.document())
    assert [(n.mark, n.text) for n in notes] == [("1", "Công văn thứ nhất."), ("2", "Công văn thứ hai.")]
