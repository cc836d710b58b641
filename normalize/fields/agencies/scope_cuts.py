"""Where in a text the name of a body may end, and the part of the task that is its may begin."""

from __future__ import annotations

import itertools
import re

from nghiquyet.extract.language.spelling import words
from nghiquyet.normalize.fields import order_words
from nghiquyet.normalize.fields.agencies.abbreviations import write_out
from nghiquyet.normalize.fields.agencies.bodies import BodyReader
from nghiquyet.normalize.fields.agencies.collectives import begins_with_noun, quantified
from nghiquyet.normalize.fields.agencies.cutting import trimmed
from nghiquyet.normalize.fields.agencies.mention import Mention, is_of_many
from nghiquyet.normalize.fields.agencies.phrases import scope_words
from nghiquyet.normalize.fields.agencies.role_words import lexicon

_WORD = re.compile(r"\S+")
_BRACKET = re.compile(r"^(?P<core>[^()]*\S)\s*\((?P<inside>.*)\)?\s*$", re.DOTALL)
# of a collective in free words only these say a scope; "các đơn vị thực hiện dự án" is who they are
_LOOSE = re.compile(r"\s+(?=(?:đối với|theo|căn cứ|phụ trách|chủ trì|phối hợp|tham mưu|để|khi|nếu)\b)", re.IGNORECASE)

_JOINING = frozenset(
    (w,) for w in ("của", "thuộc", "với", "do", "và", "cùng", "gửi", "cho", "tại", "theo", "về", "là", "trình")
)
_LONGEST_NAME = 9  # words of a name that a scope may hide
_OBJECT = 2  # words behind a verb that say what is done: "xây dựng phương án"; "Vụ Đầu tư xây dựng" is a name
_NAMED_BY_WORK = ("board", "enterprise", "committee")  # "Ban Chỉ đạo xây dựng nông thôn mới" is a name


def predicate_starts(text: str) -> list[int]:
    """Where words begin that say what a body does: "xây dựng phương án trình Bộ"; the last first."""
    found = list(_WORD.finditer(text))[1:]
    if len(found) <= _OBJECT:
        return []
    starts = []
    verbs = order_words.begins("verbs", "short_verbs", "acting")
    never = ["name_goes_on", "no_verbs", "ordering_never"]
    if order_words.begins("name_heads").match(text.casefold()):  # "Trung tâm kiểm soát bệnh tật"
        never.append("in_names")
    for match in found:
        rest = text[match.start() :]
        verb = verbs.match(rest)
        if verb is None or order_words.begins(*never).match(rest):
            continue
        if len(rest[verb.end() :].split()) >= _OBJECT:
            starts.append(match.start())
    return starts[::-1]


def names_deed(text: str) -> bool:
    """True if a verb in ``text`` has an object that stands in no body's name: "… xây dựng phương án trình Bộ"."""
    return any(lexicon("deed").starting(words(text[start:])) for start in predicate_starts(text))


def may_act(text: str, mention: Mention) -> bool:
    """True if a verb behind ``text`` is no part of the name: not for "Thanh tra", boards, "các đơn vị"."""
    if mention.body is None:
        return is_of_many((mention,)) and not quantified(text) and not begins_with_noun(text)
    if mention.body.entry is None or mention.body.entry.kind in _NAMED_BY_WORK:
        return False
    spoken = words(write_out(text))
    return lexicon("unit").starting(spoken) < len(spoken)


def hides_agency(bodies: BodyReader, scope: str) -> bool:
    """True if a name stands in the middle of a scope as if it began a new one: "đối với X Sở B đối với Y"."""
    found = list(_WORD.finditer(scope))
    for before, match in itertools.pairwise(found):
        rest = scope[match.start() :]
        joined = words(before.group())[-1:] in _JOINING or before.group()[-1] in ",(:-–/"
        if joined or not rest[0].isupper() or not lexicon("closed").starting(words(write_out(rest))):
            continue
        if any(bodies.exact(trimmed(rest[: cut.end()])) for cut in list(_WORD.finditer(rest))[1:_LONGEST_NAME]):
            return True
    return False


def is_unit_of(bodies: BodyReader, mention: Mention, scope: str) -> bool:
    """True for "Chi cục Kiểm lâm (Sở NN&MT)": what follows is the agency that the unit is in."""
    entry = mention.body.entry if mention.body else None
    if entry is None or entry.titled or not lexicon("unit").starting(words(write_out(mention.text))):
        return False
    return bool(lexicon("parent").starting(words(write_out(scope)))) and bodies.whole(scope) is not None


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
