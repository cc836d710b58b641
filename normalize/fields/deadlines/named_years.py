"""Years that belong to a name and not to a deadline: "30 ngày sau khi công bố PCI 2025"."""

from __future__ import annotations

import functools
import re

from nghiquyet.extract.language.numbering.roman import SIGNS
from nghiquyet.normalize.fields.deadlines.cues import lexicon
from nghiquyet.normalize.fields.deadlines.folding import MASK
from nghiquyet.normalize.fields.deadlines.moments import scan
from nghiquyet.normalize.fields.deadlines.spans import REACH

LONGEST_EVENT = 120  # letters between "sau khi" and a year that belongs to what is waited for
_BEFORE_YEAR = (
    r"và|hoặc|năm|kỳ|học|khoảng|hoàn thành|thực hiện|tổ chức|triển khai|ban hành|trình|kết thúc|tháng|"
    rf"quý(?: [{SIGNS.lower()}\d]+)?"
)
_AFTER_EVENT = re.compile(
    r"(?<!\w)(?:sau khi|ngay khi|(?:kể )?từ khi|khi có|khi công bố|sau)(?!\w)"
    r"(?! ?(?:năm|tháng|quý|ngày) ?\d) ?[^\s;(,:][^;(,:]*$"
)


@functools.cache
def _introduced() -> re.Pattern[str]:
    """What may stand before a bare year that is a deadline: nothing, a mark, a word of time or of doing."""
    return re.compile(rf"(?:^|[^\w\s□%]|(?<!\w)(?:{lexicon().pattern('lead')}|{_BEFORE_YEAR})) ?$")


def without_named_years(text: str) -> tuple[str, tuple[str, ...]]:
    """``text`` (folded) with such years masked, and a doubt where it is unsure whether a year is one."""
    doubts: tuple[str, ...] = ()
    masked = text
    for moment in scan(text):
        bare = text[moment.start].isdigit()
        lead = text[: moment.start]
        if moment.kind != "year" or (bare and _introduced().search(lead[-REACH:])):
            continue
        if _AFTER_EVENT.search(lead[-LONGEST_EVENT:]) and not _due(lead):
            masked = masked[: moment.start] + MASK * (moment.end - moment.start) + masked[moment.end :]
            doubts += () if bare else ("deadline-partly-read",)
        elif bare:
            doubts += ("deadline-partly-read",)
    return masked, doubts


def _due(lead: str) -> bool:
    """Whether a word such as "trong", "trước" stands right before a year."""
    return bool(re.search(rf"(?<!\w){lexicon().pattern('lead')} ?$", lead[-REACH:]))
