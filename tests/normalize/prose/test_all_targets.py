"""Targets with the places and footnotes of their statements."""

import datetime as dt

from nghiquyet.extract.outline.model import Note
from nghiquyet.normalize.fields.jurisdiction import Jurisdiction
from nghiquyet.normalize.model import Period
from nghiquyet.normalize.prose.all_targets import TabledTargets, prose_to_targets, tables_to_targets
from nghiquyet.normalize.prose.targets import TargetContext
from tests.extract.builders import table
from tests.normalize.printed_prose import linker, passage, printed, prose

CONTEXT = TargetContext(
    Jurisdiction(province="Hải Phòng", as_of=dt.date(2026, 3, 1)),
    Period.model_validate({"from": 2026, "to": 2030}),
    dt.date(2026, 3, 1),
)
GOAL = "Phấn đấu đến năm 2030, 50% khu công nghiệp có hệ thống xử lý nước thải tập trung."


def test_a_target_stands_where_its_statement_does() -> None:
    (target,) = prose_to_targets(prose(printed("I", GOAL, title="Mục tiêu đến năm 2030")), CONTEXT).targets
    assert target.value == 50
    (box,) = target.where["statement"]
    assert box.page == 1
    assert box.bbox is not None
    assert box.bbox[2] > box.bbox[0]


def test_a_footnote_called_in_the_statement_is_the_targets() -> None:
    noted = passage(GOAL, 1, 120.0, None, Note(GOAL.index(" có hệ thống"), "Gồm 05 khu."))
    (target,) = prose_to_targets(prose(printed("I", noted, title="Mục tiêu")), CONTEXT).targets
    assert target.notes == ("Gồm 05 khu.",)


def test_prose_without_promises_gives_no_target() -> None:
    targets = prose_to_targets(prose(printed("I", "Tổ chức quán triệt Kế hoạch.", title="Yêu cầu")), CONTEXT).targets
    assert targets == ()


def test_an_indicator_tables_rows_are_lettered_on_behind_those_of_the_prose() -> None:
    indicators = table(
        [["1", "Tỷ lệ hộ nghèo giảm", "%", "2", "1"], ["2", "Tỷ lệ che phủ rừng", "%", "54", "55"]],
        headings=["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2026", "Kế hoạch năm 2030"],
    )
    sections = prose(printed("I", GOAL, passage("1\tTỷ lệ hộ nghèo giảm", 1, 140.0, 0), title="Mục tiêu"))
    found = prose_to_targets(prose(printed("I", GOAL, title="Mục tiêu")), CONTEXT).targets
    read = tables_to_targets({0: indicators}, sections, found, CONTEXT, linker())
    assert [t.id for t in read.targets] == ["I.b", "I.c"]
    assert all(t.origin == "table" and t.where["statement"] for t in read.targets)
    assert (read.kinds, read.rows) == ({0: "targets"}, {0: {0: ("I.b",), 1: ("I.c",)}})


def test_a_table_of_anything_else_gives_none() -> None:
    roster = table([["1", "Nguyễn Văn A", "Trưởng ban"]], headings=["TT", "Họ và tên", "Chức vụ"])
    assert tables_to_targets({0: roster}, prose(printed("I", GOAL)), [], CONTEXT, linker()) == TabledTargets()
