"""A table of data only: what was joined, parted or recognised in doubt is told with the table's place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nghiquyet.extract.model import Join, RefusedJoin, Table
from nghiquyet.normalize.review.doubtful_tables import SHOWN_ROWS, doubtful_tables
from nghiquyet.normalize.review.doubtful_words import SURE_WORD
from nghiquyet.normalize.tables.build_tasks import SURE_JOIN
from tests.extract.builders import table

PLAIN = table([["1", "Công khai", "10"], ["2", "Kiểm tra", "5"]], headings=["TT", "Tiêu chí", "Điểm"])
THIN, SURE = SURE_JOIN - 0.01, SURE_JOIN


def told(made: Table) -> list[tuple[str, str | None, tuple[int, ...]]]:
    return [(f.code, f.subject, f.pages) for f in doubtful_tables({2: made})]


def last_row(made: Table, **changes: object) -> Table:
    return replace(made, rows=(*made.rows[:-1], replace(made.rows[-1], **changes)))  # type: ignore[arg-type]


def with_cell_join(confidence: float) -> Table:
    cells = PLAIN.rows[-1].cells
    joined = replace(cells[1], joins=(Join("cell", (3, 4), (), confidence),))
    return last_row(PLAIN, cells=(cells[0], joined, cells[2]))


def with_weak_word(confidence: float) -> Table:
    cell = PLAIN.rows[-1].cells[1]
    (part,) = cell.parts
    (line,) = part.lines
    weak = replace(line, words=(replace(line.words[0], confidence=confidence), *line.words[1:]))
    cells = PLAIN.rows[-1].cells
    return last_row(PLAIN, cells=(cells[0], replace(cell, parts=(replace(part, lines=(weak,)),)), cells[2]))


@pytest.mark.parametrize(("confidence", "doubted"), [(THIN, True), (SURE, False)])
def test_a_thin_join_of_a_row_a_cell_or_the_table_is_told(confidence: float, doubted: bool) -> None:
    row = last_row(PLAIN, joins=(Join("row", (3, 4), (), confidence),))
    expected = [("join-uncertain", "/tables/2", (3, 4))] if doubted else []
    assert told(row) == told(with_cell_join(confidence)) == expected
    parts = replace(PLAIN, joins=(Join("table", (3, 4), (), confidence),))
    assert told(parts) == ([("table-join-uncertain", "/tables/2", (3, 4))] if doubted else [])


@pytest.mark.parametrize(("confidence", "doubted"), [(0.3, True), (0.29, False), (None, False)])
def test_a_refusal_as_thin_as_a_join_may_be_is_told(confidence: float | None, doubted: bool) -> None:
    made = last_row(PLAIN, refused=(RefusedJoin("row", (3, 4), (), confidence),))
    assert told(made) == ([("join-uncertain", "/tables/2", (3, 4))] if doubted else [])


def test_rows_are_named_by_their_place_the_first_ones_of_many() -> None:
    made = with_cell_join(THIN)
    (one,) = doubtful_tables({0: made})
    assert "Dòng thứ 2 của bảng" in one.message
    (many,) = doubtful_tables({0: replace(made, rows=made.rows[1:] * (SHOWN_ROWS + 1))})
    assert f"{SHOWN_ROWS} …" in many.message


@pytest.mark.parametrize(("confidence", "doubted"), [(SURE_WORD - 0.01, True), (SURE_WORD, False)])
def test_a_word_in_doubt_is_told(confidence: float, doubted: bool) -> None:
    found = doubtful_tables({2: with_weak_word(confidence)})
    assert [(f.code, f.subject, f.pages) for f in found] == (
        [("recognition-weak", "/tables/2", (1,))] if doubted else []
    )
    assert all("“Kiểm”" in f.message for f in found)


def test_a_plain_table_has_nothing_to_tell() -> None:
    assert not doubtful_tables({0: PLAIN})
