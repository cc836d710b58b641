"""What a row is that gave no record: by its words, its place, its number and its looks."""

from __future__ import annotations

import pytest

from nghiquyet.normalize.tables.data_rows import data_row_kind
from tests.extract.builders import table

HEADINGS = ["TT", "Tiêu chí", "Điểm", "Ghi chú"]
PLAIN = [["1", "Công khai", "10", "quý"], ["2", "Kiểm tra", "5", "năm"], ["3", "Khảo sát", "5", "năm"]]


def kind_of(row: list[str], *below: list[str]) -> str:
    return data_row_kind(table([*PLAIN, row, *below, *PLAIN], headings=HEADINGS), len(PLAIN))


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (["A. Hạ tầng", "<", "<", "<"], "group"),
        (["", "**Hạ tầng**", "", ""], "group"),
        (["", "HẠ TẦNG", "", ""], "group"),
        (["Hạ tầng", "", "", ""], "group"),
        (["", "- Dưới 50% thì điểm là 0.", "", ""], "record"),
        (["", "Trong đó: Trình độ cao đẳng", "", ""], "record"),
        (["4", "", "", ""], "record"),
        (["II", "", "", ""], "record"),
    ],
)
def test_a_row_of_one_text_is_a_group_by_its_place_or_looks(row: list[str], kind: str) -> None:
    assert kind_of(row) == kind


@pytest.mark.parametrize(
    ("row", "below", "kind"),
    [
        (["II", "Ủy ban nhân dân cấp xã", "", ""], ["1", "Xã A", "5", ""], "group"),
        (["4.", "Kiểm tra", "", ""], ["4.1.", "Số cuộc", "5", "năm"], "group"),
        (["4.", "Kiểm tra", "", ""], ["5.", "Khảo sát", "5", "năm"], "record"),
        (["II", "Ủy ban nhân dân", "12", ""], ["1", "Xã A", "5", ""], "record"),
    ],
)
def test_a_number_and_a_title_alone_are_a_group_over_rows_below(row: list[str], below: list[str], kind: str) -> None:
    assert kind_of(row, below) == kind


def test_in_a_form_of_blanks_no_number_and_title_head_others() -> None:
    rows = [[number, "Giường bệnh", "", ""] for number in ("I", "1", "2", "3")]
    assert data_row_kind(table(rows, headings=HEADINGS), 0) == "record"


def test_rows_of_one_merged_number_head_nothing() -> None:
    rows = [["1", "Công khai", "10", "quý"], ["^", "ĐỐI TƯỢNG KHÁC", "", ""], ["2", "Kiểm tra", "5", "năm"]]
    assert data_row_kind(table(rows, headings=HEADINGS), 1) == "record"


@pytest.mark.parametrize("text", ["TỔNG ĐIỂM", "Tổng cộng", "Tổng số điểm:"])
def test_sums_are_totals_at_the_ends_and_subtotals_between(text: str) -> None:
    made = table([*PLAIN, ["", text, "20", ""]], headings=HEADINGS)
    assert data_row_kind(made, len(PLAIN)) == "total"
    assert kind_of(["", text, "20", ""]) == "subtotal"
    assert kind_of(["", "Tổng điểm cầu", "20", ""]) == "record"


def test_a_remark_is_a_note_on_the_last_row_only() -> None:
    made = table([*PLAIN, ["Ghi chú: số liệu tạm tính", "<", "<", "<"]], headings=HEADINGS)
    assert data_row_kind(made, len(PLAIN)) == "note"
    assert kind_of(["Ghi chú: số liệu tạm tính", "<", "<", "<"]) == "group"
