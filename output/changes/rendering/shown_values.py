"""The published value of a compared field → lines of Vietnamese, one for each thing in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import JsonValue

from nghiquyet.normalize.model import Assignment, Deadline, Implemented, Period, Signer
from nghiquyet.output.files.record_lines import agency_line, deadline_line
from nghiquyet.output.files.vietnamese import FIELDS, ROLES, date_text, number_text

_DOCUMENT_LABELS = {
    "number": "số, ký hiệu",
    "title": "trích yếu",
    "task_groups": "nhóm nhiệm vụ",
}
_RECORD_LABELS = {"origin": "nơi ghi"}
_COMPARATORS = {
    "eq": "bằng",
    "ge": "từ mức này trở lên",
    "gt": "trên mức này",
    "le": "không quá mức này",
    "lt": "dưới mức này",
    "between": "trong khoảng",
    "top": "trong nhóm đứng đầu",
    "approx": "khoảng",
}
_MODALITIES = {"committed": "cam kết", "aspirational": "phấn đấu"}
_KINDS = {"quantitative": "định lượng", "qualitative": "định tính"}
_ORIGINS = {"appendix": "dòng của phụ lục", "body": "lời văn", "table": "bảng"}


def field_label(record: str, field: str) -> str:
    """``deadline`` → ``thời hạn``; of the document itself ``title`` is its trích yếu."""
    own = _DOCUMENT_LABELS if record == "document" else _RECORD_LABELS
    return own.get(field) or FIELDS.get(field, field)


def value_lines(record: str, field: str, value: JsonValue) -> tuple[str, ...]:
    """The value of ``field`` in a ``record`` of that kind; nothing for an empty one."""
    if value is None or value == [] or value == {} or value == "":
        return ()
    written = _WRITTEN.get(field)
    if record == "document" and field in ("number", "kind"):
        written = None
    lines = written(value) if written else _plainly(value)
    return tuple(line for line in lines if line)


def _plainly(value: Any) -> list[str]:
    match value:
        case bool():
            return ["có" if value else "không"]
        case int() | float():
            return [number_text(value)]
        case list():
            return [line for item in value for line in _plainly(item)]
        case dict():
            return [f"{key}: {' '.join(_plainly(inner))}" for key, inner in value.items()]
        case None:
            return []
        case _:
            return [str(value)]


def _named(names: Mapping[str, str]) -> Callable[[Any], list[str]]:
    return lambda value: [names.get(str(value), str(value))]


def _agencies(value: Any) -> list[str]:
    return [agency_line(Assignment.model_validate({"judgement": "unknown", **one})) for one in value]


def _period(value: Any) -> list[str]:
    period = Period.model_validate(value)
    vision = f", tầm nhìn {period.vision}" if period.vision else ""
    return [f"{period.from_ or '…'} – {period.to or '…'}{vision}"]


def _signer(value: Any) -> list[str]:
    signer = Signer.model_validate(value)
    parts = (("họ tên", signer.name), ("chức vụ", signer.position), ("thay mặt", signer.on_behalf_of))
    return [f"{label}: {part}" for label, part in parts if part]


def _implemented(value: Any) -> list[str]:
    listed = [Implemented.model_validate(one) for one in value]
    return [", ".join(p for p in (one.number, date_text(one.issued_on), one.issuer) if p) for one in listed]


def _ticks(value: Any) -> list[str]:
    return [f"{heading}: {'có' if ticked else 'không'}" for heading, ticked in value.items()]


_WRITTEN: Mapping[str, Callable[[Any], list[str]]] = {
    **dict.fromkeys(ROLES, _agencies),
    "deadline": lambda value: [deadline_line(Deadline.model_validate(value))],
    "comparator": _named(_COMPARATORS),
    "modality": _named(_MODALITIES),
    "kind": _named(_KINDS),
    "origin": _named(_ORIGINS),
    "baseline": lambda value: [str(value["text"])],
    "milestones": lambda value: [f"năm {stone['year']}: {number_text(stone['value'])}" for stone in value],
    "period": _period,
    "signer": _signer,
    "implements": _implemented,
    "issued_on": lambda value: [date_text(dt.date.fromisoformat(value))],
    "markers": _ticks,
    "task_groups": lambda value: [f"{group['id']}. {group['title']}" for group in value],
}
