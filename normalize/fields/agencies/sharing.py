"""Words said once for several names: "Sở Xây dựng, Tài chính", "UBND xã Ea Kar, Ea Ô", "HĐND, UBND các xã"."""

from __future__ import annotations

import re
from dataclasses import replace

from nghiquyet.normalize.fields.agencies.judging import Judge
from nghiquyet.normalize.fields.agencies.mention import Mention
from nghiquyet.normalize.fields.agencies.registry import key_words
from nghiquyet.normalize.fields.agencies.runs import is_of_many

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
    """ "HĐND" before "UBND các xã": the first with the place printed behind the second; None if it takes none."""
    place = _place_words(judge, after)
    if not place or before.scope or not _placeless(judge, before):
        return None
    shared = judge.known(f"{before.text} {place}")
    if len(shared) != 1 or (shared[0].body and shared[0].body.others):
        return None
    return replace(shared[0], text=before.text)


def _placeless(judge: Judge, mention: Mention) -> bool:
    """True for a body whose place isn't printed, though its name has one: "HĐND"."""
    if mention.body is not None:
        entry = mention.body.entry
        return entry is not None and entry.titled and not mention.body.place_printed
    named = (e for r in judge.bodies.registries for e in r.named(key_words(mention.text)))
    return any(e.titled for e in named)


def _place_words(judge: Judge, mention: Mention) -> str:
    """The words of place at the end of a mention: "các xã, phường" of "UBND các xã, phường"."""
    if mention.body is None and not is_of_many((mention,)):
        return ""
    for match in re.finditer(r"(?<=\s)\S", mention.text):
        head = judge.bodies.exact(mention.text[: match.start()])
        if head is not None and head.entry is not None and head.entry.titled and not head.place_printed:
            return mention.text[match.start() :]
    return ""
