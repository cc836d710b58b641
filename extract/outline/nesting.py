"""A paragraph's label among the labels open above it → its parent: by what it contains, goes on, or begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nghiquyet.extract.decisions.decision import Alternative, Decision, Evidence, Subject
from nghiquyet.extract.outline.paragraph_labels import LeadingLabel

# Numbers left out in a list that is still the same list.
SKIPPED = 3
# Styles that a capital or small letter, or a bracket, makes likely to be something else: they must go on a list.
WARY = frozenset({"upper", "lower", "lower_roman", "paren_lower"})


@dataclass(frozen=True, slots=True)
class Open:
    """A section that later ones may stand under or beside."""

    label: LeadingLabel
    id: str


@dataclass(frozen=True, slots=True)
class Placing:
    """Which reading of the label holds, how many of the open sections remain above it, and the rule that says so."""

    label: LeadingLabel
    depth: int
    rule: str = ""


def place_label(
    readings: Sequence[LeadingLabel], stack: Sequence[Open], upcoming: Sequence[LeadingLabel], heading: bool
) -> Placing | None:
    """Where a label stands among the open sections ``stack``, outermost first; None if it is no label here.

    ``upcoming`` are the labels below it in order; ``heading`` says that its paragraph looks like a heading.
    """
    for label in readings:
        if (depth := _contained(label, stack)) is not None:
            return Placing(label, depth, "spells_out_parent")
        if (depth := _follows(label, stack)) is not None:
            return Placing(label, depth, "goes_on_list")
    for label in readings:
        if label.first or label.rank <= 4:
            return Placing(label, _begins(label, stack, upcoming), "begins_list" if label.first else "outer_level")
    for label in readings:
        if _stands(label, stack, upcoming, heading):
            return Placing(label, _out_of_order(label, stack), "out_of_order")
    return None


def label_decision(
    id_: str, readings: Sequence[LeadingLabel], placing: Placing, parent: str | None, before: LeadingLabel | None
) -> Decision:
    """Why the label of section ``id_`` was read as it was, and why it stands under ``parent`` and behind ``before``."""
    label = placing.label
    others = dict.fromkeys(f"{r.text} {r.style}" for r in readings if r != label)
    evidence = [Evidence(placing.rule), Evidence("level", placing.depth + 1)]
    evidence += [Evidence("parent", parent)] if parent else []
    evidence += [Evidence("label_before", before.text)] if before is not None else []
    if label not in readings:
        evidence.append(Evidence("label_restored", readings[0].text if readings else None))
    chosen = f"{label.text} {label.style}"
    return Decision(
        "section_label", Subject("section", id_), chosen, None, tuple(map(Alternative, others)), tuple(evidence)
    )


def goes_on(label: LeadingLabel, stack: Sequence[Open]) -> bool:
    """True if the label is the very next of an open list, or spells out an open section's label."""
    return _contained(label, stack) is not None or any(label.follows(o.label) for o in stack)


def label_to_id(label: LeadingLabel, above: Open | None, prefix: str) -> str:
    """The parent's id and the label; a label that contains its parent's takes that one's place."""
    if above is None:
        return prefix + label.text
    if label.contains(above.label):
        return above.id.removesuffix(above.label.text) + label.text
    return f"{above.id}.{label.text}"


def _contained(label: LeadingLabel, stack: Sequence[Open]) -> int | None:
    return next((i + 1 for i in range(len(stack) - 1, -1, -1) if label.contains(stack[i].label)), None)


def _follows(label: LeadingLabel, stack: Sequence[Open]) -> int | None:
    """The depth of the list that the label goes on: the next number first, then one a little further."""
    for most in (1, SKIPPED):
        for same_mark in (True, False):
            for i in range(len(stack) - 1, -1, -1):
                other = stack[i].label
                if label.follows(other, most) and (not same_mark or label.mark == other.mark):
                    return i
    return None


def _begins(label: LeadingLabel, stack: Sequence[Open], upcoming: Sequence[LeadingLabel]) -> int:
    """A new list: under the innermost section whose own list is still to go on, or that ranks above it."""
    if len(label.levels) > 1:
        foreign = next((i for i, o in enumerate(stack) if o.label.style == label.style), None)
        if foreign is not None:
            return foreign
    restart = next((i for i, o in enumerate(stack) if (o.label.key, o.label.mark) == (label.key, label.mark)), None)
    if restart is not None:
        return restart
    depth = len(stack)
    while depth and label.rank < stack[depth - 1].label.rank and not _goes_on(stack[depth - 1].label, upcoming):
        depth -= 1
    if label.rank <= 4:
        while depth and label.rank < stack[depth - 1].label.rank:
            depth -= 1
    return depth


def _goes_on(label: LeadingLabel, upcoming: Sequence[LeadingLabel]) -> bool:
    """True if the next label below of this one's kind goes on its list."""
    below = next((u for u in upcoming if u.key == label.key), None)
    return below is not None and below.follows(label, SKIPPED)


def _stands(label: LeadingLabel, stack: Sequence[Open], upcoming: Sequence[LeadingLabel], heading: bool) -> bool:
    """True if a number that begins nothing and goes nothing on is still a label: repeated, or going on below."""
    repeated = any(o.label.key == label.key and o.label.levels == label.levels for o in stack)
    if label.style in WARY:
        return repeated
    return repeated or heading or any(u.follows(label) for u in upcoming[:SKIPPED])


def _out_of_order(label: LeadingLabel, stack: Sequence[Open]) -> int:
    beside = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].label.key == label.key), None)
    if beside is not None:
        return beside
    depth = len(stack)
    while depth and label.rank <= stack[depth - 1].label.rank:
        depth -= 1
    return depth
