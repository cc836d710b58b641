"""Words said once for several names: "Sở Xây dựng, Tài chính", "UBND xã Ea Kar, Ea Ô", "HĐND, UBND các xã"."""

from __future__ import annotations

import re
from dataclasses import replace

from nghiquyet.normalize.fields.agencies.bodies import NO_PLACE
from nghiquyet.normalize.fields.agencies.judging import Judge
from nghiquyet.normalize.fields.agencies.mention import Mention, is_of_many
from nghiquyet.normalize.fields.agencies.naming import is_local
from nghiquyet.normalize.fields.agencies.registry import key_words

_UNIT = re.compile(r"\b(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|xã|phường|đặc khu)\s+[^\W\d_]", re.IGNORECASE)
_PLACE_UNREAD = "Chưa rõ của đơn vị hành chính nào: tên ở cuối dãy không nhận ra được; cần đối chiếu với văn bản."
_TWO_WORDS = ("Thành phố", "Thị xã", "Thị trấn", "Đặc khu")


def name_under_head(judge: Judge, head: str, text: str) -> tuple[Mention, ...]:
    """The mention of ``text`` with the head of the name before it; nothing if there is no such body."""
    body = judge.bodies.exact(f"{head} {text}") if text[:1].isupper() else None
    if body is None or body.others or body.entry is None:
        return ()
    if body.entry.id == "ubnd" and not body.place_printed:
        return ()
    return tuple(replace(m, text=text) for m in judge.known(f"{head} {text}"))


def unit_under_kind(judge: Judge, last: Mention, text: str) -> tuple[Mention, ...]:
    """ "UBND xã Ea Kar" before, "Ea Ô" now: the body of the same kind in the unit of the same kind."""
    entry = last.body.entry if last.body else None
    place = last.record.place if last.record else None
    if entry is None or not place or not text[:1].isupper() or entry.level in ("", "central", "province"):
        return ()
    kind = " ".join(place.split(" ")[: 2 if place.startswith(_TWO_WORDS) else 1])
    name = f"{entry.name.partition(' {')[0]} {kind} {text}"
    body = judge.bodies.exact(name)
    if body is None or body.others or not body.place_printed:
        return ()
    return tuple(replace(m, text=text) for m in judge.known(name))


def with_place_of(judge: Judge, before: Mention, after: Mention) -> Mention | None:
    """ "HĐND" before "UBND các xã": the first with the place printed behind the second; None if it takes none.

    A place that can't be read ("Sở Tư pháp tỉnh Đắc Nông") makes the first doubtful if it has none of its own.
    """
    if before.scope or not _placeless(judge, before):
        return None
    place = _place_words(judge, after)
    if not place:
        return _of_no_place(before) if after.record is None and _UNIT.search(after.text) else None
    shared = judge.known(f"{before.text} {place}")
    if len(shared) != 1 or (shared[0].body and shared[0].body.others):
        return None
    return replace(shared[0], text=before.text)


def _of_no_place(mention: Mention) -> Mention | None:
    """The mention with a doubt, if it means a body that every unit has one of and none is said."""
    if mention.body is None or mention.body.record.place is not None:
        return None
    return replace(mention, score=min(mention.score, NO_PLACE), reason=_PLACE_UNREAD)


def _placeless(judge: Judge, mention: Mention) -> bool:
    """True for a body that needs a place and has none: "HĐND", whose name has one, "Sở Xây dựng" of no province."""
    if mention.body is not None:
        entry = mention.body.entry
        if entry is None or mention.body.place_printed:
            return False
        return entry.titled or (is_local(entry) and mention.body.record.place is None)
    named = (e for r in judge.bodies.registries for e in r.named(key_words(mention.text)))
    return any(e.titled for e in named)


def _place_words(judge: Judge, mention: Mention) -> str:
    """The words of place at the end of a mention: "các xã, phường" of "UBND các xã, phường"."""
    if mention.body is None and not is_of_many((mention,)):
        return ""
    for match in re.finditer(r"(?<=\s)\S", mention.text):
        head = judge.bodies.exact(mention.text[: match.start()])
        if head is None or head.entry is None or head.place_printed:
            continue
        place = mention.text[match.start() :]
        if head.entry.titled or (is_local(head.entry) and _names_unit(judge, place)):
            return place
    return ""


def _names_unit(judge: Judge, text: str) -> bool:
    """True for "tỉnh Bình Phước": a unit by its own name."""
    territory = judge.bodies.territory.read(key_words(text))
    return territory is not None and territory.named and territory.place is not None
