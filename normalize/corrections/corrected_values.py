"""What a reviewer wrote for a field → the value as it is published, with what is doubtful in the new value itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any, Protocol

from nghiquyet.extract.language.column_headings import AGENCY_ROLES
from nghiquyet.normalize.corrections.model import Path, Plain
from nghiquyet.normalize.corrections.record_paths import value_at
from nghiquyet.normalize.fields.deadlines import doubt_message, read_deadline_with_doubt
from nghiquyet.normalize.model import Agency, Assignment, Period, Review

# Fields that hold a number, here or in a milestone.
_NUMBERS = ("value", "value_max")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_COMMA_NUMBER = re.compile(r"[+-]?\d+,\d+")
BY_HAND = "Do người sửa xác định."


class Linker(Protocol):
    """Whoever tells which agencies words name."""

    def read_cell(self, lines: Sequence[str]) -> tuple[Assignment, ...]: ...

    def resolve_name(self, text: str) -> Assignment: ...

    def agency(self, agency_id: str) -> Agency | None: ...

    def agencies(self) -> tuple[Agency, ...]: ...


class NotUnderstood(ValueError):
    """The value is not one that the field can have; the message says what the field needs."""


@dataclass(frozen=True, slots=True)
class CorrectionContext:
    """What the words of a value are read with."""

    linker: Linker
    issued_on: dt.date | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class GivenValue:
    """A value as published (JSON types, not yet checked against the model), at ``path``."""

    path: Path
    value: Any
    doubts: tuple[Review, ...] = ()


def plain_to_value(path: Path, plain: Plain, published: dict[str, Any], context: CorrectionContext) -> GivenValue:
    """The value meant by ``plain`` for the field at ``path`` of a record, ``published`` being the record now.

    Agencies may be given as words, deadlines as the words of one, numbers as Vietnamese write them. Raises
    NotUnderstood.
    """
    match path:
        case ("deadline",) | ("deadline", "text"):
            return _deadline(path, plain, published.get("deadline"), context)
        case (role,) if role in AGENCY_ROLES:
            assignments = [a for item in _listed(plain) for a in _assignments(item, context)]
            return GivenValue(path, [a.model_dump(mode="json") for a in assignments])
        case (role, _) if role in AGENCY_ROLES:
            return GivenValue(path, _one(_assignments(plain, context)).model_dump(mode="json"))
        case (role, place, ("name" | "agency")) if role in AGENCY_ROLES:
            return GivenValue((role, place), _renamed(value_at(published, (role, place)), plain, context))
        case ("targets",) if isinstance(plain, str):
            return GivenValue(path, split_list(plain))
        case _:
            return GivenValue(path, _with_numbers(path[-1], plain))


def split_list(text: str) -> list[str]:
    """``Sở A; Sở B`` → its items, as lists stand in one cell of the CSV files."""
    return [item for part in text.split(";") if (item := part.strip())]


def readings_of_number(text: str) -> tuple[float, ...]:
    """What a number as written can mean: ``43,5`` and ``43.5`` one thing, ``1.500`` and ``1,500`` two."""
    meant: list[float] = []
    if _PLAIN_NUMBER.fullmatch(text):
        meant.append(float(text))
    if _COMMA_NUMBER.fullmatch(text):
        meant.append(float(text.replace(",", ".")))
        if re.fullmatch(r"[+-]?[1-9]\d{0,2},\d{3}", text):
            meant.append(float(text.replace(",", "")))
    if _THOUSANDS.fullmatch(text) and not text.lstrip("+-").startswith("0"):
        meant.append(float(text.replace(".", "").replace(",", ".")))
    return tuple(dict.fromkeys(number for number in meant if isfinite(number)))


def _deadline(path: Path, plain: Plain, now: Any, context: CorrectionContext) -> GivenValue:
    """The words of a deadline are read again; of a mapping without words the printed ones stay."""
    if isinstance(plain, dict) and list(plain) == ["text"]:
        plain = plain["text"]
    match plain:
        case str() as text:
            reading = read_deadline_with_doubt(text, context.issued_on, context.period)
            doubts = tuple(Review(field="deadline", code=c, message=doubt_message(c)) for c in reading.doubts)
            return GivenValue(("deadline",), reading.deadline.model_dump(mode="json"), doubts)
        case None:
            return GivenValue(("deadline",), {})
        case dict() if path == ("deadline",):
            printed = now.get("text") if isinstance(now, dict) else None
            return GivenValue(path, {"text": printed, **plain})
        case _:
            raise NotUnderstood("cần lời văn của thời hạn, ví dụ “Tháng 12/2030”, hoặc end, precision, …")


def _listed(plain: Plain) -> list[Plain]:
    match plain:
        case None:
            return []
        case str():
            return [*split_list(plain)]
        case dict():
            return [plain]
        case list():
            return plain
        case _:
            raise NotUnderstood("cần tên cơ quan, hoặc danh sách tên cơ quan")


def _assignments(plain: Plain, context: CorrectionContext) -> tuple[Assignment, ...]:
    """The agencies that one item names: words, an agency's id, or a mapping with ``name`` or ``text`` and more."""
    match plain:
        case str() as words if words:
            known = context.linker.agency(words)
            return (_known(known, known.name),) if known else context.linker.read_cell([words])
        case dict():
            return (_of_mapping(plain, context),)
        case _:
            raise NotUnderstood("cần tên cơ quan, hoặc danh sách tên cơ quan")


def _one(assignments: Sequence[Assignment]) -> Assignment:
    if len(assignments) != 1:
        raise NotUnderstood("chỗ này là một cơ quan; hãy sửa cả danh sách")
    return assignments[0]


def _known(agency: Agency, text: str) -> Assignment:
    return Assignment(text=text, agency=agency.id, name=agency.name, judgement="matched", score=1.0, reason=BY_HAND)


def _of_mapping(plain: dict[str, Plain], context: CorrectionContext) -> Assignment:
    words = plain.get("name") or plain.get("text")
    if not isinstance(words, str):
        raise NotUnderstood("mỗi cơ quan cần có name hoặc text")
    if isinstance(plain.get("agency"), str):
        found = _named_by_id(str(plain["agency"]), words, context)
    elif plain.get("name"):
        found = _named_by_hand(words, context)
    else:
        found = context.linker.resolve_name(words)
    return _checked({**found.model_dump(), "text": words, **plain})


def _renamed(now: dict[str, Any], plain: Plain, context: CorrectionContext) -> dict[str, Any]:
    """The assignment at hand, now meaning another agency: its words and its scope stay."""
    if not isinstance(plain, str):
        raise NotUnderstood("cần tên cơ quan")
    known = context.linker.agency(plain)
    found = _known(known, plain) if known else _named_by_hand(plain, context)
    kept = {"text": now.get("text"), "scope": now.get("scope")}
    return _checked({**found.model_dump(), **kept}).model_dump(mode="json")


def _named_by_hand(name: str, context: CorrectionContext) -> Assignment:
    """A person says that this is the name: what the registry has under it, else the name as it is."""
    found = context.linker.resolve_name(name)
    if found.judgement == "matched":
        return found.model_copy(update={"score": 1.0, "reason": BY_HAND})
    return Assignment(text=name, name=name, judgement="matched", score=1.0, reason=BY_HAND)


def _named_by_id(agency: str, name: str, context: CorrectionContext) -> Assignment:
    known = context.linker.agency(agency)
    if known is None:
        found = context.linker.resolve_name(name)
        known = context.linker.agency(agency) if found.agency == agency else None
    named = _known(known, name) if known else _named_by_hand(name, context)
    return named.model_copy(update={"agency": agency})


def _checked(fields: dict[str, Any]) -> Assignment:
    return Assignment.model_validate(fields)


def _with_numbers(key: str, plain: Plain) -> Any:
    """Numbers as written → numbers, at the place itself and inside it."""
    match plain:
        case dict():
            return {inner: _with_numbers(inner, value) for inner, value in plain.items()}
        case list():
            return [_with_numbers(key, item) for item in plain]
        case str() if key in _NUMBERS:
            meant = readings_of_number(plain)
            if len(meant) > 1:
                raise NotUnderstood(f"“{plain}” có thể là hai số khác nhau; hãy ghi không có dấu chấm hàng nghìn")
            return meant[0] if meant else plain
        case _:
            return plain
