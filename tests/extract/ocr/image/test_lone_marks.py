"""Numbers of rows beside text without rulings are found; numbers within text are not."""

from __future__ import annotations

from nghiquyet.extract.ocr.image.lone_marks import lone_marks
from nghiquyet.extract.ocr.image.model import PagePicture
from tests.extract.ocr.image.drawn import PER_POINT, Pixels, sheet, write

ROWS = (100, 140, 180, 220)


def marks(page: Pixels, *hidden: tuple[float, float, float, float]) -> list[tuple[int, int]]:
    """Where the boxes found stand, across and down, to ten points."""
    picture = PagePicture(page, PER_POINT, page.shape[1] / PER_POINT, page.shape[0] / PER_POINT, ())
    return [(round(x0, -1), round(bottom, -1)) for x0, _, _, bottom in lone_marks(picture, hidden)]


def numbered(gap: int) -> Pixels:
    page = sheet()
    for number, down in enumerate(ROWS, 1):
        write(page, str(number), 50, down)
        write(page, "Lap quy hoach", 60 + gap, down)
        write(page, "mang luoi tram sac", 60 + gap, down + 14)
    return page


def test_numbers_with_white_behind_are_found() -> None:
    assert marks(numbered(20)) == [(50, down) for down in ROWS]


def test_numbers_a_space_before_their_text_are_of_it() -> None:
    assert marks(numbered(0)) == []


def test_numbers_of_paragraphs_whose_lines_begin_before_them_are_none() -> None:
    page = sheet()
    for number, down in enumerate(ROWS, 1):
        write(page, str(number), 60, down)
        write(page, "Lap quy hoach", 90, down)
        write(page, "mang luoi tram sac", 40, down + 14)
    assert marks(page) == []


def test_words_that_begin_lines_of_spread_text_are_none() -> None:
    page = sheet()
    for row in range(12):
        for x, text in ((50, "viec" if row % 3 else "trinh"), (100, "cua"), (150, "cac"), (200, "so"), (250, "nganh")):
            write(page, text if x > 50 or row % 4 else "phoi hop voi", x, 80 + 18 * row)
    assert marks(page) == []


def test_two_are_no_column_and_hidden_ones_are_not_looked_at() -> None:
    page = numbered(20)
    assert len(marks(page, (0, 150, 400, 240))) == 0


def test_a_white_page_has_none() -> None:
    assert marks(sheet()) == []


def test_a_page_of_thousands_of_marks_is_not_looked_at() -> None:
    page = sheet()
    for dy in range(14):
        for dx in range(4):
            page[20 + dy :: 22, 20 + dx :: 22] = 0
    assert marks(page) == []
