"""Text → folded text: lower case, single spaces, one dash, cut words joined; each letter knows where it stood."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

from nghiquyet.normalize.fields.deadlines.cues import lexicon

MASK = "□"  # stands for a letter that must not be read; no word, no digit, no space
LONGEST = 4000  # letters of one clause that are read; a cell or sentence of more is no deadline
_DASHES = dict.fromkeys("–—−‐‑‒―", "-")
_DROPPED = "\u00ad\u200b\ufeff"


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` is what is read; ``at[i]`` is the offset of its letter ``i`` in ``source``."""

    source: str
    text: str
    at: tuple[int, ...]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the source of the folded letters ``start`` to ``end`` (at least one letter)."""
        return self.at[start], self.at[end - 1] + 1

    def mask(self, spans: list[tuple[int, int]]) -> Folded:
        """The same with the letters of ``spans`` made unreadable."""
        letters = list(self.text)
        for start, end in spans:
            letters[start:end] = MASK * (end - start)
        return Folded(self.source, "".join(letters), self.at)


def clean(text: str) -> str:
    """The words verbatim: NFC, spaces folded."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def fold(source: str) -> Folded:
    """``source`` (already ``clean``) in the form that the patterns read."""
    letters: list[str] = []
    at: list[int] = []
    for i, letter in enumerate(source[:LONGEST]):
        small = _DASHES.get(letter) or letter.lower()
        if letter in _DROPPED or len(small) != 1:
            continue
        if small.isspace():
            small = " "
            if letters and letters[-1] == " ":
                continue
        letters.append(small)
        at.append(i)
    return _mend(Folded(source, "".join(letters), tuple(at)))


@functools.cache
def _cuts() -> re.Pattern[str]:
    """Words and years with a space inside: "th áng", "12/20 27", "năm 203 0"."""
    words = "|".join(r"(?<!\w)" + " ?".join(word) + r"(?!\w)" for word in lexicon().cut_words)
    year = r"(?<=/)(?: ?)[12] ?[09] ?\d ?\d(?! ?\d)(?!\w)|(?<=năm )2 ?0 ?\d ?\d(?! ?\d)(?!\w)"
    return re.compile(f"{words}|{year}")


def _mend(folded: Folded) -> Folded:
    blanks = {
        match.start() + i
        for match in _cuts().finditer(folded.text)
        for i, letter in enumerate(match.group())
        if letter == " "
    }
    if not blanks:
        return folded
    kept = [i for i in range(len(folded.text)) if i not in blanks]
    return Folded(folded.source, "".join(folded.text[i] for i in kept), tuple(folded.at[i] for i in kept))
