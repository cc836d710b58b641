"""Masked text → quantities: number, comparator and unit, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from nghiquyet.normalize.model import Comparator
from nghiquyet.normalize.prose.targets.target_words import TargetWords, lexicon, units, word_at_start

UnitKind = Literal["percent", "measure", "time", "noun", "none"]
REACH = 60  # letters before a number in which its comparator may stand
LONGEST_NOUN = 8  # words of a counted noun phrase
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d+,\d+|\d+\.\d{1,2}(?!\d)|\d+"
_DASH = r" ?(?:- ?đến|-|–|—|÷|~|đến|tới) ?"
_LEVEL = r"(?: ?(?:%|phần trăm|‰))"
_SHORT_UNIT = r"(?: [a-zđà-ỹ0-9²³/]{1,10}){1,2}"
_PERCENT = re.compile(r" ?(?:%|phần trăm(?!\w))(?P<yearly> ?/ ?năm| mỗi năm| một năm)?")
_RATE_NOUN = "dân|vị diện tích|vị sản phẩm|đẻ sống|gái|trai|giao dịch|đêm|sống|bệnh|canh tác|sinh sống|làm việc"
_RATE = rf"(?: ?/ ?(?:[\d.]{{1,9}} ?)?[a-zđà-ỹ0-9²³]+(?: (?:{_RATE_NOUN})){{0,3}}){{0,3}}"
_WORDS = {"đôi": 2.0, "ba": 3.0, "bốn": 4.0}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that counts something; offsets are into the text it was found in.

    ``start`` is where its comparator begins, ``end`` lies behind unit and "trở lên". ``unit_span`` is the printed unit,
    ``before`` the span of "từ 22% năm 2025" where a change is told from its beginning. ``doubts`` are review codes.
    """

    start: int
    end: int
    number: tuple[int, int]
    value: float
    comparator: Comparator = "eq"
    value_max: float | None = None
    unit: str | None = None
    unit_kind: UnitKind = "none"
    unit_span: tuple[int, int] = (0, 0)
    before: tuple[int, int] | None = None
    doubts: tuple[str, ...] = ()


def read_number(text: str) -> tuple[float, tuple[str, ...]]:
    """The value of a printed number, Vietnamese style: dots part thousands, a comma the decimals; and its doubts.

    "1,500" may be fifteen hundred written the English way: read as 1.5, doubted.
    """
    doubts = ("number-ambiguous",) if re.fullmatch(r"[1-9]\d{0,2},\d{3}", text) else ()
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text) and not text.startswith("0."):
        text = text.replace(".", "")
    return float(text.replace(",", ".")), doubts


@cache
def _found() -> re.Pattern[str]:
    """A number, a range, a change between two values, a share of a count ("12/15"), a number in words."""
    words = "|".join(sorted(units().number_words, key=lambda w: (-len(w), w)))
    year = r"(?: ?\(?(?:vào |của )?(?:cuối )?năm [#\d]{4}\)?)?"
    led = "ít nhất|tối thiểu|có|thêm|xây dựng|hình thành|thành lập|không quá|tối đa|đào tạo|cả"
    return re.compile(
        rf"(?<![\w.,/#])(?:từ (?:mức )?(?P<old>{_NUMBER})(?:{_LEVEL}|{_SHORT_UNIT})?{year}"
        r" (?:tăng lên|giảm còn|xuống còn|lên|xuống|còn)"
        rf"(?: mức| tới| đến| còn| trên| dưới| khoảng){{0,3}} ?(?P<new>{_NUMBER})"
        rf"|(?P<low>{_NUMBER}){_LEVEL}?{_DASH}(?:dưới )?(?P<high>{_NUMBER})"
        rf"|(?P<share>\d+)/\d+(?= \D)|[“\"'‘]?(?P<one>{_NUMBER})[”\"'’]?)(?![\d#]|[.,]\d)"
        r"|(?<=gấp )(?P<double>đôi|ba|bốn)(?!\w)"
        r"|(?<!\w)(?P<half>một nửa|nửa)(?= (?:số|tổng|lượng|diện tích|tỷ lệ))"
        rf"|(?<!\w)(?:{led}) (?P<words>{words})(?= (?:{units().noun}|%|phần trăm)(?!\w))"
    )


def find_quantities(text: str, small: str) -> tuple[Quantity, ...]:
    """The quantities of ``small`` (the masked form of ``text``) in reading order; units are quoted from ``text``."""
    return tuple(_complete(match, text, small) for match in _found().finditer(small))


def _complete(match: re.Match[str], text: str, small: str) -> Quantity:
    bare = _bare(match)
    quantity = bare if match["half"] else _with_unit(bare, text, small)
    compared = _compared(quantity, small)
    part = compared.unit is not None and re.match(r"(?:số|tổng)(?!\w)", compared.unit.lower())
    if match["share"] and (compared.comparator == "top" or part):  # "nhóm 1/3 địa phương", "1/3 số xã" are no counts
        return replace(bare, unit=None, unit_kind="none")
    return compared


def _bare(match: re.Match[str]) -> Quantity:
    """The number alone."""
    group = next(g for g in ("new", "low", "share", "one", "double", "half", "words") if match[g])
    printed = match[group]
    start, end = match.start(group), match.end()
    if group == "double":
        return Quantity(
            start, end, (start, end), _WORDS[printed], unit="lần", unit_kind="measure", unit_span=(end, end)
        )
    if group == "half":
        return Quantity(
            start,
            end,
            (start, end),
            50.0,
            unit="%",
            unit_kind="percent",
            unit_span=(end, end),
            doubts=("number-in-words",),
        )
    if group == "words":
        return Quantity(start, end, (start, end), float(units().number_words[printed]))
    value, doubts = read_number(printed)
    if group == "low":
        high, more = read_number(match["high"])
        doubts += more + (("range-reversed",) if high <= value else ())
        begin = start - 3 if match.string[max(0, start - 3) : start] == "từ " else start
        return Quantity(begin, end, (start, end), value, "between", high, doubts=doubts)
    if group == "new":
        before = (match.start(), match.end("old"))
        return Quantity(start, end, (start, end), value, before=before, doubts=doubts)
    return Quantity(match.start(), end, (match.start(), end), value, doubts=doubts)


def _with_unit(quantity: Quantity, text: str, small: str) -> Quantity:
    """The quantity with what stands behind the number as its unit."""
    if quantity.unit is not None:
        return _span_of_times(quantity, small)
    at = quantity.end
    percent = _PERCENT.match(small, at)
    if percent:
        unit = "%/năm" if percent["yearly"] else "%"
        return replace(quantity, end=percent.end(), unit=unit, unit_kind="percent", unit_span=(at, percent.end()))
    kinds: tuple[tuple[UnitKind, str], ...] = (("measure", units().measure), ("time", units().time))
    for kind, words in kinds:
        match = re.compile(rf" ?(?:(?:{units().scale}) )?(?:{words}){_RATE}(?!\w)").match(small, at)
        if match and match.end() > at and not _is_noun_scale(small, match):
            return _printed(quantity, kind, text, at, match.end())
    rate = re.compile(r" ?/ ?[\d.]{1,9} [a-zđà-ỹ]+(?: [a-zđà-ỹ]+){0,3}").match(small, at)
    if rate:
        return _printed(quantity, "measure", text, at, rate.end())
    end = _noun_end(small, at)
    return _printed(quantity, "noun", text, at, end) if end > at else replace(quantity, unit_span=(at, at))


def _is_noun_scale(small: str, match: re.Match[str]) -> bool:
    """Whether "triệu" or "tỷ" only scales a noun behind it ("18 triệu lượt khách")."""
    last = match.group().split()[-1]
    return (
        last in ("triệu", "tỷ", "m", "g", "đ")
        and re.match(r" [a-zđà-ỹ]", small[match.end() :]) is not None
        and (word_at_start("noun_stops").match(small[match.end() :]) is None)
    )


def _span_of_times(quantity: Quantity, small: str) -> Quantity:
    times = re.compile(r" lần(?!\w)").match(small, quantity.end)
    return replace(quantity, end=times.end()) if times else quantity


def _printed(quantity: Quantity, kind: UnitKind, text: str, start: int, end: int) -> Quantity:
    unit = re.sub(r"\s+", " ", text[start:end]).strip()
    return replace(quantity, end=end, unit=unit, unit_kind=kind, unit_span=(start, end))


@cache
def _noun_word() -> re.Pattern[str]:
    stops = lexicon().words["noun_stops"]
    return re.compile(
        rf"(?: (?:{units().scale})(?= [a-zđà-ỹ]))?(?: (?!(?:{stops})(?!\w))[a-zđà-ỹ][\wà-ỹ&-]*(?:/[a-zà-ỹđ]+)?)"
    )


def _noun_end(small: str, at: int) -> int:
    """Where the noun phrase that begins at ``at`` ends; ``at`` itself if there is none."""
    end = at
    for _ in range(LONGEST_NOUN):
        match = _noun_word().match(small, end)
        if not match:
            break
        end = match.end()
    rate = re.compile(rf" ?/ ?[\d.]{{1,9}} ?[a-zđà-ỹ]+(?: (?:{_RATE_NOUN}))?(?!\w)").match(small, end)
    return rate.end() if rate and end > at else end


def _compared(quantity: Quantity, small: str) -> Quantity:
    """The quantity with the comparator that its neighbours give."""
    words = lexicon()
    ranked = _ranked(quantity, small, words)
    if ranked:
        return ranked
    lead = small[max(0, quantity.start - REACH) : quantity.start]
    after = _after(quantity, small, words)
    if after:
        start = quantity.start - 3 if lead.endswith("từ ") else quantity.start
        comparator = quantity.comparator if quantity.comparator == "between" else after[0]
        return replace(quantity, start=start, comparator=comparator, end=after[1])
    since = re.search(r"(?<!\w)từ $", lead)
    if since and quantity.comparator == "eq":
        sure = re.search(r"[^;.,]*(?<!\w)trở lên(?!\w)", small[quantity.end : quantity.end + REACH * 3])
        doubts = quantity.doubts if sure else (*quantity.doubts, "comparator-doubtful")
        return replace(quantity, start=quantity.start - 3, comparator="ge", doubts=doubts)
    for cue in words.family("comparators_before"):
        match = re.search(rf"(?:(?<=[ (])|^)(?:{cue.pattern.pattern}) ?(?:(?:{words.words['linking']}) ){{0,3}}$", lead)
        if match and cue.comparator:
            start = quantity.start - (len(lead) - match.start())
            comparator = quantity.comparator if quantity.comparator == "between" else cue.comparator
            return replace(quantity, start=start, comparator=comparator)
    return quantity


def _after(quantity: Quantity, small: str, words: TargetWords) -> tuple[Comparator, int] | None:
    """ "trở lên" behind the unit: its comparator and where it ends."""
    for cue in words.family("comparators_after"):
        match = re.compile(rf" (?:{cue.pattern.pattern})(?!\w)").match(small, quantity.end)
        if match and cue.comparator:
            return cue.comparator, match.end()
    return None


def _ranked(quantity: Quantity, small: str, words: TargetWords) -> Quantity | None:
    """Within the first n: "nhóm 05 địa phương dẫn đầu", "top 10"."""
    lead = small[max(0, quantity.start - REACH) : quantity.start]
    tail = small[quantity.number[1] :]
    sure, maybe = words.family("rank_before")
    for cue, needs_tail in ((sure, False), (maybe, True)):
        match = re.search(rf"(?<!\w)(?:{cue.pattern.pattern}) $", lead)
        first = any(c.pattern.match(tail) for c in words.family("rank_after"))
        if match and quantity.unit_kind != "percent" and (first or (not needs_tail and "nhóm" not in match.group())):
            return replace(
                quantity,
                start=quantity.start - (len(lead) - match.start()),
                comparator="top",
                value=quantity.value_max or quantity.value,
                value_max=None,
            )
    return None
