"""Two lists of lines → what stays, what goes and what comes, by words where a line is another wording of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from nghiquyet.output.changes.compare_text import Stretch, align_words

Mark = Literal["same", "removed", "added", "mixed", "gap"]
# Lines that share less of their words than this are two lines, not one reworded: red-lines would be a patchwork.
ALIKE = 0.3
# A longer run of lines that stay is told by its length.
LONGEST_RUN = 2
# Of more pairs than this no likeness is looked for.
MOST_PAIRS = 10_000
# Two values together not longer than this stand on one line, the old before the new.
SHORT = 60
# Longer texts are set side by side whole: aligning their words takes too long to be worth it.
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class RedLine:
    """A line with its stretches; of a line that only goes or comes it is one stretch."""

    mark: Mark
    stretches: tuple[Stretch, ...]


def red_lines(before: Sequence[str], after: Sequence[str]) -> tuple[RedLine, ...]:
    """The lines of both in order: joined, all ``before`` give the one side, all ``after`` the other."""
    found: list[RedLine] = []
    for what, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            found += [RedLine("same", (Stretch("same", line, line),)) for line in before[i:j]]
            continue
        found += _changed(before[i:j], after[k:m])
    return tuple(found)


def without_long_runs(lines: Sequence[RedLine]) -> tuple[RedLine, ...]:
    """The same with a line like ``… 12 dòng giữ nguyên …`` for each long run of lines that stay."""
    shown: list[RedLine] = []
    for same, run in groupby(lines, key=lambda line: line.mark == "same"):
        listed = list(run)
        if same and len(listed) > LONGEST_RUN:
            text = f"… {len(listed)} dòng giữ nguyên …"
            listed = [RedLine("gap", (Stretch("same", text, text),))]
        shown += listed
    return tuple(shown)


def _changed(old: Sequence[str], new: Sequence[str]) -> list[RedLine]:
    """Lines that are reworded beside their own wording, the others whole; the order of both sides is kept."""
    found: list[RedLine] = []
    done = 0
    for line in old:
        at = _likest(line, new, done) if len(old) * len(new) <= MOST_PAIRS else None
        if at is None and len(old) == len(new) == 1:
            at = 0
        if at is None:
            found.append(_whole(line, ""))
            continue
        found += [_whole("", other) for other in new[done:at]]
        found += _reworded(line, new[at])
        done = at + 1
    return [*found, *(_whole("", other) for other in new[done:])]


def _likest(line: str, lines: Sequence[str], start: int) -> int | None:
    """The place, from ``start``, of the line that shares most words with ``line``; None if none shares enough."""
    words = Counter(line.casefold().split())
    best, place = ALIKE, None
    for at in range(start, len(lines)):
        others = Counter(lines[at].casefold().split())
        alike = (words & others).total() / max(words.total(), others.total(), 1)
        if alike > best:
            best, place = alike, at
    return place


def _reworded(old: str, new: str) -> list[RedLine]:
    stretches = align_words(old, new) if max(len(old), len(new)) <= LONGEST else ()
    kept = sum(len(s.before) for s in stretches if s.kind != "substance")
    if stretches and (kept >= ALIKE * min(len(old), len(new)) or kept == len(old)):
        return [RedLine("mixed", stretches)]
    if len(old) + len(new) <= SHORT:
        return [RedLine("mixed", (Stretch("substance", old, new),))]
    return [_whole(old, ""), _whole("", new)]


def _whole(old: str, new: str) -> RedLine:
    return RedLine("removed" if old else "added", (Stretch("substance", old, new),))
