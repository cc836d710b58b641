"""What a new version changes: the published types of ``changes.json``, names and order as the output contract has them.

The verbs, all in ``nghiquyet.output.changes``:

- ``compare(previous, current, pairs=None) -> Changeset``: two resolutions → what differs, record by record.
- ``apply(changes, previous) -> ComparedFields``: the old resolution brought up to date; equals
  ``compared_fields(current)`` for the changes that ``compare`` made.
- ``compared_fields(resolution) -> ComparedFields``: what is compared of a resolution, by record and field.
- ``load_pairs(path) -> PinnedPairs``: a reviewer's ``pairs.yaml``; raises ``PairsError`` (wrong usage) with the remedy.
- ``changeset_to_json(changes) -> str`` and ``changeset_to_bytes(changes) -> bytes``: ``changes.json``, checked against
  ``changeset_schema()``, the published JSON Schema.
- ``align_words(before, after) -> tuple[Stretch, ...]``: two texts cut into kept and changed stretches, for red-lines.
"""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field, JsonValue

from nghiquyet.normalize.model import FrontMatter, Record, Resolution, Score, Source, Target, Task

CHANGES_VERSION = "1.0"

RecordKind = Literal["task", "target", "document"]
Verdict = Literal["changed", "moved", "renumbered", "split", "merged", "added", "removed"]
Weight = Literal["substance", "wording"]
Cause = Literal["document", "doubt", "program"]


class FieldChange(Record):
    """One field that differs. ``before`` and ``after`` are the published JSON values, verbatim.

    Of a split or merged record the side of several records has a list: one value for each of its ids, in their order.
    ``reason`` is one short Vietnamese phrase that says what differs.
    """

    field: str
    before: JsonValue
    after: JsonValue
    class_: Weight = Field(validation_alias="class", serialization_alias="class")
    reason: str
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Change(Record):
    """One record, or several that were split or merged, with all that differs.

    ``previous`` and ``current`` are record ids, both empty for ``document``, which has none. ``fields`` holds compared
    fields only, in the model's order; it is empty where only the order or the letter of the id is another. ``records``
    has the whole record where one was added or removed.
    """

    record: RecordKind
    verdict: Verdict
    previous: tuple[str, ...] = ()
    current: tuple[str, ...] = ()
    score: Score = 1.0
    review: bool = False
    class_: Weight = Field(validation_alias="class", serialization_alias="class")
    cause: Cause = "document"
    fields: tuple[FieldChange, ...] = ()
    records: tuple[Task | Target, ...] = ()
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Side(Record):
    """Whose document one side is."""

    source: Source
    document: FrontMatter

    @classmethod
    def of(cls, resolution: Resolution) -> Side:
        return cls(source=resolution.source, document=resolution.document)


class Summary(Record):
    """Changes of substance and of wording, records of the new version without any change, and pairings to look at."""

    substance: int = 0
    wording: int = 0
    unchanged: int = 0
    review: int = 0


class Changeset(Record):
    """Changes of the document first, then of targets, then of tasks; each in the new version's order, what was removed
    at the place where it stood."""

    schema_version: Literal["1.0"] = "1.0"
    previous: Side
    current: Side
    summary: Summary
    changes: tuple[Change, ...] = ()
