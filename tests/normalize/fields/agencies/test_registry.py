"""The laws of the registry, and each entry's own examples."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from typing import get_args

import pytest

from nghiquyet.normalize.fields.agencies import AgencyLinker
from nghiquyet.normalize.fields.agencies.naming import LEVELS
from nghiquyet.normalize.fields.agencies.registry import Entry, compact, heads, own_registry
from nghiquyet.normalize.fields.jurisdiction import Jurisdiction
from nghiquyet.normalize.model import AgencyKind

ENTRIES = tuple(own_registry().entries.values())
REGION = re.compile(r"-(?:\d+|iv)$")  # the number behind the id of a regional body
TODAY = dt.date(2026, 3, 2)
# a unit of each kind, for examples that name the kind
UNITS = {
    "xã": "Xã Đơn Dương",
    "phường": "Phường Xuân Hương - Đà Lạt",
    "đặc khu": "Đặc khu Phú Quý",
    "huyện": "Huyện Lâm Hà",
    "thị xã": "Thị xã La Gi",
    "quận": "Quận Hồng Bàng",
    "thành phố": "Thành phố Bảo Lộc",
}
DISTRICT_LEVELS = ("district", "huyen", "quan", "thi-xa", "thanh-pho-huyen")


def day_of(entry: Entry) -> dt.date:
    """A day on which the body stands: today if it does, else its last."""
    last = entry.valid_to or (dt.date(2025, 6, 30) if entry.level in DISTRICT_LEVELS else TODAY)
    return min(last, TODAY)


def stated(entry: Entry, example: str) -> Jurisdiction:
    """The issuer in whose papers the example is printed."""
    if entry.level in ("", "central"):
        return Jurisdiction(level="central", as_of=day_of(entry))
    day, low = day_of(entry), example.casefold()
    city = entry.level in ("thanh-pho", "quan") or "thành" in low
    province = "Hải Phòng" if city else "Lâm Đồng"
    kind = next((k for k in ("thị xã", "xã", "phường", "huyện") if low.endswith(k)), None)
    if entry.level in (*DISTRICT_LEVELS, "local", "commune") or kind:
        default = {"quan": "quận", "thi-xa": "thị xã", "thanh-pho-huyen": "thành phố"}.get(
            entry.level, "huyện" if entry.level in DISTRICT_LEVELS else "xã"
        )
        kind = kind or default
        if kind in ("xã", "phường") and entry.valid_to:
            default, day = kind, entry.valid_to
        if kind in ("huyện", "thị xã", "quận"):
            day = min(day, dt.date(2025, 6, 30))
        province = "Bình Thuận" if kind == "thị xã" else "Hải Phòng" if kind == "quận" else "Lâm Đồng"
        return Jurisdiction(level="district", province=province, unit=UNITS[kind], as_of=day)
    return Jurisdiction(level="province", province=province, as_of=day)


def test_ids_are_unique() -> None:
    from nghiquyet.normalize.fields.agencies.registry import _DATA, FILES, read_entries

    ids = [e.id for file in FILES for e in read_entries(_DATA / file)]
    assert len(ids) == len(set(ids))


def test_successors_exist_and_start_no_later_than_the_day_after() -> None:
    known = own_registry().entries
    for entry in ENTRIES:
        if entry.successor:
            heir = known[entry.successor]
            assert entry.valid_to, entry.id
            assert heir.valid_to is None or heir.valid_to > entry.valid_to, entry.id


def test_kinds_and_levels_are_known() -> None:
    for entry in ENTRIES:
        assert entry.kind in get_args(AgencyKind), entry.id
        assert entry.level in LEVELS, entry.id
        assert entry.valid_from is None or entry.valid_to is None or entry.valid_from <= entry.valid_to, entry.id


def overlap(a: Entry, b: Entry) -> bool:
    starts_before = a.valid_from is None or b.valid_to is None or a.valid_from <= b.valid_to
    return starts_before and (b.valid_from is None or a.valid_to is None or b.valid_from <= a.valid_to)


def same_place(a: Entry, b: Entry) -> bool:
    """True if both can be bodies of one unit."""
    levels_a, kinds_a = LEVELS[a.level]
    levels_b, kinds_b = LEVELS[b.level]
    if not levels_a or not levels_b:
        return not levels_a and not levels_b
    return bool(set(levels_a) & set(levels_b)) and (not kinds_a or not kinds_b or bool(set(kinds_a) & set(kinds_b)))


def test_no_alias_names_two_bodies_of_one_unit_at_one_time() -> None:
    places: dict[str, list[Entry]] = defaultdict(list)
    for entry in ENTRIES:
        for head in heads(entry):
            places[compact(head)].append(entry)
    clashes = [
        (key, a.id, b.id)
        for key, same in places.items()
        for i, a in enumerate(same)
        for b in same[i + 1 :]
        if overlap(a, b) and same_place(a, b)
    ]
    assert clashes == []


def test_every_entry_has_an_example() -> None:
    assert [e.id for e in ENTRIES if not e.examples] == []


@pytest.mark.parametrize("file", ["party", "central", "provincial", "local"])
def test_examples_resolve_to_their_entry(file: str) -> None:
    from nghiquyet.normalize.fields.agencies.registry import _DATA, read_entries

    wrong = []
    for entry in read_entries(_DATA / f"{file}.csv"):
        for example in entry.examples:
            found = AgencyLinker(stated(entry, example)).resolve_name(example)
            if (
                found.judgement != "matched"
                or REGION.sub("", (found.agency or "").split("/")[-1]) != entry.id
                or found.score < 0.95
            ):
                wrong.append((entry.id, example, found.judgement, found.agency, found.score, found.candidates))
    assert wrong == []
