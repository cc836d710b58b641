from __future__ import annotations

import unicodedata

import pytest

from nghiquyet.extract.language.bare_letters import bare_letters


@pytest.mark.parametrize("text", ["Đường", unicodedata.normalize("NFD", "đường"), "ĐƯỜNG"])
def test_marks_go_in_either_form(text: str) -> None:
    assert bare_letters(text) == "duong"


def test_figures_and_signs_stay() -> None:
    assert bare_letters("08-NQ/TU, 5%") == "08-nq/tu, 5%"
