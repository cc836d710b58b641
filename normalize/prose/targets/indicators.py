"""A segment → its indicator: what is measured, in words that stand on their own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nghiquyet.normalize.prose.targets.masking import lowered
from nghiquyet.normalize.prose.targets.quantities import Quantity
from nghiquyet.normalize.prose.targets.segments import Segment, has_predicate, leads_with_number, predicate_of
from nghiquyet.normalize.prose.targets.target_words import word_anywhere, word_at_start, words_at_end, words_at_start

_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_EDGE = ' ,;.:-–/“”"…'
_CONDITION = re.compile(r"^ ?(?:ở|tại|đối với|trên địa bàn|khu vực|cho|trong các|từ các) ")
_SHARE = re.compile(r"(?<!\w)chiếm(?: tỷ lệ| tỷ trọng)? *$", re.IGNORECASE)
_AVERAGE = re.compile(r"^bình quân (?=tỷ |tỉ |số |tổng |mức |diện tích )", re.IGNORECASE)
_SCALE = re.compile(r"^\s*(?:nghìn|ngàn|triệu|tỷ|vạn|trăm)\s(?=\w)")
_HAS = re.compile(r"(?<!\w)có$")
_WHOLE = re.compile(r"\s*so với tổng[^,;]*", re.IGNORECASE)
_ASIDE = re.compile(r",\s+(?:trong đó|nhất là|đặc biệt là|lưu ý)(?!\w).*$", re.IGNORECASE)
_WHOLE_ONLY = re.compile(r"[ ,]*(?:grdp|gdp|dân số|kế hoạch|dự toán|số xã|số hộ)[ ,.;]*")
_SUBJECTLESS = re.compile(r"(?:đóng góp(?! của)|chiếm|đạt|đáp ứng|thuộc nhóm|nằm trong|xếp)(?!\w)")
_CHANGE = re.compile(r"^(?:tăng|giảm|gấp|tăng thêm|giảm thêm)(?: \w+){0,2}$")
_RATE = re.compile(
    r"(?: trên | ?/ ?)(?:1|10|100|1\.000|10\.000|100\.000|một|mỗi)? ?(?:vạn |nghìn )?(?:dân|trẻ đẻ sống|người)$"
)
_PLACES = (("thành thị", "đô thị", "nông thôn", "miền núi"), ("cấp tỉnh", "cấp huyện", "cấp xã", "cấp sở"))
LONGEST_COUNTED = 4  # words of a bare count ("4,5 dược sĩ đại học") that shares the rate behind the last one
SHORTEST = 3  # words from which an indicator can stand alone


@dataclass(frozen=True, slots=True)
class IndicatorParts:
    """An indicator in the making: words before and behind the number, as printed, without what is said elsewhere.

    ``linked``: a verb such as "đạt" stood before the value. ``whole``: nothing but the whole of a percentage is there.
    """

    head: str
    tail: str
    number_first: bool
    linked: bool = False
    whole: bool = False

    @property
    def text(self) -> str:
        words = re.sub(r"(?<!\w)phấn đấu\s", "", f"{self.head} {self.tail}")
        return _quoted(re.sub(r"\s+", " ", words).strip(_EDGE))


def _quoted(words: str) -> str:
    """The words with the quotation mark at their edge that belongs to one within: "xã “không ma túy” "."""
    open_, close = words.count("“"), words.count("”")
    return f"{words}”" if open_ == close + 1 else f"“{words}" if close == open_ + 1 else words


def segment_to_parts(text: str, small: str, segment: Segment, gone: list[tuple[int, int]]) -> IndicatorParts:
    """The words of the segment that say what is measured; ``gone`` are the spans of dates and points of comparison."""
    quantity = segment.quantity
    first = leads_with_number(_blanked(small, gone), segment.start, quantity)
    head = _kept(text, segment.start, quantity.start, gone)
    behind = quantity.number[1] if first and quantity.unit_kind == "noun" else quantity.end
    tail = _kept(text, behind, segment.end, gone)
    tail = _ASIDE.sub("", _WHOLE.sub("", tail))
    if quantity.comparator == "top":
        return _ranked(text, segment, head, gone)
    if quantity.end > behind:
        tail = re.sub(r"\s(?:trở lên|trở xuống|hoặc cao hơn)(?!\w)", "", tail, count=1)
    if first:
        head, tail = _head_of_count(head), _SCALE.sub("", tail)
        whole = not head and _WHOLE_ONLY.fullmatch(lowered(tail)) is not None
        return IndicatorParts(head, tail.strip(_EDGE), True, whole=whole)
    if quantity.unit_kind == "noun" and (_HAS.search(lowered(head)) or _counts(head, small, quantity)):
        counted = _kept(text, quantity.number[1], segment.end, gone)
        counted = _SCALE.sub("", counted).strip(_EDGE)
        return IndicatorParts(_cut(words_at_start("dropped_heads"), head.strip(_EDGE)), counted, False)
    reached = "đạt" in small[quantity.start : quantity.number[0]]
    named = segment.head(small).rstrip().endswith(":")
    return _measured(head, tail, reached, named)


def _counts(head: str, small: str, quantity: Quantity) -> bool:
    """True for work on things counted ("Hướng dẫn 12.500 hộ kinh doanh …"): the noun is a part of what is measured.

    Behind a measure, a colon or a verb of reaching the noun is only its unit ("số hợp tác xã đạt 200 hợp tác xã").
    """
    before = lowered(head).strip(_EDGE)
    reached = "đạt" in small[quantity.start : quantity.number[0]] or head.rstrip().endswith(":")
    links = words_at_end("links").search(before)
    linked = reached or (links is not None and links.end() > links.start())
    return bool(before) and not linked and word_at_start("measures").match(before) is None


def _ranked(text: str, segment: Segment, head: str, gone: list[tuple[int, int]]) -> IndicatorParts:
    """Whose rank it is; where that is no index but a country or province, also what it is ranked by."""
    who = _cut(words_at_end("links"), _cut(words_at_start("dropped_heads"), head.strip(_EDGE))).strip(_EDGE)
    if word_at_start("measures").match(lowered(who)) or word_anywhere("indices").search(lowered(who)):
        return IndicatorParts(who, "", False, True)
    number = segment.quantity.number
    group = f"{_kept(text, segment.start, number[0], gone)} {_kept(text, number[1], segment.end, gone)}"
    group = _cut(words_at_start("dropped_heads"), group.strip(_EDGE))
    return IndicatorParts(who, group[len(who) :].strip(_EDGE) if group.startswith(who) else group.strip(_EDGE), False)


def _blanked(small: str, gone: list[tuple[int, int]]) -> str:
    for start, end in gone:
        small = small[:start] + " " * (end - start) + small[end:]
    return small


def _kept(text: str, start: int, end: int, gone: list[tuple[int, int]]) -> str:
    letters = [text[i] if not any(a <= i < b for a, b in gone) else " " for i in range(start, end)]
    kept = _BRACKETS.sub(" ", "".join(letters))
    return re.sub(r"\s+", " ", re.sub(r"\s+([,;.]|/(?=\w))", r"\1", kept)).strip()


def _head_of_count(head: str) -> str:
    """The verb in front of a count, without words that only lead to it ("phấn đấu có")."""
    head = _cut(words_at_start("dropped_heads"), head.strip(_EDGE))
    return _cut(words_at_end("dropped_heads"), head).strip(_EDGE)


def _cut(pattern: re.Pattern[str], words: str) -> str:
    match = pattern.search(lowered(words))
    return (
        (words[: match.start()] + words[match.end() :]).strip(_EDGE) if match and match.end() > match.start() else words
    )


def _measured(head: str, tail: str, reached: bool, named: bool) -> IndicatorParts:
    """What is measured stands before the value: verbs of reaching go, and the whole of a percentage."""
    before = _cut(words_at_start("dropped_heads"), head.strip(_EDGE))
    share = _SHARE.search(before)
    before = _AVERAGE.sub("", before)
    bare = _cut(words_at_end("links"), before[: share.start()] if share else before).strip(_EDGE)
    linked = bare != before or reached or named
    if share:
        tail = tail.strip(_EDGE)
        return IndicatorParts(bare, f"trong {tail}" if tail else "", False, True)
    keeps = not linked or _CONDITION.match(lowered(tail)) is not None
    if keeps and word_at_start("wholes").match(lowered(tail)) and word_at_start("measures").match(lowered(bare)):
        keeps = (
            re.search(r"(?<!\w)(?:tăng|giảm|vượt|tiết kiệm|đóng góp|đáp ứng)(?: \w+){0,2}$", lowered(bare)) is not None
        )
    return IndicatorParts(bare, tail.strip(_EDGE) if keeps else "", False, linked)


def share_predicate(parts: list[IndicatorParts]) -> list[IndicatorParts]:
    """The verb that only the last of a list carries, given to each one before it."""
    result = list(parts)
    for k in range(len(parts) - 2, -1, -1):
        following = result[k + 1]
        if not (parts[k].number_first and following.number_first) or parts[k].head or following.head:
            continue
        small = lowered(parts[k].tail)
        rate = _RATE.search(lowered(following.tail))
        if rate and not _RATE.search(small) and len(small.split()) <= LONGEST_COUNTED:
            result[k] = IndicatorParts(parts[k].head, parts[k].tail + following.tail[rate.start() :], True)
            continue
        predicate = predicate_of(lowered(following.tail))
        if predicate and not has_predicate(small) and small:
            result[k] = IndicatorParts(parts[k].head, f"{parts[k].tail} {following.tail[-len(predicate) :]}", True)
    return result


def share_head(parts: list[IndicatorParts]) -> list[IndicatorParts]:
    """The verb or subject that only the first of a list carries, given to those behind it."""
    result = list(parts)
    for k in range(1, len(parts)):
        before = result[k - 1]
        if not parts[k].tail and _CHANGE.match(lowered(parts[k].head)) and before.head and not before.number_first:
            result[k] = IndicatorParts(f"{before.head} {parts[k].head}", "", False)
        if result[k].head:
            continue
        if parts[k].tail.startswith("nhóm ") and before.head and not before.number_first:
            result[k] = IndicatorParts(before.head, parts[k].tail, False)
        elif before.number_first and before.head:
            result[k] = IndicatorParts(before.head, parts[k].tail, True)
        elif word_at_start("measures").match(lowered(parts[k].tail)):
            continue  # "90 % …, trong đó 50 % số xã đạt …" says whole what it measures
        elif not before.number_first and not before.linked and parts[k].tail:
            result[k] = IndicatorParts(before.head, parts[k].tail, False)
        elif not before.number_first and not parts[k].tail:
            result[k] = before
    return result


def completed(parts: IndicatorParts, siblings: list[IndicatorParts]) -> tuple[str, tuple[str, ...]]:
    """The indicator's words, completed from the full one before where they can't stand alone, and the doubts."""
    words = parts.text
    small = lowered(words)
    if _SUBJECTLESS.match(small) and not siblings:
        return words, ("indicator-short",)
    full = [s for s in siblings if not s.number_first and word_at_start("measures").match(lowered(s.head))]
    if not full or parts.number_first or word_at_start("measures").match(small):
        return words, ()
    before, above = full[-1], lowered(full[-1].head)
    start = _alike(above, small)
    if start:
        return f"{before.head[:start].rstrip()} {words}", ("indicator-completed",)
    if len(words.split()) >= 2 * SHORTEST or has_predicate(small):
        return words, ()
    return words, ("indicator-short",)


def _alike(above: str, small: str) -> int:
    """Where in the indicator before stands what ``small`` takes the place of ("… khu vực dịch vụ", "khu vực …")."""
    first = small.split(" ")
    for words in (first[:2], first[:1]):
        at = above.rfind(f" {' '.join(words)} ")
        if at > 0:
            return at + 1
    for places in _PLACES:
        if any(small.startswith(p) for p in places):
            found = [above.rfind(p) for p in places if above.endswith(p)]
            if found:
                return found[0]
    return 0
