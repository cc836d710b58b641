"""An office's own names and spellings, from the file given with ``--aliases``.

The file is a YAML list; each item has ``name`` (a name in the registry, or a new one) and ``aliases`` (other
spellings), and for a new name ``kind`` (one of the contract's kinds; ``organisation`` if left out)::

    - name: Sở Công Thương
      aliases: [Sở CT, Ngành Công Thương]
    - name: Công ty Cổ phần Cảng Hải Phòng
      kind: enterprise
      aliases: [Cảng HP]
"""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from nghiquyet.extract.language.spelling import slug
from nghiquyet.normalize.fields.agencies.registry import Entry, Registry, compact, heads, key_words, own_registry
from nghiquyet.normalize.model import AgencyKind

_MAX_BYTES = 1_000_000


class OwnNamesError(ValueError):
    """The file of an office's own names can't be used; the message ends with what to do."""


def _fail(path: Path, what: str) -> OwnNamesError:
    return OwnNamesError(
        f"{path.name}: {what}. Hãy ghi mỗi cơ quan thành một mục có “name” và danh sách “aliases” (xem README)."
    )


def read_own_names(path: Path) -> Registry:
    """The registry of an office's own names. Raises OwnNamesError for a file that is missing or not of that form."""
    import yaml

    try:
        if path.stat().st_size > _MAX_BYTES:
            raise _fail(path, "tệp tên riêng quá lớn")
        items = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise _fail(path, "không đọc được tệp tên riêng") from error
    except yaml.YAMLError as error:
        raise _fail(path, "tệp tên riêng không đúng cú pháp YAML") from error
    if not isinstance(items, list):
        raise _fail(path, "tệp tên riêng phải là một danh sách")
    entries = tuple(_entry(path, number, item) for number, item in enumerate(items, 1))
    _check_unique(path, entries)
    return Registry(entries)


def _entry(path: Path, number: int, item: object) -> Entry:
    if not isinstance(item, dict) or not isinstance(item.get("name"), str) or not item["name"].strip():
        raise _fail(path, f"mục {number} thiếu “name”")
    aliases = item.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(a, str) and a.strip() for a in aliases):
        raise _fail(path, f"mục {number} có “aliases” không phải danh sách tên")
    kind = item.get("kind", "organisation")
    if kind not in get_args(AgencyKind):
        raise _fail(path, f"mục {number} có “kind” lạ: {kind}")
    unknown = set(item) - {"name", "aliases", "kind"}
    if unknown:
        raise _fail(path, f"mục {number} có khóa lạ: {', '.join(sorted(map(str, unknown)))}")
    name = " ".join(item["name"].split())
    same = own_registry().named(key_words(name))
    if same:
        base = next((e for e in same if e.valid_to is None), same[0])
        return Entry(base.id, base.name, base.kind, base.level, tuple(aliases), base.valid_from, base.valid_to,
                     base.successor, ())  # fmt: skip
    return Entry(f"own:{slug(name)}", name, kind, "", tuple(aliases), None, None, None, ())


def _check_unique(path: Path, entries: tuple[Entry, ...]) -> None:
    seen: dict[str, str] = {}
    for entry in entries:
        for head in heads(entry):
            key = compact(head)
            if seen.setdefault(key, entry.id) != entry.id:
                raise _fail(path, f"“{' '.join(head)}” được ghi cho hai cơ quan")
