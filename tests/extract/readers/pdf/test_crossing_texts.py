"""Texts that run into each other are parted; other letters of a baseline stay together."""

from __future__ import annotations

from nghiquyet.extract.readers.pdf.crossing_texts import part_crossing
from nghiquyet.extract.readers.pdf.glyphs import Glyph
from nghiquyet.extract.readers.pdf.glyphs_to_words import glyphs_to_words
from tests.extract.builders import glyphs


def run(text: str, x: float, number: int) -> list[Glyph]:
    return [g._replace(run=number) for g in glyphs(text, x)]


def texts(line: list[Glyph]) -> list[str]:
    return ["".join(g.text for g in part) for part in part_crossing(line)]


def test_a_text_that_runs_into_the_next_is_parted_from_it() -> None:
    line = [*run("Hợp tác xã", 50, 1), *run("Tháng 6", 98, 2)]
    assert texts(line) == ["Hợp tác xã", "Tháng 6"]
    assert [w.text for w in glyphs_to_words(line, (), 1)] == ["Hợp", "tác", "xã", "Tháng", "6"]


def test_pieces_of_a_text_stay_together() -> None:
    line = [*run("Hợp ", 50, 1), *run("tác xã", 74, 2), *run("Tháng", 98, 3), *run(" 6", 128, 4)]
    assert texts(line) == ["Hợp tác xã", "Tháng 6"]


def test_texts_beside_each_other_and_letters_drawn_twice_are_not_parted() -> None:
    assert len(part_crossing([*run("Sở", 50, 1), *run("Y tế", 62, 2)])) == 1
    assert len(part_crossing([*run("Sở", 50, 1), *run("Sở", 50.5, 2)])) == 1
    assert len(part_crossing([*run("Sở", 50, 0), *run("Tế", 53, 0)])) == 1
