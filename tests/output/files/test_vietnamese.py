from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from nghiquyet.normalize.model import Deadline, FrontMatter, Target, Task, TaskGroup
from nghiquyet.output.files.vietnamese import FIELDS, address_in_vietnamese, deadline_text, number_text, quantity_text
from tests.output import build


@pytest.mark.parametrize(
    ("value", "text"),
    [(43.5, "43,5"), (12000.0, "12.000"), (0.125, "0,125"), (-3.0, "-3"), (None, ""), (1234567.25, "1.234.567,25")],
)
def test_numbers(value: float | None, text: str) -> None:
    assert number_text(value) == text


@pytest.mark.parametrize(
    ("deadline", "text"),
    [
        (Deadline(text="Tháng 12/2030", end=dt.date(2030, 12, 31), precision="month"), "31/12/2030"),
        (
            Deadline(start=dt.date(2026, 1, 1), end=dt.date(2030, 12, 31), precision="range", open_ended=True),
            "01/01/2026 – 31/12/2030, còn tiếp tục",
        ),
        (Deadline(text="Hằng năm", recurring="yearly"), "hằng năm"),
        (Deadline(text="18 tháng", precision="event"), ""),
        (Deadline(start=dt.date(2026, 3, 1), precision="range", open_ended=True), "từ 01/03/2026, còn tiếp tục"),
    ],
)
def test_deadlines(deadline: Deadline, text: str) -> None:
    assert deadline_text(deadline) == text


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "từ 43,5 % trở lên"),
        ({"comparator": "eq", "value": 100.0}, "100 %"),
        ({"comparator": "between", "value": 10.0, "value_max": 15.0}, "10 – 15 %"),
        ({"comparator": "top", "value": 5.0, "unit": "địa phương"}, "trong nhóm 5 địa phương đứng đầu"),
        ({"kind": "qualitative", "comparator": None, "value": None, "unit": None}, ""),
    ],
)
def test_quantities(changes: dict[str, Any], text: str) -> None:
    assert quantity_text(build.target(**changes)) == text


@pytest.mark.parametrize("model", [Task, Target, TaskGroup, FrontMatter])
def test_every_field_that_can_be_doubted_has_a_name(model: type[Task]) -> None:
    assert set(model.model_fields) - set(FIELDS) <= {"origin", "where", "review"}


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("paragraph 12", "đoạn 12"),
        ("table 2, row 5, cell 3", "bảng 2, dòng 5, ô 3"),
        ("text box 1", "khung chữ 1"),
        ("footnote 4", "chú thích cuối trang 4"),
        ("header rId7", "header rId7"),
    ],
)
def test_addresses(address: str, text: str) -> None:
    assert address_in_vietnamese(address) == text
