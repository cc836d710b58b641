from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.normalize.model import Agency, Baseline
from nghiquyet.output.files.csv_columns import TARGET_COLUMNS, TASK_COLUMNS, CsvColumn
from nghiquyet.output.files.data_frames import DTYPES, Part, frame_to_csv, parts_by_agency, records_to_frame
from nghiquyet.output.files.records_csv import records_to_csv
from nghiquyet.output.files.vietnamese import ROLES
from tests.output import build


def written(column_type: Any, *values: Any) -> list[str]:
    """The cells of a column that holds ``values``; a second column keeps the writer from quoting an empty line."""
    columns: tuple[CsvColumn[Any], ...] = (
        CsvColumn("a", column_type, "", lambda _, value: value),
        CsvColumn("b", "string", "", lambda _, value: "."),
    )
    frame = records_to_frame(build.resolution(), columns, values)
    assert str(frame["a"].dtype) in {DTYPES[column_type], "string"}
    lines = frame_to_csv(frame, lambda text: text).decode("utf-8-sig").split("\r\n")
    return [line.removesuffix(",.") for line in lines[1:-1]]


@pytest.mark.parametrize(
    ("column_type", "values", "cells"),
    [
        ("integer", (2020, None, 2021), ["2020", "", "2021"]),
        ("integer", (None,), [""]),
        ("number", (100.0, None, 43.5, 1e16, -0.0), ["100.0", "", "43.5", "1e+16", "-0.0"]),
        ("boolean", (True, None, False), ["true", "", "false"]),
        ("string", ("nan", None, "NA", "None", "01", "1.0", ""), ["nan", "", "NA", "None", "01", "1.0", ""]),
        ("date", (dt.date(2026, 1, 9), None, dt.date(1, 1, 1)), ["2026-01-09", "", "0001-01-01"]),
        ("date", (dt.date(9999, 12, 31),), ["9999-12-31"]),
        ("date", (None, None), ["", ""]),
    ],
)
def test_values_are_written_by_their_columns_type(
    column_type: str, values: tuple[object, ...], cells: list[str]
) -> None:
    assert written(column_type, *values) == cells


@given(st.lists(st.none() | st.dates()))
def test_any_day_is_written_as_iso_writes_it(days: list[dt.date | None]) -> None:
    assert written("date", *days) == [day.isoformat() if day else "" for day in days]


@given(st.lists(st.none() | st.floats(allow_nan=False)))
def test_any_number_is_written_as_python_writes_it(numbers: list[float | None]) -> None:
    assert written("number", *numbers) == ["" if number is None else str(number) for number in numbers]


@pytest.mark.parametrize("columns", [TASK_COLUMNS, TARGET_COLUMNS])
def test_no_records_give_a_frame_of_the_same_types(columns: tuple[CsvColumn[Any], ...]) -> None:
    frame = records_to_frame(build.resolution(), columns, ())
    assert len(frame) == 0
    assert [str(frame[c.name].dtype).partition("[")[0] for c in columns] == [
        DTYPES[c.type].partition("[")[0] for c in columns
    ]
    assert frame_to_csv(frame, str).count(b"\r\n") == 1


def test_the_rows_of_a_known_document_stay() -> None:
    targets = (
        build.target(baseline=Baseline(year=2020, text="so với năm 2020")),
        build.target("II.1.b", statement="=1", value=None, unit=None, comparator=None, kind="qualitative"),
    )
    resolution = build.resolution(targets=targets)
    rows = records_to_csv(resolution, TARGET_COLUMNS, targets).decode("utf-8-sig").split("\r\n")
    assert rows[1:] == [
        '10-CTr-DU.pdf,10-CTr/ĐU,,II.1.a,II.1,quantitative,"giảm ít nhất 43,5% phát thải so với năm 2020",'
        "giảm phát thải,ge,43.5,,%,2020,so với năm 2020,,,,none,false,,,committed,,,,,,,,,,,,body,,,,",
        "10-CTr-DU.pdf,10-CTr/ĐU,,II.1.b,II.1,qualitative,'=1,giảm phát thải,,,,,,,,,,none,false,,,committed,"
        ",,,,,,,,,,,body,,,,",
        "",
    ]
    row = records_to_csv(resolution, TASK_COLUMNS, resolution.tasks).decode("utf-8-sig").split("\r\n")[1]
    assert row == (
        "10-CTr-DU.pdf,10-CTr/ĐU,,I.1,appendix,I,Giao thông xanh,1,,Lập quy hoạch mạng lưới trạm sạc,,,,"
        "Tháng 12/2027,,2027-12-31,month,false,,Sở Xây dựng,Sở Xây dựng,so-xay-dung,,matched,"
        ",,,,,,,,,,,,,,,,,8,,"
    )


def parts(*tasks: Any, agencies: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    listed = tuple(Agency(id=name, name=name, kind="department") for name in agencies)
    resolution = build.resolution(tasks=tasks, agencies=listed)
    return [
        (part.assignment.name or part.assignment.text, tasks[part.task].id, part.role)
        for part in parts_by_agency(resolution, list(ROLES))
    ]


def named(name: str) -> Any:
    return build.assignment(name, agency=name, name=name)


def unnamed(text: str) -> Any:
    return build.assignment(text, agency=None, name=None, judgement="unknown")


def test_the_parts_of_an_agency_stand_together_in_the_order_of_the_documents_own_list() -> None:
    first = build.task("1", lead=(named("B"), named("A")), coordinating=(named("A"),))
    second = build.task("2", lead=(named("A"),), monitoring=(named("B"),))
    assert parts(first, second, agencies=("B", "A")) == [
        ("B", "1", "lead"),
        ("B", "2", "monitoring"),
        ("A", "1", "lead"),
        ("A", "1", "coordinating"),
        ("A", "2", "lead"),
    ]


def test_those_that_are_no_agency_of_the_list_come_last_by_their_words() -> None:
    one = build.task("1", lead=(unnamed("Theo phân công"), named("A"), unnamed("Các đơn vị")))
    assert [name for name, _, _ in parts(one, agencies=("A",))] == ["A", "Các đơn vị", "Theo phân công"]


def test_a_part_keeps_the_assignment_that_was_read() -> None:
    one = build.task("1", lead=(), advising=(build.assignment(scope="phần đường bộ"),))
    assert parts_by_agency(build.resolution(tasks=(one,)), list(ROLES)) == (Part(0, "advising", one.advising[0]),)


@pytest.mark.parametrize("tasks", [(), (build.task(lead=()),)])
def test_no_agencies_give_no_parts(tasks: tuple[Any, ...]) -> None:
    assert parts(*tasks) == []
