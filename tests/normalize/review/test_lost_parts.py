from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nghiquyet.extract.model import Line, Table
from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.review.lost_parts import lost_parts
from nghiquyet.normalize.tables.read_tables import TablesReading, tables_to_tasks
from tests.extract.as_recognised import recognised_table
from tests.extract.builders import line
from tests.normalize.builders import HEADINGS, Printed, bare, row, task_table

SEEN = recognised_table(task_table([row("1"), row("2")]))
FOOT = SEEN.fragments[-1].bbox[3]
COLUMNS = SEEN.fragments[-1].columns
LOST = ("3", "Lập đề án", "Đề án", "Năm 2028", "Sở Y tế")


def below(texts: Sequence[str], confidence: float | None = 0.95, down: float = 4.0) -> list[Line]:
    """A row's texts as lines below the table, each in its column."""
    return [
        line(text, x=COLUMNS[c] + 4, top=FOOT + down, confidence=confidence) for c, text in enumerate(texts) if text
    ]


def read(*tables: Table, lines: Sequence[Line] = ()) -> TablesReading:
    return tables_to_tasks(tables, Printed(), DeadlineContext(), lines)


def test_lines_in_the_tables_columns_right_below_it_are_a_lost_part() -> None:
    (found,) = lost_parts(SEEN, below(LOST))
    assert (found.page, found.finding().code) == (1, "table-part-lost")


def test_lines_elsewhere_are_none() -> None:
    recipients = [
        *below(["Nơi nhận:", "", "", "GIÁM ĐỐC", ""]),
        *below(["", "Lưu: VT", "KH", "Nguyễn", "Văn"], down=20),
    ]
    for lines in (
        below(LOST, down=80),
        below(LOST, confidence=None),
        below(LOST, confidence=0.3),
        below(["", "Lập đề án", "", "", "Sở Y tế"]),
        recipients,
        [],
    ):
        assert lost_parts(SEEN, lines) == ()


def test_a_lost_part_leaves_the_row_above_it_in_doubt() -> None:
    found = read(SEEN, lines=below(LOST))
    assert [f.code for f in found.findings if f.severity == "error"] == ["table-part-lost"]
    assert [{r.code for r in t.review} for t in found.tasks] == [set(), {"row-uncertain"}]
    assert not any(t.review for t in read(SEEN).tasks)


def test_a_second_table_that_does_not_begin_may_be_more_of_the_first() -> None:
    more = recognised_table(task_table([row("3"), row("4")]))
    found = read(SEEN, more)
    assert all({"number", "group"} <= {r.field for r in t.review} for t in found.tasks[2:])
    assert "table-join-uncertain" in [f.code for f in found.findings]


def test_a_second_table_that_begins_or_has_other_columns_is_its_own() -> None:
    for more in (
        SEEN,
        recognised_table(task_table([bare("I"), row("1")])),
        task_table([row("3"), row("4")]),
        recognised_table(task_table([row("3"), row("4")], (*HEADINGS[:2], "Thời hạn", "Sản phẩm", HEADINGS[4]))),
    ):
        assert "table-join-uncertain" not in [f.code for f in read(SEEN, more).findings]


def test_recognised_texts_of_a_column_without_heading_are_doubted() -> None:
    unheaded = task_table([row("1"), row("2")], ("TT", "Nhiệm vụ", "", "Thời hạn", "Cơ quan chủ trì"))
    found = read(recognised_table(replace(unheaded, header_lines=())))
    assert all({"extra", "result"} <= {r.field for r in t.review} for t in found.tasks)
    assert not any(t.review for t in read(unheaded).tasks)
