"""Do words begin as a body's name, an office-holder's style, or what is to be done? Told by their first words."""

from __future__ import annotations

import re

from nghiquyet.normalize.fields.order_words import begins

# A verb that is also a body's name is the verb before these: "Thanh tra, kiểm tra việc …".
_ACT = re.compile(r"\s*,|\s+(?:việc|công tác|các|tình hình|toàn diện)(?!\w)")
# Looked at of a text (letters): names tell themselves by their first words.
_FIRST = 80


def names_body(text: str, ordered: bool = False) -> bool:
    """True if the words begin as the name of a body or the style of an office-holder does.

    Behind an order's word ("Giao phòng Nội vụ") a name may begin with a small letter.
    """
    small = text[:_FIRST].casefold()
    many = begins("quantifiers").match(small)
    if begins("agency_never").match(small[many.end() :].lstrip() if many else small):
        return False
    named = begins("collectives", "persons", "officers", "agency_words").match(small) or _collective(small)
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


def starts_name(text: str) -> bool:
    """True within a sentence: a capital name, or a collective with its quantifier ("các sở, ngành", not "ngành")."""
    small = text[:_FIRST].casefold()
    return names_body(text) or (
        (begins("collectives").match(small) or _collective(small)) is not None and names_body(text, True)
    )


def _collective(small: str) -> re.Match[str] | None:
    """The match of a quantifier with a kind of body behind it: "các tập đoàn", "từng xã"."""
    many = begins("quantifiers").match(small)
    if many is None or begins("agency_never").match(small[many.end() :].lstrip()):
        return None
    kind = begins("agency_words", "officers").match(small[many.end() :].lstrip())
    return many if kind else None


def begins_with_verb(text: str) -> bool:
    """True if an order without a name begins: "Tổ chức …", "Thường xuyên …"."""
    small = text[:_FIRST].casefold()
    return bool(begins("verbs", "short_verbs").match(small)) and not begins("ordering_never", "noun_openings").match(
        small
    )
