"""Where in a text the name of a body may end, and the part of the task that is its may begin."""

from __future__ import annotations

import re

from nghiquyet.extract.language.spelling import words
from nghiquyet.normalize.fields.agencies.collectives import quantified
from nghiquyet.normalize.fields.agencies.cutting import trimmed
from nghiquyet.normalize.fields.agencies.phrases import scope_words
from nghiquyet.normalize.fields.agencies.role_words import lexicon

_WORD = re.compile(r"\S+")
_BRACKET = re.compile(r"^(?P<core>[^()]*\S)\s*\((?P<inside>.*)\)?\s*$", re.DOTALL)
# of a collective in free words only these say a scope; "các đơn vị thực hiện dự án" is who they are
_LOOSE = re.compile(r"\s+(?=(?:đối với|theo|căn cứ|phụ trách|chủ trì|phối hợp|tham mưu|để|khi|nếu)\b)", re.IGNORECASE)


def scope_starts(text: str) -> list[int]:
    """Where a bracket, a dash or a role phrase begins, the last first: the longest name wins."""
    starts = []
    for match in _WORD.finditer(text):
        if match.start() == 0:
            continue
        rest = text[match.start() :]
        spoken = words(rest[:80])
        if rest[0] in "(:" or match.group() in ("-", "–", "—") or lexicon("scope").starting_loosely(spoken):
            starts.append(match.start())
        elif match.group().endswith(":"):
            starts.append(match.end())
    bracket = text.find("(")
    if bracket > 0 and bracket not in starts:
        starts.append(bracket)
    return sorted(starts, reverse=True)


def collective_and_scope(text: str) -> tuple[str, str | None]:
    """A collective in free words, and what is behind "đối với", "để" and the like, else what its bracket holds."""
    loose = _LOOSE.search(text)
    if loose:
        return text[: loose.start()], text[loose.end() :]
    bracket = _BRACKET.match(text)
    return (bracket.group("core"), bracket.group("inside")) if bracket else (text, None)


def guessed_and_scope(text: str) -> tuple[str, str | None]:
    """An unknown name without its bracket, else without what is behind "đối với" and the like; and that."""
    bracket = _BRACKET.match(text)
    if bracket:
        return trimmed(bracket.group("core")), scope_words(bracket.group("inside"))
    loose = _LOOSE.search(text)
    if loose and len(words(text[: loose.start()])) > 1:
        return trimmed(text[: loose.start()]), scope_words(text[loose.end() :])
    return text, None


def says_which(core: str, scope: str) -> bool:
    """True for "các cơ quan" and "được phân công chủ trì nhiệm vụ": the rest says which ones, not what is theirs."""
    return quantified(core) and lexicon("which").starting(words(scope)) > 0
