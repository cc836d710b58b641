"""A title → its period, and the documents that it names."""

from __future__ import annotations

import datetime as dt
import re

from nghiquyet.extract.language.numbering.roman import SIGNS
from nghiquyet.normalize.fields.deadlines.citations import mask_citations
from nghiquyet.normalize.fields.deadlines.folding import clean, fold
from nghiquyet.normalize.front_matter.letterhead_words import CAPITAL
from nghiquyet.normalize.model import Implemented, Period

_YEAR = r"(?:19|20)\d\d(?!\d)"
_RANGE = re.compile(rf"({_YEAR}) ?(?:-|đến|tới)(?: hết)?(?: năm)? ?({_YEAR})")
_VISION = re.compile(rf"(?:tầm nhìn|định hướng)(?: (?:dài hạn|phát triển))?(?: đến| tới)?(?: năm)? ?({_YEAR})")
_UNTIL = re.compile(rf"(?:đến|tới|trước|hết)(?: hết| cuối)?(?: năm)? ({_YEAR})")
_FROM = re.compile(rf"từ(?: năm)? ({_YEAR})")
_IN = re.compile(
    rf"(?:năm học|năm|tháng \d{{1,2}} ?/|quý [{SIGNS.lower()}\d]+ ?/|"
    rf"(?<![\d/])\d{{1,2}}/|ngày \d{{1,2}}/\d{{1,2}}/) ?({_YEAR})"
)

_DIGITS = r"\d{1,6}[a-zA-Z]?"
_SYMBOL = r"[A-ZĐƯ][\wĐđƯư&]*(?:\s?[-/]\s?[A-ZĐƯa-zđ][\wĐđƯư&]*)*"
_CITED = re.compile(
    rf"(?P<number>(?<![\d/]){_DIGITS}(?:\s?/\s?{_YEAR})?\s?[-/]\s?{_SYMBOL})"
    r"(?:,?\s+(?:ban hành\s+|ký\s+)?ngày\s+(?P<d>\d{1,2})\s?(?:[/.\-]\s?(?P<m>\d{1,2})\s?[/.\-]\s?(?P<y>\d{4})"
    r"|\s?tháng\s+(?P<m2>\d{1,2})\s+năm\s+(?P<y2>\d{4})))?"
    r"(?P<tail>.*)",
    re.DOTALL,
)
_OF = re.compile(r"^,?\s+(?:của|do)\s+(?P<body>.+)$", re.DOTALL)
_NEXT_DOCUMENT = (
    r"(?:Kế hoạch|Nghị quyết|Quyết định|Chỉ thị|Chương trình|Kết luận|Nghị định|Thông tư|Thông báo|Công văn)"
)
_BODY_ENDS = re.compile(
    r"\s+(?:về|ban hành|quy định|sửa đổi|phê duyệt|trên|giai đoạn|trong|để|tại|nhằm|đối với|đến\s+năm|năm\s+\d)"
    rf"|\s+và\s+{_NEXT_DOCUMENT}|[;:(“\"]|,(?!\s+{CAPITAL})|,\s+(?:các\s+)?{_NEXT_DOCUMENT}"
)


def read_period(title: str | None) -> tuple[Period | None, bool]:
    """The years that the title is about, and whether that is unsure: "giai đoạn 2026 - 2030, tầm nhìn đến năm 2050".

    Years in the dates of cited documents do not count; "năm 2026" alone is from 2026 to 2026.
    """
    if not title:
        return None, False
    text = mask_citations(fold(clean(title))).text
    text = re.sub(r"ngày \d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|ngày \d{1,2} tháng \d{1,2} năm \d{4}", " ", text)
    vision = _VISION.search(text)
    far = int(vision.group(1)) if vision else None
    text = _VISION.sub(" ", text)
    ranges = {(int(a), int(b)) for a, b in _RANGE.findall(text) if int(a) < int(b)}
    if ranges:
        first = _RANGE.search(text)
        assert first is not None
        return _period(int(first.group(1)), int(first.group(2)), far), len(ranges) > 1
    years = [int(y) for y in _IN.findall(text)]
    if until := _UNTIL.search(text):
        begin = _FROM.search(text)
        return _period(int(begin.group(1)) if begin else None, int(until.group(1)), far), False
    if begin := _FROM.search(text):
        return _period(int(begin.group(1)), None, far), False
    if years:
        return _period(min(years), max(years), far), len(set(years)) > 1
    return (_period(None, None, far), True) if far else (None, False)


def _period(begin: int | None, end: int | None, vision: int | None) -> Period:
    return Period.model_validate({"from": begin, "to": end, "vision": vision})


def read_implements(title: str | None) -> tuple[Implemented, ...]:
    """The documents that the title names by number, in order; their date and issuer as far as printed."""
    found: list[Implemented] = []
    rest = title or ""
    while match := _CITED.search(rest):
        rest = match.group("tail")
        number = re.sub(r"\s", "", match.group("number"))
        if not any(f.number == number for f in found):
            found.append(Implemented(number=number, issued_on=_day(match), issuer=_issuer(rest)))
    return tuple(found)


def _day(match: re.Match[str]) -> dt.date | None:
    if not match.group("d"):
        return None
    month, year = match.group("m") or match.group("m2"), match.group("y") or match.group("y2")
    try:
        return dt.date(int(year), int(month), int(match.group("d")))
    except ValueError:
        return None


def _issuer(tail: str) -> str | None:
    """The body after "của", up to where the cited document's own title begins."""
    match = _OF.match(tail)
    if not match:
        return None
    body = match.group("body")
    end = _BODY_ENDS.search(body)
    return (body[: end.start()] if end else body).strip(" .,") or None
