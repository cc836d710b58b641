"""A resolution → the YAML of corrections for all its fields under review, with the new values left to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from nghiquyet.extract.language.column_headings import AGENCY_ROLES
from nghiquyet.normalize.corrections.correction_messages import CORRECTED
from nghiquyet.normalize.corrections.model import DOCUMENT
from nghiquyet.normalize.corrections.record_paths import RecordPlace, as_published, correctable
from nghiquyet.normalize.corrections.yaml_text import folded, plain_to_yaml
from nghiquyet.normalize.model import Deadline, Resolution, Target, Task

_HEAD = """\
# Các chỗ cần xem lại của {file}. Mỗi mục là một trường: đối chiếu với bản gốc, ghi giá trị đúng vào “value”.
# Đọc đúng rồi thì chép “expected” sang “value”; đúng ra không có gì thì ghi null; chưa xem thì để trống.
# Cơ quan ghi như: Sở Xây dựng; Sở Tài chính. Thời hạn ghi như: Tháng 12/2030.
# Đặt tệp này cạnh văn bản với tên corrections.yaml rồi chạy lại: nghiquyet extract
who:  # họ tên người sửa
when:  # ngày sửa, ví dụ 2026-11-22
corrections:
"""
_NONE = "  []\n"


@dataclass(frozen=True, slots=True)
class Stub:
    """``text`` is the whole file; ``fields`` how many entries it has."""

    text: str
    fields: int


@dataclass(frozen=True, slots=True)
class _Doubted:
    place: RecordPlace
    field: str


def corrections_stub(resolution: Resolution) -> Stub:
    """An entry for each field with a ``review`` entry or a finding of its own that may be corrected; not for those
    corrected already. Without any the list is empty."""
    asked: dict[_Doubted, list[str]] = {}
    for doubted, message in (*_of_document(resolution), *_of_records(resolution)):
        if doubted.field in type(doubted.place.record(resolution)).model_fields:
            asked.setdefault(doubted, []).append(message)
    entries = [_entry(resolution, doubted, messages) for doubted, messages in asked.items()]
    head = _HEAD.format(file=_comment(resolution.source.file))
    return Stub(head + ("\n".join(entries) if entries else _NONE), len(entries))


def _of_records(resolution: Resolution) -> Iterator[tuple[_Doubted, str]]:
    for kind in ("targets", "tasks"):
        records: tuple[Task | Target, ...] = getattr(resolution, kind)
        for index, record in enumerate(records):
            fixed = {_first(entry.field) for entry in record.review if entry.code == CORRECTED}
            for entry in record.review:
                field = _first(entry.field)
                if entry.code != CORRECTED and field not in fixed and correctable(kind, field):
                    yield _Doubted(RecordPlace(kind, index), field), f"{entry.message} [{entry.code}]"


def _of_document(resolution: Resolution) -> Iterator[tuple[_Doubted, str]]:
    """The findings that are about one field."""
    fixed = {found.subject for found in resolution.findings if found.code == CORRECTED}
    for found in resolution.findings:
        place_and_field = _subject(resolution, found.subject or "")
        if found.severity != "info" and place_and_field and found.subject not in fixed:
            yield place_and_field, f"{found.message} [{found.code}]"


def _subject(resolution: Resolution, pointer: str) -> _Doubted | None:
    match pointer.strip("/").split("/"):
        case ["document", field, *_] if correctable("document", field):
            return _Doubted(RecordPlace("document"), field)
        case [("tasks" | "targets" | "task_groups") as kind, index, field, *_] if (
            index.isdecimal() and int(index) < len(getattr(resolution, kind)) and correctable(kind, field)
        ):
            return _Doubted(RecordPlace(kind, int(index)), field)
        case _:
            return None


def _entry(resolution: Resolution, doubted: _Doubted, messages: Iterable[str]) -> str:
    record = doubted.place.record(resolution)
    published = as_published(record)
    boxes = published.get("where", {}).get(doubted.field, ())
    pages = sorted({box["page"] for box in boxes if box["page"] is not None})
    places = ", ".join(map(str, pages)) or "; ".join(dict.fromkeys(box.get("address") or "" for box in boxes))
    lines = [
        *(f"# {_comment(message)}" for message in messages),
        *([f"# {'trang ' if pages else ''}{_comment(places)}"] if places else []),
        f"- file: {plain_to_yaml(resolution.source.file)}",
        f"  record: {plain_to_yaml(published.get('id', DOCUMENT))}",
        f"  field: {doubted.field}",
        f"  expected: {plain_to_yaml(_expected(doubted.field, published[doubted.field]))}",
        "  value:",
        "  why:",
    ]
    return "".join(f"  {line}\n" for line in lines)


def _expected(field: str, value: Any) -> Any:
    """The value in the form in which the new one may be written, if it says as much."""
    if field in AGENCY_ROLES:
        return [_agency(one) for one in value]
    if field == "deadline":
        empty = Deadline().model_dump(mode="json")
        return {key: part for key, part in value.items() if part != empty[key]} or None
    return value


def _agency(one: dict[str, Any]) -> Any:
    """The name, or the words where there is none; with its scope if it has one."""
    words: str = one["name"] or one["text"]
    if one["scope"] is None:
        return words
    return {"name" if one["name"] else "text": words, "scope": one["scope"]}


def _first(field: str) -> str:
    return field.strip("/").partition("/")[0]


def _comment(text: str) -> str:
    """On one line, with nothing that YAML refuses."""
    return folded(text)
