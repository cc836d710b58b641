"""Small parts of a mention's words: scopes, the words behind a position, the name of a person."""

from __future__ import annotations

import re

from nghiquyet.extract.language.spelling import words
from nghiquyet.normalize.fields.agencies.abbreviations import write_out
from nghiquyet.normalize.fields.agencies.cutting import trimmed
from nghiquyet.normalize.fields.agencies.role_words import lexicon

_TO_DO = re.compile(r"^\s*[-–—:,(]*\s*")


def scope_words(text: str | None) -> str | None:
    """A scope as printed, without the bracket or dash that opens it."""
    if not text:
        return None
    scope = trimmed(_TO_DO.sub("", text, count=1))
    if scope.endswith(")") and scope.count(")") > scope.count("("):
        scope = scope[:-1].strip()
    return scope or None


def after_words(text: str, count: int) -> int:
    """The place in ``text`` behind its first ``count`` words as ``words`` counts them."""
    place = 0
    for match in re.finditer(r"[^\W_]+", text):
        if count == 0:
            break
        count -= 1
        place = match.end()
    return place


def without_inside(unit: str) -> str:
    """ "Chi cục Kiểm lâm thuộc" gives "Chi cục Kiểm lâm"."""
    for word in ("trực thuộc", "thuộc", "của"):
        if unit.casefold().endswith(" " + word):
            return trimmed(unit[: -len(word)])
    return unit


def personal_name(text: str) -> bool:
    """True if ``text`` begins with two to five capitalised words of which the first is a family name."""
    found = re.match(r"((?:[^\W\d_]\w*\s+){1,4}[^\W\d_]\w*)", text + " ")
    if not found:
        return False
    run = []
    for word in text.replace(",", " ,").replace("-", " -").replace(";", " ;").split():
        if not word[:1].isupper() or word.isupper():
            break
        run.append(word)
    surnames = lexicon("surname")
    if not 2 <= len(run) <= 5 or (run[0].casefold(),) not in surnames:
        return False
    return not lexicon("head").starting(words(write_out(text)))


def has_name(text: str) -> bool:
    """True if a word behind the first is capitalised: without one there is no name to find."""
    return any(w[:1].isupper() for w in text.split()[1:])
