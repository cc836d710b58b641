"""Recognised words laid on the printed ones of the same page, by place and by text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from nghiquyet.extract.model import BBox, Document, Page, Word
from tests.scoring import fold, likeness

ANCHOR_LETTERS, ANCHORS = 3, 6  # words that name their place; as many as a page needs to be laid on its twin
ASTRAY = 8.0  # points by which an anchor may lie off the others
COVERED = 0.3  # of the smaller of two words, across and down, for them to be the same place
TEXT_COUNTS = 1.0  # as much as full cover


@dataclass(frozen=True, slots=True)
class Pairing:
    """One page's words: ``pairs`` of (printed, recognised), ``missed`` printed ones, ``invented`` recognised ones."""

    pairs: tuple[tuple[Word, Word], ...]
    missed: tuple[Word, ...]
    invented: tuple[Word, ...]

    @property
    def wrong(self) -> tuple[tuple[Word, Word], ...]:
        return tuple((a, b) for a, b in self.pairs if not same(a, b))


def same(printed: Word, recognised: Word) -> bool:
    return fold(printed.text) == fold(recognised.text)


def words_of(page: Page) -> list[Word]:
    """All words of a page, those of its furniture and footnotes with them, from the top down."""
    lines = (*page.furniture, *page.footnotes)
    found = dict.fromkeys((*page.words, *(word for line in lines for word in line.words)))
    return sorted(found, key=lambda w: (w.bbox[1], w.bbox[0], w.text))


def pair_documents(printed: Document, scanned: Document) -> Iterable[tuple[int, Pairing]]:
    """A pairing for each recognised page; pages read from a text layer are left out."""
    for twin, page in zip(printed.pages, scanned.pages, strict=True):
        words = words_of(page)
        if words and all(word.confidence is None for word in words):
            continue
        yield page.number, pair_words(words_of(twin), words)


def pair_words(printed: list[Word], recognised: list[Word]) -> Pairing:
    """Each word has at most one partner; the nearest and likest find each other first."""
    places = _laid_on(printed, recognised)
    ranked = sorted(
        (-(cover + TEXT_COUNTS * likeness(a.text, recognised[j].text)), i, j)
        for i, a in enumerate(printed)
        for j, place in enumerate(places)
        if (cover := _cover(a.bbox, place)) > 0
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return Pairing(
        tuple((printed[i], recognised[j]) for i, j in sorted(partner.items())),
        tuple(word for i, word in enumerate(printed) if i not in partner),
        tuple(word for j, word in enumerate(recognised) if j not in taken),
    )


def _laid_on(printed: list[Word], recognised: list[Word]) -> list[BBox]:
    """The recognised words' boxes on the printed page: shift, skew and stretch undone by words that stand once."""
    import cv2

    pairs = [(a.bbox, b.bbox) for a, b in _anchors(printed, recognised)]
    if len(pairs) < ANCHORS:
        return [word.bbox for word in recognised]
    to, start = (np.array([_middle(p[k]) for p in pairs], np.float64) for k in (0, 1))
    matrix, _ = cv2.estimateAffine2D(start, to, method=cv2.RANSAC, ransacReprojThreshold=ASTRAY)
    if matrix is None:
        return [word.bbox for word in recognised]
    found = []
    for word in recognised:
        middle = _middle(word.bbox)
        x, y = matrix[:, :2] @ np.array(middle) + matrix[:, 2]
        dx, dy = float(x) - middle[0], float(y) - middle[1]
        x0, top, x1, bottom = word.bbox
        found.append((x0 + dx, top + dy, x1 + dx, bottom + dy))
    return found


def _anchors(printed: list[Word], recognised: list[Word]) -> list[tuple[Word, Word]]:
    """Words of one text that stand once on both pages."""
    there = _standing_once(recognised)
    here = _standing_once(printed)
    return [(word, there[text]) for text, word in here.items() if text in there and len(text) >= ANCHOR_LETTERS]


def _standing_once(words: list[Word]) -> dict[str, Word]:
    count = Counter(fold(word.text) for word in words)
    return {text: word for word in words if count[text := fold(word.text)] == 1}


def _middle(box: BBox) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _cover(a: BBox, b: BBox) -> float:
    """How far two boxes cover each other, 0 to 1; 0 where they only touch."""
    across = (min(a[2], b[2]) - max(a[0], b[0])) / max(min(a[2] - a[0], b[2] - b[0]), 0.1)
    down = (min(a[3], b[3]) - max(a[1], b[1])) / max(min(a[3] - a[1], b[3] - b[1]), 0.1)
    if across < COVERED or down < COVERED:
        return 0.0
    both = (min(a[2], b[2]) - max(a[0], b[0])) * (min(a[3], b[3]) - max(a[1], b[1]))
    return both / max((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both, 0.1)
