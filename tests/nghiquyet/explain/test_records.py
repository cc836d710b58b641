"""What can be asked about, and what is offered where it is not there."""

from __future__ import annotations

import pytest

from nghiquyet.explain.records import TARGET_FIELDS, TASK_FIELDS, NamedRecord, find_records, nearest_names

RECORDS = (
    NamedRecord("task", "I.1", "Lập", TASK_FIELDS),
    NamedRecord("task", "I.10", "Rà soát", TASK_FIELDS),
    NamedRecord("target", "II.1.a", "đạt 90%", TARGET_FIELDS),
    NamedRecord("group", "I", "Hạ tầng"),
    NamedRecord("section", "I", "MỤC TIÊU"),
    NamedRecord("table", "1", "", ("column 1", "row 1")),
    NamedRecord("page", "1"),
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("I.1", [("task", "I.1", "")]),
        ("I.1.lead", [("task", "I.1", "lead")]),
        ("task:I.10.deadline", [("task", "I.10", "deadline")]),
        ("II.1.a.deadline", [("target", "II.1.a", "deadline")]),
        ("I", [("group", "I", ""), ("section", "I", "")]),
        ("section:I", [("section", "I", "")]),
        ("table:1", [("table", "1", "")]),
        ("table:1.column 1", [("table", "1", "column 1")]),
        ("page:1", [("page", "1", "")]),
    ],
)
def test_a_name_finds_its_records(asked: str, found: list[tuple[str, str, str]]) -> None:
    assert [(a.record.kind, a.record.id, a.field) for a in find_records(asked, RECORDS)] == found


@pytest.mark.parametrize(
    "asked", ["I.2", "I.1.colour", "1", "table:2", "page:0", "group:I.1", "", ".", "I.", "I.1.lead.0", "table:1.row 2"]
)
def test_a_name_that_nothing_has_finds_nothing(asked: str) -> None:
    assert find_records(asked, RECORDS) == ()


def test_the_nearest_names_are_offered_fields_of_the_record_first() -> None:
    assert nearest_names("I.1.laed", RECORDS)[0] == "I.1.lead"
    assert "I.10" in nearest_names("I.11", RECORDS)


def test_nothing_is_offered_for_what_is_like_nothing() -> None:
    assert nearest_names("xyzw", RECORDS) == ()
