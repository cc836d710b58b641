"""A quantity in its clause → whether somebody promises it."""

from __future__ import annotations

import re
from typing import Literal

from nghiquyet.normalize.prose.targets.quantities import Quantity
from nghiquyet.normalize.prose.targets.section_kinds import Kind
from nghiquyet.normalize.prose.targets.segments import Segment, has_predicate
from nghiquyet.normalize.prose.targets.target_words import lexicon, units, word_anywhere

Verdict = Literal["promise", "reached", "listed", "ruled", "unclear"]
NEAR = 40  # letters before a number in which "gồm" or "thực hiện tại" makes it a list's count
_ASPIRING = re.compile(r"(?<!\w)(?:phấn đấu|chỉ tiêu|(?<!trình )mục tiêu(?! quốc gia))(?!\w)")
_AT_LEAST = re.compile(r"(?<!\w)(?:tối thiểu|ít nhất|không dưới|không ít hơn)(?!\w)")
_TIME_HEAD = re.compile(r"(?<!\w)(?:thời gian|tuổi thọ|số năm|số ngày|số giờ|thời hạn giải quyết)(?!\w)")
_NONE = re.compile(r"(?:không còn|không để|không có|không phát sinh|xóa bỏ)(?!\w)")
_PAST_YEAR = re.compile(r"(?<!\w)năm ((?:19|20)\d\d)(?!\d)")


def judge(segment: Segment, before: str, small: str, clause: str, kind: Kind, dated: bool, past: bool) -> Verdict:
    """What the segment's quantity is.

    ``before`` is its clause up to the number, ``small`` the masked text that the offsets are into, ``clause`` the
    clause's own words in small letters. ``dated``: a date or recurrence to come belongs to it; ``past``: its only
    year is over.
    """
    quantity = segment.quantity
    head, tail = segment.head(small), segment.tail(small)
    words = lexicon()
    if past or words.finds("reached", before) or (kind == "results" and not _ASPIRING.search(clause)):
        return "reached"
    if quantity.comparator == "eq" and _listed(quantity, small, head):
        return "listed"
    if _NONE.match(head.strip()) and quantity.unit_kind != "percent":
        return "unclear"
    if quantity.unit_kind == "time" and not _TIME_HEAD.search(head):
        return "unclear"
    if kind in ("goals", "mixed"):
        return _in_goals(quantity, head)
    return _elsewhere(quantity, clause, head, tail, kind, dated)


def _listed(quantity: Quantity, small: str, head: str) -> bool:
    """Whether the number counts the parts of a list ("gồm 05 nhóm giải pháp")."""
    if quantity.unit_kind != "noun" or quantity.unit is None or quantity.comparator == "top":
        return False
    words = lexicon()
    if words.opens("listed_nouns", quantity.unit.lower()):
        return not re.search(r"(?:hoàn thành|đạt|thêm)(?: và vượt)? $", head)
    near = small[max(0, quantity.start - NEAR) : quantity.start].rstrip()
    return words.finds("listing", near)


def _in_goals(quantity: Quantity, head: str) -> Verdict:
    """Inside goals a number promises unless it is bare."""
    if quantity.unit_kind == "none" and quantity.comparator != "top":
        return "promise" if word_anywhere("indices").search(head) else "unclear"
    return "promise"


def _elsewhere(quantity: Quantity, clause: str, head: str, tail: str, kind: Kind, dated: bool) -> Verdict:
    """Outside goals a clause must say that it promises."""
    words = lexicon()
    if kind == "rules" or words.finds("ruling", clause):
        return "ruled"
    if words.finds("reached", clause) or re.search(r"(?<!\w)đã(?!\w)", clause):
        return "reached"
    if quantity.unit_kind == "percent":
        stands_first = not head.strip() and has_predicate(tail)
        return "promise" if words.finds("promising", clause) or stands_first or dated else "unclear"
    if quantity.unit_kind in ("noun", "measure"):
        known = quantity.unit_kind == "measure" or _known(quantity)
        wanted = _ASPIRING.search(clause) or (_AT_LEAST.search(clause) and dated)
        return "promise" if known and wanted else "unclear"
    return "unclear"


def _known(quantity: Quantity) -> bool:
    """Whether the thing counted is in the list of units."""
    pattern = rf"(?:(?:{units().scale}) )?(?:{units().noun})(?!\w)"
    return quantity.unit is not None and re.match(pattern, quantity.unit.lower()) is not None


def only_year_is_over(clause: str, head: str, issued_year: int | None) -> bool:
    """Whether what stands before the number names a year that was over when the document was issued, and none after."""
    if issued_year is None:
        return False
    head = re.sub(r"\([^()]*\)|giá (?:so sánh|hiện hành) năm \d{4}", " ", head)
    years = [int(y) for y in _PAST_YEAR.findall(head)]
    later = [int(y) for y in _PAST_YEAR.findall(clause) if int(y) >= issued_year]
    compared = re.search(r"so với|gấp|từ năm|cùng kỳ", head)
    return bool(years) and max(years) < issued_year and not later and not compared
