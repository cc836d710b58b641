from __future__ import annotations

from dataclasses import replace

from nghiquyet.extract.model import Line, TableFragment
from nghiquyet.extract.ocr.correct.doubt_full_stops import FEWEST_CELLS, doubt_lone_stops
from nghiquyet.extract.ocr.correct.word_probability import GUESS
from tests.extract.builders import fragment


def recognised(*texts: str) -> TableFragment:
    """A column of cells with these texts beside one of numbers, all words surely recognised."""
    made = fragment([[str(i), text] for i, text in enumerate(texts, start=1)])
    cells = tuple(
        replace(c, lines=tuple(Line(tuple(replace(w, confidence=0.95) for w in line.words)) for line in c.lines))
        for c in made.cells
    )
    return replace(made, cells=cells)


def doubted(made: TableFragment) -> list[str]:
    (done,) = doubt_lone_stops([made])
    return [c.text for c in done.cells for line in c.lines for w in line.words if w.confidence == GUESS]


def test_the_one_stop_of_a_column_is_doubted() -> None:
    texts = ["Lập kế hoạch năm"] * (2 * FEWEST_CELLS) + ["Xây dựng đề án."]
    assert doubted(recognised(*texts)) == ["Xây dựng đề án."]


def test_a_writer_s_habit_is_not() -> None:
    assert doubted(recognised(*["Lập kế hoạch năm."] * 5, *["Xây dựng đề án"] * 5)) == []


def test_nor_a_stop_in_a_short_column_or_behind_several_sentences() -> None:
    assert doubted(recognised("Lập kế hoạch năm", "Xây dựng đề án.")) == []
    texts = ["Lập kế hoạch năm"] * (2 * FEWEST_CELLS) + ["Xây dựng đề án. Trình phê duyệt."]
    assert doubted(recognised(*texts)) == []


def test_printed_cells_are_left_alone() -> None:
    texts = [[str(i), "Lập kế hoạch năm"] for i in range(2 * FEWEST_CELLS)] + [["99", "Xây dựng đề án."]]
    made = fragment(texts)
    assert doubt_lone_stops([made]) == (made,)
