"""What was added between the letters of a text is measured; short texts are set as others of their page."""

from __future__ import annotations

import pytest

from nghiquyet.extract.readers.pdf.glyphs import Glyph
from nghiquyet.extract.readers.pdf.tracking import set_apart
from nghiquyet.extract.readers.pdf.walls import Walls
from tests.extract.builders import down, glyphs


def wide(text: str, apart: float, x: float = 50.0, baseline: float = 100.0) -> list[Glyph]:
    drawn = glyphs(text, x, baseline=baseline)
    return [g._replace(x0=g.x0 + i * apart, x1=g.x1 + i * apart) for i, g in enumerate(drawn)]


@pytest.mark.parametrize("apart", [1.5, 2.0, 5.0])
@pytest.mark.parametrize("text", ["Quý III/2027", "420 phòng học", "Sở Nội vụ tỉnh"])
def test_what_was_added_is_found_before_every_letter(apart: float, text: str) -> None:
    line = wide(text, apart)
    found = set_apart([line], Walls())
    letters = [g for g in line if g.text.strip()]
    assert [round(found[id(g)], 2) for g in letters[1:]] == [apart] * (len(letters) - 1)


def test_a_text_as_its_font_sets_it_has_nothing_added() -> None:
    assert set_apart([glyphs("Rà soát, sửa đổi 12 văn bản")], Walls()) == {}


def test_a_short_text_is_set_as_others_of_the_page_are() -> None:
    short = wide("14", 2.0, baseline=140)
    assert set_apart([short], Walls()) == {}
    assert id(short[1]) in set_apart([wide("Trước ngày", 2.0), short], Walls())
    assert id(short[1]) not in set_apart([wide("Trước ngày", 4.0), short], Walls())


def test_texts_of_two_cells_are_measured_apart() -> None:
    left = [g._replace(run=1) for g in wide("Quý II", 2.0)]
    right = [g._replace(run=2) for g in glyphs("2027", left[-1].x1 + 8)]
    found = set_apart([[*left, *right]], Walls([down(left[-1].x1 + 4, 80, 120)]))
    assert not {id(g) for g in right} & set(found)
