"""Names that a document itself shortens: "Tổng cục Thủy lợi (TCTL)", "Tổ công tác liên ngành (sau đây gọi là TCT)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nghiquyet.extract.language.spelling import words
from nghiquyet.extract.model import Document, lines_to_text
from nghiquyet.normalize.fields.agencies.abbreviations import write_out
from nghiquyet.normalize.fields.agencies.role_words import begins_as_agency

_SHORT = r"[A-ZĐÂÊÔƠƯ]{3,10}"
_DEFINED = re.compile(
    rf"\(\s*(?P<said>(?:sau đây|dưới đây|gọi|viết)\b[^()]{{0,30}}?\blà\s*:?\s*)?[“\"]?(?P<short>{_SHORT})[”\"]?\s*\)"
)
_AT_END = re.compile(rf"\s*\((?P<short>{_SHORT})\)$")
_IS_SHORT = re.compile(_SHORT)
_NAME_END = re.compile(r"[^.;:()\n“”]*$")
_WORD = re.compile(r"[^\W_]+")
_REACH = 160  # letters before a bracket in which the name is looked for; the longest names met have 120
_LONGEST_NAME = 16  # words
_SAID = 2 / 3  # of a name's initials stand in its short form; of "Tổ công tác liên ngành" (TCTL) four in five
_MOST = 500  # definitions that are read of one document
_PASSED_OVER = frozenset({"và"})


@dataclass(frozen=True, slots=True)
class ShortName:
    """``short`` is what the document calls the body of that ``name`` (as printed)."""

    short: str
    name: str


def abbreviates(short: str, name: str, least: float = _SAID) -> bool:
    """True if ``short`` is made of initials of the words of ``name``: "SKHCN" of "Sở Khoa học và Công nghệ".

    ``least`` is the share of the words whose initials must be there; the first must, "và" needs not.
    """
    if not _IS_SHORT.fullmatch(short):
        return False
    initials = [w[0].upper() for w in words(write_out(name)) if w not in _PASSED_OVER]
    if not initials or initials[0] != short[0] or len(short) < least * len(initials):
        return False
    rest = iter(initials)
    return all(letter in rest for letter in short)


def without_short_name(text: str) -> str:
    """ "Tổng cục Thủy lợi (TCTL)" without its bracket; empty where no short name stands in one at the end."""
    bracket = _AT_END.search(text)
    name = text[: bracket.start()].rstrip() if bracket else ""
    return name if bracket and abbreviates(bracket["short"], name) else ""


def short_names(texts: Iterable[str]) -> tuple[ShortName, ...]:
    """The short names that the texts define, in order; none that is defined as two names."""
    names: dict[str, set[tuple[str, ...]]] = {}
    found: dict[str, ShortName] = {}
    for one in _defined(texts):
        names.setdefault(one.short, set()).add(words(write_out(one.name)))
        found.setdefault(one.short, one)
        if len(found) >= _MOST:
            break
    return tuple(one for short, one in found.items() if len(names[short]) == 1)


def _defined(texts: Iterable[str]) -> Iterator[ShortName]:
    for text in texts:
        for match in _DEFINED.finditer(text):
            before = text[max(0, match.start() - _REACH) : match.start()].rstrip()
            clause = _NAME_END.search(before)
            name = _name_of(match["short"], clause.group() if clause else "", 0.0 if match["said"] else _SAID)
            if name:
                yield ShortName(match["short"], name)


def _name_of(short: str, clause: str, least: float) -> str:
    """The words at the end of ``clause`` that ``short`` stands for: the fewest that begin as a body's name."""
    for start in reversed([match.start() for match in _WORD.finditer(clause)][-_LONGEST_NAME:]):
        name = clause[start:]
        if name[0].isupper() and begins_as_agency(words(write_out(name))) and abbreviates(short, name, least):
            return " ".join(name.split())
    return ""


def document_to_short_names(document: Document) -> tuple[ShortName, ...]:
    """The short names that the document's prose and the cells of its tables define."""
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return short_names((lines_to_text(document.lines), *cells))
