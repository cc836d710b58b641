from __future__ import annotations

import pytest

from nghiquyet.extract.model import Cell, Line, lines_to_text
from nghiquyet.extract.tables.lattice.overlong_words import parts_with_whole_words
from tests.extract.builders import PAD, lines


def cell(text: str, width: float, page: int = 1) -> Cell:
    return Cell(0, 0, 1, 1, (50, 60, 50 + width, 200), lines(text, 50 + PAD, 64, page))


def read(*parts: Cell) -> str:
    made: list[Line] = [x for part in parts_with_whole_words(parts) for x in part.lines]
    return lines_to_text(made)


@pytest.mark.parametrize(
    ("text", "width", "whole"),
    [
        ("20/12/202\n2", 62, "20/12/2022"),
        ("Thườ\nng xuyên", 34, "Thường xuyên"),
        ("1.234.56\n7", 58, "1.234.567"),
        ("III.\n2.1", 25, "III.2.1"),
    ],
)
def test_a_word_that_fills_its_line_goes_on_below(text: str, width: float, whole: str) -> None:
    assert read(cell(text, width)) == whole


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("20/12/202\n2", 120),  # room was left
        ("Trường\nhọc", 50),  # a whole syllable each
        ("Sở Y\ntế", 34),  # two words in the line
        ("2026\nSở", 34),
        ("Thườ\nNg", 34),
        ("vụ\nc) Rà soát", 20),
        ("III.\n2.1", 60),
        ("Bộ.\n2", 22),
    ],
)
def test_a_line_that_ended_by_itself_stays_apart(text: str, width: float) -> None:
    assert read(cell(text, width)) == " ".join(text.split())


def test_a_word_broken_by_the_page_is_whole_too() -> None:
    assert read(cell("20/12/202", 62), cell("2", 62, page=2)) == "20/12/2022"


def test_parts_without_lines_stay() -> None:
    parts = (cell("", 50), cell("a", 50))
    assert parts_with_whole_words(parts) == parts
