"""A heading or lead-in → the bodies that it names and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from nghiquyet.normalize.fields.order_words import begins, within, words
from nghiquyet.normalize.prose.orders.actors import LONGEST_SUBJECT, TRIMMED, Named, NamesBodies, known_end, named_in
from nghiquyet.normalize.prose.orders.body_words import begins_with_verb, names_body

# So many headings beside one must name bodies for it to be read as one too (ESTIMATE).
FEWEST_BESIDE = 2


def read_heading(title: str, agencies: NamesBodies) -> Named | None:
    """The bodies that a heading names and nothing else: "Sở Nội vụ", "Trách nhiệm của Sở Y tế:"."""
    small = title.casefold()
    start = _behind_opening(small)
    end = len(title.rstrip(TRIMMED + "."))
    if end - start > LONGEST_SUBJECT:
        return None
    if not names_body(title[start:], ordered=start > 0):
        return unlisted_actor(title, agencies) if start < end and begins("duties_of").match(small) else None
    duties = within("duties").finditer(small, known_end(title, start, agencies) or start)
    sentence = any(title[m.start()].islower() for m in duties)  # "Xây dựng" with its capital is a ministry's name
    if sentence and not _relative().match(small, start):
        return None
    named = named_in(title, start, end, agencies)
    return named if named is not None and (named.sure or start > 0) else None


def unlisted_actor(title: str, agencies: NamesBodies) -> Named | None:
    """Whoever a heading names that stands where bodies stand: "Các chủ rừng là tổ chức"; never sure."""
    small = title.casefold()
    start = _behind_opening(small)
    end = len(title.rstrip(TRIMMED + "."))
    if not start < end <= start + LONGEST_SUBJECT or begins_with_verb(title[start:]):
        return None
    found = agencies.read_cell([title[start:end]])
    return Named(found, start, end, sure=False) if found else None


def stands_among_bodies(beside: Iterable[Named | None]) -> bool:
    """True if most of the headings beside one name bodies."""
    named = list(beside)
    read = sum(one is not None for one in named)
    return read >= FEWEST_BESIDE and 2 * read > len(named)


def _behind_opening(small: str) -> int:
    """Where the name begins behind "Trách nhiệm của", "Đối với"."""
    start = 0
    while match := begins("before_agency").match(small, start):
        start = match.end()
        while start < len(small) and small[start] in TRIMMED:
            start += 1
    return start


@cache
def _relative() -> re.Pattern[str]:
    """ "Các doanh nghiệp hoạt động trong lĩnh vực xây dựng": verbs behind it say which ones are meant."""
    verbs = "|".join(map(re.escape, words("relative_verbs")))
    return re.compile(rf"(?:các|những) [^\W\d]+(?: [^\W\d]+){{0,3}} (?:{verbs}) ")
