"""What a new version of a resolution changes: two ``Resolution`` → a ``Changeset``, and back."""

from output.changes.apply import apply
from output.changes.changes_json import changeset_schema, changeset_to_bytes, changeset_to_json
from output.changes.compare import compare
from output.changes.compare_text import Stretch, align_words
from output.changes.fields import ComparedFields, compared_fields
from output.changes.model import Change, Changeset, FieldChange
from output.changes.pins import PairsError, PinnedPairs, load_pairs

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
