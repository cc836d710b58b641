"""Labels at the start of a paragraph, in every style of offices: Phần, Chương, Điều, A, I, 1, 1.1, a), (1)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Style = Literal[
    "part",
    "chapter",
    "division",
    "subdivision",
    "article",
    "upper",
    "roman",
    "arabic",
    "lower",
    "paren",
    "paren_lower",
    "lower_roman",
]

# Letters in the order in which offices count with them.
LETTERS = "abcdđeghiklmnopqrstuvxy"
# The rank of styles that always stand above others; the rest nest in the order in which they are met.
RANKS: dict[Style, int] = {
    "part": 0,
    "chapter": 1,
    "division": 2,
    "subdivision": 3,
    "article": 4,
    "upper": 5,
    "roman": 6,
    "arabic": 7,
    "lower": 20,
    "paren": 20,
    "paren_lower": 20,
    "lower_roman": 20,
}
_NAMED: tuple[tuple[Style, str], ...] = (
    ("part", "phần"),
    ("chapter", "chương"),
    ("subdivision", "tiểu mục"),
    ("division", "mục"),
    ("article", "điều"),
)
_ORDINAL_WORDS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_WORDED = rf"(?i:thứ\s+(?P<word>{'|'.join(_ORDINAL_WORDS)}))(?!\w)"
_NUMERAL = rf"(?:{_WORDED}|(?P<numeral>\d{{1,3}}[a-zđ]?|[IVXLC]{{1,7}}|[A-ZĐ])(?!\w))"
# "Điều 5. …", "Chương II", "Mục 1: …"; not "Điều 5 Luật này …" nor "Mục tiêu"
_NAMED_LABELS = tuple(
    (style, re.compile(rf"(?P<label>(?i:{name})\s+{_NUMERAL})(?:\s*[.:]\s*|\s*[-–]\s+|\s*$|\s+(?=[A-ZĐÀ-Ỹ]{{2}}))"))
    for style, name in _NAMED
)
_ROMAN = re.compile(r"(?P<label>[IVXL]{1,7}(?:\.\d{1,2}){0,3})\s?(?:[.):]\s*|[-–]\s+|/(?:\s+|(?=[A-ZĐÀ-Ỹ]{2})))(?=\S)")
_UPPER = re.compile(r"(?P<label>[A-ZĐ](?:\.(?:\d{1,2}|[IVX]{1,5})){0,3})\s?(?:[.)/:]\s+|[-–]\s+)(?=\S)")
_ARABIC = re.compile(
    r"(?P<label>\d{1,2}(?:\.\d{1,2}){0,4})"
    r"(?:\s?[.):](?![\d%])\s*|/(?:\s+|(?=[A-ZĐÀ-Ỹ]))|(?<=\.\d)\s+(?=[A-ZĐÀ-Ỹ])|(?<=\.\d\d)\s+(?=[A-ZĐÀ-Ỹ]))(?=\S)"
)
_LOWER = re.compile(r"(?P<label>[a-zđ](?:\.?\d{1,2}){0,3})\s?(?:\)\.?\s*|\.\s*(?=[A-ZĐÀ-Ỹ])|/\s+)(?=\S)")
_LOWER_ROMAN = re.compile(r"(?P<label>[ivx]{1,4})\s?(?:\)\s*|\.\s+)(?=\S)")
_PAREN = re.compile(r"(?P<label>\((?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-zđ]|[ivx]{1,4})\))\s*(?=\S)")
_BULLET = re.compile(r"(?:[-–—+*•●○▪■◦➢✓\uf000-\uf0ff]|o(?=\s))\s*(?=\S)")
_PROPER_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})$")
LETTERED: tuple[Style, ...] = ("upper", "lower", "paren_lower")
_D_WITH_STROKE = 5
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class LeadingLabel:
    """``text`` as it goes into ids; its letters take up ``paragraph[:end]``; ``levels`` are its numbers."""

    text: str
    style: Style
    levels: tuple[int, ...]
    end: int
    mark: str = ""  # what closes it: a full stop, a bracket

    @property
    def key(self) -> tuple[Style, int]:
        """What labels of one list share."""
        return (self.style, len(self.levels))

    @property
    def rank(self) -> int:
        return RANKS[self.style] + (len(self.levels) - 1 if self.style == "arabic" else 0)

    @property
    def first(self) -> bool:
        return self.levels[-1] == 1

    def contains(self, other: LeadingLabel) -> bool:
        """True if this label spells out ``other`` as its beginning: 1.2 under 1, I.1 under I, a.1 under a."""
        mine, theirs = _parts(self.text), _parts(other.text)
        return len(mine) > len(theirs) and mine[: len(theirs)] == theirs

    def follows(self, other: LeadingLabel, most: int = 1) -> bool:
        """True if this is the next in ``other``'s list, or at most ``most`` further."""
        if self.key != other.key or self.levels[:-1] != other.levels[:-1]:
            return False
        here, there = self.levels[-1], other.levels[-1]
        if self.style in LETTERED and here > _D_WITH_STROKE > there:
            here -= 1  # half of the offices go from d to e
        return 0 < here - there <= most


def leading_labels(text: str) -> tuple[LeadingLabel, ...]:
    """The readings of a paragraph's beginning as a label, likeliest first: C. is a letter or a hundred; empty if none.

    >>> leading_labels("1.2. Mục tiêu phấn đấu")[0].text
    '1.2'
    >>> leading_labels("(1) 100% các cảng biển")[0].text
    '(1)'
    """
    for style, pattern in _NAMED_LABELS:
        if (match := pattern.match(text)) and (found := _named(match, style)):
            return (found,)
    readings: list[LeadingLabel] = []
    if match := _ARABIC.match(text):
        readings.append(_numbered(match, "arabic"))
    if (match := _ROMAN.match(text)) and _PROPER_ROMAN.match(match["label"].split(".")[0]):
        readings.append(_numbered(match, "roman"))
    if match := _UPPER.match(text):
        readings.append(_numbered(match, "upper"))
    if match := _LOWER.match(text):
        readings.append(_numbered(match, "lower"))
    if match := _LOWER_ROMAN.match(text):
        readings.append(_numbered(match, "lower_roman"))
    if match := _PAREN.match(text):
        readings += _bracketed(match)
    return tuple(r for r in readings if all(r.levels))


def starts_bullet(text: str) -> bool:
    """True if the paragraph begins with a list mark; a minus before a number is none."""
    match = _BULLET.match(text)
    return match is not None and not re.match(r"[-–—+]\d", text)


def _parts(text: str) -> list[str]:
    return [p.lstrip("0") for p in text.split(".")]


def _named(match: re.Match[str], style: Style) -> LeadingLabel | None:
    numeral, word = match["numeral"], match["word"]
    if word:
        value = _ORDINAL_WORDS.index(word.lower()) + 1
    elif numeral[0].isdigit():
        value = int(re.sub(r"\D", "", numeral))
    elif _PROPER_ROMAN.match(numeral.upper()):
        value = _roman(numeral.upper())
    elif len(numeral) == 1 and numeral.isupper():
        value = _place(numeral)
    else:
        return None
    return LeadingLabel(" ".join(match["label"].split()), style, (value,), match.end())


def _numbered(match: re.Match[str], style: Style) -> LeadingLabel:
    text = match["label"]
    head, *rest = re.split(r"\.|(?<=[a-zđ])(?=\d)", text) if style == "lower" else text.split(".")
    if style == "roman":
        value = _roman(head)
    elif style == "lower_roman":
        value = _roman(head.upper())
    elif style == "arabic":
        value = int(head)
    else:
        value = _place(head)
    return LeadingLabel(text, style, (value, *(_number(r) for r in rest)), match.end(), _mark(match))


def _bracketed(match: re.Match[str]) -> list[LeadingLabel]:
    inner = match["label"].strip("()")
    if inner[0].isdigit():
        return [LeadingLabel(match["label"], "paren", tuple(int(p) for p in inner.split(".")), match.end())]
    found = []
    if re.fullmatch(r"[ivx]+", inner):
        found.append(LeadingLabel(match["label"], "lower_roman", (_roman(inner.upper()),), match.end()))
    if len(inner) == 1:
        found.append(LeadingLabel(match["label"], "paren_lower", (_place(inner),), match.end()))
    return found


def _mark(match: re.Match[str]) -> str:
    closing = match.group()[len(match["label"]) :].strip()
    return closing[:1]


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _roman(text)


def _place(letter: str) -> int:
    return LETTERS.find(letter.lower()) + 1


def _roman(text: str) -> int:
    total = 0
    for here, after in zip(text, text[1:] + " ", strict=True):
        value = _VALUES.get(here, 0)
        total += -value if _VALUES.get(after, 0) > value else value
    return max(total, 0)
