"""Two resolutions → the changeset: what a new version changes, record by record.

Of one pair a single verdict is given, the weightiest: ``changed`` where a compared field other than its place differs
(place and number are then among its fields), else ``moved`` where it stands under another heading or past its
neighbours, else ``renumbered`` where only numbers and letters are others.
"""

from __future__ import annotations

from collections.abc import Sequence

from nghiquyet.normalize.model import Resolution, Target, Task
from nghiquyet.output.changes.assign import Edge
from nghiquyet.output.changes.causes import Doubts, cause_of, doubts_of
from nghiquyet.output.changes.compare_document import compare_documents
from nghiquyet.output.changes.compare_fields import SameTarget, compare_records, follows
from nghiquyet.output.changes.compare_parts import compare_parts
from nghiquyet.output.changes.model import Change, Changeset, FieldChange, RecordKind, Side, Summary, Verdict, Weight
from nghiquyet.output.changes.moves import moved_pairs
from nghiquyet.output.changes.pairing import PairLink, pair_profiles
from nghiquyet.output.changes.pins import PinnedPairs, check_pairs, pairs_of_kind
from nghiquyet.output.changes.profile import records_to_profiles

Records = Sequence[Task | Target]


class _Comparison:
    """Two resolutions with what every change needs to know of both."""

    def __init__(self, previous: Resolution, current: Resolution, pins: PinnedPairs) -> None:
        self.previous, self.current, self.pins = previous, current, pins
        self.doubts: tuple[Doubts, Doubts] = (doubts_of(previous), doubts_of(current))
        self.same_source = previous.source.sha256 == current.source.sha256
        self.same_targets = SameTarget({})

    def document(self) -> list[Change]:
        fields = compare_documents(self.previous, self.current)
        if not fields:
            return []
        doubted = self.doubts[0].about("document", [""]) | self.doubts[1].about("document", [""])
        cause = cause_of("document", fields, doubted, self.same_source, whole=False)
        return [Change(record="document", verdict="changed", class_=_weight(fields), cause=cause, fields=fields)]

    def records(self, kind: RecordKind, mine: Records, theirs: Records) -> list[Change]:
        """The changes of all records of one kind, in the new version's order."""
        old, new = records_to_profiles(self.previous, mine), records_to_profiles(self.current, theirs)
        links = pair_profiles(old, new, pairs_of_kind(self.pins, kind, self.previous, self.current))
        if kind == "target":
            self.same_targets = _same_targets(links, mine, theirs)
        moved = moved_pairs(old, new, [edge for link in links if (edge := _edge(link)) is not None])
        changes = []
        for link in _in_order(links):
            change = self._change(
                kind, link, [mine[i] for i in link.previous], [theirs[j] for j in link.current], moved
            )
            if change is not None:
                changes.append(change)
        return changes

    def _change(
        self, kind: RecordKind, link: PairLink, mine: Records, theirs: Records, moved: set[Edge]
    ) -> Change | None:
        fields = self._fields(mine, theirs)
        verdict = _verdict(link, mine, theirs, fields, moved)
        if verdict is None:
            return None
        alone = verdict in ("added", "removed")
        ids = tuple(r.id for r in mine), tuple(r.id for r in theirs)
        doubted = self.doubts[0].about(kind, ids[0]) | self.doubts[1].about(kind, ids[1])
        return Change(
            record=kind,
            verdict=verdict,
            previous=ids[0],
            current=ids[1],
            score=link.score,
            review=link.review,
            class_="substance" if alone else _weight(fields),
            cause=cause_of(kind, fields, doubted, self.same_source, whole=alone),
            fields=fields,
            records=(*mine, *theirs) if alone else (),
        )

    def _fields(self, mine: Records, theirs: Records) -> tuple[FieldChange, ...]:
        if not mine or not theirs:
            return ()
        if len(mine) == len(theirs) == 1:
            return compare_records(mine[0], theirs[0], self.same_targets)
        return compare_parts(mine, theirs, self.same_targets)


def compare(previous: Resolution, current: Resolution, pairs: PinnedPairs | None = None) -> Changeset:
    """What ``current`` changes of ``previous``; ``pairs`` overrides which records are one.

    Raises PairsError where ``pairs`` names a record that is not there.
    """
    pins = pairs or PinnedPairs()
    check_pairs(pins, previous, current)
    comparison = _Comparison(previous, current, pins)
    document = comparison.document()
    targets = comparison.records("target", previous.targets, current.targets)
    tasks = comparison.records("task", previous.tasks, current.tasks)
    changes = (*document, *targets, *tasks)
    touched = {(change.record, name) for change in changes for name in change.current}
    everything = len(current.targets) + len(current.tasks) + 1
    return Changeset(
        previous=Side.of(previous),
        current=Side.of(current),
        summary=Summary(
            substance=sum(change.class_ == "substance" for change in changes),
            wording=sum(change.class_ == "wording" for change in changes),
            unchanged=everything - len(touched) - len(document),
            review=sum(change.review for change in changes),
        ),
        changes=changes,
    )


def _weight(fields: Sequence[FieldChange]) -> Weight:
    return "substance" if any(field.class_ == "substance" for field in fields) else "wording"


def _edge(link: PairLink) -> Edge | None:
    return (link.previous[0], link.current[0]) if len(link.previous) == len(link.current) == 1 else None


def _verdict(
    link: PairLink, mine: Records, theirs: Records, fields: Sequence[FieldChange], moved: set[Edge]
) -> Verdict | None:
    match len(link.previous), len(link.current):
        case 0, _:
            return "added"
        case _, 0:
            return "removed"
        case 1, 1:
            if not all(follows(field) for field in fields):
                return "changed"
            if _edge(link) in moved:
                return "moved"
            return "renumbered" if fields or mine[0].id != theirs[0].id else None
        case 1, _:
            return "split"
        case _:
            return "merged"


def _same_targets(links: Sequence[PairLink], mine: Records, theirs: Records) -> SameTarget:
    return SameTarget(
        {
            mine[i].id: frozenset(theirs[j].id for j in link.current)
            for link in links
            for i in link.previous
            if link.current
        }
    )


def _in_order(links: Sequence[PairLink]) -> list[PairLink]:
    """By the place in the new version; what was removed comes after the record that stood before it."""
    at = {i: link.current[0] for link in links if link.current for i in link.previous}
    place: dict[int, float] = {}
    last = -1
    for i in sorted(i for link in links for i in link.previous):
        last = at.get(i, last)
        place[i] = last
    return sorted(
        links,
        key=lambda link: (link.current[0], 0, 0) if link.current else (place[link.previous[0]], 1, link.previous[0]),
    )
