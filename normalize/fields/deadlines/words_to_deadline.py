"""A deadline cell's words → ``Deadline``, with the doubts that go with it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from nghiquyet.extract.decisions.decision import Evidence
from nghiquyet.normalize.fields.deadlines.citations import mask_bases, mask_citations
from nghiquyet.normalize.fields.deadlines.cues import lexicon, recurrence_of
from nghiquyet.normalize.fields.deadlines.folding import MASK, Folded, clean, fold
from nghiquyet.normalize.fields.deadlines.moments import Moment, scan
from nghiquyet.normalize.fields.deadlines.named_years import without_named_years
from nghiquyet.normalize.fields.deadlines.spans import Span, before, moments_to_spans
from nghiquyet.normalize.model import Deadline, Period, Precision, Recurrence

_VISION = re.compile(r"(?:,|và)? ?(?:tầm nhìn|định hướng)(?: dài hạn)?(?: đến)?(?: năm)? ?20\d\d(?!\d)")
_BEFORE_PERIOD = re.compile(r"(?<!\w)trước ?$")
_VAGUE = re.compile(
    r"(?<!\w)(?:đầu|giữa|nửa đầu|tuần (?:đầu|thứ|\d)[\w ]{0,12}|khoảng|trung tuần|thượng tuần|hạ tuần) ?$"
)
_SHORTEST_FIRST: tuple[Recurrence, ...] = ("weekly", "monthly", "quarterly", "yearly", "continuous")


@dataclass(frozen=True, slots=True)
class DeadlineContext:
    """What the document says about its time; a year left out is looked for here."""

    issued_on: dt.date | None = None
    period: Period | None = None

    @property
    def only_year(self) -> int | None:
        """The year of an annual document."""
        if self.period and self.period.from_ is not None and self.period.from_ == self.period.to:
            return self.period.to
        return None


@dataclass(frozen=True, slots=True)
class DeadlineReading:
    """A deadline and what speaks against trusting it: stable codes, see ``doubts`` in cues.yaml.

    ``evidence`` is what it was told by, ``others`` are the words of dates that were not taken.
    """

    deadline: Deadline
    doubts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recurring:
    kind: Recurrence | None
    doubts: tuple[str, ...] = ()


def read_deadline(text: str, issued_on: dt.date | None = None, period: Period | None = None) -> Deadline:
    """The deadline that ``text`` (a cell, line breaks folded) states; ``text`` itself verbatim, None if nothing."""
    return read_deadline_with_doubt(text, issued_on, period).deadline


def read_deadline_with_doubt(
    text: str, issued_on: dt.date | None = None, period: Period | None = None
) -> DeadlineReading:
    """``read_deadline`` and the codes of what may be wrong in it, most telling first."""
    words = clean(text)
    if not words:
        return DeadlineReading(Deadline())
    if words.lower() in lexicon().empty:
        return DeadlineReading(Deadline(text=words))
    folded = fold(words)
    masked = mask_bases(mask_citations(folded))
    return interpret(words, masked, DeadlineContext(issued_on, period), cited=masked.text != folded.text)


def interpret(words: str, folded: Folded, context: DeadlineContext, cited: bool) -> DeadlineReading:
    """The deadline of ``folded`` (documents' names masked), published with ``words`` as its text."""
    text, doubts = _without_vision(folded.text)
    text, named = without_named_years(text)
    doubts += named
    recurring = recurrences(text, context)
    moments = scan(text)
    rest = _blank(text, [(m.start, m.end) for m in moments])
    spans = moments_to_spans(text, moments)
    if recurring.kind and recurring.kind != "continuous":
        spans = tuple(s for s in spans if _dated(s))
    spans, year_doubts = _with_context_year(spans, context)
    doubts += recurring.doubts + year_doubts
    told: list[Evidence] = []
    if spans:
        told = [Evidence("last_of_dates", len(spans)) if len(spans) > 1 else Evidence("its_date")]
        deadline, span_doubts = _of_span(text, spans[-1])
        doubts += span_doubts + _disorder(spans) + _unread_digits(rest)
    else:
        tied = cited or MASK in text or lexicon().finds("event", rest)
        told = [Evidence("event_or_document")] if tied else told
        year = context.only_year if recurring.kind is None and lexicon().finds("this_year", text) else None
        deadline = _undated(recurring.kind, tied, year)
        if deadline.precision == "none" and recurring.kind is None:
            doubts += ("deadline-unread",)
        elif not tied:
            doubts += _unread_digits(rest) if not moments else ()
    open_ended = deadline.open_ended or (bool(spans) and lexicon().finds("open_ended", text))
    found = deadline.model_copy(update={"text": words, "recurring": recurring.kind, "open_ended": open_ended})
    told += [Evidence("recurrence", recurring.kind)] if recurring.kind else []
    told += [Evidence("doubt", code) for code in dict.fromkeys(doubts)]
    others = tuple(text[s.start : s.end].strip() for s in spans[:-1])
    return DeadlineReading(found, tuple(dict.fromkeys(doubts)), tuple(told), others)


def _without_vision(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without ", tầm nhìn 2045" where another date stands before it."""
    match = _VISION.search(text)
    if not match or not scan(text[: match.start()]):
        return text, ()
    return _blank(text, [match.span()]), ("deadline-vision",)


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def recurrences(text: str, context: DeadlineContext) -> Recurring:
    """How often ``text`` says it comes again: the shortest interval named."""
    words = lexicon()
    kinds = {recurrence_of(c) for c in words.family("recurrence") if c.pattern.search(text)}
    if kinds:
        chosen = next(k for k in _SHORTEST_FIRST if k in kinds)
        return Recurring(chosen, ("deadline-recurrence-several",) if len(kinds) > 1 else ())
    for cue in words.family("interval"):
        if cue.pattern.search(text):
            return Recurring(recurrence_of(cue) if cue.kind else None, ("deadline-interval-approximate",))
    if words.finds("this_year", text) and not context.only_year:
        return Recurring("yearly")
    return Recurring(None)


def _dated(span: Span) -> bool:
    """Whether any end of the span is a whole date, or a date that the calendar refuses."""
    return any(m.year is not None or not m.valid for m in (span.first, span.last) if m)


def _with_context_year(spans: tuple[Span, ...], context: DeadlineContext) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """The spans with the year that the document allows where none is printed."""
    doubts: tuple[str, ...] = ()
    filled = []
    for span in spans:
        ends: list[Moment | None] = []
        for moment in (span.first, span.last):
            if moment and moment.valid and moment.year is None and moment.months:
                moment, doubt = _guess_year(moment, context)
                doubts += doubt
            ends.append(moment)
        filled.append(Span(ends[0], ends[1], span.after))
    return tuple(filled), doubts


def _guess_year(moment: Moment, context: DeadlineContext) -> tuple[Moment, tuple[str, ...]]:
    """The year of an annual plan is sure; else the year of issue, if the date is still to come in it, is a guess."""
    if context.only_year:
        return moment.in_year(context.only_year), ()
    several = context.period and context.period.from_ != context.period.to
    if context.issued_on and not several:
        guess = moment.in_year(context.issued_on.year)
        last = guess.last()
        if last and last >= context.issued_on:
            return guess, ("deadline-year-guessed",)
    return moment, ("deadline-year-missing",)


def _of_span(text: str, span: Span) -> tuple[Deadline, tuple[str, ...]]:
    """The deadline of one span, ``text`` and recurrence left out, and its doubts."""
    doubts = tuple("deadline-invalid-date" for m in (span.first, span.last) if m and not m.valid)
    for moment in (span.first, span.last):
        if moment:
            doubts += _moment_doubts(text, moment)
    if span.last is None:
        return _from_on(span, doubts)
    end = span.last.last()
    if span.first is None:
        return _single(text, span.last, end, doubts)
    start = span.first.first()
    if start and end and start > end:
        return Deadline(end=end, precision=_precision(span.last)), (*doubts, "deadline-reversed")
    if start is None and span.first.valid:
        doubts += ("deadline-year-missing",)
    return Deadline(start=start, end=end, precision="range"), doubts


def _from_on(span: Span, doubts: tuple[str, ...]) -> tuple[Deadline, tuple[str, ...]]:
    """ "Từ năm 2026", "sau ngày 30/6/2026": a beginning without an end."""
    assert span.first is not None
    start = span.first.first()
    if span.after:
        last = span.first.last()
        start = last + dt.timedelta(days=1) if last else None
        doubts += ("deadline-vague",)
    return Deadline(start=start, precision=_precision(span.first), open_ended=True), doubts


def _single(
    text: str, moment: Moment, end: dt.date | None, doubts: tuple[str, ...]
) -> tuple[Deadline, tuple[str, ...]]:
    if lexicon().finds("onwards", text[moment.end :][:20]):
        return Deadline(start=moment.first(), precision=_precision(moment), open_ended=True), doubts
    if moment.kind == "part":
        return Deadline(start=moment.first(), end=end, precision="range"), doubts
    if moment.months is None and moment.kind == "day":
        return Deadline(precision="none"), (*doubts, "deadline-unread")
    return Deadline(end=end, precision=_precision(moment)), doubts


def _precision(moment: Moment) -> Precision:
    return "range" if moment.kind == "part" else moment.kind


def _moment_doubts(text: str, moment: Moment) -> tuple[str, ...]:
    lead = before(text, moment)
    doubts: tuple[str, ...] = ()
    if moment.kind != "day" and _BEFORE_PERIOD.search(lead):
        doubts += ("deadline-before-period",)
    if _VAGUE.search(lead) and not re.search(r"từ đầu ?$", lead):
        doubts += ("deadline-vague",)
    if moment.kind == "part":
        doubts += ("deadline-half-year",)
    if moment.school_year:
        doubts += ("deadline-school-year",)
    return doubts


def _disorder(spans: tuple[Span, ...]) -> tuple[str, ...]:
    """A doubt if a date before the last one lies after it; a year or quarter that holds the last one does not."""
    last = spans[-1].last
    end = last.last() if last else None
    if not last or not end:
        return ()
    for span in spans[:-1]:
        first, other = (span.last.first(), span.last.last()) if span.last else (None, None)
        if first and other and first > end:
            return ("deadline-dates-disordered",)
    return ()


def _undated(recurring: Recurrence | None, tied: bool, year: int | None) -> Deadline:
    """Without a date: the year of an annual plan, an event, or nothing."""
    if year is not None:
        return Deadline(end=dt.date(year, 12, 31), precision="year")
    return Deadline(precision="event" if tied and recurring is None else "none")


def _unread_digits(rest: str) -> tuple[str, ...]:
    """A doubt if digits are left that no date, duration or ordinal explains."""
    words = lexicon()
    for family in ("ordinal", "event", "recurrence", "interval"):
        for cue in words.family(family):
            rest = cue.pattern.sub(" ", rest)
    return ("deadline-partly-read",) if any(letter.isdigit() for letter in rest) else ()
