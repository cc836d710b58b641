from __future__ import annotations

import pytest

from nghiquyet.extract.language.lookalikes import lookalikes


@pytest.mark.parametrize(("read", "meant"), [("l0", "10"), ("1Š", "15"), ("2O30", "2030"), ("12", "12")])
def test_signs_become_the_figures_they_are_read_for(read: str, meant: str) -> None:
    assert read.translate(lookalikes().figures) == meant


def test_where_only_a_number_can_stand_more_signs_are_figures() -> None:
    assert "H".translate(lookalikes().numbers) == "1"
    assert "H".translate(lookalikes().figures) == "H"


def test_a_sign_may_have_been_several_letters() -> None:
    assert lookalikes().letters_read_as("Đ") == ("b", "đ")
    assert lookalikes().letters_read_as("x") == ()


def test_no_figure_is_read_for_itself() -> None:
    assert all(len(pair) == 2 for pair in lookalikes().alike)
    assert not {ord(c) for c in "0123456789"} & lookalikes().numbers.keys()
