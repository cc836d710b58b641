"""``changes.json`` and its published schema."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from nghiquyet.output.changes import changeset_schema, changeset_to_bytes, compare
from nghiquyet.output.files.resolution_json import as_json
from tests.output.build import resolution, task

KEPT = Path(__file__).parent / "changes.schema.json"


def test_the_schema_is_the_one_that_was_looked_at() -> None:
    """After a change that is meant: write ``as_json(changeset_schema())`` there, and read the diff."""
    jsonschema.Draft202012Validator.check_schema(changeset_schema())
    assert as_json(changeset_schema()) == KEPT.read_text(encoding="utf-8")


def test_what_is_written_has_the_contract_s_keys_and_keeps_to_the_schema() -> None:
    changes = compare(resolution(), resolution(tasks=(task(title="Lập quy hoạch trạm sạc"), task("I.9", title="Khác"))))
    written = json.loads(changeset_to_bytes(changes))
    jsonschema.validate(written, changeset_schema())
    assert list(written) == ["schema_version", "previous", "current", "summary", "changes"]
    assert list(written["changes"][0]) == (
        "record verdict previous current score review class cause fields records".split()
    )
    assert list(written["changes"][0]["fields"][0]) == ["field", "before", "after", "class", "reason"]
    assert list(written["summary"]) == ["substance", "wording", "unchanged", "review"]
