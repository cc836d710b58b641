"""The table of cases: how a case is read, and how readings are held against it."""

from __future__ import annotations

import datetime as dt
import difflib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from nghiquyet.normalize.fields.jurisdiction import Jurisdiction
from nghiquyet.normalize.model import Section, Target
from nghiquyet.normalize.prose.targets import TargetContext, sections_to_targets

HERE = Path(__file__).parent
SAME_INDICATOR = 0.8
PAIRED = 0.45  # likeness of indicators from which a right value is taken for the same promise
FIELDS = (
    "comparator",
    "value",
    "value_max",
    "unit",
    "indicator",
    "deadline",
    "recurring",
    "modality",
    "baseline",
    "milestones",
)


@dataclass(frozen=True)
class Wanted:
    comparator: str
    value: float
    unit: str | None
    indicators: tuple[str, ...]
    value_max: float | None = None
    deadline: str | None = None
    recurring: str | None = None
    modality: str = "committed"
    baseline: Any = None
    milestones: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True)
class Case:
    text: str
    heading: str
    issued_on: dt.date
    targets: tuple[Wanted, ...]
    qualitative: int | None


@dataclass
class Score:
    found: int = 0
    missed: int = 0
    extra: int = 0
    right: dict[str, int] = field(default_factory=dict)
    wrong: dict[str, int] = field(default_factory=dict)
    silent: int = 0
    over_flagged: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + self.extra)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.found + self.missed)

    @property
    def fields(self) -> float:
        right, wrong = sum(self.right.values()), sum(self.wrong.values())
        return right / max(1, right + wrong)


def load(name: str) -> tuple[Case, ...]:
    raw = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return tuple(_case(entry) for entry in raw)


def _case(entry: dict[str, Any]) -> Case:
    issued = entry.get("issued", dt.date(2026, 1, 15))
    wanted = tuple(_wanted(row) for row in entry.get("targets") or ())
    return Case(entry["text"], entry.get("heading", "Mục tiêu cụ thể"), issued, wanted, entry.get("qualitative"))


def _wanted(row: list[Any]) -> Wanted:
    more = row[4] if len(row) > 4 else {}
    indicators = tuple(row[3]) if isinstance(row[3], list) else (str(row[3]),)
    return Wanted(
        row[0],
        float(row[1]),
        row[2],
        indicators,
        more.get("max"),
        str(more["deadline"]) if "deadline" in more else None,
        more.get("recurring"),
        "aspirational" if more.get("aspirational") else "committed",
        more.get("baseline"),
        tuple((int(y), float(v)) for y, v in more.get("milestones", ())),
    )


def read(case: Case) -> tuple[Target, ...]:
    section = Section(id="I", label="I", title=case.heading, level=1, text=case.text)
    context = TargetContext(Jurisdiction(), None, case.issued_on)
    return sections_to_targets([section], context)


def likeness(a: str | None, b: str) -> float:
    return difflib.SequenceMatcher(None, (a or "").casefold(), b.casefold(), autojunk=False).ratio()


def best(target: Target, wanted: Wanted) -> float:
    return max(likeness(target.indicator, w) for w in wanted.indicators)


def right(name: str, target: Target, wanted: Wanted) -> bool:
    if name == "indicator":
        return best(target, wanted) >= SAME_INDICATOR
    if name == "unit":
        a, b = (target.unit or "").casefold(), (wanted.unit or "").casefold()
        return a == b or (bool(a) and bool(b) and "%" not in a + b and (a.startswith(b) or b.startswith(a)))
    if name == "deadline":
        return (str(target.deadline.end) if target.deadline.end else None) == wanted.deadline
    if name == "recurring":
        return target.deadline.recurring == wanted.recurring
    if name == "baseline":
        if wanted.baseline is None or target.baseline is None:
            return (wanted.baseline is None) == (target.baseline is None)
        return target.baseline.year == (None if wanted.baseline == "none" else wanted.baseline)
    if name == "milestones":
        return tuple((m.year, m.value) for m in target.milestones) == wanted.milestones
    return bool(getattr(target, name) == getattr(wanted, name))


def score(cases: tuple[Case, ...]) -> Score:
    total = Score()
    for case in cases:
        _score_case(case, total)
    return total


def _score_case(case: Case, total: Score) -> None:
    targets = read(case)
    pool = [t for t in targets if t.kind == "quantitative"]
    for wanted in case.targets:
        near = [(best(t, wanted), -k) for k, t in enumerate(pool) if t.value == wanted.value]
        if not near or max(near)[0] < PAIRED:
            total.missed += 1
            total.misses.append(
                f"MISSED {wanted}\n   in {case.text[:300]}\n   got {[(t.value, t.unit, t.indicator) for t in pool]}"
            )
            continue
        target = pool.pop(-max(near)[1])
        total.found += 1
        for name in FIELDS:
            flagged = any(r.field == name or (name == "recurring" and r.field == "deadline") for r in target.review)
            ok = right(name, target, wanted)
            side = total.right if ok else total.wrong
            side[name] = side.get(name, 0) + 1
            total.silent += not ok and not flagged
            total.over_flagged += ok and flagged
            if not ok:
                given = target.deadline if name in ("deadline", "recurring") else getattr(target, name)
                word = "flagged" if flagged else "SILENT"
                total.misses.append(f"{word} {name}: want {wanted}\n   got {given!r}\n   in {case.text[:300]}")
    total.extra += len(pool)
    for target in pool:
        total.misses.append(f"EXTRA {target.value} {target.unit} {target.indicator}\n   in {case.text[:300]}")
    goals = [t.statement for t in targets if t.kind == "qualitative"]
    if case.qualitative is not None and len(goals) != case.qualitative:
        total.misses.append(f"QUALITATIVE want {case.qualitative} got {goals}\n   in {case.text[:300]}")
