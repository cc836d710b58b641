"""Cells whose words may not be theirs are doubted, squeezed ones are not."""

from __future__ import annotations

from dataclasses import replace

from nghiquyet.extract.model import Cell, Line, TableCell, Word
from nghiquyet.normalize.review.crowded_cells import crowded
from tests.extract.builders import word


def codes(*words: Word) -> list[str]:
    cell = TableCell((0, 1), (Cell(0, 0, 1, 1, (0, 0, 1, 1), (Line(words),)),))
    return [code for code, _ in crowded([cell])]


def test_words_that_stand_in_each_other_are_doubted() -> None:
    assert codes(word("Sở", 50, pen=1), word("SAO", 55, pen=2)) == ["text-over-text"]
    assert codes(word("Sở", 50, pen=1), word("Y", 62, pen=2)) == []
    assert codes(word("Sở", 50, pen=1), word("Y", 61.5, pen=2)) == []
    assert codes(word("Sở", 50), word("SAO", 55)) == []


def test_a_word_that_may_belong_elsewhere_is_doubted() -> None:
    assert codes(replace(word("Sở", 50, pen=1), astray=True)) == ["text-over-border"]
