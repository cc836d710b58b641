"""The words of a clause → who is ordered to do it: the bodies before its verb, and those it is done with."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Protocol

from nghiquyet.normalize.fields.agencies.reads_agencies import ReadsAgencies
from nghiquyet.normalize.fields.order_words import begins, ends, within
from nghiquyet.normalize.model import Assignment
from nghiquyet.normalize.prose.orders.body_words import names_body
from nghiquyet.normalize.prose.orders.clause_openings import actor_places, ordered_by_another
from nghiquyet.normalize.prose.orders.clause_verbs import LONGEST_UNLISTED, NAMES_STOP, behind_proper_name, first_verb
from nghiquyet.normalize.prose.orders.odd_names import is_odd_name
from nghiquyet.normalize.prose.orders.offices import BESIDE, without_apposition, without_officers

# The names of those ordered end within this many letters.
LONGEST_SUBJECT = 320
# Behind the one who orders stands "giao", "yêu cầu", "đề nghị" within so many letters: "tỉnh giao Sở …".
LONGEST_ORDERING = 12
# What a body is told to do has so many words: "Hội đồng tuyển dụng", "Chính phủ số" are names.
FEWEST_ACT_WORDS = 3
# What the ids of bodies begin with that no registry has.
LOCAL = "local:"
COLLECTIVE = "collective:"
UNLISTED = (LOCAL, COLLECTIVE)
# A comma, "và" or adverb may stand between the last name and the verb.
TRIMMED = " ,;:-–"
_WORD = re.compile(r"\w+")
# The share of a subject's letters that the names read in it must make up.
COVERED = 0.85
# "Đoàn kiểm tra: Các thành viên Đoàn …", "Ông … - Thư ký: Ghi …": who is ordered stands before the colon.
_LABEL_END = re.compile(r":\s+(?=[^\W\d_])")
# "các Bộ", "các tỉnh, thành phố": more than one, of one kind.
_MANY = re.compile(r"(?:^|\s)(?:các|những) [^\W\d]+(?:,? [^\W\d]+){0,3}$")
_FIRST_LISTED = re.compile(r"[^,;:.]{2,60}(?:,| và) ")


class NamesBodies(ReadsAgencies, Protocol):
    """Whoever knows where the names of registered bodies end, and turns names into agencies."""

    def known_end(self, text: str) -> int: ...


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
    ordered: bool = False  # a word of ordering stands before the names

    def up_to(self, end: int) -> Agents:
        """The same without partners that are named at or behind ``end``, where another order begins."""
        partners = (one if one is None or one.start < end else None for one in (self.coordinating, self.monitoring))
        coordinating, monitoring = partners
        return replace(self, coordinating=coordinating, monitoring=monitoring)


def read_agents(clause: str, agencies: NamesBodies) -> Agents | None:
    """The bodies that a clause orders, or None where it names none that is to act.

    "Giao Sở X chủ trì, phối hợp với Sở Y …", "Sở X có trách nhiệm …", "Căn cứ …, Sở X …"; in "Chủ tịch yêu cầu Sở X …"
    it is Sở X. A clause that begins with its verb has no lead.
    """
    for start, ordered in actor_places(clause):
        verb = first_verb(clause, start + 1)
        reach = (known_end(clause, start, agencies) or start, verb or start)
        if not ordered and (given := ordered_by_another(clause, max(reach) + LONGEST_ORDERING)) is not None:
            start, ordered, verb = given, True, first_verb(clause, given + 1)
        if not names_body(clause[start:], ordered=True):
            continue
        found = _subject(clause, start, ordered, verb, agencies)
        if found is not None:
            lead, verb = found
            if not ordered and begins("ordering").match(clause[verb:].casefold()):
                continue  # "Bộ Chính trị yêu cầu: …" says who orders, not who is ordered
            return Agents(lead, *_others(clause, lead.end, agencies), verb=verb, ordered=ordered)
    return None


def read_partners(clause: str, agencies: NamesBodies) -> Agents:
    """The bodies with which a clause without a lead of its own is to be carried out."""
    return Agents(None, *_others(clause, 0, agencies))


def _subject(
    clause: str, start: int, ordered: bool, verb: int | None, agencies: NamesBodies
) -> tuple[Named, int] | None:
    """(the bodies named from ``start`` on, where their verb begins).

    A name ends where the registry's does, whatever word follows ("Bộ Giáo dục và Đào tạo", "Sở Nội vụ tiếp thu …"); one
    that it does not know, before the first word that can be a verb.
    """
    known = known_end(clause, start, agencies)
    if known is not None and (_begins_act(clause, known) or (verb is not None and known >= verb)):
        verb = known + len(clause[known:]) - len(clause[known:].lstrip(TRIMMED))
    unnamed = known is None
    others = (first_verb(clause, start + 1, entrusted=False), behind_proper_name(clause, start)) if unnamed else ()
    for place in dict.fromkeys((verb, *others)):
        if place is None or len(clause[place:].split()) < FEWEST_ACT_WORDS:
            continue
        lead = _before(clause, start, place, ordered, agencies)
        if lead is None or _is_bare(lead):
            continue
        return replace(lead, sure=lead.sure and place == verb), place
    return None


def _is_bare(lead: Named) -> bool:
    """True for one syllable that is a kind of body ("Ban kiểm tra phiếu"): with its verb it is a longer name."""
    names = lead.assignments
    return len(names) == 1 and len(names[0].text.split()) == 1 and (names[0].agency or LOCAL).startswith(LOCAL)


def known_end(clause: str, start: int, agencies: NamesBodies) -> int | None:
    """Where registered names that begin at ``start``, behind an office-holder's style, end."""
    office = begins("officers").match(clause[start : start + LONGEST_SUBJECT].casefold())
    name = start + office.end() if office else start
    name += len(clause[name:]) - len(clause[name:].lstrip())
    size = agencies.known_end(clause[name : name + LONGEST_SUBJECT])
    return name + size if size and not _is_kind_alone(clause[name : name + size], clause[name + size :]) else None


def _is_kind_alone(name: str, behind: str) -> bool:
    """True for the "Ủy ban" of "Ủy ban bầu cử tỉnh": a kind of body, and words of its name that are no verb."""
    if begins("agency_words").fullmatch(name.casefold()) is None or behind[1:2].isupper() or not behind[:1].isspace():
        return False
    small = behind.lstrip().casefold()
    goes_on = begins("name_goes_on", "verbs", "acting", "short_verbs", "duties", "coordination", "grounds").match(small)
    return small[:1].isalpha() and goes_on is None


def _begins_act(clause: str, end: int) -> bool:
    """True if what follows a known name is no part of it, nor another name beside it, nor a ground and nothing more.

    "Báo cáo Bộ Công an, UBND tỉnh theo quy định": nobody acts.
    """
    rest = clause[end : end + LONGEST_SUBJECT]
    small = rest.casefold().lstrip()
    if begins("grounds").match(small):
        act = first_verb(clause, end)
        if act is None or len(clause[act:].split()) < FEWEST_ACT_WORDS:
            return False
    return (
        rest[:1] == " "
        and small[:1].isalpha()
        and rest.lstrip()[:1].islower()
        and not begins("name_goes_on").match(small)
    )


def _before(clause: str, start: int, verb: int, ordered: bool, agencies: NamesBodies) -> Named | None:
    """The bodies named in ``clause[start:verb]``, without the ground on which they are ordered."""
    names = clause[start:verb].casefold()
    if not ordered and (within("reported").search(names, 1) or begins("reported").match(clause[verb:].casefold())):
        return None
    beside = within("together").search(names, 1)
    if beside and names_body(clause[start + beside.end() :].lstrip(), ordered=True):
        names = names[: beside.start()]
        verb = start + beside.start()
    grounds = within("grounds").finditer(names, 1)
    ground = next((g for g in grounds if not (g.group() == "được" and ends("meant").search(names[: g.start()]))), None)
    end = start + ground.start() if ground else verb
    label = _LABEL_END.search(clause, start, end)
    if label and not _opens_list(clause[start : label.start()], clause[label.end() :]):
        end = label.start()
    end = start + len(clause[start:end].rstrip(TRIMMED))
    return named_in(clause, start, end, agencies, ordered) if end - start <= LONGEST_SUBJECT else None


def _opens_list(head: str, rest: str) -> bool:
    """True for "các Bộ", "Ủy ban nhân dân các tỉnh" before a colon that names follow: "Công Thương, Tài chính …"."""
    first = _FIRST_LISTED.match(rest)
    listed = first is not None and rest[:1].isupper() and rest[first.end() : first.end() + 1].isupper()
    return listed and _MANY.search(head.casefold()) is not None


def _others(clause: str, start: int, agencies: NamesBodies) -> tuple[Named | None, Named | None]:
    """(coordinating, monitoring) bodies named behind ``start``."""
    return _behind("coordination", clause, start, agencies), _behind("monitoring", clause, start, agencies)


def _behind(family: str, clause: str, start: int, agencies: NamesBodies) -> Named | None:
    small = clause.casefold()
    for match in within(family).finditer(small, start):
        begin = match.end() + (len(clause[match.end() :]) - len(clause[match.end() :].lstrip()))
        if not names_body(clause[begin:], ordered=True):
            continue
        limit = _stop(clause, begin)
        verb = first_verb(clause[:limit], begin + 1)
        ground = within("grounds").search(small[: verb if verb is not None else limit], begin + 1)
        end = ground.start() if ground else verb if verb is not None else limit
        end = begin + len(clause[begin:end].rstrip(TRIMMED))
        found = named_in(clause, begin, end, agencies)
        if found is not None:
            return found
    return None


def _stop(clause: str, begin: int) -> int:
    """Where names that begin at ``begin`` end at the latest: a stop, a bracket, a colon that opens no list of them."""
    for stop in NAMES_STOP.finditer(clause, begin, begin + LONGEST_SUBJECT):
        if stop.group() != ":" or not _opens_list(clause[begin : stop.start()], clause[stop.end() :].lstrip()):
            return stop.start()
    return min(len(clause), begin + LONGEST_SUBJECT)


def named_in(clause: str, start: int, end: int, agencies: NamesBodies, ordered: bool = False) -> Named | None:
    """The bodies in ``clause[start:end]``; None if none is named there.

    Whoever is ``ordered`` by a word of ordering is somebody, even where no list has the name.
    """
    printed = clause[start:end]
    if not _WORD.search(printed):
        return None
    text = without_officers(without_apposition(printed))
    if begins("persons").match(text.casefold()):
        return Named((_person(printed),), start, end, sure=False)
    found = agencies.read_cell([text])
    known = [a for a in found if a.judgement != "unknown"]
    if not known:
        collective = len(printed) <= LONGEST_UNLISTED and begins("collectives").match(text.casefold())
        unlisted = ordered or collective
        return Named(found, start, end, sure=False) if unlisted and found else None
    read = sum(_letters(f"{a.text} {a.scope or ''}") for a in known)
    whole = len(known) == len(found) and read >= COVERED * _letters(text)
    people = any(begins("persons").match(piece.casefold()) for piece in BESIDE.split(text))
    odd = people or not all(_balanced(a.scope or "") for a in known) or any(map(_is_odd, known))
    return Named(found, start, end, sure=whole and not odd)


def _is_odd(assignment: Assignment) -> bool:
    """True for a name that no registry has, and that goes on like a clause."""
    unlisted = assignment.agency is None or assignment.agency.startswith(UNLISTED)
    return unlisted and is_odd_name(assignment.text)


def _balanced(text: str) -> bool:
    return text.count("(") == text.count(")")


def _person(text: str) -> Assignment:
    reason = "Nêu người thực hiện, không nêu cơ quan; cần xác định theo phân công."
    return Assignment(text=text, judgement="person", reason=reason)


def _letters(text: str) -> int:
    return sum(c.isalnum() for c in BESIDE.sub("", text))
