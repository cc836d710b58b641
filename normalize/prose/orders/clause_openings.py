"""A clause → the places at which the one who is ordered may be named.

Orders seldom begin with the actor alone: "Căn cứ Kế hoạch này, Sở Nội vụ …", "Trong tháng 9/2025, …", "Định kỳ hằng
quý, …", "Đối với các dự án chậm tiến độ, …". What stands before is an adverbial that a comma or a colon ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from nghiquyet.normalize.fields.order_words import begins, within
from nghiquyet.normalize.prose.orders.body_words import begins_with_verb, names_body, starts_name

# An adverbial is no longer than this (letters): longer ones were a sentence, or a list that names the actor in it.
LONGEST_OPENING = 420
# Places looked at in one clause.
MOST_PLACES = 8
_STOP = re.compile(r"[,:]\s+(?=\S)")
# "Đối với Sở Y tế: …", "Đối với các chủ đầu tư cần …" are orders to the bodies themselves, "Đối với dự án chậm, Sở Y tế
# …" to the one behind the comma.
_CONCERNED = re.compile(r"Đối với\s+", re.IGNORECASE)
# A name before the word that says what it must do has so many letters.
_NAME = re.compile(r"[^,:;.]{3,120}\s")
_COLON = re.compile(r":\s")
# What may stand between an adverbial and the actor: "Trong quý I, đồng thời giao Sở …".
_LINK = re.compile(
    r"(?:(?:đồng thời|theo đó|trong đó|do đó|vì vậy|qua đó),?|(?:định kỳ\s+)?(?:hằng|hàng) (?:năm|quý|tháng|tuần))\s+",
    re.IGNORECASE,
)
# "Thực hiện ý kiến của …, Sở Y tế …": a verb opens an adverbial where a name in capitals stands behind its comma.


def actor_places(clause: str) -> Iterator[tuple[int, bool]]:
    """(where names begin, whether a word of ordering stands before them) for each place worth reading, best first."""
    yield from islice(_places(clause), MOST_PLACES)


def _places(clause: str) -> Iterator[tuple[int, bool]]:
    concerned = _concerned(clause)
    if concerned is not None:
        yield concerned, True
    yield from _at(clause, 0)
    for start in _behind_openings(clause):
        yield from _at(clause, start)


def _at(clause: str, start: int) -> Iterator[tuple[int, bool]]:
    """The place at ``start`` itself, if it begins with an order's word or a body's name."""
    link = _LINK.match(clause, start)
    start = link.end() if link else start
    ordered = behind_order(clause, start)
    if ordered is not None:
        yield ordered, True
    elif names_body(clause[start:]) or (start and starts_name(clause[start:])):
        yield start, False


def behind_order(clause: str, start: int = 0) -> int | None:
    """Where the names begin behind "giao", "yêu cầu", "đề nghị" at ``start``; None where nobody is ordered there."""
    small = clause[start : start + 200].casefold()
    match = begins("ordering").match(small)
    if match is None:
        return None
    place = start + match.end()
    while place < len(clause) and clause[place] in " :":
        place += 1
    named = clause[place : place + 1].isupper()  # "giao ban" is a meeting, "giao Ban Quản lý …" an order
    return None if begins("ordering_never").match(small) and not named else place


def ordered_by_another(clause: str, limit: int) -> int | None:
    """Where the names begin in "Chủ tịch … yêu cầu các sở …", the word before ``limit``; None where none is ordered."""
    for match in within("ordering").finditer(clause[:limit].casefold()):
        place = behind_order(clause, match.start())
        if place is not None and match.start() and names_body(clause[place:], ordered=True):
            return place
    return None


def is_opening(clause: str) -> bool:
    """True if the clause begins with an adverbial: the ground, the time, the purpose, the matter."""
    return bool(begins("openings", "openings_of_verbs").match(clause[:40].casefold()))


def _concerned(clause: str) -> int | None:
    match = _CONCERNED.match(clause)
    if match is None or not names_body(clause[match.end() :], ordered=True):
        return None
    stop = _STOP.search(clause, match.end())
    told = (stop and _COLON.match(clause, stop.start())) or _told_duty(clause, match.end())
    return match.end() if told else None


def _told_duty(clause: str, start: int) -> bool:
    """True for "các chủ đầu tư cần …" at ``start``: a name, and what that one must do."""
    name = _NAME.match(clause, start)
    return name is not None and within("musts").search(clause.casefold(), start + 3, name.end()) is not None


def _behind_openings(clause: str) -> Iterator[int]:
    """Behind each comma or colon that may end the adverbial with which the clause begins; at a word of ordering too."""
    done = begins("openings_of_verbs").match(clause[:40].casefold())
    grounded = begins("ground_openings").match(clause[:40].casefold()) is not None
    if not is_opening(clause):
        return
    acts = False  # "Căn cứ nhiệm vụ, chỉ đạo các trường …, các cơ sở …": who is named behind a verb does not act
    for stop in _STOP.finditer(clause, 0, LONGEST_OPENING):
        before = clause[: stop.start()]
        if before.count("(") == before.count(")") and (not (done or acts) or clause[stop.end()].isupper()):
            yield stop.end()
        acts = acts or (grounded and begins_with_verb(clause[stop.end() :]))
    for match in within("ordering").finditer(clause[:LONGEST_OPENING].casefold()):
        place = behind_order(clause, match.start())
        if place is not None and names_body(clause[place:], ordered=True):
            yield match.start()
