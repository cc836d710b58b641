"""Words → what a value is measured against: another time or a forecast, never the whole of a percentage."""

from __future__ import annotations

import re

from nghiquyet.normalize.model import Baseline
from nghiquyet.normalize.prose.targets.masking import lowered
from nghiquyet.normalize.prose.targets.quantities import Quantity
from nghiquyet.normalize.prose.targets.target_words import lexicon

_ANY_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_GROWN = re.compile(r"gấp [^;]{0,30}?năm ((?:19|20)\d\d)")
_LEAST = 6  # letters of "so với", behind which the comparison's own words begin
# the comparison ends before a verb that brings the value, or before the goal's own date
_OVER = re.compile(
    r" (?:đạt|tăng|giảm|là|còn|phải|được|ít nhất|tối thiểu|trong giai đoạn|vào năm|vào cuối|đến năm|đến hết|đến cuối)"
    r"(?!\w)"
)
_STEP = re.compile(r" (?:tăng lên|giảm còn|xuống còn|lên|xuống|còn)(?: (?:mức|tới|đến|còn|trên|dưới|khoảng))* ?$")


def baseline_spans(words: str) -> tuple[tuple[int, int], ...]:
    """Where ``words`` (small letters) say "so với năm 2020" and the like."""
    spans = []
    for cue in lexicon().family("baselines"):
        for match in cue.pattern.finditer(words):
            over = _OVER.search(words, match.start() + _LEAST, match.end())
            spans.append((match.start(), over.start() if over else match.end()))
    return tuple(spans)


def find_baseline(text: str, start: int, end: int, quantity: Quantity) -> Baseline | None:
    """What the quantity in ``text[start:end]`` is measured against.

    "so với năm 2020", "từ 22% năm 2025" (up to 30%), "gấp 1,8 lần năm 2025".
    """
    words = lowered(text[start:end])
    for first, last in baseline_spans(words):
        return _printed(text[start + first : start + last])
    if quantity.before:
        return _printed(_STEP.sub("", re.sub(r"\s+", " ", text[quantity.before[0] : quantity.number[0]])))
    grown = _GROWN.search(words)
    return _printed(text[start + grown.start() : start + grown.end()]) if grown else None


def _printed(words: str) -> Baseline:
    words = re.sub(r"\s+", " ", words).strip(" ,.;")
    years = _ANY_YEAR.findall(words)
    return Baseline(year=int(years[-1]) if years else None, text=words)
