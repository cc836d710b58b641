"""A wall parts letters that were not drawn in one go."""

from __future__ import annotations

from nghiquyet.extract.readers.pdf.walls import Walls
from tests.extract.builders import across, down, glyphs

BEFORE, AFTER = (g._replace(run=i + 1) for i, g in enumerate(glyphs("ab")))


def test_a_wall_between_two_letters_parts_them() -> None:
    assert Walls([down(56, 80, 120)]).part([BEFORE], AFTER)
    assert not Walls([down(56, 200, 220)]).part([BEFORE], AFTER)
    assert not Walls([down(80, 80, 120)]).part([BEFORE], AFTER)
    assert not Walls([across(95)]).part([BEFORE], AFTER)


def test_letters_drawn_in_one_go_are_not_parted() -> None:
    assert not Walls([down(56, 80, 120)]).part([BEFORE], AFTER._replace(run=BEFORE.run))
