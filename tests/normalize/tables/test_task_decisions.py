"""Decisions follow their tasks, and every agency has one."""

from __future__ import annotations

from nghiquyet.extract.decisions.decision import Decision, Subject
from nghiquyet.normalize.tables.task_decisions import agency_decisions, renamed
from tests.normalize.printed_prose import linker, task


def test_a_task_that_got_another_id_keeps_its_decisions() -> None:
    before, after = [task("II/1"), task("II/2")], [task("II/1-2"), task("II/2")]
    found = renamed(
        [Decision("deadline", Subject("task", id_, "deadline"), "none") for id_ in ("II/1", "II/2")], before, after
    )
    assert [d.subject.id for d in found] == ["II/1-2", "II/2"]
    assert renamed([], [], []) == ()


def test_every_agency_has_a_decision_with_its_own_score_and_no_empty_field_has_one() -> None:
    link = linker()
    made = task("I.1", lead=link.read_cell(["Sở Y tế; Sở Công nghiệp nhẹ"]), coordinating=())
    found = list(agency_decisions([made], link))
    assert [(d.subject, d.score) for d in found] == [(Subject("task", "I.1", "lead"), one.score) for one in made.lead]
    assert found[0].chosen == "lam-dong/so-y-te"
    assert "in_registry" in {e.feature for e in found[0].evidence}


def test_a_misspelt_name_has_the_names_that_were_near_with_how_like_they_are() -> None:
    link = linker("Hải Phòng")
    (one,) = link.read_cell(["Ban Quản lý kinh tế Hải Phòng"])
    found = link.decision(Subject("task", "I.1", "lead"), one)
    assert "misspelt" in {e.feature for e in found.evidence}
    assert found.alternatives
    assert all(a.score is not None and a.choice != found.chosen for a in found.alternatives)


def test_an_assignment_from_elsewhere_is_told_without_a_rule() -> None:
    (one,) = linker().read_cell(["Sở Y tế"])
    found = linker().decision(Subject("task", "I.1", "lead"), one)
    assert (found.chosen, found.score) == (one.agency, one.score)
    assert "in_registry" not in {e.feature for e in found.evidence}
