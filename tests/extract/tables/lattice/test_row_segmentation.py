from __future__ import annotations

from nghiquyet.extract.model import Line
from nghiquyet.extract.tables.lattice.row_segmentation import row_boundaries
from tests.extract.builders import line

NUMBERS, TITLES = 50.0, 90.0


def column(x: float, rows: list[tuple[float, str]]) -> list[Line]:
    return [line(text, x, top) for top, text in rows]


def test_white_between_rows_parts_them() -> None:
    numbers = column(NUMBERS, [(100, "1"), (142, "2"), (170, "3")])
    titles = column(TITLES, [(100, "Lập kế hoạch"), (114, "chuyển đổi"), (142, "Trình"), (170, "Ban hành")])
    assert (
        row_boundaries([numbers, titles], 90, 200) == (90, 134, 162, 200)
        or len(row_boundaries([numbers, titles], 90, 200)) == 4
    )


def test_numbers_in_the_middle_of_their_rows_part_them_by_the_white() -> None:
    numbers = column(NUMBERS, [(107, "1"), (163, "2")])
    titles = column(TITLES, [(100, "Lập"), (114, "kế hoạch"), (156, "Trình"), (170, "duyệt")])
    top, cut, bottom = row_boundaries([numbers, titles], 90, 200)
    assert (top, bottom) == (90, 200)
    assert 126 < cut < 156


def test_bands_of_nearly_one_height_part_rows_alike() -> None:
    """The rest of a row that the page before cut stands above the first number."""
    numbers = column(NUMBERS, [(149.3, "3"), (184.7, "4")])
    titles = column(
        TITLES, [(114, "phường"), (128, "xã"), (149.3, "Khen thưởng"), (163.3, "thôn"), (184.7, "Tổng kết")]
    )
    assert len(row_boundaries([numbers, titles], 104, 200)) == 4


def test_the_rest_of_a_row_above_numbers_that_top_theirs_is_cut_off() -> None:
    numbers = column(NUMBERS, [(133, "3"), (168, "4")])
    rest, own = [(100, "20 tháng cuối"), (114, "quý")], [(133, "Khen thưởng"), (147, "thôn"), (168, "Tổng kết")]
    assert len(row_boundaries([numbers, column(TITLES, [*rest, *own])], 90, 200)) == 4
    middle = [(126, "Khen thưởng"), (140, "thôn"), (161, "Tổng"), (175, "kết")]  # numbers stand amid their rows
    assert len(row_boundaries([numbers, column(TITLES, middle)], 90, 200)) == 3


def test_without_white_numbers_on_the_first_line_part_rows() -> None:
    numbers = column(NUMBERS, [(100, "1"), (156, "2")])
    titles = column(TITLES, [(100 + 14 * i, f"dòng {i}") for i in range(8)])
    _, cut, _ = row_boundaries([numbers, titles], 99, 220)
    assert 154 <= cut <= 156


def test_without_numbers_only_a_clear_jump_parts_rows() -> None:
    names = column(NUMBERS, [(100, "Sở Y tế"), (114, "chủ trì"), (150, "Sở Xây dựng")])
    _, cut, _ = row_boundaries([names], 90, 200)
    assert 126 < cut < 150
    even = column(NUMBERS, [(100, "Sở Y tế"), (114, "chủ trì"), (128, "thực hiện")])
    assert row_boundaries([even], 90, 200) == (90, 200)


def test_nothing_in_the_area_is_one_row() -> None:
    assert row_boundaries([], 90, 200) == row_boundaries([[], []], 90, 200) == (90, 200)


def test_boundaries_ascend_whatever_stands_there() -> None:
    rows = [(100 + 9.0 * i, str(i)) for i in range(12)]
    found = row_boundaries([column(NUMBERS, rows), column(TITLES, rows[::2])], 95, 220)
    assert list(found) == sorted(set(found))


def test_a_number_that_a_narrow_column_broke_is_one_row() -> None:
    titles = column(TITLES, [(100, "Lập kế hoạch"), (113, "chuyển đổi"), (150, "Trình"), (163, "duyệt")])
    broken = column(NUMBERS, [(100, "III."), (113, "1"), (150, "III."), (163, "2")])
    assert len(row_boundaries([broken, titles], 90, 200)) == 3
    two = column(NUMBERS, [(100, "1."), (113, "2."), (150, "3."), (163, "4.")])
    assert len(row_boundaries([two, titles], 90, 200)) == 5
