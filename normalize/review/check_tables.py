"""A table and what was read of it → findings: columns without a role, joins on thin evidence, numbers out of step."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nghiquyet.extract.model import Table
from nghiquyet.normalize.model import Finding
from nghiquyet.normalize.review.findings import finding, quote
from nghiquyet.normalize.review.number_gaps import missteps
from nghiquyet.normalize.tables.build_tasks import SURE_JOIN, TableReading
from nghiquyet.normalize.tables.cell_text import cell_text
from nghiquyet.normalize.tables.column_roles import ColumnPlan

# Two tables that are one with this likelihood may have been cut in two: an error.
MAY_BE_ONE = 0.2
_ADDRESS = re.compile(r"table (\d+),")  # of a cell in a Word file


def may_be_cut(table: Table) -> bool:
    """True if the table may be more of the one before, from which it was parted on thin evidence."""
    return any((refused.confidence or 0.0) >= MAY_BE_ONE for refused in table.refused)


def left_out_finding(table: Table, plan: ColumnPlan) -> Finding:
    """Why a table gave no tasks: an error where its rows may be tasks after all, for then work is left out."""
    message = f"{_named(table)} không được coi là bảng nhiệm vụ vì {plan.reason}; nếu có nhiệm vụ, hãy nhập tay."
    work = plan.tasks.doubtful or may_be_cut(table)
    return finding("error" if work else "info", "table-left-out", message, pages=table.pages)


def _named(table: Table) -> str:
    """The table by its number in a file without pages, whose findings have no other place."""
    cells = (line for row in table.rows for cell in row.cells for line in cell.lines)
    words = (word for line in (*table.header_lines, *cells) for word in line.words)
    numbers = dict.fromkeys(match.group(1) for word in words if (match := _ADDRESS.match(word.address)))
    return f"Bảng {', '.join(numbers)} (đếm từ đầu tệp)" if numbers else "Bảng này"


def check_table(table: Table, plan: ColumnPlan, reading: TableReading) -> tuple[Finding, ...]:
    """The doubts about one table of tasks; subjects are set by place in ``reading`` and shifted by the caller."""
    return (*_columns(table, plan), *_joins(table), *_unread(table, reading), *_sequence(reading))


def _columns(table: Table, plan: ColumnPlan) -> Iterator[Finding]:
    for heading in plan.unknown:
        message = f"Chưa rõ vai trò của cột “{quote(heading)}”, nội dung được giữ nguyên ở phần khác; hãy xem lại."
        yield finding("warning", "column-unknown", message, pages=table.pages[:1])
    if plan.guessed is not None:
        message = f"Cột “{quote(plan.guessed)}” được coi là cột nhiệm vụ theo nội dung các ô của nó; hãy xem lại."
        yield finding("warning", "column-role-guessed", message, pages=table.pages[:1])
    for heading in plan.nearly_named:
        message = (
            f"Tiêu đề cột “{quote(heading)}” đọc từ ảnh không rõ, vai trò được đoán theo chữ gần nhất; hãy xem lại."
        )
        yield finding("warning", "column-role-guessed", message, pages=table.pages[:1])
    for heading, _ in plan.by_content:
        message = f"Chưa rõ tiêu đề cột “{quote(heading)}”, vai trò được đoán theo nội dung các ô; hãy xem lại."
        yield finding("warning", "column-role-guessed", message, pages=table.pages[:1])
    for heading in plan.two_roles:
        message = f"Cột “{quote(heading)}” gộp hai vai trò, được tính cho vai trò thứ nhất; hãy xem lại."
        yield finding("warning", "column-two-roles", message, pages=table.pages[:1])
    for heading in plan.repeated_roles:
        message = f"Cột “{quote(heading)}” trùng vai trò với cột khác, nội dung được giữ ở phần khác; hãy xem lại."
        yield finding("warning", "column-role-repeated", message, pages=table.pages[:1])


def _joins(table: Table) -> Iterator[Finding]:
    for join in table.joins:
        if join.confidence < SURE_JOIN:
            message = "Hai phần bảng ở hai trang được nối với nhau nhưng chưa chắc là một bảng; hãy đối chiếu."
            yield finding("warning", "table-join-uncertain", message, pages=join.pages)


def _unread(table: Table, reading: TableReading) -> Iterator[Finding]:
    for number in reading.unread_numbers:
        message = f"Không đọc được số thứ tự “{quote(number)}”; hãy đối chiếu với bản gốc."
        yield finding("warning", "number-unread-in-row", message, pages=table.pages)
    for row in reading.asides:
        text = " ".join(dict.fromkeys(cell_text(cell) for cell in row.cells if cell_text(cell)))
        message = f"Dòng “{text}” là dòng tổng hoặc ghi chú, không phải nhiệm vụ; không cần làm gì."
        yield finding("info", "row-aside", message, pages=row.pages)
    if reading.marks:
        marks = ", ".join(dict.fromkeys(reading.marks))
        message = f"Trong bảng có dấu chú thích {marks} không nằm trong nội dung nhiệm vụ; xem chú thích cuối trang."
        yield finding("info", "note-marks", message, pages=table.pages)


def _sequence(reading: TableReading) -> Iterator[Finding]:
    for step in missteps(reading.placed):
        if step.before is None:
            message = f"Số thứ tự đầu tiên là {step.label.text}; hãy kiểm tra xem có thiếu dòng phía trên."
        else:
            word = "lặp lại" if step.repeated else "không liền sau"
            message = (
                f"Số thứ tự {step.label.text} {word} số {step.before.text}; hãy kiểm tra xem có thiếu hoặc lặp dòng."
            )
        pages = reading.placed[step.place].reading.row.pages
        yield finding("warning", "number-out-of-step", message, pages=pages)
