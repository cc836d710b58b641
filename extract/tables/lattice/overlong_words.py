"""Words too long for their column, which the office program broke between two letters: "20/12/202" above "2"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nghiquyet.extract.language.numbering.ordinals import is_ordinal
from nghiquyet.extract.model import BBox, Cell, Line

# Both sides' padding of a cell together (points): Word's 0.19 cm twice, and a little.
PADDING = 13.0
# A document's number with the signs that part it.
SYMBOL = re.compile(r"\d.*[-/]")
# The rest of a row's number that was broken behind its full stop: "III." above "2.1".
NUMBER_REST = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?")
# A Vietnamese syllable: consonants, vowels, consonants; no syllable of another shape is a word that ends a line.
_VOWELS = "aăâeêioôơuưyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
SYLLABLE = re.compile(
    rf"^(?:ngh|ng|nh|gh|gi|kh|th|tr|ph|ch|qu|[bcdđghklmnpqrstvx])?[{_VOWELS}]{{1,3}}(?:ng|nh|ch|[cmnptuioy])?$",
    re.IGNORECASE,
)


def parts_with_whole_words(parts: Sequence[Cell]) -> tuple[Cell, ...]:
    """The parts of a cell with the first word of a line marked ``joined`` where it goes on with the word above."""
    mended: list[Cell] = []
    above: Line | None = None
    for part in parts:
        lines = []
        for line in part.lines:
            if above is not None and _breaks_word(above, line, part.bbox):
                line = Line((replace(line.words[0], joined=True), *line.words[1:]))
            lines.append(line)
            above = line
        mended.append(replace(part, lines=tuple(lines)))
    return tuple(mended)


def _breaks_word(above: Line, below: Line, cell: BBox) -> bool:
    """True if a word alone fills the line above and its rest begins the line below."""
    if len(above.words) != 1:
        return False
    word, rest = above.words[0], below.words[0]
    first_letter = (rest.bbox[2] - rest.bbox[0]) / len(rest.text)
    if word.bbox[2] - word.bbox[0] + first_letter + PADDING < cell[2] - cell[0]:
        return False
    end, start = word.text[-1], rest.text[0]
    if end.isdigit():
        return start.isdigit()
    if end == ".":
        return len(below.words) == 1 and is_ordinal(word.text) and NUMBER_REST.fullmatch(rest.text) is not None
    if end.isupper() and start.isupper():
        return SYMBOL.search(word.text) is not None  # a document's number: "57-NQ/T" above "W"
    if not (end.isalpha() and start.isalpha() and start.islower()):
        return False
    tail, head = re.split(r"[^\w]", word.text)[-1], re.split(r"[^\w]", rest.text)[0]
    if not SYLLABLE.match(tail + head):
        return False
    # "ng" begins no word and is no label of an item, as "c)" is
    return not SYLLABLE.match(tail) or not (SYLLABLE.match(head) or len(head) < len(rest.text))
