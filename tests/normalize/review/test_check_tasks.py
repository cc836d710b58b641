from __future__ import annotations

import datetime as dt

import pytest

from nghiquyet.normalize.model import Agency, Assignment, Deadline, Finding, FrontMatter, Period, Task
from nghiquyet.normalize.review.check_tasks import check_tasks
from tests.normalize.builders import task

AS_OF = dt.date(2026, 3, 1)
DOCUMENT = FrontMatter(issued_on=AS_OF, period=Period(**{"from": 2026, "to": 2030}))


def checked(
    *tasks: Task, document: FrontMatter = DOCUMENT, as_of: dt.date | None = AS_OF, agencies: tuple[Agency, ...] = ()
) -> tuple[Finding, ...]:
    return check_tasks(tasks, document, as_of, {a.id: a for a in agencies})


def codes(*tasks: Task, **context: object) -> list[tuple[str, str | None]]:
    return [(f.code, f.subject) for f in checked(*tasks, **context)]  # type: ignore[arg-type]


def due(day: str) -> Task:
    return task(deadline=Deadline(text=day, end=dt.date.fromisoformat(day), precision="day"))


def led(**changes: object) -> Task:
    known: dict[str, object] = {"text": "Sở Xây dựng", "name": "Sở Xây dựng", "judgement": "matched", "score": 1.0}
    return task(lead=(Assignment.model_validate({**known, **changes}),))


def test_a_whole_task_has_no_findings() -> None:
    assert codes(task("1"), task("2")) == []


def test_a_task_that_lacks_what_others_have_is_told() -> None:
    others = [task("1"), task("2"), task("3")]
    assert codes(*others, task("4", lead=())) == [("task-without-lead", "/tasks/3/lead")]
    assert codes(*others, task("4", deadline=Deadline())) == [("task-without-deadline", "/tasks/3/deadline")]


def test_what_most_tasks_lack_is_told_once() -> None:
    found = checked(*(task(str(n), deadline=Deadline()) for n in range(1, 5)))
    assert [(f.code, f.severity, f.subject) for f in found] == [("task-without-deadline", "info", None)]
    assert "4 trên 4" in found[0].message


def test_a_task_with_sub_tasks_may_lack_what_these_have() -> None:
    parent = task("2", lead=(), deadline=Deadline())
    assert codes(task("1"), parent, task("2.1", parent="2"), task("2.2", parent="2")) == []


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2026-02-28", "deadline-before-document"),
        ("2026-03-01", None),
        ("2030-12-31", None),
        ("2031-01-01", "deadline-outside-period"),
    ],
)
def test_dates_that_cannot_be(day: str, code: str | None) -> None:
    assert codes(due(day)) == ([(code, "/tasks/0/deadline")] if code else [])


def test_the_vision_counts_to_the_period() -> None:
    document = FrontMatter(period=Period(**{"from": 2026, "to": 2030, "vision": 2045}))
    assert codes(due("2040-12-31"), document=document) == []
    assert codes(due("2046-12-31"), document=document) == [("deadline-outside-period", "/tasks/0/deadline")]


def test_without_a_date_the_best_guess_of_it_counts_and_without_that_nothing() -> None:
    assert codes(due("2020-01-01"), document=FrontMatter()) == [("deadline-before-document", "/tasks/0/deadline")]
    assert codes(due("2020-01-01"), document=FrontMatter(), as_of=None) == []


@pytest.mark.parametrize(("ended", "told"), [("2026-02-28", True), ("2026-03-01", False), (None, False)])
def test_a_body_that_is_no_more_is_told(ended: str | None, told: bool) -> None:
    body = Agency(id="so-x", name="Sở X", kind="department", valid_to=ended)
    assert codes(led(agency="so-x"), agencies=(body,)) == ([("agency-ended", "/tasks/0/lead")] if told else [])


def test_an_unknown_body_is_told_where_that_is_unsure() -> None:
    assert codes(led(judgement="unknown", name=None, score=0.0)) == [("agency-unknown", "/tasks/0/lead")]
    assert codes(led(judgement="unknown", name=None, score=1.0)) == []


def test_no_tasks_no_findings() -> None:
    assert codes() == []
