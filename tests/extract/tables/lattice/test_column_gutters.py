"""Columns that white alone parts."""

from nghiquyet.extract.model import Line
from nghiquyet.extract.tables.lattice.column_gutters import (
    columns_between,
    crossing_words,
    nearby_columns,
    parted_by_white,
)
from tests.extract.builders import line, word

SPANS = ((0.0, 30.0), (100.0, 160.0), (300.0, 340.0))


def rows(count: int, gap: float = 250.0) -> list[Line]:
    return [
        Line((word("1", x=0, top=20.0 * i), word("nghiệp" * 5, x=45, top=20.0 * i), word("Sở", x=gap, top=20.0 * i)))
        for i in range(count)
    ]


def test_borders_run_between_headings_where_no_word_stands() -> None:
    columns = columns_between(SPANS, rows(5), 0.0, 400.0)
    assert len(columns) == 4
    assert crossing_words([w for row in rows(5) for w in row.words], columns[1:-1]) == 0
    assert 6 <= columns[1] <= 45
    assert columns[2] >= 225


def test_a_border_moves_to_the_white_near_where_it_stood() -> None:
    moved = nearby_columns((0.0, 40.0, 252.0, 400.0), rows(5))
    assert moved[0] == 0.0
    assert moved[-1] == 400.0
    assert crossing_words([w for row in rows(5) for w in row.words], moved[1:-1]) == 0


def test_a_strip_through_many_lines_parts_a_column() -> None:
    assert len(parted_by_white((40.0, 400.0), rows(8))) == 3


def test_a_strip_through_few_lines_is_chance() -> None:
    assert parted_by_white((40.0, 400.0), rows(3)) == (40.0, 400.0)


def test_a_line_alone_crosses_nothing() -> None:
    assert crossing_words(line("Rà soát", x=0, top=0).words, (500.0,)) == 0
