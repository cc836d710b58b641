"""Where in a clause what is to be done begins: its first verb that is no part of a name."""

from __future__ import annotations

import re
from functools import cache

from nghiquyet.normalize.fields.order_words import begins, ends, within, words
from nghiquyet.normalize.prose.orders.body_words import names_body

# "Từng khoa của bệnh viện" names bodies that no registry lists; what is longer is rather a sentence.
LONGEST_UNLISTED = 60
NAMES_STOP = re.compile(r"[;:.](?=\s|$)|\((?!\w*\))")
_WORD = re.compile(r"\w+")
# Verbs side by side: "Tổ công tác kiểm tra, đánh giá chất lượng".
_BESIDE_VERB = re.compile(r"(?:,| và) $")


def first_verb(clause: str, start: int, entrusted: bool = True) -> int | None:
    """The first verb at or after ``start`` that is no part of a name: small letters, not counted, not in brackets.

    ``entrusted``: verbs behind "các cơ quan được giao" say which bodies are meant.
    """
    passed = -1  # where the last verb ends that is a part of a name
    told = -1  # where one ends that says which bodies are meant: "các cơ quan được giao | thực hiện …"
    nouns = [m.span() for m in within("agency_words").finditer(clause.casefold())]
    for match in within("verbs", "acting").finditer(clause.casefold(), start):
        if any(begin < match.start() and match.end() <= end for begin, end in nouns):
            continue  # "nhà đầu tư", "chủ đầu tư"
        if clause[match.start()].isupper() or begins("no_verbs").match(clause[match.start() :].casefold()):
            continue  # "Bộ Giáo dục và Đào tạo", "tổ chức đảng": a name's own words
        before = clause[max(0, match.start() - 12) : match.start()].casefold()
        open_brackets = clause.count("(", 0, match.start()) - clause.count(")", 0, match.start())
        attribute = ends("attributed").search(before) and begins("attributes").match(match.group())
        named = ends("name_heads").search(before) and begins("in_names").match(match.group())
        passive = before.endswith("được ")
        meant = entrusted and told >= 0 and clause[told : match.start()] == " "
        beside = passed >= 0 and _BESIDE_VERB.fullmatch(clause[passed : match.start()])
        noun = ends("counters").search(before) or is_half(clause, match.start())
        if not (noun or attribute or named or passive or beside or meant) and open_brackets <= 0:
            return match.start()
        passed = match.end() if named or beside else -1
        told = match.end() if meant or (passive and _entrusted().search(clause[: match.end()].casefold())) else -1
    return None


def behind_proper_name(clause: str, start: int) -> int | None:
    """Where small letters begin behind the proper name that ends a body's: "Trường Đại học Trà Vinh | mở ngành".

    Told by capitals alone: two words with them in a row, of which the first does not begin the name, and none behind.
    """
    stop = NAMES_STOP.search(clause, start)
    spoken = list(_WORD.finditer(clause, start, min(start + LONGEST_UNLISTED, stop.start() if stop else len(clause))))
    capitals = [i for i, word in enumerate(spoken) if word.group()[0].isupper()]
    last = capitals[-1] if capitals else 0
    if last < 2 or last - 1 not in capitals or last + 1 >= len(spoken):
        return None
    if names_body(clause[spoken[last - 1].start() :]):
        return None  # "và Ban Quản | lý các khu": another name begins there
    return spoken[last + 1].start()


def is_half(clause: str, place: int) -> bool:
    """True for "trình" of "quá trình": the second half of a noun, a verb by itself."""
    word = clause.rfind(" ", 0, max(place - 1, 0)) + 1
    return begins("halved_nouns").match(clause.casefold(), word) is not None


@cache
def _entrusted() -> re.Pattern[str]:
    """ "các cơ quan được giao" at the end of a text: what follows says which ones are meant."""
    nouns, verbs = ("|".join(map(re.escape, words(family))) for family in ("entrusted", "entrusting"))
    return re.compile(rf"(?:{nouns}) được (?:{verbs})$")
