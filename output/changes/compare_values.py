"""Two values of a field that is no plain text → what differs, compared as read and not as written."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from nghiquyet.normalize.model import Baseline, Deadline, Implemented, Milestone, Period, Signer
from nghiquyet.output.changes.compare_text import compare_text, same_words
from nghiquyet.output.changes.difference import Difference, from_to, heaviest, quote, substance, wording
from nghiquyet.output.changes.folded_words import fold_word, is_number
from nghiquyet.output.changes.keys import content_of
from nghiquyet.output.changes.likeness import likeness
from nghiquyet.output.changes.spelling_variants import wording_data

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Two items of a list are one, reworded, when more than half of their words are the same.
_SAME_ITEM = 0.6
# A hundred notes against a hundred; more are told as gone and come.
_MOST_ITEM_PAIRS = 10_000

_NAMES = {
    "eq": "bằng",
    "ge": "ít nhất",
    "gt": "trên",
    "le": "tối đa",
    "lt": "dưới",
    "between": "trong khoảng",
    "top": "thuộc nhóm",
    "approx": "khoảng",
    "quantitative": "định lượng",
    "qualitative": "định tính",
    "committed": "cam kết",
    "aspirational": "phấn đấu",
}


def compare_optional_text(before: str | None, after: str | None) -> Difference:
    """Text that may be missing: with words on one side only it is substance."""
    old, new = before or "", after or ""
    if old.strip() and new.strip():
        return compare_text(old, new)
    if content_of(old + new):
        return substance(from_to(old, new))
    return wording("chỉ khác khoảng trắng, dấu câu")


def compare_number(before: float | None, after: float | None) -> Difference:
    if before is None or after is None:
        return substance(from_to(number(before), number(after)))
    way = "tăng" if after > before else "giảm"
    return substance(f"giá trị {way} từ {number(before)} {'lên' if after > before else 'xuống'} {number(after)}")


def compare_name(before: str | None, after: str | None) -> Difference:
    """A value out of a fixed list, such as the comparator."""
    return substance(from_to(_NAMES.get(before or "", before or ""), _NAMES.get(after or "", after or "")))


def compare_exact(before: object, after: object) -> Difference:
    """A value that has no wording of its own: a date, a place, a year."""
    old, new = ("" if value is None else _shown(value) for value in (before, after))
    return wording("chỉ khác cách viết") if old and new and same_words(old, new) else substance(from_to(old, new))


def compare_deadline(before: Deadline, after: Deadline) -> Difference:
    """Substance if it is another time; for the same time the words beside it count, not the way it is written."""
    old, new = before.text or "", after.text or ""
    if _time(before) != _time(after):
        return substance(_told(before, after))
    if before.end is None or max(_years_named(old), _years_named(new)) > (2 if before.precision == "range" else 1):
        return compare_optional_text(before.text, after.text)
    if sorted(_beside_the_date(old)) == sorted(_beside_the_date(new)):
        return wording("cùng một thời hạn, khác cách viết")
    return substance(f"điều kiện của thời hạn: {from_to(old, new)}")


def compare_baseline(before: Baseline | None, after: Baseline | None) -> Difference:
    if before and after and before.year == after.year:
        return compare_text(before.text, after.text)
    return substance(f"mốc so sánh: {from_to(before.text if before else '', after.text if after else '')}")


def compare_milestones(before: Sequence[Milestone], after: Sequence[Milestone]) -> Difference:
    old, new = {m.year: m.value for m in before}, {m.year: m.value for m in after}
    years = [year for year in sorted(old.keys() | new.keys()) if old.get(year) != new.get(year)]
    return heaviest(
        substance(f"mốc năm {year}: {from_to(number(old.get(year)), number(new.get(year)))}") for year in years
    ) or wording("chỉ đổi thứ tự các mốc")


def compare_texts(before: Sequence[str], after: Sequence[str]) -> Difference:
    """Lists of texts, such as notes: items are paired by their words, whatever their order."""
    return _compare_items(dict(enumerate(before)), dict(enumerate(after)), same_words)


def compare_ticks(before: Mapping[str, bool], after: Mapping[str, bool]) -> Difference:
    """Tick columns: a tick that comes or goes is substance; a column without a tick, or a heading reworded, is not."""
    renamed = _renamed(before, after)
    found: list[Difference] = []
    for heading, ticked in before.items():
        now = after.get(renamed.get(heading, heading), False)
        if ticked != now:
            found.append(substance(f"{'bỏ' if ticked else 'thêm'} dấu ở cột {quote(heading)}"))
        elif ticked and heading in renamed:
            found.append(_heading_change(heading, renamed[heading]))
    found += [
        substance(f"thêm dấu ở cột {quote(heading)}") for heading in _new(before, after, renamed) if after[heading]
    ]
    return heaviest(found) or wording("tên cột viết khác, dấu không đổi")


def compare_columns(before: Mapping[str, str], after: Mapping[str, str]) -> Difference:
    """Other columns, by their headings."""
    renamed = _renamed(before, after)
    found: list[Difference] = []
    for heading, text in before.items():
        now = after.get(renamed.get(heading, heading))
        if now != text:
            found.append(_in_column(heading, compare_optional_text(text, now)))
        if heading in renamed:
            found.append(_heading_change(heading, renamed[heading]))
    found += [_in_column(h, compare_optional_text(None, after[h])) for h in _new(before, after, renamed)]
    return heaviest(found) or wording("chỉ khác tên cột")


def _heading_change(before: str, after: str) -> Difference:
    told = compare_optional_text(before, after)
    return Difference(told.weight, f"tên cột: {told.reason}")


def _in_column(heading: str, told: Difference) -> Difference:
    return Difference(told.weight, f"cột {quote(heading)}: {told.reason}")


def _new(before: Mapping[str, object], after: Mapping[str, object], renamed: Mapping[str, str]) -> list[str]:
    """The headings of the new version that no old one became."""
    return [heading for heading in after if heading not in before and heading not in renamed.values()]


def compare_period(before: Period | None, after: Period | None) -> Difference:
    return substance(f"giai đoạn: {from_to(_years(before), _years(after))}")


def compare_signer(before: Signer | None, after: Signer | None) -> Difference:
    old, new = before or Signer(), after or Signer()
    parts = (
        ("người ký", old.name, new.name),
        ("chức vụ", old.position, new.position),
        ("ký thay", old.on_behalf_of, new.on_behalf_of),
    )
    found = []
    for label, mine, theirs in parts:
        if mine != theirs:
            told = compare_optional_text(mine, theirs)
            found.append(Difference(told.weight, f"{label}: {told.reason}"))
    return heaviest(found) or substance(
        "người ký: " + from_to("có khối ký" if before else "", "có khối ký" if after else "")
    )


def compare_implemented(before: Sequence[Implemented], after: Sequence[Implemented]) -> Difference:
    return compare_texts([_cited(item) for item in before], [_cited(item) for item in after])


def number(value: float | None) -> str:
    """The number as it is written in Vietnamese."""
    return "" if value is None else f"{value:.12g}".replace(".", ",")


def day(date: dt.date) -> str:
    return f"{date.day:02}/{date.month:02}/{date.year}"


@cache
def _deadline_words() -> frozenset[str]:
    return frozenset(fold_word(word) for word in wording_data()["deadline_words"].split())


def _years_named(text: str) -> int:
    """Of several dates only the last was read: the others count by their words."""
    return len(_YEAR.findall(text))


def _beside_the_date(text: str) -> list[str]:
    return [word for word in content_of(text) if word not in _deadline_words() and not is_number(word)]


def _time(deadline: Deadline) -> tuple[object, ...]:
    return (deadline.start, deadline.end, deadline.precision, deadline.recurring, deadline.open_ended)


def _told(before: Deadline, after: Deadline) -> str:
    if before.end and after.end and before.end != after.end:
        way = "lùi" if after.end > before.end else "sớm lên"
        return f"thời hạn {way} từ {day(before.end)} thành {day(after.end)}"
    return f"thời hạn: {from_to(before.text or '', after.text or '')}"


def _shown(value: object) -> str:
    return day(value) if isinstance(value, dt.date) else str(value)


def _years(period: Period | None) -> str:
    if period is None:
        return ""
    vision = f", tầm nhìn {period.vision}" if period.vision else ""
    return f"{period.from_ or '…'}–{period.to or '…'}{vision}"


def _cited(item: Implemented) -> str:
    return " ".join((item.number, day(item.issued_on) if item.issued_on else "", item.issuer or "")).strip()


def _renamed(before: Mapping[str, object], after: Mapping[str, object]) -> dict[str, str]:
    """Headings of one side only → the heading that replaced each."""
    old, new = ([h for h in mine if h not in theirs] for mine, theirs in ((before, after), (after, before)))
    return {old[i]: new[j] for i, j in best_items(old, new)}


def _compare_items(before: Mapping[int, str], after: Mapping[int, str], same: Callable[[str, str], bool]) -> Difference:
    old, new = dict(before), dict(after)
    found: list[Difference] = []
    for i, mine in before.items():
        j = next((j for j, theirs in new.items() if same(mine, theirs)), None)
        if j is not None:
            if new[j] != mine:
                found.append(compare_text(mine, new[j]))
            del old[i], new[j]
    mine_left, their_left = list(old.values()), list(new.values())
    pairs = best_items(mine_left, their_left)
    found += [compare_text(mine_left[i], their_left[j]) for i, j in pairs]
    paired, others = {i for i, _ in pairs}, {j for _, j in pairs}
    found += [_come_or_gone(text, "") for i, text in enumerate(mine_left) if i not in paired]
    found += [_come_or_gone("", text) for j, text in enumerate(their_left) if j not in others]
    return heaviest(found) or wording("chỉ đổi thứ tự")


def _come_or_gone(old: str, new: str) -> Difference:
    return compare_optional_text(old, new) if content_of(old + new) else wording("chỉ khác dấu câu")


def best_items(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs that are most alike first, none below the line, each item once; none at all of endless lists."""
    if len(old) * len(new) > _MOST_ITEM_PAIRS:
        return []
    mine, theirs = [content_of(text) for text in old], [content_of(text) for text in new]
    scored = [(likeness(a, b), i, j) for i, a in enumerate(mine) for j, b in enumerate(theirs)]
    scored.sort(key=lambda found: (-found[0], sorted((old[found[1]], new[found[2]]))))
    pairs: list[tuple[int, int]] = []
    for score, i, j in scored:
        if score >= _SAME_ITEM and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs
