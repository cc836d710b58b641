"""Dates in reading order → spans: which two are the ends of one range, and the years that they lend each other."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nghiquyet.normalize.fields.deadlines.moments import Moment

_RANGE = re.compile(
    r"\)? ?,? ?(?:-|÷|→|~|>)+ ?(?:cho )?(?:(?:đến|tới) ?)?(?:hết |cuối |trước )*"
    r"|\)? ?,? ?(?:cho )?(?:đến|tới)(?: trước)? ?(?:hết |cuối |khoảng |trước )*(?:thời điểm )?"
)
_LIST = re.compile(r"\)? ?(?:,|;|và|hoặc|&|\+|/|\(|:| )+ ?(?:trước |đến |hết |cuối |trong )*")
_SAME_SENTENCE = re.compile(r"[^;.\d]{0,60}")  # "năm 2026 (hoàn thành trước 31/12)"
_FROM = re.compile(r"(?:^|[ (,;:.])(?:từ|kể từ|bắt đầu|bắt đầu từ|khởi công|áp dụng từ)(?: khoảng| cuối| giữa)? ?$")
_FROM_START = re.compile(r"(?:^|[ (,;:.])(?:ngay )?từ đầu ?$")
_AFTER = re.compile(r"(?:^|[ (,;:.])sau ?$")
_TO = re.compile(r"(?:đến|tới|trước|hết|hoàn thành|xong|kết thúc|chậm nhất)(?:[\w ]{0,12})$")
REACH = 24  # letters before a date in which a word such as "từ" still belongs to it


@dataclass(frozen=True, slots=True)
class Span:
    """A range, or one date where ``first`` is None. ``onwards``: from ``first`` on, ``last`` is None."""

    first: Moment | None
    last: Moment | None
    after: bool = False

    @property
    def start(self) -> int:
        moment = self.first or self.last
        return moment.start if moment else 0

    @property
    def end(self) -> int:
        moment = self.last or self.first
        return moment.end if moment else 0


def before(text: str, moment: Moment) -> str:
    """The few letters in front of a date."""
    return text[max(0, moment.start - REACH) : moment.start]


def moments_to_spans(text: str, moments: tuple[Moment, ...]) -> tuple[Span, ...]:
    """Each date, or pair of dates, that says when; years filled in from the neighbours in ``text``."""
    dated = _lend_back(_lend_on(text, moments))
    spans: list[Span] = []
    for moment in dated:
        lead = before(text, moment)
        open_span = spans[-1] if spans else None
        if open_span and _joins(text, open_span, moment):
            spans[-1] = Span(open_span.first or open_span.last, moment)
        elif _FROM.search(lead) or _FROM_START.search(lead):
            spans.append(Span(moment, None))
        elif _AFTER.search(lead):
            spans.append(Span(moment, None, after=True))
        else:
            spans.append(Span(None, moment))
    return tuple(spans)


def _joins(text: str, span: Span, moment: Moment) -> bool:
    """Whether ``moment`` ends the range that ``span`` opens."""
    if _RANGE.fullmatch(text[span.end : moment.start]):
        return True
    return span.first is not None and span.last is None and not span.after and bool(_TO.search(before(text, moment)))


def _lend_on(text: str, moments: tuple[Moment, ...]) -> list[Moment]:
    """A year goes on to the date that follows closely: "năm 2026, quý II", "tháng 3/2026 - tháng 12"."""
    filled: list[Moment] = []
    for moment in moments:
        previous = filled[-1] if filled else None
        if previous and previous.year and moment.year is None and moment.months and moment.valid:
            gap = text[previous.end : moment.start]
            ranged = bool(_RANGE.fullmatch(gap))
            if ranged or _LIST.fullmatch(gap) or (previous.kind == "year" and _SAME_SENTENCE.fullmatch(gap)):
                moment = moment.in_year(previous.year)
                first, last = previous.first(), moment.last()
                if previous.kind != "year" and first and last and last < first:
                    moment = moment.in_year(previous.year + 1)
        filled.append(moment)
    return filled


def _lend_back(moments: list[Moment]) -> list[Moment]:
    """What a date leaves out is that of the next: "01 - 05/3/2018", "quý I, II năm 2026", "từ 01/3 đến 05/3/2018"."""
    filled: list[Moment] = []
    for moment in reversed(moments):
        following = filled[-1] if filled else None
        if following and moment.valid and following.kind != "year":
            if moment.months is None and moment.kind == "day" and following.kind == "day" and following.months:
                moment = replace(moment, months=following.months, year=following.year).checked()
            elif moment.year is None and moment.months and following.year:
                moment = _back_in_year(moment, following)
        elif following and moment.valid and moment.year is None and moment.months and following.year:
            moment = moment.in_year(following.year)
        filled.append(moment)
    return filled[::-1]


def _back_in_year(moment: Moment, following: Moment) -> Moment:
    """``moment`` in the year of ``following``, or in the year before where it would come after it."""
    assert following.year is not None
    same = moment.in_year(following.year)
    first, last = same.first(), following.last()
    return moment.in_year(following.year - 1) if first and last and first > last else same
