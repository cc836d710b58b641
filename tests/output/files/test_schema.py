"""The published schema: valid, whole, and the same as the one kept, so that no one changes it without looking."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from nghiquyet.output import json_schema
from nghiquyet.output.files.resolution_json import as_json

# Keys that are written only where there is something to say: places of files without pages.
SOMETIMES = {("Box", "address"), ("", "recognised_words")}
KEPT = Path(__file__).parent / "resolution.schema.json"


def test_it_is_a_schema_of_2020_12() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert json_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_object_names_all_its_keys_and_takes_no_other() -> None:
    for name, definition in [("", json_schema()), *json_schema()["$defs"].items()]:
        assert definition["additionalProperties"] is False
        always = [key for key in definition["properties"] if (name, key) not in SOMETIMES]
        assert sorted(definition["required"]) == sorted(always)


def test_it_is_the_one_that_was_looked_at() -> None:
    """After a change that is meant: write ``nghiquyet schema`` into the kept file, and read the diff."""
    assert as_json(json_schema()) == KEPT.read_text(encoding="utf-8")
    json.loads(KEPT.read_text(encoding="utf-8"))
