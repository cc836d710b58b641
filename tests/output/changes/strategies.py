"""Resolutions of any shape, and edited ones, for the laws of comparison."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from nghiquyet.normalize.model import (
    Assignment,
    Baseline,
    Deadline,
    Finding,
    Milestone,
    Resolution,
    Section,
    Target,
    Task,
)
from nghiquyet.normalize.model import TaskGroup as Group
from tests.output.build import front_matter, resolution, review

WORDS = (
    "rà soát xây dựng quy hoạch mạng lưới trạm sạc UBND tỉnh ủy ban nhân dân và hoặc không tối thiểu 50% 02 nhà máy "
    "Giao Sở tiếp tục đảm bảo bảo đảm hoà hòa 31/12/2030 08-NQ/TU – ; , . (KCN) khu công nghiệp"
).split(" ")
LABELS = ("I", "II", "III")

texts = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
titles = st.one_of(texts, st.text("aàă ,.-đ1", max_size=6))
dates = st.sampled_from((None, dt.date(2026, 12, 31), dt.date(2030, 12, 31)))
deadlines = st.builds(
    Deadline,
    text=st.none() | st.sampled_from(("Năm 2030", "Tháng 12/2030", "tháng 12 năm 2030", "Hằng năm")),
    end=dates,
    precision=st.sampled_from(("month", "year", "none")),
)
agencies = st.builds(
    Assignment,
    text=st.sampled_from(("Sở Xây dựng", "Sở XD", "UBND tỉnh", "các sở, ngành")),
    agency=st.sampled_from((None, "so-xay-dung", "ubnd")),
    name=st.sampled_from((None, "Sở Xây dựng", "Ủy ban nhân dân tỉnh")),
    scope=st.sampled_from((None, "đối với dự án mới")),
    judgement=st.sampled_from(("matched", "ambiguous")),
)
reviews = st.lists(st.sampled_from(("title", "lead", "value")).map(review), max_size=1).map(tuple)


def _tuple(values: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=most).map(tuple)


tasks = st.builds(
    Task,
    id=st.just(""),
    origin=st.sampled_from(("appendix", "body")),
    group=st.sampled_from((None, *LABELS)),
    number=st.sampled_from((None, "1", "02")),
    title=titles,
    result=st.none() | texts,
    markers=st.dictionaries(st.sampled_from(("Ưu tiên", "ưu tiên", "Trọng tâm")), st.booleans(), max_size=2),
    deadline=deadlines,
    lead=_tuple(agencies),
    coordinating=_tuple(agencies),
    extra=st.dictionaries(st.sampled_from(("Ghi chú", "Kinh phí")), texts, max_size=2),
    targets=_tuple(st.sampled_from(("I.a", "I.b", "II.a"))),
    review=reviews,
)
targets = st.builds(
    Target,
    id=st.just(""),
    section=st.sampled_from(LABELS),
    kind=st.sampled_from(("quantitative", "qualitative")),
    statement=titles,
    indicator=st.none() | texts,
    comparator=st.sampled_from((None, "ge", "eq")),
    value=st.sampled_from((None, 50.0, 60.0)),
    unit=st.sampled_from((None, "%", "nhà máy")),
    baseline=st.none() | st.builds(Baseline, year=st.sampled_from((None, 2020)), text=texts),
    deadline=deadlines,
    milestones=_tuple(st.builds(Milestone, year=st.sampled_from((2026, 2027)), value=st.sampled_from((1.0, 2.0)))),
    scope=st.none() | texts,
    notes=_tuple(texts),
    review=reviews,
)
findings = st.builds(
    Finding,
    severity=st.just("warning"),
    code=st.just("rows-missing"),
    message=st.just("Thiếu một dòng."),
    subject=st.sampled_from((None, "/document/signer", "/tasks/0/lead", "/targets/1", "/tasks/99", "/task_groups/0")),
)
groups = st.lists(st.builds(Group, id=st.sampled_from(LABELS), title=titles), max_size=3, unique_by=lambda g: g.id)
sections = st.lists(
    st.builds(
        Section, id=st.sampled_from(LABELS), label=st.just("I"), title=titles, level=st.just(1), text=st.just("")
    ),
    max_size=3,
    unique_by=lambda s: s.id,
)


def numbered_tasks(records: list[Task], prefix: str = "") -> tuple[Task, ...]:
    return tuple(t.model_copy(update={"id": f"{prefix}{t.group or 'B'}.{k}"}) for k, t in enumerate(records))


def numbered_targets(records: list[Target]) -> tuple[Target, ...]:
    return tuple(t.model_copy(update={"id": f"{t.section}.{k}"}) for k, t in enumerate(records))


@st.composite
def resolutions(draw: st.DrawFn) -> Resolution:
    document = front_matter(
        title=draw(st.none() | texts),
        issued_on=draw(dates),
        recipients=draw(_tuple(texts)),
        bases=draw(_tuple(texts)),
    )
    made = resolution(
        document=document,
        sections=tuple(draw(sections)),
        targets=numbered_targets(draw(st.lists(targets, max_size=3))),
        task_groups=tuple(draw(groups)),
        tasks=numbered_tasks(draw(st.lists(tasks, max_size=5))),
        findings=tuple(draw(st.lists(findings, max_size=2))),
    )
    return with_source(made, draw(st.sampled_from(("a", "b"))))


@st.composite
def edited(draw: st.DrawFn) -> tuple[Resolution, Resolution]:
    """Two versions of one document: records kept, changed, taken out, put in and in another order."""
    previous = draw(resolutions())
    olds = [draw(st.sampled_from(previous.tasks)) for _ in range(draw(st.integers(0, 5)))] if previous.tasks else []
    kept = [t.model_copy(update={"title": draw(titles)}) if draw(st.booleans()) else t for t in olds]
    news = numbered_tasks([*kept, *draw(st.lists(tasks, max_size=2))], prefix=draw(st.sampled_from(("", "T2:"))))
    promises = draw(st.permutations([*previous.targets, *draw(st.lists(targets, max_size=1))]))
    current = previous.model_copy(update={"tasks": news, "targets": numbered_targets(list(promises))})
    return previous, with_source(current, "c")


def with_source(made: Resolution, letter: str) -> Resolution:
    return made.model_copy(update={"source": made.source.model_copy(update={"sha256": letter * 64})})
