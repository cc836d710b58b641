"""Letters that were passed over are found again; what was read, drawn or specked is not."""

from __future__ import annotations

from nghiquyet.extract.ocr.image.model import PagePicture
from nghiquyet.extract.ocr.image.unread_ink import has_ink, unread_places
from tests.extract.ocr.image.drawn import PER_POINT, Pixels, line, sheet, write


def places(page: Pixels, *known: tuple[float, float, float, float]) -> list[tuple[int, int]]:
    """Where the boxes found begin and end, across, to ten points."""
    picture = PagePicture(page, PER_POINT, page.shape[1] / PER_POINT, page.shape[0] / PER_POINT, ())
    return [(round(x0, -1), round(x1, -1)) for x0, _, x1, _ in unread_places(picture, known)]


def test_a_figure_beside_a_column_that_was_read_is_found() -> None:
    page = sheet()
    write(page, "7", 50, 100)
    write(page, "thang", 100, 100)
    assert places(page, (98, 88, 160, 106)) == [(50, 60)]


def test_the_letters_of_a_line_are_one_place() -> None:
    page = sheet()
    write(page, "xa hoi", 50, 100)
    assert len(places(page)) == 1


def test_a_page_that_was_read_has_none() -> None:
    page = sheet()
    write(page, "thang", 100, 100)
    assert places(page, (98, 86, 170, 106)) == []


def test_strokes_of_a_pen_and_specks_are_no_letters() -> None:
    page = sheet()
    line(page, 50, 100, 140, 60)
    line(page, 200, 200, 201, 201)
    assert places(page) == []


def test_ink_as_high_as_a_letter_counts_wherever_it_is_not_known() -> None:
    page = sheet()
    write(page, "thang", 100, 100)
    picture = PagePicture(page, PER_POINT, page.shape[1] / PER_POINT, page.shape[0] / PER_POINT, ())
    assert has_ink(picture, [])
    assert not has_ink(picture, [(98, 86, 170, 106)])


def test_specks_are_no_ink() -> None:
    page = sheet()
    line(page, 200, 200, 201, 201)
    assert not has_ink(PagePicture(page, PER_POINT, 400, 400, ()), [])
