"""What pydantic has against a value → a few Vietnamese words on what the field needs."""

from __future__ import annotations

from pydantic import ValidationError
from pydantic_core import ErrorDetails

_NEEDS = {
    "float": "cần một số",
    "int": "cần một số nguyên",
    "date": "cần một ngày, ví dụ 2030-12-31",
    "bool": "cần true hoặc false",
    "string": "cần chữ",
    "tuple": "cần một danh sách",
    "list": "cần một danh sách",
    "dict": "cần các cặp “khóa: giá trị”",
    "model": "cần các cặp “khóa: giá trị”",
    "missing": "còn thiếu",
    "extra": "không có trong trường này",
    "greater": "cần một số từ 0 đến 1",
    "less": "cần một số từ 0 đến 1",
}


def needs_of(error: ValidationError) -> str:
    """The first thing that is wrong: ``deadline.end cần một ngày, ví dụ 2030-12-31``."""
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(step) for step in first["loc"])
    return f"{place} {_needed(first)}".strip()


def _needed(error: ErrorDetails) -> str:
    if error["type"] == "literal_error":
        return f"chỉ nhận {error.get('ctx', {}).get('expected', '')}".replace(" or ", " hoặc ")
    return _NEEDS.get(error["type"].partition("_")[0], "không đúng dạng")
