"""Words that correction gave a space ("IINâng" as "II Nâng") → the words that they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from nghiquyet.extract.model import Word


def split_words(words: Iterable[Word]) -> Iterator[Word]:
    """The words, such ones apart: each part as wide as its letters ask, and as sure as the whole."""
    for word in words:
        parts = word.text.split()
        if word.confidence is None or len(parts) < 2:
            yield word
            continue
        x0, top, x1, bottom = word.bbox
        letter = (x1 - x0) / len(" ".join(parts))
        for part in parts:
            end = x0 + letter * len(part)
            yield replace(word, text=part, bbox=(x0, top, end, bottom))
            x0 = end + letter
