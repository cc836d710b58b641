"""An order's own words → the day by which it is due, if a time in them says when and names no thing's year."""

from __future__ import annotations

import re
from dataclasses import replace

from nghiquyet.normalize.fields.deadlines import (
    DeadlineContext,
    FoundDeadline,
    find_deadline,
    read_deadline_with_doubt,
)
from nghiquyet.normalize.fields.order_words import begins, ends, within

# A deadline set behind a label is at most this long (letters).
LONGEST_DEADLINE = 160
# Times of nouns that are passed over in one clause; more are of a text about budgets.
MOST_NOUN_TIMES = 5
MAYBE_NAME = "deadline-maybe-title"
_PASSED = "…"  # stands for a letter of a time that was passed over
# Plans are named for the year they reach ("quy hoạch đến năm 2030"); "trong năm 2026" says when, also behind a plan.
_WITHIN = re.compile(r"trong năm \d", re.IGNORECASE)
# "T2" is a month in a table's cell; in a sentence it is a terminal, a road, a grade.
_SHORT_MONTH = re.compile(r"T ?\d{1,2}")
_SENTENCE_END = re.compile(r"[;:.]\s")
# Behind these a year stands first in its clause: "…. Đến năm 2030, …".
_FIRST = re.compile(r"(?:^|[.;:,(])\s*$")


def says_when(value: str, time: DeadlineContext) -> bool:
    """True if the value behind a label is a time, and short enough to be nothing else."""
    if len(value) > LONGEST_DEADLINE:
        return False
    deadline = read_deadline_with_doubt(value, time.issued_on, time.period).deadline
    return deadline.precision != "none" or deadline.recurring is not None


def is_dated(clause: str, time: DeadlineContext) -> bool:
    """True if a clause says by when or how often it is done."""
    return own_deadline(clause, time) is not None


def own_deadline(text: str, time: DeadlineContext) -> FoundDeadline | None:
    """The last time of a clause that says when, those of nouns passed over: "dự toán năm 2025"."""
    for _ in range(MOST_NOUN_TIMES):
        found = find_deadline(text, time.issued_on, time.period, events=True)
        if found is None:
            return None
        if not of_a_noun(text, found):
            return replace(found, doubts=(*found.doubts, MAYBE_NAME)) if _may_name(text, found) else found
        text = text[: found.start] + _PASSED * (found.end - found.start) + text[found.end :]
    return None


def of_a_noun(text: str, found: FoundDeadline) -> bool:
    """True if a time belongs to the noun before it: "ngân sách hằng năm", "Kế hoạch năm 2026".

    A day, month or quarter says when, wherever it stands. Others do behind a word of time ("trong năm 2026", then a
    part of what was found) or where they begin or end a phrase ("Năm 2026, …", "định kỳ hằng quý").
    """
    if _SHORT_MONTH.fullmatch(found.words) or _in_topic(text[: found.start]):
        return True
    recurs = found.deadline.end is None and found.deadline.recurring not in (None, "continuous")
    dated = found.deadline.precision in ("year", "range")
    if dated and not _WITHIN.match(found.words) and _in_plan_name(text[: found.start]):
        return True
    names_year = dated and not _says_when(found.words)
    if not recurs and not names_year:
        return False
    before, after = text[: found.start].rstrip(), text[found.end :].lstrip()
    if not before or before.endswith((",", ";", ":", ".", "(")) or ends("time_words").search(f"{before.casefold()} "):
        return False
    return names_year or (bool(after) and after[0] not in ",;.:)/")


def _may_name(text: str, found: FoundDeadline) -> bool:
    """True for a year in mid-clause that nothing is said to be reached by: "đạt phát thải ròng bằng 0 vào năm 2050".

    Of 25 such years in 180 texts drawn at random 6 were of a plan or a promise that was named; of those that stand
    first, or behind "trong", 1 of 20.
    """
    before = text[: found.start].casefold()
    year = found.deadline.precision in ("year", "range") and found.deadline.recurring is None
    if not year or MAYBE_NAME in found.doubts or _WITHIN.match(found.words):
        return False
    return not _FIRST.search(before) and not ends("reaches").search(f"{before.rstrip()} ")


def _in_topic(before: str) -> bool:
    """True within the opening that says what is spoken of: "Đối với nhiệm vụ năm 2025, Sở Y tế …"."""
    phrase = _SENTENCE_END.split(before.casefold())[-1].lstrip()
    return begins("topic_openings").match(phrase) is not None and ", " not in phrase


def _in_plan_name(before: str) -> bool:
    """True if a year stands at the end of a plan's name: "rà soát quy hoạch vùng đến năm 2030"."""
    phrase = _SENTENCE_END.split(before.casefold())[-1].rstrip()
    if phrase.endswith(",") or ends("reaches").search(f"{phrase} "):
        return False
    return within("plans").search(phrase, _behind_verb(phrase)) is not None


def _behind_verb(phrase: str) -> int:
    """Where the words behind the verb begin with which a phrase does: "báo cáo Thủ tướng …" names no report."""
    start = len(phrase) - len(phrase.lstrip())
    while match := begins("verbs", "short_verbs").match(phrase, start):
        start = match.end() + 1
    return start


def _says_when(words: str) -> bool:
    return begins("time_words").match(words.casefold()) is not None
