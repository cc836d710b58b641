"""Document numbers that a speck at their hyphen parted → whole: "39/2016/NĐ- CP" is one word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nghiquyet.extract.model import Word, union

_HEAD = re.compile(r"^[(“\"]?\d{1,5}(?:/\d{4})?/[A-ZĐƯ]{1,6}[a-z]{0,2}-$")
_TAIL = re.compile(r"^[A-ZĐƯ]{2,10}[a-zđ]{0,2}(?:[-/&][A-ZĐƯ]{1,10})*\W{0,2}$")
# The two halves are no farther apart than this, in parts of their size.
NEAR = 0.6


def with_whole_symbols(words: Sequence[Word]) -> tuple[Word, ...]:
    """Recognised words in reading order, the halves of a number joined; what was read stays in ``recognised``."""
    whole: list[Word] = []
    for word in words:
        if whole and _belong(whole[-1], word):
            whole[-1] = _joined(whole[-1], word)
        else:
            whole.append(word)
    return tuple(whole)


def _belong(head: Word, tail: Word) -> bool:
    if head.confidence is None or tail.confidence is None or not (_HEAD.match(head.text) and _TAIL.match(tail.text)):
        return False
    on_line = head.bbox[1] < tail.bbox[3] and tail.bbox[1] < head.bbox[3]
    return on_line and 0 <= tail.bbox[0] - head.bbox[2] <= NEAR * head.size


def _joined(head: Word, tail: Word) -> Word:
    return replace(
        head,
        text=head.text + tail.text,
        bbox=union([head.bbox, tail.bbox]),
        confidence=min(head.confidence or 0.0, tail.confidence or 0.0),
        recognised=f"{head.recognised or head.text} {tail.recognised or tail.text}",
    )
