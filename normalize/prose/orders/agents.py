"""The words of a clause → who is ordered to do it: the bodies before its verb, and those it is done with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nghiquyet.normalize.model import Assignment
from nghiquyet.normalize.prose.orders.order_words import begins, ends, within
from nghiquyet.normalize.tables.build_tasks import ReadsAgencies

# The names of those ordered end within this many letters.
LONGEST_SUBJECT = 320
# "Từng khoa của bệnh viện" names bodies that no registry lists; what is longer is rather a sentence.
LONGEST_UNLISTED = 60
# A comma, "và" or adverb may stand between the last name and the verb.
_TRIM = " ,;:-–"
_WORD = re.compile(r"\w+")
_BESIDE = re.compile(r"(\s(?:và|hoặc)\s|[,;]\s+)")
# A verb that is also a body's name is the verb before these: "Thanh tra, kiểm tra việc …".
_ACT = re.compile(r"\s*,|\s+(?:việc|công tác|các|tình hình|toàn diện)(?!\w)")
# The share of a subject's letters that the names read in it must make up.
COVERED = 0.85
# Verbs side by side: "Tổ công tác kiểm tra, đánh giá chất lượng".
_BESIDE_VERB = re.compile(r"(?:,| và) $")
# "Đoàn kiểm tra: Các thành viên Đoàn …", "Ông … - Thư ký: Ghi …": who is ordered stands before the colon.
_LABEL_END = re.compile(r":\s+(?=[^\W\d_])")
_CONCERNED = re.compile(r"Đối với\s+")
# What stands before a word that is then no verb: a noun's counter, or the first half of a compound ("quá trình").
_COUNTED = re.compile(
    r"(?:các|những|mọi|từng|mỗi|một số|toàn bộ|và|của|công tác|việc|về"
    r"|quá|lộ|công|chương|quy|tiến|lịch|giáo|tờ) $"
)


@dataclass(frozen=True, slots=True)
class Named:
    """Bodies named in ``text[start:end]``."""

    assignments: tuple[Assignment, ...]
    start: int
    end: int
    sure: bool = True  # every word of it was read as part of a body's name


@dataclass(frozen=True, slots=True)
class Agents:
    """Who leads, who takes part, and where the verb of the order begins."""

    lead: Named | None = None
    coordinating: Named | None = None
    monitoring: Named | None = None
    verb: int = 0


def read_agents(clause: str, agencies: ReadsAgencies) -> Agents | None:
    """The bodies that a clause orders, or None where it begins neither with an order nor with a body.

    "Giao Sở X chủ trì, phối hợp với Sở Y …", "Sở X có trách nhiệm …"; in "Chủ tịch yêu cầu Sở X …" it is Sở X. A clause
    that begins with its verb has no lead.
    """
    concerned = _CONCERNED.match(clause)
    start = concerned.end() if concerned else _behind_order(clause.casefold()) or 0
    verb = _verb(clause, start + 1)
    if not start and verb is not None and (given := _given_by_another(clause, verb)) is not None:
        start = given
        verb = _verb(clause, start + 1)
    if verb is None or not names_body(clause[start:], ordered=start > 0):
        return None
    lead = _subject(clause, start, verb, agencies)
    if lead is None:
        return None
    return Agents(lead, *_others(clause, lead.end, agencies), verb=verb)


def read_partners(clause: str, agencies: ReadsAgencies) -> Agents:
    """The bodies with which a clause without a lead of its own is to be carried out."""
    return Agents(None, *_others(clause, 0, agencies))


def read_heading(title: str, agencies: ReadsAgencies) -> Named | None:
    """The bodies that a heading names and nothing else: "Sở Nội vụ", "Trách nhiệm của Sở Y tế:"."""
    small = title.casefold()
    start = 0
    while match := begins("before_agency").match(small, start):
        start = match.end()
        while start < len(small) and small[start] in _TRIM:
            start += 1
    end = len(title.rstrip(_TRIM + "."))
    if end - start > LONGEST_SUBJECT or not names_body(title[start:], ordered=start > 0):
        return None
    if within("duties").search(small[start:]):
        return None
    named = _named(title, start, end, agencies)
    return named if named is not None and (named.sure or start > 0) else None


def names_body(text: str, ordered: bool = False) -> bool:
    """True if the words begin as the name of a body or the style of an office-holder does.

    Behind an order's word ("Giao phòng Nội vụ") a name may begin with a small letter.
    """
    small = text[:80].casefold()
    if begins("agency_never").match(small):
        return False
    named = begins("collectives", "persons", "officers", "agency_words").match(small)
    if named is None:
        return False
    act = begins("verbs").match(small)
    if act is not None and (len(act.group()) > len(named.group()) or _ACT.match(small, act.end())):
        return False
    office = begins("officers").match(small)
    if office and not begins("persons").match(small):
        rest = text[office.end() :].lstrip(" ,")
        return names_body(rest, True) if rest[:1].islower() or len(rest) > 1 else False
    return text[:1].isupper() or ordered


def begins_with_verb(text: str) -> bool:
    """True if an order without a name begins: "Tổ chức …", "Thường xuyên …"."""
    small = text.casefold()
    return bool(begins("verbs", "short_verbs").match(small)) and not begins("ordering_never").match(small)


def _behind_order(small: str) -> int | None:
    """Where the names begin behind "giao", "yêu cầu", "đề nghị"; None where nobody is ordered at the start."""
    match = begins("ordering").match(small)
    if match is None or begins("ordering_never").match(small):
        return None
    place = match.end()
    while place < len(small) and small[place] in " :":
        place += 1
    return place


def _given_by_another(clause: str, verb: int) -> int | None:
    """Where the names begin in "Chủ tịch … yêu cầu các sở …"; None where the subject itself acts."""
    for match in within("ordering").finditer(clause[: verb + 1].casefold()):
        start = match.start() + (_behind_order(clause[match.start() :].casefold()) or 0)
        if start > match.start() and names_body(clause[start:], ordered=True):
            return start
    return None


def _subject(clause: str, start: int, verb: int, agencies: ReadsAgencies) -> Named | None:
    """The bodies named in ``clause[start:verb]``, without the ground on which they are ordered."""
    ordered = start > 0
    names = clause[start:verb].casefold()
    if not ordered and within("reported").search(names, 1):
        return None
    grounds = within("grounds").finditer(names, 1)
    ground = next((g for g in grounds if not (g.group() == "được" and ends("meant").search(names[: g.start()]))), None)
    end = start + ground.start() if ground else verb
    label = _LABEL_END.search(clause, start, end)
    end = start + len(clause[start : label.start() if label else end].rstrip(_TRIM))
    return _named(clause, start, end, agencies) if end - start <= LONGEST_SUBJECT else None


def _verb(clause: str, start: int) -> int | None:
    """The first verb at or after ``start`` that is no part of a name: small letters, not counted, not in brackets."""
    passed = -1  # where the last verb ends that is a part of a name
    for match in within("verbs").finditer(clause, start):
        before = clause[max(0, match.start() - 12) : match.start()].casefold()
        open_brackets = clause.count("(", 0, match.start()) - clause.count(")", 0, match.start())
        attribute = ends("attributed").search(before) and begins("attributes").match(match.group())
        named = ends("name_heads").search(before) and begins("in_names").match(match.group())
        passive = before.endswith("được ") and begins("in_names", "attributes").match(match.group())
        beside = passed >= 0 and _BESIDE_VERB.fullmatch(clause[passed : match.start()])
        if not (_COUNTED.search(before) or attribute or named or passive or beside) and open_brackets <= 0:
            return match.start()
        passed = match.end() if named or beside else -1
    return None


def _others(clause: str, start: int, agencies: ReadsAgencies) -> tuple[Named | None, Named | None]:
    """(coordinating, monitoring) bodies named behind ``start``."""
    return _behind("coordination", clause, start, agencies), _behind("monitoring", clause, start, agencies)


def _behind(family: str, clause: str, start: int, agencies: ReadsAgencies) -> Named | None:
    small = clause.casefold()
    for match in within(family).finditer(small, start):
        begin = match.end() + (len(clause[match.end() :]) - len(clause[match.end() :].lstrip()))
        if not names_body(clause[begin:], ordered=True):
            continue
        stop = re.compile(r"[;:.](?:\s|$)|\((?!\w*\))").search(clause, begin)
        limit = min(stop.start() if stop else len(clause), begin + LONGEST_SUBJECT)
        verb = _verb(clause[:limit], begin + 1)
        ground = within("grounds").search(small[: verb if verb is not None else limit], begin + 1)
        end = ground.start() if ground else verb if verb is not None else limit
        end = begin + len(clause[begin:end].rstrip(_TRIM))
        found = _named(clause, begin, end, agencies)
        if found is not None:
            return found
    return None


def _named(clause: str, start: int, end: int, agencies: ReadsAgencies) -> Named | None:
    """The bodies in ``clause[start:end]``; None if none is named there."""
    printed = clause[start:end]
    if not _WORD.search(printed):
        return None
    text = _without_officers(printed)
    if begins("persons").match(text.casefold()):
        return Named((_person(printed),), start, end, sure=False)
    found = agencies.read_cell([text])
    known = [a for a in found if a.judgement != "unknown"]
    if not known:
        unlisted = len(printed) <= LONGEST_UNLISTED and begins("collectives").match(text.casefold())
        return Named(found, start, end, sure=False) if unlisted and found else None
    read = sum(_letters(f"{a.text} {a.scope or ''}") for a in known)
    whole = text == printed and len(known) == len(found) and read >= COVERED * _letters(text)
    people = any(begins("persons").match(piece.casefold()) for piece in _BESIDE.split(text))
    odd = people or not all(_balanced(a.scope or "") for a in known)
    return Named(found, start, end, sure=whole and not odd)


def _without_officers(text: str) -> str:
    """ "Thủ trưởng các sở và Chủ tịch Ủy ban nhân dân các xã" → "các sở và Ủy ban nhân dân các xã"."""
    pieces: list[str] = []
    alone = False
    for piece in _BESIDE.split(text):
        office = begins("officers").match(piece.casefold())
        if office and office.end() == len(piece.rstrip()):
            alone = True  # "Người đứng đầu, tập thể lãnh đạo các phòng": the body's name stands behind the last one
            continue
        if not (alone and _BESIDE.fullmatch(piece)):
            rest = piece[office.end() :].lstrip() if office else piece
            pieces.append(rest if names_body(rest, ordered=True) else piece)
        alone = False
    return "".join(pieces)


def _balanced(text: str) -> bool:
    return text.count("(") == text.count(")")


def _person(text: str) -> Assignment:
    reason = "Nêu người thực hiện, không nêu cơ quan; cần xác định theo phân công."
    return Assignment(text=text, judgement="person", reason=reason)


def _letters(text: str) -> int:
    return sum(c.isalnum() for c in _BESIDE.sub("", text))
