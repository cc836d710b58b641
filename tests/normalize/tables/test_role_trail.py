"""A column's role says by what it was told, and what it might have been."""

from __future__ import annotations

from nghiquyet.extract.decisions.decision import Alternative, Decision, Evidence, Subject
from nghiquyet.normalize.tables.column_roles import plan_columns
from nghiquyet.normalize.tables.role_trail import NO_STAGE
from tests.normalize.builders import HEADINGS, row, task_table


def decisions(rows: list[list[str]], headings: tuple[str, ...] = HEADINGS) -> tuple[Decision, ...]:
    return plan_columns(task_table(rows, headings)).decisions


def test_every_column_has_a_decision_that_chooses_its_role() -> None:
    table = task_table([row("1"), row("2")])
    plan = plan_columns(table)
    assert [d.chosen for d in plan.decisions] == [c.role for c in plan.columns]
    assert [d.subject for d in plan.decisions] == [Subject("table", "", f"column {n}") for n in range(1, 6)]


def test_a_heading_that_names_a_role_is_the_evidence_with_its_weight() -> None:
    evidence = decisions([row("1"), row("2")])[4].evidence
    assert evidence[0] == Evidence("heading", "Cơ quan chủ trì")
    assert (evidence[1].feature, evidence[1].value) == ("heading_names", "lead")
    assert evidence[1].weight is not None


def test_what_stands_in_a_column_outweighs_its_heading_and_leaves_it_as_an_alternative() -> None:
    found = decisions([["1", "Lập quy hoạch", "x", "2027", "Sở Y tế"], ["2", "Xây dựng", "x", "2028", "Sở Y tế"]])[2]
    assert found.chosen == "marker"
    assert Evidence("holds_ticks", "marker") in found.evidence
    assert found.alternatives == (Alternative("result"),)


def test_a_heading_that_nobody_knows_says_so() -> None:
    headings = (*HEADINGS, "Vật liệu")
    found = decisions([[*row("1"), "gỗ"], [*row("2"), "đá"]], headings)[5]
    assert found.chosen == "extra"
    assert {e.feature for e in found.evidence} & {NO_STAGE, "rest"}
    assert found.alternatives == ()
