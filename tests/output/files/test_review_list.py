from __future__ import annotations

import pytest

from nghiquyet.output.files.review_list import doubts, pages_of, place_of, places_to_review
from tests.output import build


def test_a_field_with_a_review_and_a_finding_is_one_place() -> None:
    resolution = build.resolution(findings=(build.finding(subject="/tasks/1/lead/0"),))
    assert places_to_review(resolution) == 1


def test_two_fields_are_two_places() -> None:
    resolution = build.resolution(findings=(build.finding(subject="/tasks/1/deadline"),))
    assert places_to_review(resolution) == 2


def test_findings_about_nothing_in_particular_count_each() -> None:
    resolution = build.resolution(tasks=(), findings=(build.finding(), build.finding()))
    assert places_to_review(resolution) == 2


def test_information_asks_for_nothing() -> None:
    assert places_to_review(build.resolution(tasks=(build.task(),), findings=(build.finding("info"),))) == 0


def test_the_gravest_come_first_then_the_documents_order() -> None:
    findings = (build.finding("info"), build.finding("error"), build.finding("warning"))
    weights = [doubt.weight for doubt in doubts(build.resolution(findings=findings))]
    assert weights == ["error", "warning", "review", "info"]


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("/tasks/1/lead", "Nhiệm vụ I.2, cơ quan chủ trì"),
        ("/targets/0/value", "Chỉ tiêu II.1.a, giá trị"),
        ("/task_groups/0/title", "Nhóm I, tên"),
        ("/document/signer", "Văn bản, người ký"),
        ("", "Văn bản"),
        ("/tasks/99/lead", "/tasks/99/lead"),
        ("/tasks/x", "/tasks/x"),
        ("/tasks", "/tasks"),
    ],
)
def test_places_are_named_for_people(pointer: str, place: str) -> None:
    assert place_of(build.resolution(), pointer) == place


def test_a_field_without_places_has_its_records_pages() -> None:
    assert pages_of(build.task(), "lead") == (8,)
    assert pages_of(build.task(where={}), "lead") == ()
