"""A ``Changeset`` → ``changes.json``, checked against its published schema before anyone sees it."""

from __future__ import annotations

from functools import cache
from typing import Any

from nghiquyet.output.changes.model import CHANGES_VERSION, Changeset
from nghiquyet.output.files.resolution_json import as_json, check_json
from nghiquyet.output.files.schema import model_to_schema

# A name, not an address, like that of the resolution's.
SCHEMA_ID = f"urn:nghiquyet:schema:changes:{CHANGES_VERSION}"


@cache
def changeset_schema() -> dict[str, Any]:
    """The published JSON Schema of ``changes.json``."""
    return model_to_schema(Changeset, SCHEMA_ID)


def changeset_to_json(changes: Changeset) -> str:
    """The contract's JSON: every key, in the models' order. Raises ValueError where it would break its schema."""
    record = changes.model_dump(mode="json", by_alias=True)
    check_json(record, changeset_schema(), "changes.json")
    return as_json(record)


def changeset_to_bytes(changes: Changeset) -> bytes:
    """``changes.json`` in UTF-8."""
    return changeset_to_json(changes).encode()
