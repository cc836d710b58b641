"""Letters stand together in blocks."""

from __future__ import annotations

from nghiquyet.extract.readers.pdf.letter_blocks import block_lines, glyphs_to_blocks
from tests.extract.builders import glyphs


def test_lines_below_each_other_are_one_block_and_those_apart_are_two() -> None:
    near = [*glyphs("Người ký", baseline=100), *glyphs("Ngày ký", baseline=114)]
    assert len(list(glyphs_to_blocks(near))) == 1
    far = [*glyphs("Người ký", baseline=100), *glyphs("Ngày ký", baseline=140)]
    assert ["".join(g.text for g in block) for block in glyphs_to_blocks(far)] == ["Người ký", "Ngày ký"]


def test_texts_far_apart_on_one_line_are_two_blocks() -> None:
    assert len(list(glyphs_to_blocks([*glyphs("DỰ", 50), *glyphs("THẢO", 50 + 12 + 20)]))) == 1
    assert len(list(glyphs_to_blocks([*glyphs("DỰ", 50), *glyphs("THẢO", 50 + 12 + 60)]))) == 2


def test_a_block_has_its_lines_as_drawn() -> None:
    assert list(block_lines([*glyphs("Người ký: A"), *glyphs("Ngày", baseline=124)])) == ["Người ký: A", "Ngày"]


def test_no_letters_no_blocks() -> None:
    assert list(glyphs_to_blocks([])) == []
