"""From an entry and a place to the body's canonical name, its id and its Agency record."""

from __future__ import annotations

import datetime as dt

from nghiquyet.normalize.fields.agencies.registry import Entry
from nghiquyet.normalize.fields.places import Place
from nghiquyet.normalize.model import Agency

# what an entry's level asks of the place: its level, and its kind where the body is of one kind of unit only
LEVELS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "": ((), ()),
    "central": ((), ()),
    "province": (("province",), ()),
    "any": (("province", "district", "commune"), ()),
    "local": (("district", "commune"), ()),
    "district": (("district",), ()),
    "commune": (("commune",), ()),
    "tinh": (("province",), ("Tỉnh",)),
    "thanh-pho": (("province",), ("Thành phố",)),
    "huyen": (("district",), ("Huyện",)),
    "quan": (("district",), ("Quận",)),
    "thi-xa": (("district",), ("Thị xã",)),
    "thanh-pho-huyen": (("district",), ("Thành phố",)),
}


def is_local(entry: Entry) -> bool:
    """True if there is such a body in each unit of some level: "Sở Xây dựng", "HĐND"."""
    return bool(LEVELS[entry.level][0])


def suits(entry: Entry, place: Place) -> bool:
    """True if such a body exists in a unit like ``place``."""
    levels, kinds = LEVELS[entry.level]
    return place.level in levels and (not kinds or place.kind in kinds)


def canonical_name(entry: Entry, place: Place | None, kind: str = "") -> str:
    """The body's name with its place filled in; without a place, with the kind word printed or nothing.

    Examples: "Ủy ban nhân dân {t}" gives "Ủy ban nhân dân tỉnh Lâm Đồng"; "Kho bạc Nhà nước {a}" gives "Kho bạc Nhà
    nước Hải Phòng" and "Kho bạc Nhà nước tỉnh Lâm Đồng".
    """
    name = entry.name
    if place is None:
        titled = bare = either = kind
        city = kind == "thành phố"
    else:
        titled, bare = place.titled, place.called or place.name
        either = bare if place.kind == "Thành phố" and place.level == "province" else titled
        city = place.kind == "Thành phố"
    name = name.replace("{u}", "Thành ủy" if city else "Tỉnh ủy")
    name = name.replace("{t}", titled).replace("{b}", bare).replace("{a}", either).replace("{n}", "")
    return " ".join(name.split())


def body_id(entry: Entry, place: Place | None) -> str:
    """``bo-tai-chinh``; ``lam-dong/so-tai-chinh``; ``lam-dong/24775/ubnd``."""
    return entry.id if place is None else f"{place.id}/{entry.id}"


def _latest(*days: dt.date | None) -> dt.date | None:
    known = [d for d in days if d is not None]
    return max(known) if known else None


def _earliest(*days: dt.date | None) -> dt.date | None:
    known = [d for d in days if d is not None]
    return min(known) if known else None


def successor_id(entry: Entry, place: Place | None) -> str | None:
    """Who took over: the entry's own successor in the same place, else the same body in the place's successor."""
    body_ends_first = entry.valid_to is not None and (
        place is None or place.valid_to is None or entry.valid_to <= place.valid_to
    )
    if body_ends_first:
        if entry.successor is None:
            return None
        return entry.successor if place is None else f"{place.id}/{entry.successor}"
    if place is not None and place.successor is not None and place.successor != place.id:
        return f"{place.successor}/{entry.id}"
    return None


def agency_record(entry: Entry, place: Place | None, kind: str = "") -> Agency:
    """The published record of that body."""
    own = place is not None and "{" in entry.name
    changed_kind = place is not None and place.successor == place.id
    return Agency(
        id=body_id(entry, place),
        name=canonical_name(entry, place, kind),
        kind="commune" if entry.id == "ubnd" and place is not None and place.level == "commune" else entry.kind,
        place=place.full_name if place is not None else None,
        code=place.code if own and place is not None and entry.id == "ubnd" else None,
        valid_from=_latest(entry.valid_from, place.valid_from if place and place.kind != "Thành phố" else None),
        valid_to=entry.valid_to if changed_kind else _earliest(entry.valid_to, place.valid_to if place else None),
        successor=successor_id(entry, place),
    )
