"""Lone marks and row numbers of recognised tables, mended by their columns; what was read is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nghiquyet.extract.model import Line, TableFragment, Word
from nghiquyet.extract.ocr.correct.correct_columns import mend_columns
from nghiquyet.extract.ocr.correct.word_probability import GUESS, SURE
from tests.extract.builders import fragment

HEAD = ("STT", "Nhiệm vụ", "Trọng tâm")


def recognised(table: TableFragment, confidence: float | None = 0.95) -> TableFragment:
    cells = tuple(
        replace(c, lines=tuple(Line(tuple(replace(w, confidence=confidence) for w in x.words)) for x in c.lines))
        for c in table.cells
    )
    return replace(table, cells=cells)


def table(numbers: str, ticks: str = "", page: int = 1, confidence: float | None = 0.95) -> TableFragment:
    rows = [(n, "Rà soát quy hoạch", t) for n, t in zip(numbers.split(), ticks.split() or numbers.split(), strict=True)]
    return recognised(fragment([HEAD, *rows], page=page), confidence)


def column(done: TableFragment, place: int) -> list[Word]:
    cells = sorted((c for c in done.cells if c.column == place and c.row > 0), key=lambda c: c.row)
    return [w for c in cells for x in c.lines for w in x.words]


def mended(*tables: TableFragment) -> list[list[Word]]:
    done = mend_columns(tables, lambda _: 1)
    return [[w for t in done for w in column(t, place)] for place in (0, 2)]


def test_a_number_that_looks_like_the_next_one_is_that() -> None:
    numbers, _ = mended(table("1 1 2 3 II 1"))
    assert [w.text for w in numbers] == ["I", "1", "2", "3", "II", "1"]
    assert (numbers[0].recognised, numbers[0].confidence) == ("1", SURE)
    assert numbers[1].recognised == ""


def test_a_number_in_no_step_is_doubted_and_stays() -> None:
    numbers, _ = mended(table("1 2 5 6"))
    assert [(w.text, w.confidence) for w in numbers] == [("1", 0.95), ("2", 0.95), ("5", GUESS), ("6", 0.95)]


def test_a_number_hemmed_in_by_its_neighbours_is_sure() -> None:
    numbers, _ = mended(table("10 lãi 12"))
    assert [(w.text, w.recognised, w.confidence) for w in numbers][1] == ("11", "lãi", SURE)
    numbers, _ = mended(table("10 58 12"))  # a number was read, and not that one
    assert numbers[1].confidence is not None
    assert numbers[1].confidence < SURE
    numbers, _ = mended(table("10 lãi 12", confidence=0.7))
    assert numbers[1].confidence == GUESS


def test_a_number_among_bracketed_ones_has_brackets() -> None:
    numbers, _ = mended(table("(1) 2 (3) (4 (5) (6)"))
    assert [w.text for w in numbers] == ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"]
    assert (numbers[1].recognised, numbers[1].confidence) == ("2", SURE)
    numbers, _ = mended(table("1 2 (3) 4 5"))
    assert [w.text for w in numbers] == ["1", "2", "(3)", "4", "5"]


def test_numbers_that_lost_their_stops_are_sure_below_their_parent() -> None:
    numbers, _ = mended(table("1 2 21 22"))
    assert [w.text for w in numbers] == ["1", "2", "2.1", "2.2"]
    assert all(w.confidence == SURE for w in numbers[2:])
    numbers, _ = mended(table("1 2 28 3"))
    assert numbers[2].confidence == GUESS


def test_a_comma_among_amounts_with_stops_is_one() -> None:
    _, amounts = mended(table("1 2 3 4", "2.400 1,200 18.500 640"))
    assert [(w.text, w.confidence) for w in amounts][1] == ("1.200", GUESS)
    _, amounts = mended(table("1 2 3 4", "2,4 1,2 18,5 640"))
    assert [w.text for w in amounts] == ["2,4", "1,2", "18,5", "640"]
    _, amounts = mended(table("1 2 3", "2.400 1,200 640"))
    assert amounts[1].text == "1,200"


def test_what_was_read_first_stays_recorded() -> None:
    given = table("1 2 7 4")
    cells = list(given.cells)
    place = next(i for i, c in enumerate(cells) if c.text == "7")
    twice = replace(cells[place].lines[0].words[0], recognised="bì", confidence=0.3)
    cells[place] = replace(cells[place], lines=(Line((twice,)),))
    numbers, _ = mended(replace(given, cells=tuple(cells)))
    assert [w.text for w in numbers] == ["1", "2", "3", "4"]
    assert numbers[2].recognised == "bì"
    parts = [replace(twice, text=text, recognised=read) for text, read in ((".", "„"), ("3", ""))]
    cells[place] = replace(cells[place], lines=(Line(tuple(parts)),))
    numbers, _ = mended(replace(given, cells=tuple(cells)))
    assert (numbers[2].text, numbers[2].recognised) == ("3", "„3")


def test_numbers_go_on_from_printed_pages_which_stay() -> None:
    numbers, _ = mended(table("1 2 3", confidence=None), table("4 S 6", page=2))
    assert [w.text for w in numbers] == ["1", "2", "3", "4", "5", "6"]
    numbers, _ = mended(table("I 1 l", confidence=None))
    assert [w.text for w in numbers] == ["I", "1", "l"]


def test_a_second_table_counts_anew() -> None:
    numbers, _ = mended(table("I 1 II 1"), table("I 1 2 II 1", page=2))
    assert [w.text for w in numbers] == "I 1 II 1 I 1 2 II 1".split()


@pytest.mark.parametrize(("read", "confidence"), [("X.", SURE), ("Y", GUESS)])
def test_a_mark_among_ticks_is_one(read: str, confidence: float) -> None:
    _, ticks = mended(table("1 2 3 4", f"x x x {read}"))
    assert [(w.text, w.confidence) for w in ticks][3] == ("x", confidence)


def test_marks_of_a_column_of_other_things_stay() -> None:
    _, marks = mended(table("1 2 3 4", "x 15 20 7"))
    assert [w.text for w in marks] == ["x", "15", "20", "7"]


def of_deadlines(*groups: str) -> list[str]:
    """The first words of groups' rows, over all columns of a table whose rows have no numbers, as mended."""
    rows: list[tuple[str, ...]] = [("Thời hạn", "Nhiệm vụ", "Chủ trì")]
    wide = []
    for group in groups:
        wide.append(len(rows))
        rows += [(group, "", ""), ("Quý I/2026", "Rà soát quy hoạch", "Sở Xây dựng")]
    made = recognised(fragment(rows))
    cells = [c for c in made.cells if not (c.row in wide and c.column > 0)]
    cells = [replace(c, column_span=3) if c.row in wide and c.column == 0 else c for c in cells]
    (done,) = mend_columns([replace(made, cells=tuple(cells))], lambda _: 1)
    return [c.lines[0].words[0].text for c in sorted(done.cells, key=lambda c: c.row) if c.row in wide]


def test_groups_count_where_rows_have_no_numbers() -> None:
    assert of_deadlines("L. TÀU CÁ", "II. CẢNG CÁ", "III. TUYÊN TRUYỀN") == ["I.", "II.", "III."]


def test_names_of_groups_are_no_numbers() -> None:
    assert of_deadlines("TÀU CÁ", "CẢNG CÁ", "TUYÊN TRUYỀN") == ["TÀU", "CẢNG", "TUYÊN"]
