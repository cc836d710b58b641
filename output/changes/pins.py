"""A reviewer's ``pairs.yaml``: which records are one, and which are not, whatever the scores say::

    pin:
      - [[I.2], [II.3]]          # the old I.2 is the new II.3
      - [[I.4], [I.4, I.5]]      # the old I.4 was split into two
    part:
      - [I.7, I.7]               # the old I.7 and the new I.7 are different records

Ids are those of ``resolution.json``; where a task and a target have the same id, write ``task:`` or ``target:`` first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nghiquyet.normalize.model import Resolution, Target, Task
from nghiquyet.output.changes.model import RecordKind

_MAX_BYTES = 1_000_000
_KINDS: tuple[RecordKind, ...] = ("target", "task")


class PairsError(ValueError):
    """The file of pairs can't be used, or names a record that is not there; the message ends with what to do."""


@dataclass(frozen=True)
class Pin:
    """Records that are one: at least one of the two sides has a single id."""

    previous: tuple[str, ...]
    current: tuple[str, ...]


@dataclass(frozen=True)
class PinnedPairs:
    """``part`` are pairs (old id, new id) that must not be made."""

    pin: tuple[Pin, ...] = ()
    part: tuple[tuple[str, str], ...] = ()


def load_pairs(path: Path) -> PinnedPairs:
    """The pairs in the file at ``path``. Raises PairsError for a file that is missing or not of the form above."""
    import yaml

    try:
        if path.stat().st_size > _MAX_BYTES:
            raise _fail(path, "tệp quá lớn")
        # every scalar stays text: 1.10 is an id, not a number
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except (OSError, UnicodeDecodeError) as error:
        raise _fail(path, "không đọc được tệp") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise _fail(path, "tệp không đúng cú pháp YAML") from error
    if data in (None, ""):
        return PinnedPairs()
    if not isinstance(data, dict) or set(data) - {"pin", "part"}:
        raise _fail(path, "tệp chỉ được có hai khóa “pin” và “part”")
    pins = tuple(_pin(path, item) for item in _list(path, data, "pin"))
    parts = tuple(_part(path, item) for item in _list(path, data, "part"))
    return PinnedPairs(pins, parts)


def pairs_of_kind(pairs: PinnedPairs, kind: RecordKind, previous: Resolution, current: Resolution) -> PinnedPairs:
    """The pairs that are about records of this kind, their prefixes dropped."""
    pins = tuple(
        Pin(tuple(map(_bare, pin.previous)), tuple(map(_bare, pin.current)))
        for pin in pairs.pin
        if _kind_of(previous, current, pin.previous, pin.current) == kind
    )
    parts = tuple(
        (_bare(old), _bare(new)) for old, new in pairs.part if _kind_of(previous, current, (old,), (new,)) == kind
    )
    return PinnedPairs(pins, parts)


def check_pairs(pairs: PinnedPairs, previous: Resolution, current: Resolution) -> None:
    """Raises PairsError where a pair names a record that is not there, or a record is pinned twice."""
    named = [*((pin.previous, pin.current) for pin in pairs.pin), *(((old,), (new,)) for old, new in pairs.part)]
    for olds, news in named:
        _kind_of(previous, current, olds, news)
    for side, ids in (
        ("cũ", [i for pin in pairs.pin for i in pin.previous]),
        ("mới", [i for pin in pairs.pin for i in pin.current]),
    ):
        twice = sorted(i for i, count in Counter(ids).items() if count > 1)
        if twice:
            raise PairsError(f"Mã “{twice[0]}” của bản {side} được ghép hai lần; hãy để mỗi mã trong một mục “pin”.")


def _kind_of(previous: Resolution, current: Resolution, olds: Sequence[str], news: Sequence[str]) -> RecordKind:
    for label, resolution, ids in (("cũ", previous, olds), ("mới", current, news)):
        for name in ids:
            if not any(_has(resolution, kind, name) for kind in _KINDS):
                raise PairsError(f"Bản {label} không có mã “{name}”; hãy ghi mã như trong resolution.json.")
    kinds = [kind for kind in _KINDS if _all_have(previous, kind, olds) and _all_have(current, kind, news)]
    written = f"{list(olds)} và {list(news)}".replace("'", "")
    if not kinds:
        raise PairsError(f"{written} không cùng loại; hãy ghép nhiệm vụ với nhiệm vụ, mục tiêu với mục tiêu.")
    if len(kinds) > 1:
        raise PairsError(f"{written} là cả nhiệm vụ lẫn mục tiêu; hãy ghi “task:” hoặc “target:” trước mã.")
    return kinds[0]


def _all_have(resolution: Resolution, kind: RecordKind, ids: Sequence[str]) -> bool:
    return all(_has(resolution, kind, name) for name in ids)


def _has(resolution: Resolution, kind: RecordKind, name: str) -> bool:
    prefix, colon, rest = name.partition(":")
    if colon and prefix in _KINDS:
        return prefix == kind and rest in _ids(resolution, kind)
    return name in _ids(resolution, kind)


def _ids(resolution: Resolution, kind: RecordKind) -> set[str]:
    records: tuple[Task | Target, ...] = resolution.tasks if kind == "task" else resolution.targets
    return {record.id for record in records}


def _bare(name: str) -> str:
    prefix, colon, rest = name.partition(":")
    return rest if colon and prefix in _KINDS else name


def _list(path: Path, data: dict[str, object], key: str) -> Iterator[object]:
    items = data.get(key, [])
    if items == "":
        return
    if not isinstance(items, list):
        raise _fail(path, f"“{key}” phải là một danh sách")
    yield from items


def _pin(path: Path, item: object) -> Pin:
    match item:
        case [[*olds], [*news]] if olds and news and all(isinstance(i, str) and i for i in (*olds, *news)):
            if len(olds) > 1 and len(news) > 1:
                raise _fail(path, f"mục “pin” {olds} → {news} có nhiều mã ở cả hai bên")
            return Pin(tuple(map(str, olds)), tuple(map(str, news)))
    raise _fail(path, f"mục “pin” không có dạng [[mã cũ], [mã mới]]: {item}")


def _part(path: Path, item: object) -> tuple[str, str]:
    match item:
        case [str(old), str(new)] if old and new:
            return old, new
    raise _fail(path, f"mục “part” không có dạng [mã cũ, mã mới]: {item}")


def _fail(path: Path, what: str) -> PairsError:
    return PairsError(
        f"{path.name}: {what}. Hãy ghi “pin: [[[mã cũ], [mã mới]]]”, “part: [[mã cũ, mã mới]]” (xem docs/comparing.md)."
    )
