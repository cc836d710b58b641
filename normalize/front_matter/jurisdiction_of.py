"""Issuer, letterhead and place line → level, province and unit of the document."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from nghiquyet.extract.model import Line
from nghiquyet.normalize.fields.jurisdiction import Level
from nghiquyet.normalize.fields.places import Place, province_of, provinces
from nghiquyet.normalize.front_matter.letterhead_words import CAPITAL
from nghiquyet.normalize.front_matter.number_and_date import Dated, NumberAndDate
from nghiquyet.normalize.front_matter.whose import (
    Bodies,
    IssuerTerritory,
    is_central,
    province_in,
    territory_in,
    unit_homes,
)

LINES_OF_MENTIONS = 120  # lines in which a province's name is looked for where the letterhead has none
_MENTION = re.compile(
    r"(?:tỉnh|thành phố|TP\.?|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thành uỷ)\s+"
    rf"((?:{CAPITAL}\w*[ -]{{0,3}}){{1,5}})"
)
_CAPTION = re.compile(r"kèm theo|ban hành theo", re.IGNORECASE)
_CAPTION_DAY = re.compile(r"ngày\s*(\d{1,2})\s*(?:/|tháng)\s*(\d{1,2})\s*(?:/|năm)\s*(\d{4})")
_CAPTION_MONTH = re.compile(r"(?:/|tháng)\s*(\d{1,2})\s*(?:/|năm)\s*(\d{4})")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the issuer sits: ``place`` is what the contract publishes, the rest what names of bodies depend on."""

    level: Level = "province"
    province: str | None = None
    unit: str | None = None
    place: str | None = None
    doubts: tuple[str, ...] = ()


def place_of(
    bodies: Bodies,
    issuer: str | None,
    title: str | None,
    dated: Dated,
    numbering: NumberAndDate,
    lines: tuple[Line, ...],
) -> Whereabouts:
    """The issuer's whereabouts; the letterhead's province, else the place line's, else the one the text speaks of."""
    day = dated.day or dated.about
    printed = province_of(dated.place, day)
    named = province_in(bodies.own, day) or province_in(bodies.parent, day) or province_in(issuer, day)
    if is_central(bodies.own, bodies.parent, numbering.symbol) and named is None:
        seat = printed.name if printed else dated.place
        return Whereabouts("central", None, None, seat, () if seat else ("place-unknown",))
    territory = _unit(bodies, day)
    province = named or printed or _home(territory, dated.place, day, lines)
    doubts: tuple[str, ...] = ()
    if province is None and dated.place is None:
        province, doubts = _of_text(title, day, lines)
    level: Level = "province"
    if territory is not None:
        level = "district" if territory.kind == "thành phố" else territory.level
    if named and printed and named.id != printed.id:
        doubts = ("place-disagree",)
    place = printed or province
    if place is None:
        doubts = ("place-unknown",)
    unit = f"{territory.kind.capitalize()} {territory.name}" if territory else None
    return Whereabouts(level, province.name if province else None, unit, place.name if place else dated.place, doubts)


def _unit(bodies: Bodies, day: dt.date | None) -> IssuerTerritory | None:
    """The district or commune whose body issued it; None for a province's."""
    for name in (bodies.own, bodies.parent):
        territory = territory_in(name)
        if territory is None or territory.kind == "tỉnh":
            continue
        if territory.kind == "thành phố":
            city = province_of(territory.name, day)
            if city is not None and city.kind == "Thành phố":
                continue
        return territory
    return None


def _home(
    territory: IssuerTerritory | None, printed: str | None, day: dt.date | None, lines: tuple[Line, ...]
) -> Place | None:
    """The province of a unit: the only one that has such a unit, or of those the one that the text speaks of."""
    if territory is None and printed is None:
        return None
    kind, name = (territory.kind, territory.name) if territory else ("", printed or "")
    homes = unit_homes(kind, name, day)
    slugs = {home.province for home in homes}
    spoken = _spoken_of(lines, day)
    if len(slugs) == 1:
        return _province_of_slug(slugs.pop(), day)
    fitting = [place for place, _ in spoken if not slugs or place.id in slugs]
    return fitting[0] if fitting else None


def _of_text(title: str | None, day: dt.date | None, lines: tuple[Line, ...]) -> tuple[Place | None, tuple[str, ...]]:
    """Without a letterhead: the province of the title, else the one that the text names most, which is a guess."""
    if place := _first(_mentioned([title or ""], day)):
        return place, ()
    place = _first(_spoken_of(lines, day))
    return place, ("place-guessed",) if place else ()


def _first(places: list[tuple[Place, int]]) -> Place | None:
    return places[0][0] if places else None


def _province_of_slug(slug: str, day: dt.date | None) -> Place | None:
    same = [p for p in provinces() if p.id == slug]
    standing = [p for p in same if p.stands_on(day)]
    return standing[0] if standing else (same[-1] if same else None)


def _spoken_of(lines: Iterable[Line], day: dt.date | None) -> list[tuple[Place, int]]:
    """The provinces named in the text with "tỉnh" and the like before them, most often named first."""
    return _mentioned((line.text for line in list(lines)[:LINES_OF_MENTIONS]), day)


def _mentioned(texts: Iterable[str], day: dt.date | None) -> list[tuple[Place, int]]:
    """The provinces named in the texts, most often named first."""
    counted: Counter[str] = Counter()
    places: dict[str, Place] = {}
    for text in texts:
        for match in _MENTION.finditer(text):
            words = match.group(1).split()
            for length in range(len(words), 0, -1):
                if place := province_of(" ".join(words[:length]).strip(" -"), day):
                    counted[place.id] += 1
                    places[place.id] = place
                    break
    return [(places[slug], count) for slug, count in sorted(counted.items(), key=lambda c: (-c[1], c[0]))]


def of_caption(lines: tuple[Line, ...]) -> tuple[Place | None, dt.date | None]:
    """The province and the day in an appendix's caption: "(Kèm theo Công văn số … ngày … của Sở … tỉnh …)"."""
    text = " ".join(line.text for line in lines)
    match = _CAPTION.search(text)
    if not match:
        return None, None
    caption = text[match.start() : match.start() + 400].partition(")")[0]
    day = _caption_day(caption)
    return province_in(re.sub(r"[).]+$", "", caption).strip(), day), day


def _caption_day(caption: str) -> dt.date | None:
    try:
        if match := _CAPTION_DAY.search(caption):
            return dt.date(int(match.group(3)), int(match.group(2)), int(match.group(1)))
        if match := _CAPTION_MONTH.search(caption):
            return dt.date(int(match.group(2)), int(match.group(1)), 1)
    except ValueError:
        return None
    return None
