"""Clauses → the same with those in brackets that promise something of their own: "(phấn đấu giải ngân 100% vốn)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from nghiquyet.normalize.prose.targets.masking import has_number
from nghiquyet.normalize.prose.targets.target_clauses import Clause
from nghiquyet.normalize.prose.targets.target_words import lexicon

_BRACKET = re.compile(r"\(([^()]+)\)")
FEWEST_WORDS = 4  # of a bracket that says what is promised; "(phấn đấu 10%)" only gives the value of what stands before


def with_brackets(clauses: Iterable[Clause], small: str) -> Iterator[Clause]:
    """Each clause, and behind it the brackets in it that promise; ``small`` is the text in small letters."""
    for clause in clauses:
        yield clause
        yield from promising_brackets(clause, small)


def promising_brackets(clause: Clause, small: str) -> tuple[Clause, ...]:
    """The brackets of a clause that say what somebody aims at, with a number and words of their own."""
    found = [m.span(1) for m in _BRACKET.finditer(small, clause.start, clause.end) if _promises(m, clause, small)]
    return tuple(replace(clause, start=a, end=b, first=False, opens_list=False, bracketed=True) for a, b in found)


def _promises(bracket: re.Match[str], clause: Clause, small: str) -> bool:
    words = bracket[1]
    if not has_number(words) or len([w for w in words.split() if w.isalpha()]) < FEWEST_WORDS:
        return False
    cues, before = lexicon(), small[clause.start : bracket.start()]
    told = cues.finds("reached", before) or " đã " in before
    return cues.finds("aspirational", words) or (cues.finds("promising", words) and not told)
