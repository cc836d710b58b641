from __future__ import annotations

import datetime as dt
import io
import zipfile

import openpyxl
from openpyxl.workbook import Workbook

from nghiquyet.normalize.model import Deadline, Resolution
from nghiquyet.output.files.workbook import CELL_LIMIT, LINE_HEIGHT, resolution_to_workbook
from tests.output import build


def book(resolution: Resolution) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(resolution_to_workbook(resolution)))


def column(resolution: Resolution, sheet: str, heading: str) -> list[object]:
    rows = list(book(resolution)[sheet].iter_rows(values_only=True))
    index = rows[0].index(heading)
    return [row[index] for row in rows[1:]]


def test_a_sheet_for_each_list_and_each_table() -> None:
    names = ["Nhiệm vụ", "Chỉ tiêu", "Theo cơ quan", "Cần xem lại", "Bảng T1"]
    assert book(build.resolution()).sheetnames == names
    assert column(build.resolution(), "Bảng T1", "Loại dòng") == ["nhóm", "dòng", "dòng", "tổng cộng"]


def test_tasks_with_their_markers_and_dates() -> None:
    one = build.task(markers={"Ưu tiên": True, "Khác": False}, extra={"Kinh phí": "5 tỷ"})
    resolution = build.resolution(tasks=(one,))
    assert column(resolution, "Nhiệm vụ", "Nhóm") == ["I. Giao thông xanh"]
    assert column(resolution, "Nhiệm vụ", "Ưu tiên") == ["x"]
    assert column(resolution, "Nhiệm vụ", "Khác") == [None]
    assert column(resolution, "Nhiệm vụ", "Kinh phí") == ["5 tỷ"]
    assert column(resolution, "Nhiệm vụ", "Hạn cuối") == [dt.datetime(2027, 12, 31)]
    assert column(resolution, "Nhiệm vụ", "Chủ trì") == ["Sở Xây dựng"]


def test_only_the_doubtful_cell_is_coloured() -> None:
    sheet = book(build.resolution())["Nhiệm vụ"]
    headings = [cell.value for cell in sheet[1]]
    lead, title = headings.index("Chủ trì"), headings.index("Nhiệm vụ")
    assert sheet[3][lead].fill.fgColor.rgb == "FFFFE699"
    assert sheet[3][title].fill.fill_type is None
    assert sheet[2][lead].fill.fill_type is None


def test_an_agency_has_a_row_for_each_of_its_parts() -> None:
    one = build.task(coordinating=(build.assignment(),))
    assert column(build.resolution(tasks=(one,)), "Theo cơ quan", "Vai trò") == ["Chủ trì", "Phối hợp"]


def test_doubts_are_listed_the_gravest_first() -> None:
    resolution = build.resolution(findings=(build.finding("info"), build.finding("error", "/tasks/0/title")))
    assert column(resolution, "Cần xem lại", "Mức độ") == ["Lỗi", "Cần xem lại", "Thông tin"]
    assert column(resolution, "Cần xem lại", "Ở đâu")[0] == "Nhiệm vụ I.1, tên"


def test_no_text_becomes_a_formula_or_a_link() -> None:
    texts = ["=1+1", "http://example.com/", "-A1", "12", "\x07chuông"]
    resolution = build.resolution(tasks=tuple(build.task(f"I.{n}", title=text) for n, text in enumerate(texts)))
    sheet = book(resolution)["Nhiệm vụ"]
    titles = [row[3] for row in sheet.iter_rows(min_row=2)]
    assert [cell.data_type for cell in titles] == ["s"] * len(texts)
    assert [cell.value for cell in titles[:4]] == texts[:4]
    assert all(cell.hyperlink is None for cell in titles)


def test_a_text_too_long_for_a_cell_says_where_the_rest_is() -> None:
    value = column(build.resolution(tasks=(build.task(title="a" * 40_000),)), "Nhiệm vụ", "Nhiệm vụ")[0]
    assert isinstance(value, str)
    assert len(value) == CELL_LIMIT
    assert value.endswith("(xem tiếp trong resolution.json)")


def test_a_date_before_excels_calendar_is_text() -> None:
    old = build.task(deadline=Deadline(text="1890", end=dt.date(1890, 1, 1), precision="day"))
    assert column(build.resolution(tasks=(old,)), "Nhiệm vụ", "Hạn cuối") == ["1890-01-01"]


def test_a_row_is_as_tall_as_its_longest_text() -> None:
    resolution = build.resolution(tasks=(build.task(title="Lập quy hoạch " * 20), build.task("I.2")))
    sheet = book(resolution)["Nhiệm vụ"]
    assert (sheet.row_dimensions[2].height or 0) > 4 * LINE_HEIGHT
    assert sheet.row_dimensions[3].height is None  # one line, Excel's own height


def test_the_bytes_know_no_clock() -> None:
    content = resolution_to_workbook(build.resolution())
    assert content == resolution_to_workbook(build.resolution())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
