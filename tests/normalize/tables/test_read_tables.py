from __future__ import annotations

from dataclasses import replace

import pytest

from nghiquyet.extract.decisions.decision import Evidence
from nghiquyet.extract.model import Join, RefusedJoin, Table
from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.tables.read_tables import PLACE_FIELDS, TablesReading, tables_to_tasks
from tests.extract.as_recognised import recognised_table
from tests.extract.builders import line
from tests.normalize.builders import Printed, bare, row, task_table

SCORES = task_table([["1", "Công khai", "10", "9", "8"]] * 2, ("TT", "Tiêu chí", "Điểm tối đa", "Tự chấm", "Thẩm định"))


def read(*tables: object) -> TablesReading:
    return tables_to_tasks(tables, Printed(), DeadlineContext())  # type: ignore[arg-type]


def test_the_second_table_of_tasks_puts_its_place_before_its_ids() -> None:
    one = task_table([bare("I"), row("1"), row("2")])
    found = read(one, one)
    assert [t.id for t in found.tasks] == ["I.1", "I.2", "T2:I.1", "T2:I.2"]
    assert [g.id for g in found.groups] == ["I", "T2:I"]
    assert [t.group for t in found.tasks] == ["I", "I", "T2:I", "T2:I"]


def test_a_table_that_holds_no_tasks_is_told_and_takes_no_place() -> None:
    one = task_table([row("1"), row("2")])
    found = read(one, SCORES, one)
    assert [t.id for t in found.tasks] == ["1", "2", "T2:1", "T2:2"]
    assert found.task_tables == (0, 2)
    assert [f.code for f in found.findings] == ["table-left-out"]


def test_findings_come_in_the_order_of_the_tables() -> None:
    skips = task_table([row("1"), row("3")])
    assert [f.code for f in read(skips, SCORES).findings] == ["number-out-of-step", "table-left-out"]


def test_no_tables_nothing_read() -> None:
    assert read() == TablesReading()


def without_rulings(table: Table) -> Table:
    return replace(table, fragments=tuple(replace(f, ruled="none") for f in table.fragments))


def test_rows_without_rulings_whose_numbers_are_no_sequence_are_all_doubted() -> None:
    found = read(without_rulings(task_table([row("1"), row("3"), row("2")])))
    assert "table-rows-uncertain" in [f.code for f in found.findings if f.severity == "error"]
    assert all({"title", "lead", "deadline"} <= {r.field for r in t.review} for t in found.tasks)


def test_rows_without_rulings_in_sequence_are_not() -> None:
    found = read(without_rulings(task_table([row("1"), row("2"), row("3")])))
    assert found.findings == ()
    assert not any(t.review for t in found.tasks)


def test_ruled_rows_out_of_sequence_are_the_documents_oddity() -> None:
    found = read(task_table([row("1"), row("3"), row("2")]))
    assert not any(r.code == "table-rows-uncertain" for t in found.tasks for r in t.review)


UNREADABLE = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "XLIEUE EIECI", "Sản phẩm")


def test_a_heading_that_nobody_could_read_leaves_its_fields_in_doubt() -> None:
    table = replace(task_table([row("1"), row("2")], UNREADABLE), header_lines=(line(" ".join(UNREADABLE)),))
    doubted = read(recognised_table(table, heading=0.2)).tasks
    assert all({"extra", "deadline"} <= {r.field for r in t.review} for t in doubted)
    assert not any(r.field in ("title", "lead") for t in doubted for r in t.review)
    sure = read(recognised_table(table)).tasks
    assert not any(r.code == "column-heading-unread" for t in (*sure, *read(table).tasks) for r in t.review)


def test_bodies_told_by_their_cells_are_doubted_and_dates_are_not() -> None:
    headings = ("TT", "Nhiệm vụ", "Cột lạ", "Mốc", "Cơ quan chủ trì")
    rows = [[str(n), "Lập quy hoạch trạm sạc", "Sở Tài chính", f"Tháng {n}/2026", "Sở Xây dựng"] for n in (1, 2, 3)]
    found = read(task_table(rows, headings))
    assert [f.code for f in found.findings if f.severity == "warning"] == ["column-role-guessed"] * 2
    assert {r.field for t in found.tasks for r in t.review if r.code == "column-role-guessed"} == {"coordinating"}


def _parted(confidence: float) -> Table:
    refused = RefusedJoin("table", (1, 2), (Evidence("other_number_of_columns"),), confidence)
    return replace(task_table([row("1"), row("2")]), refused=(refused,))


def test_a_table_that_may_be_more_of_the_one_before_is_an_error_and_its_rows_places_are_doubted() -> None:
    found = read(task_table([row("1")]), _parted(0.4))
    assert [(f.severity, f.code) for f in found.findings] == [("error", "table-join-uncertain")]
    assert [{r.field for r in task.review} for task in found.tasks] == [set(), *[{*PLACE_FIELDS}] * 2]
    sure = read(task_table([row("1")]), _parted(0.01))
    assert (sure.findings, [task.review for task in sure.tasks]) == ((), [(), (), ()])


@pytest.mark.parametrize(("confidence", "doubted"), [(0.6, True), (0.95, False)])
def test_rows_behind_a_thin_join_are_doubted_in_their_place(confidence: float, doubted: bool) -> None:
    join = Join("table", (1, 1), (Evidence("borders_agree"),), confidence)
    found = read(replace(task_table([row("1")]), joins=(join,)))
    assert {r.field for r in found.tasks[0].review} == ({*PLACE_FIELDS} if doubted else set())
