"""Pages whose tables have no vertical rulings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nghiquyet.extract.model import Line, Page, Word
from nghiquyet.extract.page.words_to_lines import words_to_lines
from nghiquyet.extract.readers.pdf.split_pages import SplitPage
from nghiquyet.extract.readers.pdf.unruled_tables import with_unruled_tables
from tests.extract.builders import across, line, words

Rows = Sequence[Sequence[str]]
COLUMNS = (54.0, 90.0, 304.0, 404.0)
HEADINGS = ["TT", "Nhiệm vụ", "Thời hạn", "Chủ trì"]
FIRST = [
    HEADINGS,
    ["1", "Lập quy hoạch trạm sạc", "Năm 2027", "Sở Xây dựng"],
    ["2", "Ban hành cơ chế", "Năm 2026", "Sở Y tế"],
]
MORE = [["3", "Rà soát", "Năm 2027", "Sở Nội vụ"], ["4", "Tổ chức đào tạo", "Năm 2026", "Sở Y tế"]]
OTHER = [["TT", "Công việc", "Tiến độ", "Đơn vị thực hiện"], ["1", "Sơ kết", "Quý I", "Sở Tài chính"]]


def printed(rows: Rows, top: float, page: int = 1, dx: float = 0.0) -> list[Line]:
    """Rows 24 points under each other, headings bold."""
    made: list[Word] = []
    for i, row in enumerate(rows):
        for x, text in zip(COLUMNS, row, strict=True):
            own = words(text, x + dx, top + 24 * i, page)
            made += [replace(w, bold=True) for w in own] if row[0] == "TT" else own
    return list(words_to_lines(made))


def split(number: int, *parts: Sequence[Line]) -> SplitPage:
    own = tuple(x for part in parts for x in part)
    page = Page(number, 595.0, 842.0, tuple(w for x in own for w in x.words), ())
    return SplitPage(page, "printed", (), own)


def rows_of(page: SplitPage) -> list[int]:
    return [len(f.rows) - 1 for f in page.fragments]


def outside(page: SplitPage) -> list[str]:
    return [x.text for x in page.lines]


def test_several_tables_of_a_page_are_parted_by_their_headings_and_the_text_between() -> None:
    between = line("Ngoài ra, giao thực hiện các công việc sau đây:", 90, 200)
    (page,) = with_unruled_tables([split(1, printed(FIRST, 100), [between], printed(OTHER, 230))])
    assert rows_of(page) == [3, 2]
    assert outside(page) == [between.text]


def test_a_row_that_names_headings_begins_no_table() -> None:
    row = ["3", "Nhiệm vụ", "Thời hạn", "Chủ trì"]
    (page,) = with_unruled_tables([split(1, printed([*FIRST, row], 100))])
    assert rows_of(page) == [4]


def test_a_table_goes_on_at_the_next_pages_top_and_another_begins_below_it() -> None:
    _, later = with_unruled_tables(
        [split(1, printed(FIRST, 700)), split(2, printed(MORE, 100, 2), printed(OTHER, 200, 2))]
    )
    assert rows_of(later) == [2, 2]
    assert later.fragments[0].columns[1:-1] != ()


def test_nothing_goes_on_below_a_text_nor_where_another_appendix_begins() -> None:
    text = line("Giao các cơ quan, đơn vị triển khai thực hiện Kế hoạch này.", 54, 300)
    _, later = with_unruled_tables([split(1, printed(FIRST, 100), [text]), split(2, printed(MORE, 100, 2))])
    assert rows_of(later) == []
    title = line("PHỤ LỤC II", 250, 100, 2)
    _, later = with_unruled_tables([split(1, printed(FIRST, 700)), split(2, [title], printed(OTHER, 130, 2))])
    assert (rows_of(later), outside(later)) == ([2], [title.text])


def test_a_table_goes_on_where_margins_are_mirrored() -> None:
    _, later = with_unruled_tables([split(1, printed(FIRST, 700)), split(2, printed(MORE, 100, 2, dx=40))])
    assert rows_of(later) == [2]
    assert [c.text for c in later.fragments[0].cells if c.row == 0] == MORE[0]


def test_a_page_without_headings_and_without_a_table_before_stays() -> None:
    pages = [split(1, printed(MORE, 100))]
    assert with_unruled_tables(pages) == pages


def test_a_line_between_two_tables_ruled_across_is_of_neither() -> None:
    between = line("Ngoài ra, giao thực hiện các công việc sau đây:", 90, 184)
    taken = split(1, printed(FIRST, 100), [between], printed(OTHER, 210))
    rulings = tuple(across(y, 50, 520) for y in (95, 118, 142, 168, 205, 228, 252))
    (page,) = with_unruled_tables([replace(taken, page=replace(taken.page, rulings=rulings))])
    assert ([f.ruled for f in page.fragments], rows_of(page)) == (["horizontal"] * 2, [3, 2])
    assert outside(page) == [between.text]


def test_another_table_s_headings_take_no_columns_from_the_one_before() -> None:
    shifted = [[*row] for row in OTHER]
    _, later = with_unruled_tables([split(1, printed(FIRST, 700)), split(2, printed(shifted, 100, 2, dx=6))])
    assert later.fragments[0].columns[0] == COLUMNS[0] + 6 - 1
