"""How what became of a correction is worded: its mark on the field, and the findings about those that do not fit."""

from __future__ import annotations

import json
from typing import Any

from nghiquyet.normalize.corrections.model import Correction, Corrections
from nghiquyet.normalize.model import Finding, Review
from nghiquyet.normalize.review.findings import finding, quote

CORRECTED = "corrected"
GONE = "correction-record-gone"
CHANGED = "correction-value-changed"
NO_REFERENCE = "correction-reference-unknown"
UNNEEDED = "correction-unneeded"
UNFILLED = "correction-unfilled"
OWN_CODES = frozenset({CORRECTED, GONE, CHANGED, NO_REFERENCE, UNNEEDED, UNFILLED})


def mark_of(correction: Correction) -> Review:
    inside = f" ({'.'.join(correction.path)})" if len(correction.path) > 1 else ""
    message = (
        f"{correction.who} đã sửa ngày {correction.when:%d/%m/%Y}{inside}, vì: {correction.why}; trước khi sửa là "
        f"“{quote(_shown(correction.expected))}”; chỉ xem lại khi văn bản thay đổi."
    )
    return Review(field=correction.field, code=CORRECTED, message=message)


def unneeded(correction: Correction, of: Corrections, pointer: str) -> Finding:
    message = f"{_entry(correction, of)} không còn cần, vì nay đã đọc được đúng như thế; có thể xóa mục này."
    return finding("info", UNNEEDED, message, pointer)


def reference_unknown(correction: Correction, of: Corrections, pointer: str, id: str) -> Finding:
    message = f"{_entry(correction, of)} chưa áp dụng, vì không có “{quote(id)}”; hãy sửa lại mục này."
    return finding("warning", NO_REFERENCE, message, pointer)


def gone(correction: Correction, of: Corrections, pointer: str | None) -> Finding:
    message = f"{_entry(correction, of)} chưa áp dụng, vì không còn chỗ đó trong văn bản; hãy sửa hoặc xóa mục này."
    return finding("warning", GONE, message, pointer)


def value_changed(correction: Correction, of: Corrections, pointer: str, now: Any) -> Finding:
    message = (
        f"{_entry(correction, of)} chưa áp dụng, vì giá trị đọc được nay là “{quote(_shown(now))}”, không phải "
        f"“{quote(_shown(correction.expected))}”; hãy xem lại mục này."
    )
    return finding("warning", CHANGED, message, pointer)


def unfilled(number: int, of: Corrections) -> Finding:
    message = f"{number} mục trong {of.name} chưa điền value nên được bỏ qua; hãy điền nốt rồi chạy lại."
    return finding("info", UNFILLED, message)


def _entry(correction: Correction, of: Corrections) -> str:
    return f"Mục {correction.number} trong {of.name} (sửa {correction.record}, {'.'.join(correction.path)})"


def _shown(value: Any) -> str:
    """A value in a few words, for a message."""
    match value:
        case None | [] | "":
            return "(trống)"
        case str():
            return value
        case list():
            return "; ".join(_shown(item) for item in value)
        case dict():
            words = value.get("name") or value.get("text")
            return str(words) if words else json.dumps(value, ensure_ascii=False)
        case _:
            return json.dumps(value, ensure_ascii=False)
