"""Whether a field still has the value that a correction expects, or already the one that it gives."""

from __future__ import annotations

from typing import Any

from nghiquyet.extract.language.column_headings import AGENCY_ROLES
from nghiquyet.normalize.corrections.corrected_values import Linker, readings_of_number, split_list
from nghiquyet.normalize.corrections.model import Path, Plain
from nghiquyet.normalize.corrections.record_paths import NoSuchPlace
from nghiquyet.normalize.corrections.yaml_text import folded
from nghiquyet.normalize.model import Deadline

# What of an assignment says who: the rest is how it was found.
_IDENTITY = ("text", "name", "agency", "scope", "judgement")


def as_expected(path: Path, expected: Plain, now: Any, linker: Linker) -> bool:
    """Whether ``now``, the published value at ``path``, is what the correction was written against."""
    match path:
        case (role,) if role in AGENCY_ROLES:
            return _names(expected, now) or _names_in_words(expected, now, linker)
        case (role, _) if role in AGENCY_ROLES:
            return isinstance(now, dict) and _names(expected, [now])
        case ("deadline",):
            return _same_deadline(expected, now)
        case _:
            return _equal(expected, now)


def same_value(path: Path, given: Any, now: Any) -> bool:
    """Whether ``now`` is already what the correction would make of it: who, not how it was found out."""
    if path[0] in AGENCY_ROLES and len(path) < 3:
        return bool(_who(given) == _who(now))
    return bool(given == now)


def _who(value: Any) -> Any:
    if isinstance(value, list):
        return [_who(item) for item in value]
    if not isinstance(value, dict):
        return value
    return tuple(value.get(key) for key in (("name", "agency", "scope") if value.get("name") else ("text", "scope")))


def _names(expected: Plain, now: Any) -> bool:
    wanted = [] if expected is None else split_list(expected) if isinstance(expected, str) else expected
    items = wanted if isinstance(wanted, list) else [wanted]
    if not isinstance(now, list) or len(items) != len(now):
        return False
    return all(_is(item, one) for item, one in zip(items, now, strict=True))


def _is(item: Plain, one: dict[str, Any]) -> bool:
    """Whether ``item`` names that assignment."""
    match item:
        case str() as words:
            return words in {folded(one[key]) for key in ("text", "name", "agency") if one.get(key)}
        case dict():
            keys = [key for key in item if key in _IDENTITY]
            return bool(keys) and all(_equal(item[key], one.get(key)) for key in keys)
        case _:
            return False


def _names_in_words(expected: Plain, now: Any, linker: Linker) -> bool:
    """The cell's words in one string, as they are printed: "Sở Xây dựng, Sở Tài chính"."""
    if not isinstance(expected, str) or not isinstance(now, list):
        return False
    read = [folded(one.text) for one in linker.read_cell([expected])]
    return bool(read) and read == [folded(one["text"]) for one in now]


def _same_deadline(expected: Plain, now: Any) -> bool:
    """Words alone are compared with the words; what a mapping leaves out is not there."""
    empty = Deadline().model_dump(mode="json")
    match expected:
        case None:
            return bool(now == empty)
        case str():
            return _equal(expected, now["text"])
        case dict():
            return all(_equal(expected.get(key, empty[key]), now[key]) for key in now) and set(expected) <= set(now)
        case _:
            return False


def _equal(expected: Plain, now: Any) -> bool:
    """Plain text against a published value of any type."""
    match now:
        case bool() | None:
            return expected is now or (isinstance(expected, str) and expected == str(now).lower())
        case int() | float():
            return isinstance(expected, str) and float(now) in readings_of_number(expected)
        case str():
            return isinstance(expected, str) and folded(now) == expected
        case list():
            wanted = [] if expected is None else expected
            return isinstance(wanted, list) and len(wanted) == len(now) and all(map(_equal, wanted, now))
        case dict():
            wanted_keys = expected if isinstance(expected, dict) else None if expected is not None else {}
            return wanted_keys is not None and wanted_keys.keys() <= now.keys() and _all_equal(wanted_keys, now)
        case _:
            raise NoSuchPlace


def _all_equal(expected: dict[str, Plain], now: dict[str, Any]) -> bool:
    """What the mapping leaves out is nothing."""
    return all(
        _equal(expected.get(key), now[key]) or (key not in expected and now[key] in (None, [], {})) for key in now
    )
