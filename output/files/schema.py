"""The published JSON Schemas (2020-12), generated from the models: here that of ``resolution.json``."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from nghiquyet.normalize.model import SCHEMA_VERSION, Resolution

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# A name, not an address: the schema comes with the program (`nghiquyet schema`).
SCHEMA_ID = f"urn:nghiquyet:schema:resolution:{SCHEMA_VERSION}"


class _EveryKey(GenerateJsonSchema):
    """What is written has every key, also those that the model would fill in, but not those that it leaves out."""

    def field_is_required(self, field: Any, *_: object, **__: object) -> bool:
        return "serialization_exclude_if" not in field


@cache
def json_schema() -> dict[str, Any]:
    """The schema of ``resolution.json``."""
    return model_to_schema(Resolution, SCHEMA_ID)


def model_to_schema(model: type[BaseModel], name: str) -> dict[str, Any]:
    """The schema of what is written: every key is present and no other; in the model's order, the same each time."""
    generated = model.model_json_schema(by_alias=True, mode="serialization", schema_generator=_EveryKey)
    return {"$schema": DIALECT, "$id": name, **generated}
