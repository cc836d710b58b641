"""What a difference is worth, with the words that tell a reviewer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nghiquyet.output.changes.model import Weight

# A reason is read in a list of hundreds: longer quotes are cut in the middle.
_LONGEST_QUOTE = 70
_MOST_REASONS = 3


@dataclass(frozen=True)
class Difference:
    weight: Weight
    reason: str


def substance(reason: str) -> Difference:
    return Difference("substance", reason)


def wording(reason: str) -> Difference:
    return Difference("wording", reason)


def quote(text: str) -> str:
    """The text in quotes, its middle left out where it is long."""
    words = " ".join(text.split())
    if len(words) > _LONGEST_QUOTE:
        half = _LONGEST_QUOTE // 2
        words = f"{words[:half].rstrip()} … {words[-half:].lstrip()}"
    return f"“{words}”"


def from_to(before: str, after: str) -> str:
    """ "thêm “B”", "bỏ “A”" or "“A” thành “B”"."""
    if not before.strip():
        return f"thêm {quote(after)}"
    if not after.strip():
        return f"bỏ {quote(before)}"
    return f"{quote(before)} thành {quote(after)}"


def heaviest(differences: Iterable[Difference]) -> Difference | None:
    """The differences as one: substance if any is, with the reasons of that weight; None for none."""
    found = list(differences)
    if not found:
        return None
    weight: Weight = "substance" if any(d.weight == "substance" for d in found) else "wording"
    reasons = list(dict.fromkeys(d.reason for d in found if d.weight == weight))
    shown = "; ".join(reasons[:_MOST_REASONS])
    more = len(reasons) - _MOST_REASONS
    return Difference(weight, f"{shown}; và {more} chỗ khác" if more > 0 else shown)
