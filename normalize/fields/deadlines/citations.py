"""Folded text → the same without what looks like a date and is none: cited documents, periods in their names."""

from __future__ import annotations

import functools
import re

from nghiquyet.normalize.fields.deadlines.cues import lexicon
from nghiquyet.normalize.fields.deadlines.folding import Folded

_DAY = r"ngày ?\d{1,2}(?: ?[/.\-] ?\d{1,2} ?[/.\-] ?\d{2,4}| tháng \d{1,2}(?: năm |/)\d{4})"
_NUMBER = r"(?:số ?:? ?)?(?<![\d/])(?:\d{1,6}[a-z]?(?: ?/ ?\d{4})?|…+|\.{2,})"
_SYMBOL = r"(?P<symbol>[a-zđư][a-zđư0-9&]*(?: ?[/\-&] ?[a-zđư][a-zđư0-9&]*)*)(?!\w)"  # "qđ-ubnd", "ctr/đu"
_NUMBERED = re.compile(rf"{_NUMBER} ?[/\-] ?{_SYMBOL}(?:,? ?(?:được )?(?:ban hành )?(?:ký )?{_DAY})?")
_CALENDAR = re.compile(r"(?:qu[ýyí]|tháng|năm|ngày|đến|lần|tuần)(?:\W|$)")
_ARTICLE = re.compile(r"(?:điều|khoản|điểm|chương|phụ lục|biểu|bảng|khóa|khoá) \d{1,3}(?![\d/])")
_TO_COME = r"(?:(?:,| và)? ?(?:định hướng|tầm nhìn)(?: đến)?(?: năm)? ?20\d\d)"
_PERIOD = (
    r"(?:(?<!đến năm )(?<!đến )(?:(?:giai đoạn|thời kỳ|nhiệm kỳ|năm học|năm|các năm)(?: từ)? ?)?"
    r"(?:19|20)\d\d(?!\d)(?! ?/ ?\w)"
    rf"(?: ?(?:-|đến|và) ?(?:năm )?20\d\d(?!\d))?{_TO_COME}?|đến năm 20\d\d{_TO_COME})"
)
_YEARLY = r"(?:hằng|hàng|từng) (?:năm|quý|tháng)"
_DUE = re.compile(r"(?<!\w)(?:trước|chậm nhất|muộn nhất|hoàn thành|xong|trong|hết|vào|hạn)(?!\w)")
_SHORT_OF_DEADLINE = (
    r"(?:hoàn thành|giai đoạn|năm|quý|tháng|từ|đến|hằng|hàng|định kỳ|thường|chậm|xong|trong|trước|phấn đấu)"
)
LONGEST_NAME = 160  # letters of a document's name; longer stretches are two clauses


@functools.cache
def _basis() -> re.Pattern[str]:
    """ "theo Kế hoạch … giai đoạn 2026-2030", "theo Thông báo … ngày 22/01/2026": a basis with a time in its name."""
    name = rf"(?:[^;.,:]|,(?! ?{_SHORT_OF_DEADLINE})){{0,{LONGEST_NAME}}}?"
    return re.compile(
        rf"(?<!\w)(?:theo|tại|thuộc|căn cứ|thực hiện|của)(?!\w)({name})(?<!\w)({_DAY}|{_PERIOD}|{_YEARLY})"
    )


@functools.cache
def _title() -> re.Pattern[str]:
    """ "Chương trình … giai đoạn 2021-2030", "kế hoạch chuyển đổi số hằng năm": a document's name with its time."""
    names = lexicon().pattern("instrument")
    return re.compile(rf"{names}([^;:□]{{0,{LONGEST_NAME}}}?)(?<!\w)({_PERIOD}|{_YEARLY})(?!\w)")


_LAW = re.compile(
    r"(?<!\w)(?<!pháp )(?<!kỷ )(?:bộ luật|luật|hiến pháp|pháp lệnh)(?: [^;,.:]{0,80}?)?( năm (?:19|20)\d\d)(?!\d)"
)
# "Trước Đại hội Đảng bộ tỉnh nhiệm kỳ 2025 - 2030": the term tells which congress.
_CONGRESS = re.compile(r"(?<!\w)đại hội(?!\w)[^;,.]{0,80}?(?<!\w)(nhiệm kỳ (?:19|20)\d\d ?- ?20\d\d)(?!\d)")


def mask_citations(folded: Folded) -> Folded:
    """``folded`` without the numbers and dates of cited documents and articles, and the days of the moon's calendar."""
    spans = []
    for match in _NUMBERED.finditer(folded.text):
        letter = folded.source[folded.at[match.start("symbol")]]
        if letter.isupper() and not _CALENDAR.match(match.group("symbol")):
            spans.append(match.span())
    spans += [m.span() for m in _ARTICLE.finditer(folded.text)]
    spans += [m.span() for cue in lexicon().family("lunar") for m in cue.pattern.finditer(folded.text)]
    spans += [m.span(1) for pattern in (_LAW, _CONGRESS) for m in pattern.finditer(folded.text)]
    return folded.mask(spans)


def mask_bases(folded: Folded) -> Folded:
    """``folded`` without the times in the names of the documents that something is done "theo"."""
    instrument = lexicon()
    spans = []
    for match in _basis().finditer(folded.text):
        name = match.group(1)
        if instrument.finds("instrument", name) and not _DUE.search(name):
            spans.append(match.span(2))
    return folded.mask(spans)


def mask_titles(folded: Folded) -> Folded:
    """``folded`` of a sentence without the times in documents' names, where no word such as "trước" sets them apart."""
    spans = []
    position = 0
    while match := _title().search(folded.text, position):
        name = match.group(1)
        if _DUE.search(name) or re.search(rf",? {_SHORT_OF_DEADLINE}[^,]*, ?$", name):
            position = match.start() + 1
            continue
        spans.append(match.span(2))
        position = match.end()
    return folded.mask(spans)
