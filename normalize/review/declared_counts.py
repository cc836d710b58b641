"""What the prose claims for the task table: counts per group and of the whole, held against the rows that were read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nghiquyet.extract.language.fuzzy import likeness
from nghiquyet.extract.language.numbering.alphabet import SMALL
from nghiquyet.extract.language.numbering.roman import LOWER_LIKE
from nghiquyet.extract.language.packaged_yaml import packaged_yaml
from nghiquyet.extract.language.spelling import fold
from nghiquyet.normalize.model import Finding, Section, Task, TaskGroup
from nghiquyet.normalize.review.findings import finding, quote

DATA = Path(__file__).with_name("declared_counts.yaml")
# A paragraph speaks of a group if its first words are this much like the group's title.
SAME_NAME = 0.9
# Letters before a count in which its introduction or its paragraph's doubt stands.
LOOK_BACK = 60
# A paragraph longer than this (letters) is not searched for counts.
LONGEST = 6000
_BULLET = re.compile(rf"^\s*(?:[-–—+*•]|\(?(?:{LOWER_LIKE}|\d{{1,2}}(?:\.\d{{1,2}})*|{SMALL})[.):/])\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DeclaredCount:
    """What the prose claims: ``quote`` are its words, ``section`` the number of the section."""

    tasks: int
    priority: int | None
    quote: str
    section: int = 0


@dataclass(frozen=True, slots=True)
class _Words:
    """``declared.yaml`` compiled."""

    count: re.Pattern[str]
    counted: re.Pattern[str]
    priority: re.Pattern[str]
    part: re.Pattern[str]
    introduced: re.Pattern[str]
    whole: re.Pattern[str]
    elsewhere: re.Pattern[str]
    numbers: dict[str, int]


def read_count(paragraph: str) -> DeclaredCount | None:
    """The number of tasks that a paragraph claims, and how many of them are singled out; None if it claims none.

    >>> read_count("(08 chương trình, nhiệm vụ trong đó có 02 chương trình, nhiệm vụ ưu tiên thực hiện)").priority
    2
    """
    counts = _counts(paragraph)
    if not counts:
        return None
    (start, whole, urgent), *rest = counts
    part = next((n for at, n, is_urgent in rest if is_urgent and n <= whole), None)
    priority = whole if urgent else part
    return DeclaredCount(whole, priority, quote(paragraph[max(0, start) :].strip()))


def declare_counts(groups: Sequence[TaskGroup], sections: Sequence[Section]) -> tuple[TaskGroup, ...]:
    """The groups with what the prose declares for each; null where it declares nothing or contradicts itself."""
    claims = [_claims(group, groups, sections) for group in groups]
    return tuple(
        group.model_copy(update={"declared_tasks": claim[0].tasks, "declared_priority": claim[0].priority})
        if claim and len({(c.tasks, c.priority) for c in claim}) == 1
        else group
        for group, claim in zip(groups, claims, strict=True)
    )


def check_counts(
    groups: Sequence[TaskGroup], sections: Sequence[Section], tasks: Sequence[Task]
) -> tuple[Finding, ...]:
    """Errors where declared and extracted counts differ, per group (declared by ``declare_counts``) and in total."""
    found: list[Finding] = []
    marked = any(g.extracted_priority for g in groups)  # without ticks for priority there is nothing to hold against
    for i, group in enumerate(groups):
        family = _family(group, groups)
        read = sum(g.extracted_tasks for g in family)
        urgent = sum(g.extracted_priority for g in family)
        if group.declared_tasks is not None and group.declared_tasks != read:
            found.append(_mismatch(f"Nhóm “{quote(group.title)}”", group.declared_tasks, read, "nhiệm vụ", i))
        if marked and group.declared_priority is not None and group.declared_priority != urgent:
            found.append(
                _mismatch(f"Nhóm “{quote(group.title)}”", group.declared_priority, urgent, "nhiệm vụ ưu tiên", i)
            )
        if len({(c.tasks, c.priority) for c in _claims(group, groups, sections)}) > 1:
            message = f"Phần lời nêu nhiều số nhiệm vụ khác nhau cho nhóm “{quote(group.title)}”; hãy kiểm tra lại."
            found.append(finding("warning", "count-contradicted", message, f"/task_groups/{i}/declared_tasks"))
    return (*found, *_totals(groups, sections, tasks))


def _mismatch(whose: str, declared: int, read: int, noun: str, index: int) -> Finding:
    message = f"{whose}: phần lời nêu {declared} {noun} nhưng đọc được {read}; hãy đối chiếu bảng với bản gốc."
    return finding("error", "count-mismatch", message, f"/task_groups/{index}")


def _totals(groups: Sequence[TaskGroup], sections: Sequence[Section], tasks: Sequence[Task]) -> list[Finding]:
    """Errors for claims about the whole plan that its table does not bear out."""
    rows = [t for t in tasks if t.origin == "appendix" and t.parent is None]
    if not rows:
        return []
    found = []
    for index, section in enumerate(sections):
        for paragraph in section.text.split("\n"):
            claim = _whole_claim(paragraph, groups)
            if claim is not None and claim.tasks != len(rows):
                pages = [b.page for b in section.where if b.page is not None]
                message = (
                    f"Phần lời nêu tổng số {claim.tasks} nhiệm vụ (“{claim.quote}”) nhưng đọc được {len(rows)}; "
                    "hãy đối chiếu bảng với bản gốc."
                )
                found.append(finding("error", "count-mismatch", message, f"/sections/{index}", pages))
    return found


def _whole_claim(paragraph: str, groups: Sequence[TaskGroup]) -> DeclaredCount | None:
    text = paragraph.casefold()
    if len(text) > LONGEST or any(_speaks_of(paragraph, g.title) for g in groups):
        return None
    counts = _counts(paragraph)
    if not counts or not _words().whole.search(text):
        return None
    start, number, _ = counts[0]
    sentence = text[text.rfind(". ", 0, start) + 1 :].split(". ", 1)[0]
    if _words().elsewhere.search(sentence) or not _words().whole.search(sentence):
        return None
    return DeclaredCount(number, None, quote(paragraph[start:].strip()))


def _claims(group: TaskGroup, groups: Sequence[TaskGroup], sections: Sequence[Section]) -> list[DeclaredCount]:
    """Every claim that the prose makes for a group, in reading order."""
    title = fold(group.title)
    if not title or sum(fold(g.title) == title for g in groups) > 1:
        return []
    claims = []
    for index, section in enumerate(sections):
        paragraphs = [section.title, *section.text.split("\n")]
        if section.title and _speaks_of(section.title, group.title):
            paragraphs = [f"{section.title}: {section.text.split(chr(10), 1)[0]}", *paragraphs[2:]]
        for paragraph in paragraphs:
            if not _speaks_of(paragraph, group.title) or _longer(paragraph, group, groups):
                continue
            count = read_count(paragraph)
            if count is not None:
                claims.append(DeclaredCount(count.tasks, count.priority, count.quote, index))
    return claims


def _speaks_of(paragraph: str, title: str) -> bool:
    """True if the paragraph, behind its list mark, begins with the title."""
    text = _BULLET.sub("", paragraph[: len(title) * 2 + 40])
    wanted, begins = fold(title).split(), fold(text).split()
    if not wanted:
        return False
    head = begins[: len(wanted)]
    if head == wanted:
        return True
    named = fold(re.split(r"[:(]|\s[-–]\s", text, maxsplit=1)[0]).split()
    return len(wanted) > 2 and likeness(tuple(named), tuple(wanted), SAME_NAME) >= SAME_NAME


def _longer(paragraph: str, group: TaskGroup, groups: Sequence[TaskGroup]) -> bool:
    """True if the paragraph begins with another group's title that goes on where this one's ends."""
    mine = fold(group.title)
    return any(
        g.id != group.id and fold(g.title).startswith(f"{mine} ") and _speaks_of(paragraph, g.title) for g in groups
    )


def _family(group: TaskGroup, groups: Sequence[TaskGroup]) -> list[TaskGroup]:
    """The group and all groups under it."""
    family, ids = [group], {group.id}
    for other in groups:
        if other.parent in ids and other.id not in ids:
            ids.add(other.id)
            family.append(other)
    return family


def _counts(paragraph: str) -> list[tuple[int, int, bool]]:
    """(place, number, singled out) of each count of tasks that is introduced as one."""
    if len(paragraph) > LONGEST:
        return []
    text = paragraph.casefold()
    words = _words()
    found: list[tuple[int, int, bool]] = []
    for match in words.count.finditer(text):
        if not words.counted.search(match["nouns"]):
            continue
        before = text[max(0, match.start() - LOOK_BACK) : match.start()]
        inside = bool(found) and words.part.search(text[found[-1][0] : match.start()]) is not None
        if not (inside or before.rstrip().endswith(("(", ":")) or words.introduced.search(before)):
            continue
        tail = re.split(r"[,;.():]", text[match.end() : match.end() + LOOK_BACK], maxsplit=1)[0]
        urgent = bool(words.priority.search(match["nouns"]) or words.priority.search(tail[:40]))
        if urgent and words.part.search(tail):
            urgent = bool(words.priority.search(words.part.split(tail, maxsplit=1)[0]))
        found.append((match.start(), _number(match["number"]), urgent))
    return found


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _words().numbers[text]


def _alternatives(words: Sequence[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _words() -> _Words:
    data = packaged_yaml(DATA)
    nouns = _alternatives(data["nouns"])
    numbers = _alternatives(list(data["numbers"]))
    return _Words(
        count=re.compile(
            rf"(?<![\w/.,-])(?P<number>\d{{1,3}}|{numbers})\s+(?:nhóm\s+)?(?P<nouns>(?:{nouns})"
            rf"(?:(?:,|/|\s+và|\s+hoặc)?\s*(?:{nouns})){{0,4}})(?!\w)"
        ),
        counted=re.compile(rf"(?<!\w)(?:{_alternatives(data['counted'])})(?!\w)"),
        priority=re.compile(rf"(?<!\w)(?:{_alternatives(data['priority'])})(?!\w)"),
        part=re.compile(rf"(?<!\w)(?:{_alternatives(data['part'])})(?!\w)"),
        introduced=re.compile(rf"(?<!\w)(?:{_alternatives(data['introduced'])})(?:\s+(?:có|là|số))?\s*:?\s*$"),
        whole=re.compile(rf"(?<!\w)(?:{_alternatives(data['whole'])})(?!\w)"),
        elsewhere=re.compile(rf"(?<!\w)(?:{_alternatives(data['elsewhere'])})(?!\w)"),
        numbers=data["numbers"],
    )


def count_examples() -> tuple[tuple[str, int | None, int | None], ...]:
    """(paragraph, tasks, priority) of every example in the data."""
    data = packaged_yaml(DATA)
    return tuple((e["text"], e["tasks"], e["priority"]) for e in data["examples"])
