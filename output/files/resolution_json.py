"""A ``Resolution`` → the text of ``resolution.json``, checked against the published schema before anyone sees it.

The one door to jsonschema-rs.
"""

from __future__ import annotations

import json
from typing import Any

from nghiquyet.normalize.model import Resolution
from nghiquyet.output.files.schema import json_schema


def as_json(value: object) -> str:
    """JSON as this project writes it: letters as they are, two spaces, keys in the order given, a last newline."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def resolution_to_json(resolution: Resolution) -> str:
    """The contract's JSON: every key, in the models' order, dates as ISO text.

    Raises ValueError where the result does not keep to the schema: a fault of this program, never of the document.
    """
    record = resolution.model_dump(mode="json", by_alias=True)
    check_json(record, json_schema(), "resolution.json")
    return as_json(record)


def check_json(record: dict[str, Any], schema: dict[str, Any], file: str) -> None:
    """Raises ValueError where what is to be written as ``file`` does not keep to its schema."""
    import jsonschema_rs

    validator = jsonschema_rs.Draft202012Validator(schema)
    error = next(iter(validator.iter_errors(record)), None)
    if error is not None:
        place = "/".join(str(step) for step in error.instance_path)
        raise ValueError(f"{file} would break its schema at /{place}: {error.message}")
