"""What is drawn on a page: words by confidence, edges by source, rows, joins."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from nghiquyet.drawing.marks import Mark, styles
from nghiquyet.drawing.page_to_marks import page_to_heading, page_to_marks, parts_on
from nghiquyet.extract.decisions.decision import Decision, Evidence, Spot, Subject
from nghiquyet.extract.model import Document, Page, Ruling, Word
from nghiquyet.meaning import Meaning
from tests.extract.builders import line, table, word
from tests.output import build

HEADINGS = ("TT", "Nhiệm vụ", "Thời hạn")
ROWS = [["1", "Lập quy hoạch", "2026"], ["2", "Rà soát", "2027"]]


def meaning(page: Page, *decisions: Decision, medium: Any = "born_digital", tables: Any = ()) -> Meaning:
    document = Document("a.pdf", "", medium, (page,), (), tables)
    return Meaning(build.resolution(), document, decisions)


def page(*words: Word, rulings: tuple[Ruling, ...] = ()) -> Page:
    return Page(1, 595.0, 842.0, words, rulings)


def styles_of(marks: tuple[Mark, ...]) -> Counter[str]:
    return Counter(mark.style for mark in marks)


@pytest.mark.parametrize(
    ("confidence", "style"),
    [(None, "printed"), (1.0, "sure"), (0.9, "sure"), (0.8, "fair"), (0.6, "weak"), (0.0, "poor")],
)
def test_a_word_is_drawn_by_its_confidence(confidence: float | None, style: str) -> None:
    one = word("chữ", confidence=confidence)
    assert styles_of(page_to_marks(meaning(page(one)), page(one), (one,))) == {f"word_{style}": 1}


def test_a_word_that_was_corrected_says_so() -> None:
    one = word("thầu", confidence=0.95, recognised="thâu")
    assert styles_of(page_to_marks(meaning(page(one)), page(one), (one,))) == {"word_sure": 1, "word_corrected": 1}


def test_dirt_furniture_and_notes_are_drawn_as_such() -> None:
    whole = replace(page(), specks=(word("~"),), furniture=(line("2"),), footnotes=(line("Ghi chú"),))
    assert styles_of(page_to_marks(meaning(whole), whole, ())) == {"word_dirt": 1, "furniture": 1, "footnote": 1}


def test_an_edge_on_a_ruling_is_told_from_one_that_was_concluded() -> None:
    made = table(ROWS, headings=HEADINGS)
    x0, top, x1, bottom = made.fragments[0].bbox
    ruled = page(rulings=(Ruling(x0, top, x1, top), Ruling(10.0, 800.0, 200.0, 800.0)))
    found = page_to_marks(meaning(ruled, tables=(made,)), ruled, ())
    level = [m.bbox[1] for m in found if m.style == "edge_ruled"]
    assert set(level) == {round(top, 1)}
    assert round(bottom, 1) in {m.bbox[1] for m in found if m.style == "edge_inferred"}
    assert [m.bbox for m in found if m.style == "ruling"] == [(10.0, 800.0, 200.0, 800.0)]


def test_the_edges_of_a_word_file_s_table_are_the_file_s_own() -> None:
    made = table(ROWS, headings=HEADINGS)
    found = styles_of(page_to_marks(meaning(page(), medium="docx", tables=(made,)), page(), ()))
    assert found["edge_given"]
    assert not found["edge_inferred"]
    assert not found["edge_ruled"]


def test_the_heading_of_a_table_is_drawn_once() -> None:
    made = table(ROWS, headings=HEADINGS)
    found = page_to_marks(meaning(page(), tables=(made,)), page(), ())
    assert [m.label for m in found if m.style == "row_heading"] == ["bảng 1: tiêu đề"]


def test_a_row_is_as_wide_as_its_table_and_bears_its_id() -> None:
    made = table(ROWS, headings=HEADINGS)
    x0, top, x1, bottom = made.fragments[0].bbox
    middle = (top + bottom) / 2
    spot = Spot(1, (x0 + 5, middle, x0 + 20, middle + 2))
    decision = Decision("row_kind", Subject("task", "I.1"), "task", spots=(spot,))
    (mark,) = (m for m in page_to_marks(meaning(page(), decision, tables=(made,)), page(), ()) if m.style == "row_task")
    assert (mark.bbox, mark.label) == ((x0, middle, x1, middle + 2), "nhiệm vụ I.1")


@pytest.mark.parametrize(("number", "edge"), [(1, 120.0), (2, 50.0)])
def test_a_join_is_drawn_at_the_edge_that_the_page_s_end_cuts(number: int, edge: float) -> None:
    spots = (Spot(1, (10.0, 100.0, 90.0, 120.0)), Spot(2, (10.0, 50.0, 90.0, 70.0)))
    decision = Decision("row_join", Subject("task", "I.1"), "joined", 0.8, spots=spots)
    here = replace(page(), number=number)
    (mark,) = page_to_marks(meaning(here, decision), here, ())
    assert (mark.style, mark.bbox, mark.label) == ("joined", (10.0, edge, 90.0, edge), "nối dòng 0,8")


def test_a_join_told_with_the_table_and_with_the_task_is_drawn_once() -> None:
    spots = (Spot(1, (10.0, 100.0, 90.0, 120.0)),)
    two = [Decision("row_join", Subject(of, "1"), "separate", spots=spots) for of in ("table", "task")]
    assert len(page_to_marks(meaning(page(), *two), page(), ())) == 1


def test_what_is_decided_about_another_page_is_not_drawn_here() -> None:
    elsewhere = Decision("section_label", Subject("section", "I"), "I roman", spots=(Spot(2, (1.0, 1.0, 2.0, 2.0)),))
    nowhere = Decision("agency", Subject("task", "I.1", "lead"), "bo-y-te", 1.0, (), (Evidence("in_registry"),))
    assert page_to_marks(meaning(page(), elsewhere, nowhere), page(), ()) == ()


def test_a_table_has_a_part_only_on_its_own_pages() -> None:
    made = table(ROWS, headings=HEADINGS)
    document = meaning(page(), tables=(made,)).document
    assert [part.table for part in parts_on(document, 1)] == [1]
    assert parts_on(document, 2) == ()


def test_every_mark_has_a_style() -> None:
    assert {"row_task", "row_other", "joined", "separate", "column", "section"} <= set(styles())


def test_the_heading_says_how_the_page_was_read() -> None:
    decision = Decision("page_kind", Subject("page", "1"), "printed")
    assert page_to_heading(meaning(page(), decision), page()) == "a.pdf – trang 1/1 – trang in, đọc lớp chữ"
    unread = replace(page(), legible=False)
    assert page_to_heading(meaning(unread), unread).endswith("trang do chương trình dàn – không đọc được")
