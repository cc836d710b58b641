"""A sentence or clause → the deadline that stands inside it, if any."""

from __future__ import annotations

import datetime as dt
import functools
import re
from dataclasses import dataclass, replace

from nghiquyet.extract.decisions.decision import Evidence
from nghiquyet.normalize.fields.deadlines.citations import mask_bases, mask_citations, mask_titles
from nghiquyet.normalize.fields.deadlines.cues import lexicon
from nghiquyet.normalize.fields.deadlines.folding import Folded, clean, fold
from nghiquyet.normalize.fields.deadlines.moments import Moment, scan
from nghiquyet.normalize.fields.deadlines.spans import Span, moments_to_spans
from nghiquyet.normalize.fields.deadlines.words_to_deadline import DeadlineContext, interpret
from nghiquyet.normalize.model import Deadline, Period

LOOK_BACK = 40  # letters in front of a date in which its introduction stands ("chậm nhất là trước ngày")
_BREAK_BEFORE = re.compile(r"(?:^|[;:.(\[,+•*] ?|^ ?- ?)$")
_CLAUSE_END = re.compile(r" ?(?:[;.):\]/,]|$)")
_DOING = re.compile(
    r"(?:hoàn thành|hoàn tất|thực hiện|triển khai|ban hành|giải quyết|xử lý|trình|xong|tổ chức|khởi công) $"
)
_REACHED = re.compile(r"(?:hoàn thành|thực hiện|giải quyết|xử lý|xong|ban hành|đạt) $")
_DURATION = (
    r"(?:(?:trong|chậm nhất|không quá|tối đa|sau)(?: là| sau| trong| thời hạn| thời gian| vòng)* )"
    r"\d{1,3} (?:ngày làm việc|ngày|tháng|tuần|giờ)(?!\w)(?: (?:kể )?(?:từ|sau) (?:khi|ngày|thời điểm)[^;,.]{0,120})?"
)
_HOUR = r"(?:lúc )?\d{1,2} ?(?:giờ|h)(?: ?\d{2})?(?: phút)?,? "  # "trước 10 giờ 00 ngày 03/02/2022"
_TO_YEAR = re.compile(r"đến (?:năm )?$")
_EVENT = re.compile(rf"(?<!\w)(?:{_DURATION}|ngay (?:sau )?khi [^;,.]{{1,120}}|sau khi có [^;,.]{{1,120}})")


@dataclass(frozen=True, slots=True)
class FoundDeadline:
    """``words`` are ``clause[start:end]`` with spaces folded, also the deadline's text; ``doubts`` are stable codes.

    ``evidence`` is what it was told by, ``others`` are the words of dates of the clause that were not taken.
    """

    words: str
    start: int
    end: int
    deadline: Deadline
    doubts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    others: tuple[str, ...] = ()


def find_deadline(
    clause: str, issued_on: dt.date | None = None, period: Period | None = None, events: bool = False
) -> FoundDeadline | None:
    """The deadline named inside ``clause``; of several the last. None if there is none.

    Dates of cited documents, periods in a programme's name, baselines ("so với năm 2020") and years that are over
    are not taken. ``events`` also finds what is tied to an event ("trong 05 ngày làm việc kể từ …"): wanted for
    orders, not for targets, whose "được xử lý trong 24 giờ" is what they promise.
    """
    folded = mask_titles(mask_bases(mask_citations(fold(clause))))
    context = DeadlineContext(issued_on, period)
    return (
        _dated(clause, folded, context)
        or _recurring(clause, folded, context)
        or (_event(clause, folded, context) if events else None)
    )


@functools.cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<!\w){lexicon().pattern('lead')} ?)+(?:{_HOUR})?(?:ngày |tháng |năm |vào )?$")


@functools.cache
def _reference() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){lexicon().pattern('reference')} ?$")


def _back(text: str, position: int) -> str:
    return text[max(0, position - LOOK_BACK) : position]


def _stands(
    folded: Folded, moment: Moment, context: DeadlineContext, after_range: bool
) -> tuple[bool, tuple[str, ...]]:
    """Whether a date is a deadline of the sentence, and the doubt about it."""
    text = folded.text
    lead = _back(text, moment.start)
    if _reference().search(lead) or any(c.pattern.match(text, moment.end) for c in lexicon().family("past")):
        return False, ()
    if context.issued_on and moment.year is not None and moment.year < context.issued_on.year:
        return False, ()
    if after_range or _lead().search(lead) or _DOING.search(lead):
        named = _TO_YEAR.search(lead) and moment.kind == "year" and _names_document(folded, moment.start)
        return True, ("deadline-maybe-title",) if named else ()
    if text[moment.start].isdigit():
        return False, ()
    if _BREAK_BEFORE.search(lead):
        return True, ()
    return (True, ("deadline-maybe-title",)) if _CLAUSE_END.match(text, moment.end) else (False, ())


def _names_document(folded: Folded, position: int) -> bool:
    """Whether a document's name, with its capital, stands right before: "Đề án phát triển logistics đến năm 2030"."""
    begin = max(folded.text.rfind(mark, 0, position) for mark in ",;:.") + 1
    names = re.compile(lexicon().pattern("instrument"))
    return any(folded.source[folded.at[m.start()]].isupper() for m in names.finditer(folded.text, begin, position))


def _accepted(folded: Folded, context: DeadlineContext) -> tuple[tuple[Moment, ...], dict[int, tuple[str, ...]]]:
    """The dates that stand as deadlines, and the doubts by their place."""
    text = folded.text
    moments: list[Moment] = []
    doubts: dict[int, tuple[str, ...]] = {}
    followers = {b.start for span in moments_to_spans(text, scan(text)) for b in (span.last,) if span.first and b}
    starts: set[int] = set()
    for moment in scan(text):
        stands, doubt = _stands(folded, moment, context, moment.start in followers and bool(starts))
        opens_range = not stands and moment.start not in followers and _opens(text, moment)
        if stands or opens_range:
            moments.append(moment)
            starts.add(moment.start)
            doubts[moment.start] = doubt
        else:
            starts.clear()
    return tuple(moments), doubts


def _opens(text: str, moment: Moment) -> bool:
    """ "01 - 05/3/2018" in a sentence: the first part has no unit of its own, its introduction stands before it."""
    return text[moment.start].isdigit() and bool(_lead().search(_back(text, moment.start)))


def _dated(clause: str, folded: Folded, context: DeadlineContext) -> FoundDeadline | None:
    text = folded.text
    moments, doubts = _accepted(folded, context)
    spans = [s for s in moments_to_spans(text, moments) if s.first or s.last]
    if not spans:
        return None
    span = _before_vision(text, spans)
    start, end = _window(text, span.start, span.end)
    found = _interpreted(clause, folded, start, end, context)
    if found.deadline.precision == "none" and found.deadline.recurring is None:
        return None
    own = found.doubts + doubts.get(span.start, ())
    deadline = found.deadline
    if deadline.recurring is None and (elsewhere := _recurring(clause, folded, context)):
        deadline = deadline.model_copy(update={"recurring": elsewhere.deadline.recurring})
    told = (*(Evidence("last_of_dates", len(spans)) for _ in spans[1:2]), *found.evidence)
    others = tuple(clean(clause[slice(*folded.source_span(s.start, s.end))]) for s in spans if s is not span)
    return replace(found, deadline=deadline, doubts=tuple(dict.fromkeys(own)), evidence=told, others=others)


def _before_vision(text: str, spans: list[Span]) -> Span:
    """The last span, or the one before it where the last is only a vision ("đến năm 2030, tầm nhìn đến năm 2045")."""
    if len(spans) > 1 and re.search(r"(?:tầm nhìn|định hướng)(?: đến)? ?$", _back(text, spans[-1].start)):
        return spans[-2]
    return spans[-1]


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """The place widened by its introduction and by a recurrence or "và các năm tiếp theo" right beside it."""
    if match := _lead().search(_back(text, start)):
        start -= len(match.group())
    start = _skip_spaces(text, start)
    beside = (*lexicon().family("recurrence"), *lexicon().family("open_ended"))
    grown = True
    while grown:
        grown = False
        for cue in beside:
            for match in cue.pattern.finditer(text, max(0, start - LOOK_BACK), min(len(text), end + LOOK_BACK)):
                near_end = match.end() > end and match.start() <= end + 2
                near_start = match.start() < start and match.end() >= start - 2
                if near_end or near_start:
                    start, end, grown = min(start, match.start()), max(end, match.end()), True
    return _skip_spaces(text, start), end


def _skip_spaces(text: str, start: int) -> int:
    while start < len(text) and text[start] in " ,;":
        start += 1
    return start


def _interpreted(clause: str, folded: Folded, start: int, end: int, context: DeadlineContext) -> FoundDeadline:
    """The deadline of one stretch of the clause."""
    begin, stop = folded.source_span(start, end)
    words = clean(clause[begin:stop])
    part = Folded(folded.source, folded.text[start:end], folded.at[start:end])
    reading = interpret(words, part, context, cited=False)
    return FoundDeadline(words, begin, stop, reading.deadline, reading.doubts, reading.evidence)


def _recurring(clause: str, folded: Folded, context: DeadlineContext) -> FoundDeadline | None:
    """ "hằng năm" in the sentence, "thường xuyên" where it stands alone, "hoàn thành trong năm" at its end."""
    text = folded.text
    places = []
    for cue in lexicon().family("recurrence"):
        for match in cue.pattern.finditer(text):
            alone = _BREAK_BEFORE.search(text[: match.start()]) and _CLAUSE_END.match(text, match.end())
            if cue.kind != "continuous" or alone or match.start() == 0:
                places.append(match.span())
    for cue in lexicon().family("this_year"):
        for match in cue.pattern.finditer(text):
            if _REACHED.search(_back(text, match.start())) and _CLAUSE_END.match(text, match.end()):
                places.append(match.span())
    if not places:
        return None
    start, end = _window(text, *max(places))
    return _interpreted(clause, folded, start, end, context)


def _event(clause: str, folded: Folded, context: DeadlineContext) -> FoundDeadline | None:
    places = [m.span() for m in _EVENT.finditer(folded.text)]
    return _interpreted(clause, folded, *places[-1], context) if places else None
