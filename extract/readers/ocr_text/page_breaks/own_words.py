"""The document's own words, to ask whether words that a break parted stand together elsewhere in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# Words on either side of a break that are looked for together.
REACH = 5
# As many words prove that they belong together whatever their capitals; fewer must be written alike.
LONG, SHORT = 5, 3
# Marks behind a word that part it from the next as two texts; commas stand within names too.
PARTING, PARTED = ";.:", "|"
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")


def bare(word: str) -> str:
    """The word without marks around it."""
    return _EDGE.sub("", word)


def _parted(words: Iterable[str]) -> list[str]:
    """The bare words, with a bar behind one that a mark parts from the next: "Sở Y tế; Sở Tài chính"."""
    found: list[str] = []
    for word in words:
        if core := bare(word):
            found += [core, PARTED] if word[-1] in PARTING else [core]
    return found


class Corpus:
    """All texts of a document, each by itself: cells and lines."""

    def __init__(self, texts: Iterable[str]) -> None:
        split = [text.split() for text in texts]
        kept = [[b for w in words if (b := bare(w))] for words in split]
        self._written = "\n".join(f" {' '.join(_parted(words))} " for words in split)
        self._folded = self._written.casefold()
        self._words = [w for words in kept for w in [*words, "\n"]]
        self._places: dict[str, list[int]] = {}
        for i, word in enumerate(self._words):
            self._places.setdefault(word.casefold(), []).append(i)

    def together(self, before: Sequence[str], after: Sequence[str]) -> int:
        """How many words around the break (some on either side) stand together elsewhere; 0 if fewer than ``SHORT``."""
        left = _parted(before[-REACH:])
        right = _parted(after[:REACH])
        best = 0
        for m in range(1, len(left) + 1):
            for n in range(1, len(right) + 1):
                if m + n > best and m + n >= SHORT and self._stands([*left[-m:], *right[:n]]):
                    best = m + n
        return best

    def count(self, words: Sequence[str]) -> int:
        """How often these words stand together, written alike."""
        phrase = " ".join(b for w in words if (b := bare(w)))
        return self._written.count(f" {phrase} ") if phrase else 0

    def goes_on(self, before: Sequence[str], length: int) -> list[list[str]]:
        """What follows elsewhere, ``length`` words of it, behind the last words of ``before``."""
        context = [b.casefold() for w in before[-3:] if (b := bare(w))]
        if not context:
            return []
        found = []
        for i in self._places.get(context[-1], ()):
            at = i - len(context) + 1
            near = [w.casefold() for w in self._words[max(0, at) : i + 1]]
            if at >= 0 and near == context and "\n" not in self._words[i + 1 : i + 1 + length]:
                found.append(self._words[i + 1 : i + 1 + length])
        return found

    def _stands(self, words: Sequence[str]) -> bool:
        phrase = f" {' '.join(words)} "
        return phrase in self._written or (len(words) >= LONG and phrase.casefold() in self._folded)
