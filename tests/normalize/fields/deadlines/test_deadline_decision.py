"""Why a deadline is what it is."""

from __future__ import annotations

import datetime as dt

import pytest

from nghiquyet.extract.decisions.decision import Evidence, Subject
from nghiquyet.normalize.fields.deadlines import (
    deadline_decision,
    deadline_to_choice,
    find_deadline,
    read_deadline_with_doubt,
)
from nghiquyet.normalize.model import Deadline


@pytest.mark.parametrize(
    ("deadline", "choice"),
    [
        (Deadline(end=dt.date(2030, 12, 31), precision="year"), "/2030-12-31 year"),
        (Deadline(start=dt.date(2026, 1, 1), precision="day"), "2026-01-01/ day"),
        (Deadline(precision="none", recurring="yearly"), "none yearly"),
        (Deadline(), "none"),
    ],
)
def test_a_deadline_as_a_choice(deadline: Deadline, choice: str) -> None:
    assert deadline_to_choice(deadline) == choice


def test_one_date_is_its_own_evidence() -> None:
    found = read_deadline_with_doubt("Tháng 12/2027")
    assert (found.evidence, found.others) == ((Evidence("its_date"),), ())


def test_of_several_dates_the_others_are_kept() -> None:
    found = read_deadline_with_doubt("Quý I/2027; Quý IV/2027")
    assert found.evidence[0] == Evidence("last_of_dates", 2)
    assert found.others == ("quý i/2027",)
    decision = deadline_decision(Subject("task", "I.1", "deadline"), found.deadline, found.evidence, found.others)
    assert decision.chosen == deadline_to_choice(found.deadline)
    assert decision.score is None
    assert [a.choice for a in decision.alternatives] == ["quý i/2027"]


def test_doubts_are_evidence_too() -> None:
    found = read_deadline_with_doubt("Đầu năm 2027")
    assert {e.value for e in found.evidence if e.feature == "doubt"} == set(found.doubts) != set()


def test_words_without_a_date_have_no_date_for_evidence() -> None:
    found = read_deadline_with_doubt("Theo Kế hoạch số 15/KH-UBND")
    assert Evidence("event_or_document") in found.evidence
    assert not {e.feature for e in found.evidence} & {"its_date", "last_of_dates"}


def test_a_clause_keeps_the_dates_that_it_names_beside_the_one_taken() -> None:
    found = find_deadline("Trình đề án trước ngày 30/6/2027, hoàn thành trước ngày 31/12/2028")
    assert found is not None
    assert found.deadline.end == dt.date(2028, 12, 31)
    assert any("30/6/2027" in other for other in found.others)
    alone = find_deadline("hoàn thành trước ngày 31/12/2028")
    assert alone is not None
    assert alone.others == ()
