"""Tasks → the targets that they serve, told by the same value and the same wording; unsure ones are left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from nghiquyet.extract.language.spelling import fold
from nghiquyet.normalize.model import Target, Task

# What the evidence weighs in a link's score: the value repeated, the indicator's words found in the task, the task's
# words found in the target.
VALUE_WEIGHT = 0.3
INDICATOR_WEIGHT = 0.35
TASK_WEIGHT = 0.35
# Added where the value repeated is no "100%", which many targets have.
RARE_VALUE = 0.1
# A link of a lower score is unsure.
SURE = 0.7
# Without a number the wording alone must carry the link, nearly word by word.
SURE_BY_WORDING = 0.86
# A target worded like a better one is served only if its score is within this of the best.
MARGIN = 0.05
# Fewer pairs of words than this say too little.
FEWEST_PAIRS = 4
# Targets whose wording has this share in common are alike: one clause with several values.
ALIKE = 0.5
_NUMBER = re.compile(r"(?<![\w/.,-])(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?![\w/.]*/)\s*(%|phần trăm|[^\W\d_]+)?")
_SENTENCE = re.compile(r"(?<=[.;])\s+")

Pairs = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Wording:
    """What a task promises, taken apart: pairs of all its words, of each sentence, and its numbers with units."""

    whole: Pairs
    parts: tuple[Pairs, ...]
    numbers: frozenset[tuple[float, str]]


@dataclass(frozen=True, slots=True)
class TargetLink:
    """That a task serves a target, with a score (0 to 1) and whether the value itself is repeated."""

    task: str
    target: str
    score: float
    same_value: bool


def link_targets(tasks: Sequence[Task], targets: Sequence[Target]) -> tuple[Task, ...]:
    """The tasks with the ids of the targets that they surely serve, in the targets' order."""
    served: dict[str, list[str]] = {}
    for link in find_links(tasks, targets):
        served.setdefault(link.task, []).append(link.target)
    return tuple(
        task.model_copy(update={"targets": tuple(served[task.id])}) if task.id in served else task for task in tasks
    )


def find_links(tasks: Sequence[Task], targets: Sequence[Target]) -> tuple[TargetLink, ...]:
    """Every sure link, by task, then by target. Only measured targets are linked: goals in words are served by all."""
    measured = [t for t in targets if t.kind == "quantitative" and t.value is not None and t.indicator]
    wordings = {t.id: _pairs(f"{t.indicator} {t.statement}") for t in measured}
    indicators = {t.id: _pairs(t.indicator or "") for t in measured}
    texts = {task.id: _texts(task) for task in tasks}
    weights = _weights([*wordings.values(), *(_pairs(" ".join(parts)) for parts in texts.values())])
    links: list[TargetLink] = []
    for task in tasks:
        own = _wording(texts[task.id])
        scored = [_link(task.id, own, t, indicators[t.id], wordings[t.id], weights) for t in measured]
        links += _clear([link for link in scored if link is not None], wordings)
    return tuple(links)


def _texts(task: Task) -> list[str]:
    """What a task promises: its title and its result, a sentence each."""
    parts = [*_SENTENCE.split(task.title), *_SENTENCE.split(task.result or "")]
    return [task.title, *([task.result] if task.result else []), *(p for p in parts if len(p.split()) > FEWEST_PAIRS)]


def _wording(texts: Sequence[str]) -> _Wording:
    parts = tuple(pairs for text in texts if len(pairs := _pairs(text)) >= FEWEST_PAIRS)
    return _Wording(_pairs(" . ".join(texts)), parts, frozenset(n for text in texts for n in _numbers(text)))


def _link(
    task: str, own: _Wording, target: Target, indicator: Pairs, wording: Pairs, weights: Mapping[tuple[str, str], float]
) -> TargetLink | None:
    same, other = _values(own.numbers, target)
    if len(indicator) < FEWEST_PAIRS or (other and not same):
        return None
    named = _share(indicator, own.whole, weights)
    doing = max((_share(pairs, wording, weights) for pairs in own.parts), default=0.0)
    if same:
        rare = RARE_VALUE if target.value != 100 else 0.0
        score = min(1.0, VALUE_WEIGHT + rare + INDICATOR_WEIGHT * named + TASK_WEIGHT * doing)
        return TargetLink(task, target.id, round(score, 3), True) if score >= SURE else None
    score = max(named, doing) * 0.6 + min(named, doing) * 0.4
    return TargetLink(task, target.id, round(score, 3), False) if score >= SURE_BY_WORDING else None


def _clear(links: Sequence[TargetLink], wordings: Mapping[str, Pairs]) -> list[TargetLink]:
    """Of targets worded alike only the best, and those that come near it."""
    kept = []
    for link in links:
        rivals = [o for o in links if o is not link and _alike(wordings[o.target], wordings[link.target])]
        if all(link.score >= o.score - MARGIN for o in rivals):
            kept.append(link)
    return kept


def _alike(a: Pairs, b: Pairs) -> bool:
    shared = sum((a & b).values())
    return shared >= ALIKE * min(sum(a.values()), sum(b.values()))


def _values(numbers: Collection[tuple[float, str]], target: Target) -> tuple[bool, bool]:
    """(the target's value is among a task's ``numbers`` with its unit, another value is with that unit)."""
    unit = fold(target.unit or "").split()[:1] or ["%"]
    wanted = "%" if (target.unit or "").startswith("%") else unit[0]
    named = {n for n, u in numbers if u == wanted}
    values = {v for v in (target.value, target.value_max) if v is not None}
    return bool(values & named), bool(named - values)


def _numbers(text: str) -> list[tuple[float, str]]:
    """The numbers of a text with the word or sign behind each; decimals have a comma."""
    found = []
    for match in _NUMBER.finditer(text.casefold()):
        number = float(f"{match[1].replace('.', '')}.{match[2] or 0}")
        unit = "%" if match[3] in ("%", "phần trăm") else (match[3] or "")
        found.append((number, unit))
    return found


def _pairs(text: str) -> Pairs:
    """Neighbouring words, as often as they stand together; numbers are left out."""
    words = [w for w in fold(text).split() if not w.isdigit()]
    return Counter(pairwise(words))


def _weights(documents: Sequence[Pairs]) -> dict[tuple[str, str], float]:
    """How much a pair of words tells: the fewer tasks and targets have it, the more."""
    having = Counter(pair for document in documents for pair in document)
    return {pair: log((1 + len(documents)) / count) for pair, count in having.items()}


def _share(part: Pairs, whole: Pairs, weights: Mapping[tuple[str, str], float]) -> float:
    """The share, by weight, of ``part``'s pairs that ``whole`` has too."""
    total = sum(weights.get(pair, 1.0) for pair in part)
    return sum(weights.get(pair, 1.0) for pair in part if pair in whole) / total if total else 0.0
