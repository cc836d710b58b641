"""Laws of decisions: no result is read from them, and what was chosen is accounted for."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from nghiquyet.extract.model import Document, Join, Table, TableRow
from nghiquyet.meaning import Meaning, document_to_meaning
from nghiquyet.normalize.fields.deadlines import deadline_to_choice
from nghiquyet.normalize.model import Task
from nghiquyet.output.files.resolution_json import as_json
from nghiquyet.pipeline import extract_meaning
from tests.sample import ROOT, SAMPLE

LAYOUTS = ROOT / "tests" / "layouts"
DOCUMENTS = [
    SAMPLE,
    *(
        LAYOUTS / f"{name}.pdf"
        for name in ("07-nested-groups", "11-no-rules", "22-merged-number-over-the-page-decomposed")
    ),
    *(LAYOUTS / f"{name}.pdf" for name in ("12-several-tables", "08-subtasks-and-unnumbered-rows")),
]
ROLES = ("lead", "advising", "coordinating", "monitoring")


@cache
def read(path: Path) -> Meaning:
    return extract_meaning(path)


def chosen(meaning: Meaning, kind: str, record: str) -> dict[tuple[str, str], list[str]]:
    """What was chosen for each (id, field) of a kind of record."""
    found: dict[tuple[str, str], list[str]] = {}
    for d in meaning.decisions:
        if d.kind == kind and d.subject.record == record:
            found.setdefault((d.subject.id, d.subject.field), []).append(d.chosen)
    return found


def without_reasons(document: Document) -> Document:
    """The document with all that was kept for decisions taken away; what joins are sure of is a part of the result."""

    def silent(joins: tuple[Join, ...]) -> tuple[Join, ...]:
        return tuple(replace(join, evidence=()) for join in joins)

    def row(one: TableRow) -> TableRow:
        made = {id(cell): replace(cell, joins=silent(cell.joins)) for cell in one.cells}
        return replace(one, cells=tuple(made[id(cell)] for cell in one.cells), joins=silent(one.joins), refused=())

    def table(one: Table) -> Table:
        return replace(one, rows=tuple(map(row, one.rows)), joins=silent(one.joins), headed=(), refused=())

    return replace(document, decisions=(), tables=tuple(map(table, document.tables)))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.stem)
def test_no_result_is_read_from_a_reason(path: Path) -> None:
    meaning = read(path)
    silent = document_to_meaning(without_reasons(meaning.document), None, None)
    assert as_json(silent.resolution.model_dump(mode="json")) == as_json(meaning.resolution.model_dump(mode="json"))
    assert len(silent.decisions) < len(meaning.decisions)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.stem)
def test_every_task_and_group_has_one_row_kind(path: Path) -> None:
    meaning = read(path)
    kinds = {"task": chosen(meaning, "row_kind", "task"), "group": chosen(meaning, "row_kind", "group")}
    assert {id_: 1 for id_, _ in kinds["task"]} == {task.id: 1 for task in meaning.resolution.tasks}
    assert {id_ for id_, _ in kinds["group"]} == {group.id for group in meaning.resolution.task_groups}
    assert all(len(found) == 1 for of in kinds.values() for found in of.values())
    assert all(found == ["group"] for found in kinds["group"].values())


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.stem)
def test_every_agency_has_a_decision_that_chose_it(path: Path) -> None:
    meaning = read(path)
    found = chosen(meaning, "agency", "task")
    wanted: dict[tuple[str, str], list[str]] = {}
    for task in meaning.resolution.tasks:
        for role in ROLES:
            names = [one.agency or one.judgement for one in getattr(task, role)]
            wanted |= {(task.id, role): names} if names else {}
    assert found == wanted


def dated(tasks: tuple[Task, ...]) -> dict[tuple[str, str], list[str]]:
    return {(t.id, "deadline"): [deadline_to_choice(t.deadline)] for t in tasks if t.deadline.text is not None}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.stem)
def test_every_deadline_of_a_task_has_a_decision_that_chose_it(path: Path) -> None:
    meaning = read(path)
    assert chosen(meaning, "deadline", "task") == dated(meaning.resolution.tasks)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.stem)
def test_every_numbered_section_has_a_label_that_was_decided(path: Path) -> None:
    meaning = read(path)
    labels = chosen(meaning, "section_label", "section")
    wanted = {s.id: s.label for s in meaning.resolution.sections if s.level > 0}
    assert {id_: found[0].rpartition(" ")[0] for (id_, _), found in labels.items()} == wanted


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.stem)
def test_every_page_and_every_column_was_decided_about(path: Path) -> None:
    meaning = read(path)
    pages = {str(page.number) for page in meaning.document.pages}
    assert {id_ for id_, _ in chosen(meaning, "page_kind", "page")} == pages
    columns = {(str(n), f"column {c}") for n, t in enumerate(meaning.document.tables, 1) for c in range(1, t.width + 1)}
    assert set(chosen(meaning, "column_role", "table")) == columns


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.stem)
def test_a_choice_is_never_among_its_alternatives_and_has_evidence(path: Path) -> None:
    for decision in read(path).decisions:
        assert decision.chosen not in {a.choice for a in decision.alternatives}, decision
        assert decision.evidence, decision
        assert decision.score is None or 0 <= decision.score <= 1
