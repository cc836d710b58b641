"""Rulings of a page → those without the frames of rubber stamps."""

from __future__ import annotations

from collections.abc import Sequence

from nghiquyet.extract.model import Ruling, union

# The stamp for incoming papers ("ĐẾN", with lines for number and date) is about 5 by 3 cm, others are smaller;
# a table of a resolution is wider. In points.
WIDEST, HIGHEST = 176.0, 100.0
# Strokes of a frame miss each other by up to this.
MEET = 4.0


def without_stamps(rulings: Sequence[Ruling]) -> tuple[Ruling, ...]:
    """The rulings but for those that hang together in a frame no larger than a stamp; lone strokes stay."""
    groups: list[list[Ruling]] = []
    for ruling in rulings:
        touching = [g for g in groups if any(_touch(ruling, other) for other in g)]
        groups = [g for g in groups if g not in touching]
        groups.append([ruling, *(r for g in touching for r in g)])
    stamped = {id(r) for g in groups if _is_stamp(g) for r in g}
    return tuple(r for r in rulings if id(r) not in stamped)


def _touch(a: Ruling, b: Ruling) -> bool:
    across = a.x0 - MEET <= b.x1 and b.x0 - MEET <= a.x1
    return across and a.top - MEET <= b.bottom and b.top - MEET <= a.bottom


def _is_stamp(group: Sequence[Ruling]) -> bool:
    if all(r.horizontal for r in group) or not any(r.horizontal for r in group):
        return False
    x0, top, x1, bottom = union([(r.x0, r.top, r.x1, r.bottom) for r in group])
    return x1 - x0 <= WIDEST and bottom - top <= HIGHEST
