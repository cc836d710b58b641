"""What a new version of a resolution changes: two ``Resolution`` → a ``Changeset``, and back."""

from nghiquyet.output.changes.apply import apply
from nghiquyet.output.changes.changes_json import changeset_schema, changeset_to_bytes, changeset_to_json
from nghiquyet.output.changes.compare import compare
from nghiquyet.output.changes.compare_text import Stretch, align_words
from nghiquyet.output.changes.fields import ComparedFields, compared_fields
from nghiquyet.output.changes.model import Change, Changeset, FieldChange
from nghiquyet.output.changes.pins import PairsError, PinnedPairs, load_pairs

__all__ = [
    "Change",
    "Changeset",
    "ComparedFields",
    "FieldChange",
    "PairsError",
    "PinnedPairs",
    "Stretch",
    "align_words",
    "apply",
    "changeset_schema",
    "changeset_to_bytes",
    "changeset_to_json",
    "compare",
    "compared_fields",
    "load_pairs",
]
