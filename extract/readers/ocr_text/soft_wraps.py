"""Lines of a file that sets blank lines between its paragraphs → lines that are whole paragraphs.

Text from the web or from a converter is often broken at some width, wherever a word ends; what parts its paragraphs are
blank lines. A file is of that kind if its labels and list marks stand behind blank lines: then a line without one goes
on with the line above it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nghiquyet.extract.language.frame_phrases import match_cue
from nghiquyet.extract.language.numbering.leading import dash_goes_on, leading_readings, starts_bullet
from nghiquyet.extract.language.numbering.parse_labels import readings
from nghiquyet.extract.readers.ocr_text.model import Block, TextLine, TextPage

# Labelled lines that tell a file's habit, and the share of them behind a blank line: of 126 texts looked at, those with
# blank lines between their paragraphs have 0.57 and more, the others 0.03 at most.
FEWEST_LABELS = 5
APART_SHARE = 0.5
# Lines of a letterhead or a signature stand by themselves.
_FRAMES = ("motto", "end_matter", "appendix", "enclosed", "caption")


def without_soft_wraps(pages: Sequence[TextPage]) -> list[TextPage]:
    """The pages with lines joined that only a width parted, if the file parts its paragraphs by blank lines."""
    if not _parts_by_blanks(pages):
        return list(pages)
    return [replace(page, blocks=tuple(_joined(page.blocks))) for page in pages]


def _parts_by_blanks(pages: Sequence[TextPage]) -> bool:
    labelled = [
        block.apart
        for page in pages
        for block in page.blocks
        if isinstance(block, TextLine) and (leading_readings(block.text) or starts_bullet(block.text))
    ]
    return len(labelled) >= FEWEST_LABELS and sum(labelled) >= APART_SHARE * len(labelled)


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    above: TextLine | None = None
    for block in blocks:
        if isinstance(block, TextLine) and above is not None and _goes_on(above, block):
            above = replace(above, words=above.words + block.words)
            continue
        if above is not None:
            yield above
        above = block if isinstance(block, TextLine) else None
        if above is None:
            yield block
    if above is not None:
        yield above


def _goes_on(above: TextLine, line: TextLine) -> bool:
    if line.apart or line.level or above.level or line.columns or above.columns or not above.words or not line.words:
        return False
    if leading_readings(line.text) or (starts_bullet(line.text) and not dash_goes_on(above.text, line.text)):
        return False
    if any(match_cue(family, part.text) for family in _FRAMES for part in (above, line)):
        return False
    if readings(above.text):
        return True  # "III." / "NHIỆM VỤ": a label alone on its line
    heading = bool(leading_readings(above.text)) and above.text.isupper() == line.text.isupper()
    return heading or not (above.text.isupper() or line.text.isupper())  # "II. NỘI / DUNG" is one heading
