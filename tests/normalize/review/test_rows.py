from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from nghiquyet.extract.model import Table
from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.model import Period
from nghiquyet.normalize.review.rows import ROW_FIELDS, doubted_counts, doubted_rows, guessed_groups
from nghiquyet.normalize.tables.build_tasks import build_tasks
from nghiquyet.normalize.tables.column_roles import plan_columns
from tests.extract.as_recognised import recognised_table
from tests.normalize.builders import REST, Printed, bare, row, task_table


def doubts(table: Table, time: DeadlineContext | None = None) -> dict[str, dict[str, str]]:
    """The codes of each task's doubts by field."""
    plan = plan_columns(table)
    time = time or DeadlineContext()
    tasks = doubted_rows(table, plan, build_tasks(table, plan, Printed(), time), time)
    return {t.id: {r.field: r.code for r in t.review} for t in tasks}


def recognised(rows: Sequence[Sequence[str]]) -> Table:
    return recognised_table(task_table(rows))


def test_rows_in_order_have_no_doubts() -> None:
    rows = [bare("I"), row("1"), row("2"), row("2.1"), bare("II"), row("1")]
    assert not any(doubts(recognised(rows)).values())


def test_rows_on_both_sides_of_a_gap_are_doubted() -> None:
    found = doubts(recognised([row("1"), row("2"), row("4"), row("5")]))
    assert {id_ for id_, own in found.items() if own} == {"2", "4"}
    assert found["4"] == dict.fromkeys(ROW_FIELDS, "row-uncertain")


def test_tasks_of_a_group_whose_number_steps_back_are_doubted() -> None:
    groups = [bare("I"), row("1"), bare("II"), row("1"), bare("I", "Y tế"), row("1"), row("2")]
    found = doubts(recognised(groups))
    assert all({"group", "number"} <= found[id_].keys() for id_ in ("I-2.1", "I-2.2"))
    assert not found["I.1"]
    skipping = doubts(recognised([bare("I"), row("1"), bare("III"), row("1"), row("2")]))
    assert not skipping["III.2"]


def test_a_gap_in_print_is_the_documents_own() -> None:
    assert not any(doubts(task_table([row("1"), row("2"), row("4")])).values())


def test_a_row_of_another_number_between_rows_in_step_is_doubted_alone() -> None:
    found = doubts(recognised([row("1"), row("2"), row("1"), row("3")]))
    assert {id_ for id_, own in found.items() if "title" in own} == {"1-2"}


def test_a_number_that_was_guessed_is_doubted() -> None:
    found = doubts(recognised([row("8"), row("", "Trình phê duyệt"), row("10")]))
    assert found["9"] == {"number": "number-guessed"}


def test_a_row_without_number_that_may_have_lost_it_is_doubted() -> None:
    rows = [row(str(n)) for n in range(1, 8)]
    found = doubts(recognised([*rows, row("", "Trình phê duyệt"), row("11")]))
    assert found["7/1"].keys() >= {"number", "title"}
    # where no number is missing, none was lost
    whole = doubts(recognised([*rows, row("", "Trình phê duyệt"), row("8")]))
    assert not whole["7/1"]


def test_a_number_that_was_not_understood_leaves_the_row_in_doubt() -> None:
    found = doubts(recognised([row("1"), row("2"), row("mạ tiện"), row("5")]))
    assert any(own.keys() >= {"number", "title", "lead"} for own in found.values())


def test_a_task_of_nothing_but_its_title_may_be_a_group() -> None:
    rows = [row("1"), bare("2"), row("3")]
    assert doubts(recognised(rows))["2"].keys() == set(ROW_FIELDS)
    assert not doubts(task_table(rows))["2"]


def test_an_empty_cell_that_all_others_fill_is_doubted() -> None:
    rows = [row(str(n)) for n in range(1, 8)]
    rows[3] = ["4", "Lập quy hoạch", "Kế hoạch", "Năm 2027", ""]
    assert doubts(recognised(rows))["4"] == {"lead": "cell-empty"}
    assert not doubts(task_table(rows))["4"]


def test_cells_that_a_third_of_the_rows_leave_empty_are_not() -> None:
    rows = [row(str(n), "Lập quy hoạch", "" if n % 3 else "Kế hoạch", *REST[1:]) for n in range(1, 10)]
    assert not any(doubts(recognised(rows)).values())


def test_a_task_with_sub_tasks_may_leave_all_to_them() -> None:
    rows = [*(row(str(n)) for n in range(1, 8)), bare("8"), row("8.1"), row("8.2")]
    assert not doubts(recognised(rows)).get("8")


def test_a_text_over_columns_that_print_parts_is_doubted() -> None:
    rows = [row("1"), ["2", "Lập quy hoạch Kế hoạch", "<", "Năm 2027", "Sở Xây dựng"], row("3")]
    assert doubts(recognised(rows))["2"] == {"title": "cells-merged", "result": "cells-merged"}
    assert not doubts(task_table(rows))["2"]


def test_a_text_over_two_columns_of_agencies_is_printed_so() -> None:
    headings = ("TT", "Nhiệm vụ", "Thời hạn", "Cơ quan chủ trì", "Cơ quan phối hợp")
    rows = [[str(n), "Lập quy hoạch", "Năm 2027", "Sở Xây dựng", "<"] for n in (1, 2)]
    ruled = recognised_table(task_table(rows, headings))
    assert not any(doubts(ruled).values())
    unruled = replace(ruled, fragments=tuple(replace(f, ruled="none") for f in ruled.fragments))
    assert all(own.keys() == {"lead", "coordinating"} for own in doubts(unruled).values())


def test_a_guessed_group_is_told_by_its_place() -> None:
    table = recognised([bare("I"), row("1"), bare("", "Y tế"), row("1"), bare("III"), row("1")])
    reading = build_tasks(table, plan_columns(table), Printed(), DeadlineContext())
    assert [g.id for g in reading.groups] == ["I", "II", "III"]
    assert [(f.code, f.subject) for f in guessed_groups(reading, 5)] == [("number-guessed", "/task_groups/6")]


def test_a_deadline_outside_the_documents_time_is_doubted() -> None:
    time = DeadlineContext(dt.date(2026, 3, 1), Period(**{"from": 2026, "to": 2030}))
    rows = [[*row(str(i + 1))[:3], due, "Sở Xây dựng"] for i, due in enumerate(("Năm 2027", "Năm 2036", "Năm 2021"))]
    found = doubts(recognised(rows), time)
    assert [own.get("deadline") for own in found.values()] == [
        None,
        "deadline-outside-period",
        "deadline-before-document",
    ]
    assert not any(doubts(task_table(rows), time).values())


def test_a_deadline_of_odd_shape_is_doubted() -> None:
    rows = [[*row("1")[:3], "Tháng 6:2020", "Sở Xây dựng"], row("2")]
    assert doubts(recognised(rows))["1"] == {"deadline": "deadline-odd"}
    assert not doubts(task_table(rows))["1"]


def test_two_deadlines_in_one_cell_tell_of_two_rows_read_as_one() -> None:
    rows = [[*row("1")[:3], "Tháng 5/2026 Tháng 6/2026", "Sở Xây dựng"], row("2")]
    assert doubts(recognised(rows))["1"].keys() == set(ROW_FIELDS)
    assert not doubts(task_table(rows))["1"]


def test_a_local_body_without_its_place_is_doubted() -> None:
    names = ("Công an phường", "Công an phường Đông Kinh", "UBND các xã, phường", "Công an cấp xã")
    found = doubts(recognised([[*row(str(i + 1))[:4], name] for i, name in enumerate(names)]))
    assert [own.get("lead") for own in found.values()] == ["agency-uncertain", None, None, None]


def test_a_group_whose_rows_are_in_doubt_may_count_wrongly() -> None:
    table = recognised([bare("I"), row("1"), row("2"), bare("II"), row("1"), row("3")])
    plan, time = plan_columns(table), DeadlineContext()
    reading = build_tasks(table, plan, Printed(), time)
    found = list(doubted_counts(reading, doubted_rows(table, plan, reading, time), 4))
    assert [(f.code, f.subject) for f in found] == [("group-count-uncertain", "/task_groups/5/extracted_tasks")]
    assert not list(doubted_counts(reading, reading.tasks, 4))
