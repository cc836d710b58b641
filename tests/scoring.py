"""A reading held against its gold by field: right, wrong and flagged, wrong and silent, flagged though right.

Both are ``resolution.json`` as plain data. Only what the gold states is scored; a list in the gold holds accepted
values. Records are matched by id, targets one to one by likeness. A gold record without a match makes all its
fields wrong and silent; a record, group or repeated id that the gold does not know is one wrong field. Text is compared
after NFC and folding of spaces, quotes and dashes, nothing else.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Record = dict[str, Any]

PARTS = ("document", "groups", "tasks", "targets")
ROLES = ("lead", "advising", "coordinating", "monitoring")
TARGET_FIELDS = (
    "section comparator value value_max unit deadline baseline modality indicator milestones"  # those of a gold target
).split()
SAME_TARGET = 1.3  # likeness of statements and of indicators, each 0 to 1, from which two targets can be a pair
SAME_INDICATOR = 0.8  # an indicator may be worded in more than one way
SAME_HEADING = 0.8  # a column's heading may carry a note mark or not
VALUE_AGREES, SECTION_AGREES = 0.6, 0.3  # what equal values and sections add when pairs are ranked

_SAME_SIGN = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " ", "\u00ad": ""},
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One field of one record: was it right, and does the reading itself doubt it."""

    field: str
    record: str
    right: bool
    flagged: bool
    want: object
    got: object


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over verdicts, and the three shares that judge a reading."""

    right: int
    wrong_flagged: int
    silent: int
    over_flagged: int

    @property
    def fields(self) -> int:
        return self.right + self.wrong_flagged + self.silent

    @property
    def right_share(self) -> float:
        return self.right / max(self.fields, 1)

    @property
    def over_flagged_share(self) -> float:
        return self.over_flagged / max(self.right, 1)


def score(gold: Record, got: Record, parts: Iterable[str] = PARTS) -> list[Verdict]:
    """A verdict for each field that ``gold`` states, in the gold's order."""
    scorers = {"document": _document, "groups": _groups, "tasks": _tasks, "targets": _targets}
    return [verdict for part in parts for verdict in scorers[part](gold, got)]


def figures(verdicts: Iterable[Verdict]) -> Figures:
    verdicts = list(verdicts)
    return Figures(
        right=sum(v.right for v in verdicts),
        wrong_flagged=sum(not v.right and v.flagged for v in verdicts),
        silent=sum(not v.right and not v.flagged for v in verdicts),
        over_flagged=sum(v.right and v.flagged for v in verdicts),
    )


def report(verdicts: Iterable[Verdict], misses: int = 40) -> str:
    """A table, a row a kind of field, and under it the first wrong fields with what was wanted and what came."""
    verdicts = list(verdicts)
    lines = [f"{'field':26}{'right':>7}{'flagged':>9}{'SILENT':>8}{'over-flagged':>14}"]
    for field in [*sorted({v.field for v in verdicts}), "all"]:
        f = figures(v for v in verdicts if field in (v.field, "all"))
        lines.append(f"{field:26}{f.right:>7}{f.wrong_flagged:>9}{f.silent:>8}{f.over_flagged:>14}")
    wrong = sorted((v for v in verdicts if not v.right), key=lambda v: v.flagged)
    for v in wrong[:misses]:
        lines.append(
            f"{'flagged' if v.flagged else 'SILENT'} {v.record} {v.field}\n    want {v.want!r}\n    got  {v.got!r}"
        )
    if len(wrong) > misses:
        lines.append(f"… and {len(wrong) - misses} more")
    return "\n".join(lines)


# ---- how values are compared


def fold(text: object) -> str:
    """The form in which two texts are compared; a line break beside a dash or slash leaves no trace."""
    folded = unicodedata.normalize("NFC", "" if text is None else str(text)).translate(_SAME_SIGN)
    return re.sub(r" ?([-/]) ?", r"\1", " ".join(folded.split()))


def fold_name(text: object) -> str:
    """Agency names: case and punctuation do not count."""
    return re.sub(r"[^\w ]+", "", fold(text)).casefold().strip()


def likeness(a: object, b: object) -> float:
    return difflib.SequenceMatcher(None, fold(a).casefold(), fold(b).casefold(), autojunk=False).ratio()


def _accepted(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _same_assignments(want: list[Record], have: list[Record]) -> bool:
    return len(want) == len(have) and all(_same_assignment(w, h) for w, h in zip(want, have, strict=True))


def _same_assignment(want: Record, have: Record) -> bool:
    name = have.get("name")
    if isinstance(name, list) and name == want["name"]:
        name = name[0]  # a gold held against itself
    if not isinstance(name, str | None) or fold_name(name) not in {fold_name(n) for n in _accepted(want["name"])}:
        return False
    return "scope" not in want or fold_name(want["scope"]) == fold_name(have.get("scope"))


def _same_extra(want: Record, have: Record) -> bool:
    if len(want) != len(have):
        return False
    rest = dict(have)
    for heading, value in want.items():
        key = max(rest, key=lambda k: likeness(k, heading))
        if likeness(key, heading) < SAME_HEADING or fold(rest.pop(key)) != fold(value):
            return False
    return True


def _same_deadline(want: Record, have: Record) -> bool:
    return all(fold(have.get(k)) == fold(v) if k == "text" else have.get(k) == v for k, v in want.items())


def _same_task_field(field: str, want: Any, have: Any) -> bool:
    if field in ROLES:
        return _same_assignments(want, have or [])
    if field == "markers":  # the headings are scored once a reading
        return list((have or {}).values()) == list(want.values())
    if field == "deadline":
        return _same_deadline(want, have or {})
    if field == "extra":
        return _same_extra(want or {}, have or {})
    return any(fold(have) == fold(w) for w in _accepted(want)) or have == want


def _same_document_field(field: str, want: Any, have: Any) -> bool:
    if isinstance(want, list) and field in ("implements", "recipients", "bases"):
        have = have or []
        return len(have) == len(want) and all(_same_item(w, h) for w, h in zip(want, have, strict=True))
    if isinstance(want, dict):
        return isinstance(have, dict) and all(
            fold(have.get(k)).casefold() == fold(v).casefold() for k, v in want.items()
        )
    if want is None:
        return not have or (isinstance(have, dict) and not any(have.values()))
    return have == want or any(fold(have).casefold() == fold(w).casefold() for w in _accepted(want))


def _same_item(want: Any, have: Any) -> bool:
    if isinstance(want, dict):
        return all(fold(have.get(k)) == fold(v) for k, v in want.items())
    return fold(want) == fold(have)


# ---- the parts


def _flags(record: Record) -> set[str]:
    """Top-level fields that the record's review names: ``lead``, ``lead[0]``, ``/lead/0`` all give ``lead``."""
    return {re.split(r"[./\[]", str(r.get("field", "")).lstrip("/"))[0] for r in record.get("review") or []}


def _subjects(got: Record) -> set[str]:
    return {str(f.get("subject") or "") for f in got.get("findings") or []}


def _document(gold: Record, got: Record) -> Iterator[Verdict]:
    doubted = _subjects(got)
    for field, want in (gold.get("document") or {}).items():
        have = (got.get("document") or {}).get(field)
        place = f"/document/{field}"
        flagged = any(s == place or s.startswith(place + "/") for s in doubted)
        yield Verdict(f"document.{field}", "document", _same_document_field(field, want, have), flagged, want, have)


def _groups(gold: Record, got: Record) -> Iterator[Verdict]:
    if gold.get("task_groups") is None:
        return
    groups, doubted = got.get("task_groups") or [], _subjects(got)
    place = {g.get("id"): i for i, g in enumerate(groups)}
    for want in gold["task_groups"]:
        i = place.pop(want["id"], None)
        have = {} if i is None else groups[i]
        for field in want.keys() - {"id"}:
            flagged = i is not None and bool(doubted & {f"/task_groups/{i}", f"/task_groups/{i}/{field}"})
            right = i is not None and fold(have.get(field)) == fold(want[field])
            yield Verdict(f"group.{field}", want["id"], right, flagged, want[field], have.get(field))
    for extra in place:
        yield Verdict("group.extra_record", str(extra), False, False, None, extra)


def _tasks(gold: Record, got: Record) -> Iterator[Verdict]:
    if gold.get("tasks") is None:
        return
    have: dict[str, Record] = {}
    for n, task in enumerate(t for t in got.get("tasks") or [] if t.get("origin", "appendix") == "appendix"):
        key = str(task.get("id"))
        have[key if key not in have else f"{key} again {n}"] = task
    headings_seen = False
    for want in gold["tasks"]:
        task = have.pop(want["id"], None)
        if want.get("markers") and task is not None and not headings_seen:
            headings_seen = True
            given, wanted = list(task.get("markers") or {}), list(want["markers"])
            same = [fold(k) for k in given] == [fold(k) for k in wanted]
            yield Verdict("task.marker_headings", want["id"], same, "markers" in _flags(task), wanted, given)
        yield from _task(want, task)
    for key, extra in have.items():
        flagged = bool(_flags(extra) & {"number", "title"})
        yield Verdict("task.extra_record", key, False, flagged, None, extra.get("title"))


def _task(want: Record, task: Record | None) -> Iterator[Verdict]:
    for field, value in want.items():
        if field in ("id", "origin"):
            continue
        given = (task or {}).get(field)
        right = task is not None and _same_task_field(field, value, given)
        if field in ROLES:
            given = [a.get("name") or f"?{a.get('text')}" for a in given or []]
            value = [a["name"] for a in value]
        flagged = task is not None and field in _flags(task)
        yield Verdict(f"task.{field}", want["id"], right, flagged, value, given)


def _targets(gold: Record, got: Record) -> Iterator[Verdict]:
    if gold.get("targets") is None:
        return
    wanted = [w for w in gold["targets"] if w.get("kind") == "quantitative"]
    pool = [t for t in got.get("targets") or [] if t.get("kind") == "quantitative"]
    match = _pairs(wanted, pool)
    unread = [fold(f.get("message")) for f in got.get("findings") or [] if "number-unread" in str(f.get("code"))]
    for k, want in enumerate(wanted):
        target = pool[match[k]] if k in match else None
        start = fold(want["statement"])[:40]
        named = target is None and any(start in message for message in unread)
        for field in (f for f in TARGET_FIELDS if f in want):
            given = (target or {}).get(field)
            right = target is not None and _same_target_field(field, want[field], given)
            flagged = named or (target is not None and field in _flags(target))
            yield Verdict(f"target.{field}", start, right, flagged, want[field], given)
    tables_scored = any(w.get("origin") == "table" for w in wanted)
    for i in sorted(set(range(len(pool))) - set(match.values())):
        if tables_scored or pool[i].get("origin") != "table":
            flagged = bool(_flags(pool[i]))
            yield Verdict("target.extra_record", str(pool[i].get("id")), False, flagged, None, pool[i].get("statement"))


def _pairs(wanted: list[Record], pool: list[Record]) -> dict[int, int]:
    """Gold targets and those read, one to one, the best pairs first."""
    ranked = []
    for k, want in enumerate(wanted):
        for i, target in enumerate(pool):
            text = likeness(target.get("statement"), want["statement"])
            text += max(likeness(target.get("indicator"), x) for x in _accepted(want["indicator"]))
            if text >= SAME_TARGET:
                text += VALUE_AGREES * (target.get("value") == want["value"])
                text += SECTION_AGREES * (fold(target.get("section")) == fold(want.get("section")))
                ranked.append((-text, k, i))
    match: dict[int, int] = {}
    for _, k, i in sorted(ranked):
        if k not in match and i not in match.values():
            match[k] = i
    return match


def _same_target_field(field: str, want: Any, have: Any) -> bool:
    if isinstance(want, list) and have == want:
        return True  # a gold held against itself, or equal milestones
    if field == "deadline":
        return bool((have or {}).get("end") == (want or {}).get("end"))
    if field == "baseline":
        return bool(have) == bool(want) and (not want or have.get("year") == want.get("year"))
    if field == "indicator":
        return any(likeness(have, w) >= SAME_INDICATOR for w in _accepted(want))
    if field == "unit":
        return any(_same_unit(fold(have).casefold(), fold(w).casefold()) for w in _accepted(want))
    return bool(have == want) or (isinstance(want, str) and fold(have) == fold(want))


def _same_unit(a: str, b: str) -> bool:
    """The noun alone or with what qualifies it; percentages exactly."""
    return a == b or (bool(a and b) and "%" not in a + b and (a.startswith(b) or b.startswith(a)))
