"""The comparer of readings sees each difference once, and each doubt where it belongs."""

from __future__ import annotations

from typing import Any

from tests.comparing import compare


def reading(**changes: Any) -> dict[str, Any]:
    return {
        "document": {"number": "1/KH", "signer": {"name": "A"}},
        "targets": [],
        "task_groups": [],
        "tasks": [task()],
        "agencies": [],
        "findings": [],
        **changes,
    }


def task(**changes: Any) -> dict[str, Any]:
    lead = [{"text": "Sở A", "name": "Sở A", "score": 1.0, "reason": "đúng tên", "candidates": []}]
    return {"id": "I.1", "title": "Lập  “quy hoạch”", "lead": lead, "where": {}, "review": [], **changes}


def review(field: str) -> list[dict[str, str]]:
    return [{"field": field, "code": "x", "message": "y"}]


def finding(subject: str) -> list[dict[str, Any]]:
    return [{"subject": subject, "code": "x"}]


def test_what_is_folded_away_is_no_difference() -> None:
    other = task(title='Lập "quy hoạch"', where={"title": [1]}, lead=[{**task()["lead"][0], "score": 0.7}])
    assert not compare(reading(), reading(tasks=[other])).differing


def test_a_difference_is_silent_unless_its_field_is_doubted() -> None:
    for doubted, silent in (("title", 0), ("lead", 1)):
        found = compare(reading(), reading(tasks=[task(title="Khác", review=review(doubted))]))
        assert [(f.record, f.name) for f in found.differing] == [("tasks I.1", "title")]
        assert len(found.silent) == silent


def test_findings_doubt_the_field_that_they_are_about() -> None:
    document = {"number": "1/KH", "signer": {"name": "B"}}
    for subject, silent in (
        ("/document/signer/name", 0),
        ("/document/signer", 0),
        ("/document", 0),
        ("/document/number", 1),
    ):
        found = compare(reading(), reading(document=document, findings=finding(subject)))
        assert (len(found.differing), len(found.silent)) == (1, silent), subject


def test_a_finding_about_another_record_doubts_nothing() -> None:
    tasks = [task(id=f"I.{n}") for n in range(1, 13)]
    changed = [tasks[0], {**tasks[1], "title": "Khác"}, *tasks[2:]]
    for subject, silent in (("/tasks/1/title", 0), ("/tasks/11/title", 1)):
        found = compare(reading(tasks=tasks), reading(tasks=changed, findings=finding(subject)))
        assert len(found.silent) == silent, subject


def test_a_record_too_few_or_too_many_makes_all_its_fields_differ() -> None:
    for one, other in ((reading(), reading(tasks=[])), (reading(tasks=[]), reading())):
        found = compare(one, other)
        assert [(f.record, f.name) for f in found.silent] == [("tasks I.1", "title"), ("tasks I.1", "lead")]
    assert compare(reading(), reading()).share(()) == 0


def test_a_record_with_another_number_is_paired_by_its_words() -> None:
    for doubted, silent in (("number", 0), ("title", 1)):
        found = compare(reading(), reading(tasks=[task(id="I.11", review=review(doubted))]))
        assert [(f.record, f.name) for f in found.differing] == [("tasks I.1", "id")]
        assert len(found.silent) == silent
