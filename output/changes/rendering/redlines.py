"""Two lists of lines → what stays, what goes and what comes, by words where a line is another wording of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from output.changes.compare_text import Stretch, align_words

Mark = Literal["same", "removed", "added", "mixed"]
# Lines that share less of their words than this are two lines, not one reworded: red-lines would be a patchwork.
ALIKE = 0.3
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
        shared = min(j - i, m - k)
        for old, new in zip(before[i : i + shared], after[k : k + shared], strict=True):
            found += _reworded(old, new)
        found += [_whole(line, "") for line in before[i + shared : j]]
        found += [_whole("", line) for line in after[k + shared : m]]
    return tuple(found)


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
