"""The units of the state, by name and by day.

Sources: thanglequoc/vietnamese-provinces-database (MIT) for units and codes, the map of old communes to new ones of
underthesea (Apache-2.0). The README beside the data says how the files were made.
"""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from nghiquyet.extract.language.spelling import words

PlaceLevel = Literal["province", "district", "commune"]
_DATA = Path(__file__).parent / "data"
REFORM = dt.date(2025, 7, 1)  # 34 provinces and no districts from this day on
LAST_DAY = dt.date(2025, 6, 30)


@dataclass(frozen=True, slots=True)
class Place:
    """A province, district or commune. ``id`` is a province's slug, a lower unit's province, slash and code."""

    id: str
    level: PlaceLevel
    kind: str
    name: str
    province: str
    code: str | None
    district: str | None = None
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    successor: str | None = None
    called: str = ""  # the form that is said without a kind before it, where that isn't the bare name
    spellings: tuple[str, ...] = ()  # other forms in which the name is written

    @property
    def titled(self) -> str:
        """``tỉnh Lâm Đồng``: the form that follows a body's name."""
        return f"{self.kind.lower()} {self.name}"

    @property
    def full_name(self) -> str:
        return f"{self.kind} {self.name}"

    def stands_on(self, day: dt.date | None) -> bool:
        """True if the unit exists on ``day``; without a day, if it exists now."""
        if day is None:
            return self.valid_to is None
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


def _rows(file: str) -> list[dict[str, str]]:
    with (_DATA / file).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


@lru_cache(maxsize=1)
def provinces() -> tuple[Place, ...]:
    """All provinces that are or were; one that changed its kind stands twice with the same id."""
    return tuple(
        Place(
            id=r["slug"],
            level="province",
            kind=r["kind"],
            name=r["name"],
            province=r["slug"],
            code=r["code"] or r["code_before"],
            valid_from=_day(r["valid_from"]),
            valid_to=_day(r["valid_to"]),
            successor=r["successor"] or None,
            called=r["called"],
            spellings=tuple(name for name in r["spellings"].split("|") if name),
        )
        for r in _rows("provinces.csv")
    )


@lru_cache(maxsize=1)
def _provinces_by_name() -> dict[tuple[str, ...], tuple[Place, ...]]:
    """The provinces of each name and other spelling, and of each without its spaces ("KonTum")."""
    found: dict[tuple[str, ...], tuple[Place, ...]] = {}
    for place in provinces():
        names = [words(name) for name in (place.name, *place.spellings)]
        for key in dict.fromkeys((*names, *(("".join(name),) for name in names))):
            found[key] = (*found.get(key, ()), place)
    return found


def province_named(name: tuple[str, ...], day: dt.date | None) -> Place | None:
    """The province of that bare name (in ``words``), as it was on ``day``; one that no longer stands is given too."""
    same = _provinces_by_name().get(name, ())
    standing = [p for p in same if p.stands_on(day)]
    return standing[0] if standing else (same[-1] if same else None)


def province_of(name: str | None, day: dt.date | None) -> Place | None:
    """The province called ``name``, with or without its kind before it ("Tỉnh Lâm Đồng", "TP. Hồ Chí Minh")."""
    if not name:
        return None
    key = words(name)
    for kind in (("tỉnh",), ("thành", "phố"), ("tp",)):
        if key[: len(kind)] == kind and len(key) > len(kind):
            key = key[len(kind) :]
            break
    return province_named(key, day)


@lru_cache(maxsize=2)
def _lines_by_province(file: str) -> dict[str, list[str]]:
    """The file's lines by their first field: only the province that is asked for is parsed."""
    found: dict[str, list[str]] = {}
    for line in (_DATA / file).read_text(encoding="utf-8").splitlines()[1:]:
        found.setdefault(line.partition(",")[0], []).append(line)
    return found


@lru_cache(maxsize=70)
def current_units(province: str) -> tuple[Place, ...]:
    """The communes of a province (its slug) from 1 July 2025 on."""
    rows = (line.split(",") for line in _lines_by_province("communes-now.csv").get(province, ()))
    return tuple(
        Place(f"{p}/{code}", "commune", kind, name, p, code, valid_from=REFORM) for p, code, kind, name in rows
    )


@lru_cache(maxsize=70)
def former_units(province: str) -> tuple[Place, ...]:
    """The districts and communes of a province (its slug) as they were until 30 June 2025."""
    source = "hue" if province == "thua-thien-hue" else province
    now = next((p for p in provinces() if p.id == source), None)
    heir = (now.successor if now and now.successor else source) if now else source
    places = []
    for line in _lines_by_province("units-before-2025-07.csv").get(source, ()):
        _, district, code, kind, name, successor = line.split(",")
        places.append(
            Place(
                id=f"{province}/{code}" if not district else f"{province}/{district}.{code}",
                level="commune" if district else "district",
                kind=kind,
                name=name,
                province=province,
                code=code,
                district=district or None,
                valid_to=LAST_DAY,
                successor=f"{heir}/{successor}" if successor else None,
            )
        )
    return tuple(places)
