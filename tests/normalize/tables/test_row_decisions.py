"""What each row is, and why."""

from __future__ import annotations

from collections.abc import Sequence

from nghiquyet.extract.decisions.decision import Decision, Evidence, Subject
from nghiquyet.normalize.tables.column_roles import plan_columns
from nghiquyet.normalize.tables.row_decisions import field_of, row_decisions
from nghiquyet.normalize.tables.row_kinds import read_rows
from nghiquyet.normalize.tables.task_ids import place_rows
from tests.normalize.builders import bare, row, task_table


def kinds(rows: Sequence[Sequence[str]]) -> list[Decision]:
    table = task_table(rows)
    plan = plan_columns(table)
    readings = read_rows(table, plan)
    return [d for d in row_decisions(readings, place_rows(readings), plan) if d.kind == "row_kind"]


ROWS = [bare("I"), row("1"), row("2"), ["", "- Lập danh mục", "Kế hoạch", "", ""], bare("II"), row("1")]


def test_every_row_has_one_decision_about_its_record() -> None:
    found = kinds(ROWS)
    assert [(d.subject.record, d.subject.id, d.chosen) for d in found] == [
        ("group", "I", "group"),
        ("task", "I.1", "task"),
        ("task", "I.2", "task"),
        ("task", "I.2/1", "subtask"),
        ("group", "II", "group"),
        ("task", "II.1", "task"),
    ]


def test_the_rule_that_decided_is_the_first_evidence() -> None:
    group, task, *_ = kinds(ROWS)
    assert group.evidence[0] == Evidence("number_and_title_alone")
    assert task.evidence[0] == Evidence("cells_beside_title")
    assert Evidence("group", "I") in task.evidence
    assert Evidence("parent", "I.2") in kinds(ROWS)[3].evidence


def test_a_rule_has_no_score_and_neither_have_its_alternatives() -> None:
    for decision in kinds(ROWS):
        assert decision.score is None
        assert [(a.choice, a.score) for a in decision.alternatives] == [
            ({"group": "task"}.get(decision.chosen, "group"), None)
        ]


def test_a_row_that_is_no_record_is_a_row_of_the_table() -> None:
    found = kinds([row("1"), row("2"), ["", "Tổng cộng", "", "", ""]])[2]
    assert (found.subject, found.chosen) == (Subject("table", "", "row 3"), "aside")


def test_columns_feed_fields() -> None:
    assert [field_of(role) for role in ("marker", "foreign", "lead")] == ["markers", "extra", "lead"]
