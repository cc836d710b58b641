"""Letterhead, place and symbol → whose document it is: the issuer's name, its level, province and unit."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from nghiquyet.extract.language.spelling import words
from nghiquyet.normalize.fields.jurisdiction import Level
from nghiquyet.normalize.fields.places import Place, current_units, former_units, province_of, provinces
from nghiquyet.normalize.front_matter.casing import written_out
from nghiquyet.normalize.front_matter.letterhead_words import is_capitals, plain, vocabulary
from nghiquyet.normalize.front_matter.number_and_date import NUMBER_LIKE

_DECORATION = re.compile(r"^[\s*\-–—_.=~]+$")
_TRAIL = re.compile(r"\s*(?:\.{2,}|…)[\s.…]*$")  # what is made of a rule or a seal behind a name
_UNIT = re.compile(
    r"(?<!\w)(tỉnh|thành phố|tp\.?|huyện|quận|thị xã|tx\.?|thị trấn|phường|xã|đặc khu)\s+(?=\S)", re.IGNORECASE
)
_KINDS = {"tp": "thành phố", "tp.": "thành phố", "tx": "thị xã", "tx.": "thị xã"}


@dataclass(frozen=True, slots=True)
class Bodies:
    """The letterhead's bodies, written out: the one above and the issuer's own; ``sure`` if print tells them apart."""

    parent: str | None
    own: str | None
    sure: bool = True


def read_bodies(left: tuple[str, ...], bold: tuple[bool, ...]) -> Bodies:
    """The two names on the left half, above its number; one of them may be missing."""
    names: list[tuple[str, bool]] = []
    for text, is_bold in zip(left, bold, strict=True):
        if re.match(r"^\s*S[ốỐ]\b", text):
            if not (names and re.match(r"^\s*SỐ\s+\d", text) and is_capitals(text)):
                break
            if plain(names[-1][0]).endswith(tuple(map(plain, vocabulary().listed("set_up_by")))):
                names[-1] = f"{names[-1][0]} {text.strip()}", names[-1][1]
            continue
        if names and NUMBER_LIKE.search(text):
            break  # the line of the number, its first word lost
        if not _DECORATION.match(text) and not plain(text).startswith("v/v"):
            names.append((_TRAIL.sub("", text).strip(" *-–_"), is_bold))
    if not names:
        return Bodies(None, None)
    at, sure = _own_start(names)
    parent = " ".join(text for text, _ in names[:at]) or None
    own = " ".join(text for text, _ in names[at:])
    if parent and vocabulary().begins("completed_by_parent", own) and _unfinished(own):
        own = f"{own} {parent}"
    return Bodies(written_out(parent) if parent else None, written_out(own), sure)


def _own_start(names: list[tuple[str, bool]]) -> tuple[int, bool]:
    """Where the issuer's own name begins: at the first bold line under one that is not, else at the last head word."""
    first_bold = next((i for i, (_, bold) in enumerate(names) if bold), 0)
    parted = " ".join(text for text, _ in names[:first_bold])  # weight read from a picture may part a name in two
    if first_bold > 0 and all(bold for _, bold in names[first_bold:]) and not _unfinished(parted):
        return first_bold, True
    start = 0
    for i in range(1, len(names)):
        above = " ".join(text for text, _ in names[start:i])
        if vocabulary().begins("body_heads", names[i][0]) and not _unfinished(above):
            start = i
    return start, True


def _unfinished(name: str) -> bool:
    """Whether a name lacks what comes on the next line: "VĂN PHÒNG", "ĐẢNG ỦY"."""
    form = plain(name)
    return any(form == plain(entry) for entry in vocabulary().listed("unfinished"))


@dataclass(frozen=True, slots=True)
class IssuerTerritory:
    """A kind and a name as written in a body's name ("phường", "Hồng Bàng"); ``level`` by the kind alone."""

    kind: str
    name: str

    @property
    def level(self) -> Level:
        for level in ("district", "commune"):
            if self.kind in vocabulary().territories(level):
                return "district" if level == "district" else "commune"
        return "province"


def territory_in(name: str | None) -> IssuerTerritory | None:
    """The unit that a body is called after: the last one named."""
    if not name:
        return None
    found = list(_UNIT.finditer(name))
    for match in reversed(found):
        kind = match.group(1).lower()
        rest = name[match.end() :].strip(" ,.")
        if (rest and rest[:1].isupper()) or rest[:1].isdigit():
            return IssuerTerritory(_KINDS.get(kind, kind), re.split(r"[,;(]| khóa ", rest)[0].strip())
    return None


def province_in(name: str | None, day: dt.date | None) -> Place | None:
    """The province named in a text: after its kind, else at its end ("Tỉnh ủy Lâm Đồng")."""
    if not name:
        return None
    for match in reversed(list(_UNIT.finditer(name))):
        if match.group(1).lower() in ("tỉnh", "thành phố", "tp", "tp."):
            rest = name[match.end() :].split()
            for length in range(min(len(rest), 5), 0, -1):
                if place := province_of(" ".join(rest[:length]).strip(" ,.;"), day):
                    return place
    tail = name.split()
    for length in range(min(len(tail), 5), 0, -1):
        if place := province_of(" ".join(tail[-length:]).strip(" ,.;"), day):
            return place
    return None


def unit_homes(kind: str, name: str, day: dt.date | None) -> tuple[Place, ...]:
    """The units called so, in whichever province; those of the day first in question only."""
    wanted = words(name)
    slugs = dict.fromkeys(p.id for p in provinces())
    found: list[Place] = []
    for slug in slugs:
        for place in (*current_units(slug), *former_units(slug)):
            same_kind = not kind or place.kind.lower() == kind
            if same_kind and words(place.name) == wanted and (day is None or place.stands_on(day)):
                found.append(place)
    return tuple(found)


def is_central(own: str | None, parent: str | None, symbol: str | None) -> bool:
    """Whether the issuer is a body of the centre: the Government, a ministry or a part of one, the Party's centre."""
    for name in (own, parent):
        if name and vocabulary().begins("central_heads", name) and not vocabulary().begins("not_central", name):
            return True
    last = re.split(r"[-/]", symbol)[-1] if symbol else ""
    return last in ("CP", "TTg", "TW", "QH", "CTN", "VPCP", "BCT", "BBT") or bool(
        re.fullmatch(r"QH\d+|UBTVQH\d+", last)
    )
