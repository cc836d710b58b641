"""A tall row with several numbers is cut at them; others stay."""

from nghiquyet.extract.model import Cell, TableFragment
from nghiquyet.extract.tables.lattice.split_rows import split_tall_rows
from tests.extract.builders import line


def tall(numbers: list[str], titles: list[str], step: float = 30.0) -> TableFragment:
    """One drawn row with a number column and a title column, a line each ``step`` points."""
    lines = [
        tuple(line(text, x=x, top=10 + step * i) for i, text in enumerate(texts))
        for x, texts in ((5, numbers), (45, titles))
    ]
    bottom = 20 + step * len(numbers)
    cells = (
        Cell(0, 0, 1, 1, (0.0, 0.0, 40.0, bottom), lines[0]),
        Cell(0, 1, 1, 1, (40.0, 0.0, 400.0, bottom), lines[1]),
    )
    return TableFragment(1, (0.0, 0.0, 400.0, bottom), (0.0, 40.0, 400.0), (0.0, bottom), cells)


def rows_of(fragment: TableFragment) -> list[list[str]]:
    count = len(fragment.rows) - 1
    return [[c.text for c in fragment.cells if c.row == r] for r in range(count)]


def test_a_row_of_several_numbers_is_cut_at_each() -> None:
    cut = split_tall_rows(tall(["1", "2", "3"], ["Rà soát", "Xây dựng", "Tổng kết"]))
    assert rows_of(cut) == [["1", "Rà soát"], ["2", "Xây dựng"], ["3", "Tổng kết"]]
    assert list(cut.rows) == sorted(cut.rows)


def test_a_row_of_one_number_stays_whole() -> None:
    fragment = tall(["1"], ["Rà soát"])
    assert split_tall_rows(fragment) is fragment


def test_years_in_the_first_column_are_no_numbers_of_rows() -> None:
    fragment = tall(["Năm 2026", "Năm 2027"], ["Rà soát", "Xây dựng"])
    assert split_tall_rows(fragment) is fragment
