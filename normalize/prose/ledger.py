"""Verdicts on passages and numbers → how much of the prose became what, and findings for what was left over.

Every paragraph of the prose, and every number in it that counts something, has one verdict. What looks like work or a
measure and became nothing is named by a finding: ``order-unread``, ``number-unread``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nghiquyet.normalize.model import Coverage, Finding
from nghiquyet.normalize.prose.published_sections import Part, Prose
from nghiquyet.normalize.prose.targets import NumberReading, TargetReading
from nghiquyet.normalize.prose.targets.section_promises import NumberVerdict
from nghiquyet.normalize.prose.verdicts import Verdict, VerdictKind
from nghiquyet.normalize.review.findings import finding, quote

# Passages of one section that a finding quotes.
MOST_QUOTED = 3
# What is printed so often in one paper, word for word, is a step of a form, and nobody's task.
FORMULA = 2
# What a target found in a passage does not change: the passage is an order, or a part of one, and promises besides.
_ORDERS: tuple[VerdictKind, ...] = ("order", "order_part")


@dataclass(frozen=True, slots=True)
class Ledger:
    """What each passage and each number was taken for; headings are passages too."""

    passages: tuple[Verdict, ...]
    numbers: tuple[NumberReading, ...]

    def coverage(self) -> Coverage:
        """How many passages and numbers have each verdict, the commonest first."""
        return Coverage(
            paragraphs=_counted(verdict.kind for verdict in self.passages),
            numbers=_counted(number.place.verdict for number in self.numbers),
        )


def prose_to_ledger(
    prose: Prose,
    verdicts: Sequence[Verdict],
    untabled: Prose,
    targets: Sequence[TargetReading],
    numbers: Sequence[NumberReading],
) -> Ledger:
    """The ledger of ``prose``, on whose passages orders gave ``verdicts``.

    ``untabled`` is the same prose without rows of tables, in which ``targets`` and ``numbers`` have their places.
    """
    place = {section.id: i for i, section in enumerate(untabled.sections)}
    promised = [(place[t.target.section], t.part, t.start) for t in targets]
    shifts = [_shifts(prose, untabled, i) for i in range(len(prose.sections))]
    by_place = {(v.section, v.part, v.start): v for v in verdicts}
    judged = (*_headings(prose, by_place), *verdicts)
    passages = tuple(_with_targets(v, promised, shifts[v.section]) for v in judged)
    spans: dict[tuple[int, Part], list[Verdict]] = {}
    for verdict in passages:
        spans.setdefault((verdict.section, verdict.part), []).append(verdict)
    return Ledger(
        passages, tuple(_in_orders(n, spans.get((n.section, n.part), ()), shifts[n.section]) for n in numbers)
    )


def ledger_to_findings(ledger: Ledger, prose: Prose, untabled: Prose) -> tuple[Finding, ...]:
    """A finding for each section with passages that may be orders, and with numbers that may be promises."""
    orders: dict[int, list[Verdict]] = {}
    told = Counter(" ".join(p.text.split()).casefold() for passages in prose.passages for p in passages)
    for verdict in ledger.passages:
        words = " ".join(_text(prose, verdict.section, verdict.part)[verdict.start : verdict.end].split()).casefold()
        if verdict.kind == "unread" and told[words] < FORMULA:
            orders.setdefault(verdict.section, []).append(verdict)
    clauses: dict[int, dict[tuple[Part, int, int], None]] = {}
    for number in ledger.numbers:
        if number.place.verdict == "unread":
            clauses.setdefault(number.section, {})[number.part, *number.place.clause] = None
    found = []
    for index in sorted({*orders, *clauses}):
        if index in orders:
            likeliest = sorted(orders[index], key=lambda v: -(v.likelihood or 0.0))
            texts = [_text(prose, index, v.part)[v.start : v.end] for v in likeliest]
            message = f"Có thể là nhiệm vụ nhưng chưa đọc được: {_quoted(texts)}; hãy đối chiếu với bản gốc."
            found.append(_finding("order-unread", message, prose, index))
        if index in clauses:
            texts = [_text(untabled, index, part)[start:end] for part, start, end in clauses[index]]
            message = f"Câu {_quoted(texts)} có con số chưa thành chỉ tiêu; hãy đọc lại và bổ sung nếu đó là chỉ tiêu."
            found.append(_finding("number-unread", message, prose, index))
    return tuple(found)


def _counted(kinds: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(kinds).items(), key=lambda item: (-item[1], item[0])))


def _headings(prose: Prose, judged: dict[tuple[int, Part, int], Verdict]) -> Iterable[Verdict]:
    for index, section in enumerate(prose.sections):
        if section.title and not any((index, "title", start) in judged for start in range(len(section.title))):
            kind: VerdictKind = "frame" if section.level == 0 else "heading"
            yield Verdict(index, "title", 0, len(section.title), kind)


def _shifts(prose: Prose, untabled: Prose, index: int) -> list[tuple[int, int]]:
    """(where a passage begins in ``untabled``'s text, where in ``prose``'s) of each passage of prose of a section."""
    return list(zip(_starts(untabled, index), _starts(prose, index), strict=False))


def _starts(prose: Prose, index: int) -> Iterable[int]:
    offset = 0
    for passage in prose.passages[index]:
        if passage.table is None:
            yield offset
        offset += len(passage.text) + 1


def _shifted(part: Part, offset: int, shifts: Sequence[tuple[int, int]]) -> int:
    """A place in the text without tables as a place in the text with them."""
    if part == "title":
        return offset
    return max(((there + offset - here) for here, there in shifts if here <= offset), default=offset)


def _with_targets(
    verdict: Verdict, promised: Sequence[tuple[int, Part, int]], shifts: Sequence[tuple[int, int]]
) -> Verdict:
    """The verdict, ``target`` where a target begins in the passage and it is no order."""
    if verdict.kind in _ORDERS:
        return verdict
    inside = any(
        (section, part) == (verdict.section, verdict.part)
        and verdict.start <= _shifted(part, start, shifts) < verdict.end
        for section, part, start in promised
    )
    return replace(verdict, kind="target") if inside else verdict


def _in_orders(number: NumberReading, verdicts: Sequence[Verdict], shifts: Sequence[tuple[int, int]]) -> NumberReading:
    """The number, read with the order that it stands in, or told of the past with its passage."""
    if number.place.verdict != "unread":
        return number
    at = _shifted(number.part, number.place.start, shifts)
    passage = next((v for v in verdicts if v.start <= at < v.end), None)
    if passage is None or passage.kind not in (*_ORDERS, "situation"):
        return number
    verdict: NumberVerdict = "result" if passage.kind == "situation" else "order"
    return replace(number, place=replace(number.place, verdict=verdict))


def _text(prose: Prose, index: int, part: Part) -> str:
    section = prose.sections[index]
    return section.title if part == "title" else section.text


def _quoted(texts: Sequence[str]) -> str:
    quoted = "; ".join(f"“{quote(text)}”" for text in texts[:MOST_QUOTED])
    more = f" và {len(texts) - MOST_QUOTED} đoạn khác" if len(texts) > MOST_QUOTED else ""
    return quoted + more


def _finding(code: str, message: str, prose: Prose, index: int) -> Finding:
    pages = (box.page for box in prose.sections[index].where if box.page is not None)
    return finding("warning", code, message, f"/sections/{index}", pages)
