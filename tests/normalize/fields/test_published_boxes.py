"""Places that a reader made up are not published; those of other media stay as they are."""

from __future__ import annotations

import pytest

from nghiquyet.extract.model import Page, Placement
from nghiquyet.normalize.fields.published_boxes import with_published_places
from nghiquyet.normalize.model import Box, Resolution
from tests.output import build

UPPER = Box(page=2, bbox=(1.0, 2.0, 3.0, 4.0), address="paragraph 7")
LOWER = Box(page=2, bbox=(1.0, 9.0, 3.0, 11.0), address="paragraph 8")


def resolution(medium: str) -> Resolution:
    whole = build.resolution(tasks=(build.task(where={"title": (UPPER, UPPER, LOWER)}),))
    return whole.model_copy(update={"source": whole.source.model_copy(update={"medium": medium})})


def title(medium: str) -> tuple[Box, ...]:
    return with_published_places(resolution(medium)).tasks[0].where["title"]


def test_a_word_file_has_addresses_alone_each_once() -> None:
    assert title("docx") == (Box(page=None, address="paragraph 7"), Box(page=None, address="paragraph 8"))
    assert not any(f.pages for f in with_published_places(resolution("docx")).findings)


def test_text_has_pages_alone() -> None:
    assert title("text") == (Box(page=2),)


@pytest.mark.parametrize("medium", ["born_digital", "mixed"])
def test_printed_pages_keep_their_boxes(medium: str) -> None:
    assert with_published_places(resolution(medium)) == resolution(medium)


def test_an_address_is_written_only_where_there_is_one() -> None:
    assert "address" not in Box(page=1).model_dump()
    assert Box(page=None, address="paragraph 1").model_dump()["address"] == "paragraph 1"


def test_boxes_of_a_page_read_straight_lead_back_to_the_page_as_filed() -> None:
    lying = Page(2, 842, 595, (), placement=Placement(0, -1, 595, 1, 0, 0))
    (box, *_) = with_published_places(resolution("scanned"), (lying,)).tasks[0].where["title"]
    assert box.bbox == (591.0, 1.0, 593.0, 3.0)
    upright = with_published_places(resolution("scanned"), (Page(2, 595, 842, ()),))
    assert upright == resolution("scanned")
