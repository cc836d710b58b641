from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from nghiquyet.extract.model import Join, Table, TableCell
from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.model import Assignment, Task
from nghiquyet.normalize.tables.build_tasks import SURE_AGENCY, SURE_JOIN, build_tasks
from nghiquyet.normalize.tables.column_roles import plan_columns
from tests.extract.as_recognised import recognised_table
from tests.extract.builders import joined
from tests.normalize.builders import HEADINGS, Printed, bare, read, row, task_table


def only(*rows: list[str], headings: tuple[str, ...] = HEADINGS) -> Task:
    (task,) = read(rows, headings).tasks
    return task


def built(table: Table) -> tuple[Task, ...]:
    return build_tasks(table, plan_columns(table), Printed(), DeadlineContext()).tasks


def codes(task: Task) -> list[tuple[str, str]]:
    return [(r.field, r.code) for r in task.review]


def test_every_field_of_a_row() -> None:
    task = only(["01", "Lập quy hoạch\ntrạm sạc", "Quyết định", "Tháng 12/2027", "Sở Xây dựng"])
    assert (task.id, task.number, task.origin, task.group, task.parent) == ("01", "01", "appendix", None, None)
    assert (task.title, task.result) == ("Lập quy hoạch trạm sạc", "Quyết định")
    assert (task.deadline.text, task.deadline.end, task.deadline.precision) == (
        "Tháng 12/2027",
        dt.date(2027, 12, 31),
        "month",
    )
    assert [a.text for a in task.lead] == ["Sở Xây dựng"]
    assert set(task.where) == {"number", "title", "result", "deadline", "lead"}
    assert task.review == ()


def test_empty_cells_are_null_and_stand_nowhere() -> None:
    task = only(["1", "Lập quy hoạch", "", "", "Sở Y tế"])
    assert (task.result, task.deadline.text, task.deadline.precision) == (None, None, "none")
    assert set(task.where) == {"number", "title", "lead"}


def test_a_task_without_a_column_for_it_has_no_result() -> None:
    headings = ("TT", "Nhiệm vụ", "Thời hạn", "Cơ quan chủ trì", "Cơ quan phối hợp")
    task = only(["1", "Lập", "2027", "Sở Y tế", "Sở Nội vụ"], headings=headings)
    assert task.result is None
    assert [a.text for a in task.coordinating] == ["Sở Nội vụ"]


MARKED = ("TT", "Nhiệm vụ", "Nhiệm vụ trọng tâm", "Thường xuyên", "Cơ quan chủ trì", "Thời hạn")


def test_ticks_in_column_order() -> None:
    rows = [["1", "Lập", "x", "", "Sở Y tế", "2027"], ["2", "Trình", "", "x", "Sở Y tế", "2027"]]
    first, second = read(rows, MARKED).tasks
    assert list(first.markers.items()) == [("Nhiệm vụ trọng tâm", True), ("Thường xuyên", False)]
    assert list(second.markers.values()) == [False, True]


def test_groups_count_their_tasks_and_those_ticked_as_weighty() -> None:
    rows = [
        ["I", "Hạ tầng", "", "", "", ""],
        ["1", "Lập quy hoạch", "x", "", "Sở Y tế", "2027"],
        ["2", "Trình", "", "x", "Sở Y tế", "2027"],
        ["2.1", "Rà soát", "x", "", "Sở Y tế", "2027"],
        ["II", "Y tế", "", "", "", ""],
        ["1", "Xây trạm", "x", "", "Sở Y tế", "2027"],
    ]
    groups = read(rows, MARKED).groups
    assert [(g.id, g.title, g.extracted_tasks, g.extracted_priority) for g in groups] == [
        ("I", "Hạ tầng", 2, 1),
        ("II", "Y tế", 1, 1),
    ]


EXTRA = ("TT", "Nhiệm vụ", "Thời hạn", "Cơ quan chủ trì", "Kinh phí (*)", "Ghi chú")


def test_other_columns_are_kept_by_their_headings_empty_ones_left_out() -> None:
    task = only(["1", "Lập", "2027", "Sở Y tế", "500 triệu", ""], headings=EXTRA)
    assert task.extra == {"Kinh phí": "500 triệu"}
    assert "extra" in task.where


def test_one_text_over_lead_and_coordinating_counts_for_both() -> None:
    headings = ("TT", "Nhiệm vụ", "Thời hạn", "Cơ quan chủ trì", "Cơ quan phối hợp")
    task = only(["1", "Lập", "2027", "Các sở, ngành", "<"], headings=headings)
    assert [a.text for a in task.lead] == [a.text for a in task.coordinating] == ["Các sở, ngành"]


def test_one_text_over_result_and_deadline_counts_once() -> None:
    task = only(["1", "Lập", "Theo Kế hoạch số 5/KH-UBND", "<", "Sở Y tế"])
    assert task.result == "Theo Kế hoạch số 5/KH-UBND"
    assert task.deadline.text is None


def test_a_cell_merged_down_is_given_to_each_row_and_stands_where_it_is_printed() -> None:
    first, second = read([row("1"), ["2", "Trình", "Báo cáo", "2028", "^"]]).tasks
    assert [a.text for a in first.lead] == [a.text for a in second.lead] == ["Sở Xây dựng"]
    assert first.where["lead"] == second.where["lead"]


def test_one_number_over_two_rows_gives_two_tasks() -> None:
    first, second = read([row("1"), ["^", "^", "Báo cáo", "Năm 2028", "Sở Y tế"]]).tasks
    assert (first.id, second.id, second.number, second.title) == ("1/1", "1/2", "1", "Lập quy hoạch")
    assert second.review == ()


def test_a_row_thought_to_belong_to_the_number_above_is_doubted() -> None:
    _, second = read([row("1"), ["", "", "Báo cáo", "Năm 2028", "Sở Y tế"]]).tasks
    assert ("title", "row-without-number") in codes(second)


def test_a_repeated_number_is_doubted() -> None:
    first, second = read([row("1"), row("1", "Trình")]).tasks
    assert first.review == ()
    assert codes(second) == [("number", "number-repeated")]


@pytest.mark.parametrize(
    ("judgement", "score", "code"),
    [
        ("ambiguous", 0.9, "agency-ambiguous"),
        ("matched", SURE_AGENCY - 0.01, "agency-uncertain"),
        ("matched", SURE_AGENCY, None),
        ("unknown", SURE_AGENCY, None),
        ("unknown", 0.0, "agency-uncertain"),
        ("person", 1.0, None),
    ],
)
def test_unsure_agencies_are_doubted(judgement: str, score: float, code: str | None) -> None:
    (task,) = read([row("1")], agencies=Printed(judgement, score)).tasks
    assert codes(task) == ([("lead", code)] if code else [])


def test_ids_of_a_later_table_carry_its_place_everywhere() -> None:
    table = task_table([bare("I"), row("1"), row("1.1")])
    reading = build_tasks(table, plan_columns(table), Printed(), DeadlineContext(), "T2:")
    assert [g.id for g in reading.groups] == ["T2:I"]
    assert [(t.id, t.group, t.parent) for t in reading.tasks] == [
        ("T2:I.1", "T2:I", None),
        ("T2:I.1.1", "T2:I", "T2:I.1"),
    ]


def test_marks_of_notes_are_off_the_text_and_told_once() -> None:
    table = task_table([row("1")])
    assert build_tasks(table, plan_columns(table), Printed(), DeadlineContext()).marks == ()


def with_join(table: Table, confidence: float) -> Table:
    join = Join("cell", (1, 2), ("thin",), confidence)
    first = table.rows[0]
    cells = tuple(replace(c, joins=(join,)) if i == 3 else c for i, c in enumerate(first.cells))
    return replace(table, rows=(replace(first, cells=cells), *table.rows[1:]))


def test_a_cell_joined_on_thin_evidence_is_doubted_and_a_sure_one_not() -> None:
    table = task_table([row("1"), row("2")])
    first, second = built(with_join(table, SURE_JOIN - 0.01))
    assert (codes(first), codes(second)) == ([("deadline", "join-uncertain")], [])
    assert codes(built(with_join(table, SURE_JOIN))[0]) == []


PAGES = (
    [row("1"), row("2"), row("3"), ["4", "Xây dựng cơ sở dữ liệu", "Hệ thống", "Tháng", "Sở Khoa học và"]],
    [["", "dân cư", "", "12/2030", "Công nghệ"], row("5")],
)


def test_a_row_cut_by_the_page_stands_on_both() -> None:
    task = built(joined(*PAGES, headings=HEADINGS))[3]
    assert (task.title, task.deadline.text) == ("Xây dựng cơ sở dữ liệu dân cư", "Tháng 12/2030")
    assert [box.page for box in task.where["title"]] == [1, 2]
    assert [box.page for box in task.where["result"]] == [1]
    assert task.review == ()


def test_a_row_joined_on_thin_evidence_is_doubted_where_it_was_cut() -> None:
    table = joined(*PAGES, headings=HEADINGS)
    thin = Join("row", (1, 2), ("thin",), SURE_JOIN - 0.01)
    rows = tuple(replace(r, joins=(thin,)) if r.joins else r for r in table.rows)
    assert codes(built(replace(table, rows=rows))[3]) == [
        (name, "join-uncertain") for name in ("title", "deadline", "lead")
    ]


def test_nothing_printed_is_dropped() -> None:
    rows = [bare("I"), row("1"), row("", "- Rà soát"), ["", "Tổng cộng", "2", "", ""], row("2a/b")]
    reading = read(rows)
    kept = " ".join(
        [
            *(t.title for t in reading.tasks),
            *(g.title for g in reading.groups),
            *reading.unread_numbers,
            *(c.text for r in reading.asides for c in r.cells),
        ]
    )
    for text in ("Hạ tầng", "Rà soát", "Tổng cộng", "2a/b"):
        assert text in kept


def test_an_empty_table_cell_is_no_agency() -> None:
    assert TableCell((0, 1)).text == ""
    assert only(["1", "Lập", "Kế hoạch", "2027", ""]).lead == ()


class Parting(Printed):
    """Takes what stands behind a colon for the part that is a body's own."""

    def read_cell(self, lines: Sequence[str]) -> tuple[Assignment, ...]:
        name, _, scope = " ".join(lines).partition(": ")
        judgement = "matched" if name.startswith(("Sở", "Liên minh")) else "unknown"
        return (Assignment(text=name, name=name, scope=scope or None, judgement=judgement, score=1.0),)


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Sở Công Thương: Liên minh Hợp tác xã", True),
        ("Sở Công Thương: Trung tâm Thông tin", False),
        ("Sở Công Thương: dự án trong khu", False),
        ("Sở Công Thương", False),
    ],
)
def test_a_body_behind_a_recognised_colon_may_be_one_of_several(text: str, doubted: bool) -> None:
    table = task_table([[*row("1")[:4], text]])
    plan = plan_columns(table)

    def doubts(made: Table) -> list[str]:
        return [r.code for t in build_tasks(made, plan, Parting(), DeadlineContext()).tasks for r in t.review]

    assert doubts(recognised_table(table)) == (["agency-uncertain"] if doubted else [])
    assert doubts(table) == []


def test_a_groups_amount_goes_to_its_extra() -> None:
    headings = ("TT", "Nhiệm vụ", "Thời hạn", "Cơ quan chủ trì", "Kinh phí")
    work = ["1", "Lập quy hoạch", "Năm 2027", "Sở Xây dựng", "200"]
    (group, other) = read([["I", "Hạ tầng", "", "", "500"], work, ["II", "Dữ liệu", "", "", ""], work], headings).groups
    assert (group.extra, group.extracted_tasks) == ({"Kinh phí": "500"}, 1)
    assert other.extra == {}


TIMES = ("TT", "Nhiệm vụ", "Thời gian bắt đầu", "Thời gian hoàn thành", "Cơ quan chủ trì")


def test_columns_of_beginnings_and_ends_make_a_range_that_stands_in_both() -> None:
    task = only(["1", "Lập", "2/2026", "5/2026", "Sở Y tế"], headings=TIMES)
    assert (task.deadline.start, task.deadline.end) == (dt.date(2026, 2, 1), dt.date(2026, 5, 31))
    assert (task.deadline.text, task.extra) == ("5/2026", {"Thời gian bắt đầu": "2/2026"})
    assert len(task.where["deadline"]) == 2


@pytest.mark.parametrize("times", [["", "5/2026"], ["5/2026", "<"]])
def test_without_a_beginning_of_its_own_the_deadline_is_the_end_alone(times: list[str]) -> None:
    task = only(["1", "Lập", *times, "Sở Y tế"], headings=TIMES)
    assert (task.deadline.text, task.deadline.start, task.deadline.precision) == ("5/2026", None, "month")


def test_a_title_merged_over_agency_columns_is_the_title_alone() -> None:
    headings = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn")
    task = only(["1", "Sở Y tế lập đề án riêng", "<", "<", "2027"], headings=headings)
    assert (task.title, task.lead, task.coordinating) == ("Sở Y tế lập đề án riêng", (), ())
    assert (task.deadline.text, set(task.where)) == ("2027", {"number", "title", "deadline"})


def test_one_text_merged_over_agency_columns_counts_for_both() -> None:
    headings = ("TT", "Nhiệm vụ", "Thời hạn", "Cơ quan chủ trì", "Cơ quan phối hợp")
    task = only(["1", "Lập", "2027", "Sở Y tế", "<"], headings=headings)
    assert [a.text for a in task.lead] == [a.text for a in task.coordinating] == ["Sở Y tế"]
