"""A clause with several quantities → one segment for each promise, as wide as the words that are its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nghiquyet.normalize.prose.targets.clause_dates import Due
from nghiquyet.normalize.prose.targets.quantities import Quantity
from nghiquyet.normalize.prose.targets.target_words import word_anywhere, word_at_start, words_at_end

_EDGE = " ,;.:"
# What stands before "phấn đấu" is an act of its own, not what is measured, from so many words on (ESTIMATE).
FEWEST_BEFORE = 6
_AMONG = re.compile(r",? ?(?:trong đó|riêng|bao gồm)(?: có)? ")
_SEPARATOR = re.compile(r"(?:, ?(?:và |trong đó |riêng )?| và | với (?=tổng |diện tích|quy mô|công suất|vốn))")
# the next number stands right behind the separator, but for words that say nothing
_DIRECT = re.compile(
    r"(?:,? và |, ?)(?:(?:có|đạt|là|còn|khoảng|thêm|phấn đấu|tăng lên|lên|nâng lên|đến|vào|đạt được|số) |[ ,])*$"
)
_TRAILING = re.compile(r",? ?(?:trong đó|riêng|gồm|bao gồm|cụ thể)(?: là)? ?:?\s*$")
_BARE_COMMA = re.compile(r", ?(?:và )?")


@dataclass(frozen=True, slots=True)
class Segment:
    """One promise's words: ``start`` to ``end`` hold its quantity; ``extra`` are numbers that only qualify it."""

    start: int
    end: int
    quantity: Quantity
    extra: tuple[Quantity, ...] = ()

    def head(self, small: str) -> str:
        """What stands before the quantity."""
        return small[self.start : self.quantity.start]

    def tail(self, small: str) -> str:
        """What stands behind the number's unit."""
        return small[self.quantity.end : self.end]


def blank(small: str, spans: list[tuple[int, int]]) -> str:
    """``small`` with the spans turned to spaces, letter for letter."""
    letters = list(small)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def clause_to_segments(
    small: str, start: int, end: int, quantities: tuple[Quantity, ...], dues: tuple[Due, ...]
) -> tuple[Segment, ...]:
    """The segments of the clause ``small[start:end]``; ``quantities`` lie in it, outside brackets, in reading order."""
    plain = blank(small, [(d.start, d.end) for d in dues])
    segments: list[Segment] = []
    begin = start
    extra: list[Quantity] = []
    current = quantities[0]
    for following in quantities[1:]:
        cut = _cut(plain, begin, current, following)
        if cut is None:
            extra.append(following)
            continue
        segments.append(Segment(begin, cut[0], current, tuple(extra)))
        begin, current, extra = cut[1], following, []
    segments.append(Segment(begin, end, current, tuple(extra)))
    return tuple(_narrowed(small, plain, s, first=k == 0) for k, s in enumerate(segments))


def is_light(head: str) -> bool:
    """Whether the words before a number say nothing about what is measured ("phấn đấu có")."""
    rest = words_at_end("light_words").sub("", head.strip(_EDGE) + " ")
    return not rest.strip(_EDGE)


def leads_with_number(small: str, segment_start: int, quantity: Quantity) -> bool:
    """Whether the thing counted follows the number ("100% xe buýt", "giảm 10% số vụ"), else it stands before."""
    head = small[segment_start : quantity.start]
    if is_light(head):
        return True
    return not _linked(head) and word_at_start("deeds").match(head) is not None


def _linked(head: str) -> bool:
    """Whether a verb such as "đạt" ends the head: what is measured is named before the value."""
    return head.rstrip().endswith(":") or words_at_end("links").search(head.rstrip() + " ") is not None


def _cut(small: str, begin: int, current: Quantity, following: Quantity) -> tuple[int, int] | None:
    """Where ``current``'s segment ends and the next begins, or None if ``following`` only qualifies ``current``."""
    at = current.end
    between = small[at : following.start]
    among = _last(_AMONG, between)
    if among:
        return at + among.start(), at + among.end()
    direct = _DIRECT.search(between)
    if direct:
        return at + direct.start(), at + direct.end()
    separators = list(_SEPARATOR.finditer(between))
    if leads_with_number(small, begin, current):
        chosen = next((m for m in separators if _opens(between[m.end() :])), None)
    else:
        chosen = next((m for m in separators if m.group().lstrip().startswith(",") or _opens(between[m.end() :])), None)
    if chosen is None:
        return None
    return at + chosen.start(), at + chosen.end()


def _opens(rest: str) -> bool:
    """Whether ``rest`` begins a promise of its own."""
    rest = rest.lstrip()
    return any(word_at_start(name).match(rest) for name in ("measures", "deeds"))


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return found[-1] if found else None


def _narrowed(small: str, plain: str, segment: Segment, first: bool) -> Segment:
    """The segment without separators at its ends and, for the first, without a subordinate clause in front."""
    start, end = segment.start, segment.end
    if first:
        start = _head_start(plain, segment)
    while start < segment.quantity.start and small[start] in _EDGE:
        start += 1
    tail = small[segment.quantity.end : end]
    if tail.lstrip().startswith(",") and not leads_with_number(plain, start, segment.quantity):
        end = segment.quantity.end
    among = _TRAILING.search(small, segment.quantity.end, end)
    end = among.start() if among else end
    while end > segment.quantity.end and small[end - 1] in _EDGE + "/":
        end -= 1
    return Segment(start, end, segment.quantity, segment.extra)


def _head_start(plain: str, segment: Segment) -> int:
    """Where the promise begins in a long clause ("…, bảo đảm 100% thủ tục"): behind the last comma that opens it."""
    head = plain[segment.start : segment.quantity.start]
    if word_at_start("measures").match(head.lstrip(_EDGE)):
        return segment.start
    starts = [0]
    for match in reversed(list(_BARE_COMMA.finditer(head))):
        rest = head[match.end() :]
        if not rest.strip():
            continue
        promised = rest.lstrip().startswith(("phấn đấu", "bảo đảm ", "đảm bảo "))
        if promised or word_at_start("measures").match(rest) or is_light(rest):
            starts.append(match.end())
            break
    anchors = [
        m.start() for m in word_anywhere("anchors").finditer(head, starts[-1]) if not is_light(head[m.start() :])
    ]
    far = [a for a in anchors if len(head[starts[-1] : a].split()) >= FEWEST_BEFORE]
    return segment.start + (far[-1] if far else starts[-1])


def predicate_of(tail: str) -> str | None:
    """The part of ``tail`` from its first verb on, if it has one."""
    match = word_anywhere("predicates").search(tail)
    return tail[match.start() :] if match and match.start() > 0 else None


def has_predicate(tail: str) -> bool:
    return word_anywhere("predicates").search(tail) is not None
