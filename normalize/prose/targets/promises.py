"""A quantity in its clause → whether somebody promises it."""

from __future__ import annotations

import re
from typing import Literal

from nghiquyet.normalize.prose.targets.promise_evidence import PROMISED, RULED, PlacedQuantity, weigh_promise
from nghiquyet.normalize.prose.targets.quantities import Quantity
from nghiquyet.normalize.prose.targets.section_kinds import Kind
from nghiquyet.normalize.prose.targets.segments import Segment
from nghiquyet.normalize.prose.targets.target_words import lexicon, word_anywhere

Verdict = Literal["promise", "reached", "listed", "ruled", "unclear"]
NEAR = 40  # letters before a number in which "gồm" or "thực hiện tại" makes it a list's count
_TIME_HEAD = re.compile(r"(?<!\w)(?:thời gian|tuổi thọ|số năm|số ngày|số giờ|thời hạn giải quyết)(?!\w)")
_NONE = re.compile(r"(?:không còn|không để|không có|không phát sinh|xóa bỏ)(?!\w)")
_COMPARED = re.compile(r"(?:%|so với|vượt|bằng|đạt) (?:mức )?(?:mục tiêu|chỉ tiêu)")
_PAST_YEAR = re.compile(r"(?<!\w)năm ((?:19|20)\d\d)(?!\d)")


def judge(
    segment: Segment, before: str, small: str, clause: str, kind: Kind, dated: bool, past: bool, led: bool = False
) -> Verdict:
    """What the segment's quantity is.

    ``before`` is its clause up to the number, ``small`` the masked text that the offsets are into, ``clause`` the
    clause's own words in small letters. ``dated``: a date or recurrence to come belongs to it; ``past``: its only
    year is over; ``led``: a lead-in above promises.
    """
    quantity = segment.quantity
    head, tail = segment.head(small), segment.tail(small)
    words = lexicon()
    if past or words.finds("reached", before) or (kind == "results" and not _aims(before)):
        return "reached"
    if quantity.comparator == "eq" and _listed(quantity, small, head):
        return "listed"
    if _NONE.match(head.strip()) and quantity.unit_kind != "percent":
        return "unclear"
    if quantity.unit_kind == "time" and not _TIME_HEAD.search(head):
        return "unclear"
    if kind in ("goals", "mixed"):
        return _in_goals(quantity, head)
    return _elsewhere(PlacedQuantity(quantity, head, tail, clause, dated, led), kind)


def _aims(before: str) -> bool:
    """True if a word of aiming stands before the number; "đạt 71% so với mục tiêu" is a result measured against one."""
    return word_anywhere("aims").search(_COMPARED.sub(" ", before)) is not None


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


def _elsewhere(placed: PlacedQuantity, kind: Kind) -> Verdict:
    """Outside goals the signs of a promise are weighed."""
    if kind == "rules":
        return "ruled"
    if lexicon().finds("reached", placed.clause) or re.search(r"(?<!\w)đã(?!\w)", placed.clause):
        return "reached"
    found = weigh_promise(placed)
    if found.value >= PROMISED:
        return "promise"
    ruled = found.has("ruling_near") or found.has("condition")
    return "ruled" if ruled and found.value < RULED else "unclear"


def only_year_is_over(clause: str, head: str, issued_year: int | None) -> bool:
    """Whether what stands before the number names a year that was over when the document was issued, and none after."""
    if issued_year is None:
        return False
    head = re.sub(r"\([^()]*\)|giá (?:so sánh|hiện hành) năm \d{4}", " ", head)
    years = [int(y) for y in _PAST_YEAR.findall(head)]
    later = [int(y) for y in _PAST_YEAR.findall(clause) if int(y) >= issued_year]
    compared = re.search(r"so với|gấp|từ năm|cùng kỳ", head)
    return bool(years) and max(years) < issued_year and not later and not compared
