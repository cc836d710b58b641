"""The place at the end of a body's name: "tỉnh", "thành phố Hải Phòng", "xã Ea Kar", or nothing at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from nghiquyet.extract.language.numbering.roman import LOWER_LIKE
from nghiquyet.extract.language.spelling import without_marks, words
from nghiquyet.normalize.fields.jurisdiction import Jurisdiction
from nghiquyet.normalize.fields.places import (
    LAST_DAY,
    REFORM,
    Place,
    current_units,
    former_units,
    province_named,
    province_of,
    provinces,
)

# kind words of units, and at which level they stand
KINDS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("tỉnh",): ("province",),
    ("thành", "phố"): ("province", "district"),
    ("huyện",): ("district",),
    ("quận",): ("district",),
    ("thị", "xã"): ("district",),
    ("xã",): ("commune",),
    ("phường",): ("commune",),
    ("thị", "trấn"): ("commune",),
    ("đặc", "khu"): ("commune",),
}
_OF = ("của",)
_REGION = re.compile(rf"{LOWER_LIKE}|\d{{1,3}}")  # "khu vực XV", "khu vực 3"


@dataclass(frozen=True, slots=True)
class NamedTerritory:
    """``place`` is the unit meant, None if it can't be told; ``printed`` is False where nothing is printed.

    ``kind`` is the kind word printed ("tỉnh"), ``named`` True where the unit's own name is printed too, ``sure`` False
    where the kind printed isn't the issuer's ("UBND tỉnh" in a city's document). ``number`` is a region's ("khu vực
    XV"); ``below`` True for a kind of unit below the issuer's: any of them is meant ("Công an xã").
    """

    place: Place | None
    printed: bool = True
    kind: str = ""
    named: bool = False
    sure: bool = True
    others: tuple[Place, ...] = ()
    number: str = ""
    below: bool = False


def kind_of(tail: tuple[str, ...]) -> tuple[str, ...] | None:
    """The kind word that ``tail`` begins with."""
    for size in (2, 1):
        if tail[:size] in KINDS:
            return tail[:size]
    return None


class TerritoryReader:
    """Reads the place at the end of a name as the document's issuer means it."""

    def __init__(self, jurisdiction: Jurisdiction) -> None:
        self.day = jurisdiction.as_of
        self.level = jurisdiction.level
        self.issuer = jurisdiction.issuer
        self.province = province_of(jurisdiction.province, self.day) if jurisdiction.province else None
        self._names: dict[tuple[str, ...], tuple[Place, ...]] | None = None
        self.unit = self._issuing_unit(jurisdiction.unit)

    @property
    def home(self) -> Place | None:
        """The unit whose organs the document is of: its commune or district, else its province."""
        return self.unit or self.province

    def _issuing_unit(self, name: str | None) -> Place | None:
        if not name:
            return None
        tail = words(name)
        kind = kind_of(tail)
        same = self.units_named(tail[len(kind) :] if kind else tail)
        fitting = [p for p in same if not kind or words(p.kind) == kind]
        if fitting:
            return fitting[0]
        if kind is None or self.province is None:
            return None
        level = KINDS[kind][-1]
        bare = " ".join(name.split()[len(kind) :])
        known: Place = Place(
            f"{self.province.id}/{'-'.join(words(bare))}",
            "district" if level == "district" else "commune",
            name[: len(name) - len(bare)].strip().capitalize(),
            bare,
            self.province.id,
            None,
        )
        return known

    def units_named(self, name: tuple[str, ...]) -> tuple[Place, ...]:
        """The districts and communes of the document's province with that bare name, those of its day first."""
        if self._names is None:
            self._names = {}
            for place in self._units_by_day():
                key = words(place.name)
                self._names[key] = (*self._names.get(key, ()), place)
        return self._names.get(name, ())

    def _units_by_day(self) -> Iterable[Place]:
        if self.province is None:
            return ()
        slug = self.province.id
        # a province that only changed its name keeps its units: they stand under the new name already
        merged = [p.id for p in provinces() if p.successor == slug and p.id != slug and p.valid_to == LAST_DAY]
        now = current_units(slug)
        old = [u for s in (slug, *merged) for u in former_units(s)]
        if self.day is not None and self.day < REFORM:
            return (*former_units(slug), *now)
        return (*now, *old)

    def unit_names(self) -> tuple[tuple[str, ...], ...]:
        """Every bare name of a unit of the document's province, for the fuzzy matcher."""
        self.units_named(())
        return tuple(self._names or ())

    def marked(self, tail: tuple[str, ...]) -> tuple[str, ...]:
        """The words of a place with the marks they lost: "thanh pho hai phong" gives "thành phố hải phòng"."""
        if not tail or any(w != without_marks(w) for w in tail):
            return tail
        for kind in ((), *KINDS):
            bare = tuple(without_marks(w) for w in kind)
            if tail[: len(bare)] != bare:
                continue
            rest = tail[len(bare) :]
            names = [words(p.name) for p in provinces()] if not kind or "province" in KINDS[kind] else []
            same = [n for n in (*names, *self.unit_names(), ()) if tuple(without_marks(w) for w in n) == rest]
            if same:
                return (*kind, *same[0])
        return tail

    def standing(self, kind: tuple[str, ...]) -> tuple[Place, ...]:
        """The units of that kind in the document's province and, in a district's document, in that district."""
        inside = self.unit.code if self.unit is not None and self.unit.level == "district" else None
        return tuple(
            p
            for p in self._units_by_day()
            if words(p.kind) == kind and p.stands_on(self.day) and (inside is None or p.district == inside)
        )

    def read(self, tail: tuple[str, ...]) -> NamedTerritory | None:
        """What ``tail``, the words after a body's name, says about the place; None if they aren't a place."""
        if tail[:1] == _OF and len(tail) > 1:
            tail = tail[1:]
        if tail and _REGION.fullmatch(tail[0]):
            rest = self.read(tail[1:])
            return replace(rest, number=tail[0].upper()) if rest and not rest.number else None
        if not tail:
            return NamedTerritory(self.home, printed=False)
        kind = kind_of(tail)
        if kind is None:
            return self._bare(tail)
        if tail == kind:
            return self._by_kind(kind)
        return self._by_name(kind, tail[len(kind) :])

    def _by_kind(self, kind: tuple[str, ...]) -> NamedTerritory:
        word = " ".join(kind)
        if self.unit is not None and words(self.unit.kind) == kind:
            return NamedTerritory(self.unit, kind=word)
        if "province" in KINDS[kind] and self.province is not None:
            same = words(self.province.kind) == kind
            return NamedTerritory(self.province, kind=word, sure=same)
        return NamedTerritory(None, kind=word, sure=False, below=self._below(kind))

    def _below(self, kind: tuple[str, ...]) -> bool:
        """True if units of that kind are below the issuer's level, and of no other: "xã" in a province's document."""
        rank = {"central": 0, "province": 1, "district": 2, "commune": 3}
        own = rank[self.unit.level if self.unit is not None else self.level]
        return all(rank[level] > own for level in KINDS[kind])

    def _by_name(self, kind: tuple[str, ...], name: tuple[str, ...]) -> NamedTerritory | None:
        word = " ".join(kind)
        if "province" in KINDS[kind]:
            place = province_named(name, self.day)
            own_kind = place is not None and words(place.kind) == kind
            namesake = not own_kind and any(words(p.kind) == kind for p in self.units_named(name))
            if place is not None and not namesake:
                return NamedTerritory(place, kind=word, named=True, sure=own_kind or kind == ("tỉnh",))
        fitting = tuple(p for p in self.units_named(name) if words(p.kind) == kind)
        if fitting:
            return self._choose(fitting, word)
        return self._by_two_names(kind, name) or self._of_other_kind(kind, name)

    def _of_other_kind(self, kind: tuple[str, ...], name: tuple[str, ...]) -> NamedTerritory | None:
        """A unit that bore another kind before ("huyện Phú Quốc" of 2018), or whose kind is misprinted."""
        same = tuple(p for p in self.units_named(name) if p.level in KINDS[kind])
        if len(same) != 1:
            return None
        word = " ".join(kind)
        if self.day is not None and self.day < REFORM and same[0].valid_to is not None:
            return NamedTerritory(replace(same[0], kind=word.capitalize()), kind=word, named=True)
        return NamedTerritory(same[0], kind=word, named=True, sure=False)

    def _by_two_names(self, kind: tuple[str, ...], name: tuple[str, ...]) -> NamedTerritory | None:
        """ "phường A thành phố B", "huyện B tỉnh C": the smaller unit, told from its namesakes by the larger."""
        for cut in range(1, len(name) - 1):
            outer_kind = kind_of(name[cut:])
            if outer_kind is None:
                continue
            outer = self.read(name[cut:])
            if outer is None or outer.place is None:
                continue
            inner = tuple(p for p in self._inside(outer.place, name[:cut]) if words(p.kind) == kind)
            if inner:
                return self._choose(inner, " ".join(kind))
        return None

    def _inside(self, outer: Place, name: tuple[str, ...]) -> tuple[Place, ...]:
        if outer.level == "district":
            return tuple(p for p in self.units_named(name) if p.district == outer.code)
        units = (*current_units(outer.id), *former_units(outer.id))
        return tuple(p for p in units if words(p.name) == name)

    def _choose(self, same: tuple[Place, ...], word: str) -> NamedTerritory:
        """Of units with one name: those of the day, then those of the issuing district."""
        standing = tuple(p for p in same if p.stands_on(self.day)) or same
        if self.unit is not None and self.unit.level == "district" and len(standing) > 1:
            near = tuple(p for p in standing if p.district == self.unit.code)
            standing = near or standing
        if len({p.titled for p in standing}) == len(standing) > 1 or len(standing) == 1:
            return NamedTerritory(standing[0], kind=word, named=True)
        return NamedTerritory(standing[0], kind=word, named=True, sure=False, others=standing)

    def _bare(self, name: tuple[str, ...]) -> NamedTerritory | None:
        """A name without its kind: a province's, or the issuing unit's, or one unit's of the province."""
        place = province_named(name, self.day)
        if place is not None:
            return NamedTerritory(place, named=True)
        same = self.units_named(name)
        return self._choose(same, "") if same else None
