"""The words that name who is ordered → the bodies' names alone: styles of office-holders and appositions left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nghiquyet.normalize.fields.order_words import begins
from nghiquyet.normalize.prose.orders.body_words import names_body

BESIDE = re.compile(r"(\s(?:và|hoặc)\s|[,;]\s+)")
# "Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo, …": to the next comma, or within brackets.
_APPOSITION = re.compile(r"\s+[-–—]\s+(?P<dash>[^,;()]+)|\s*\((?P<bracket>[^()]+)\)")


def without_officers(text: str) -> str:
    """ "Thủ trưởng các sở và Chủ tịch Ủy ban nhân dân các xã" → "các sở và Ủy ban nhân dân các xã".

    "Bộ trưởng, Thủ trưởng cơ quan ngang bộ": ministers, named by their office alone, are their ministries.
    """
    pieces: list[str] = []
    alone = False
    split = BESIDE.split(text)
    for k, piece in enumerate(split):
        office = begins("officers").match(piece.casefold())
        if office and office.end() == len(piece.rstrip()):
            if begins("ministers").fullmatch(office.group()) and _heads_follow(split[k + 1 : k + 3]):
                pieces.append(piece.split()[0])
            else:
                alone = True  # "Người đứng đầu, tập thể lãnh đạo các phòng": the body's name stands behind the last one
            continue
        if not (alone and BESIDE.fullmatch(piece)):
            rest = piece[office.end() :].lstrip() if office else piece
            pieces.append(rest if names_body(rest, ordered=True) else piece)
        alone = False
    return "".join(pieces)


def _heads_follow(behind: Sequence[str]) -> bool:
    """True if heads of other bodies are named next: "…, Thủ trưởng cơ quan ngang bộ"."""
    return len(behind) > 1 and begins("heads").match(behind[1].casefold()) is not None


def without_apposition(text: str) -> str:
    """ "Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo" → "Sở Tài chính"."""
    return _APPOSITION.sub(lambda m: "" if _is_apposition(m["dash"] or m["bracket"]) else m.group(), text)


def _is_apposition(words: str) -> bool:
    return begins("appositions").match(words.casefold()) is not None
