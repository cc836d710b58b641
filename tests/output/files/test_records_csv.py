from __future__ import annotations

import csv
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.normalize.model import Resolution
from nghiquyet.output.files.csv_columns import TARGET_COLUMNS, TASK_COLUMNS
from nghiquyet.output.files.records_csv import guarded, records_to_csv
from tests.output import build


def rows(resolution: Resolution) -> list[dict[str, str]]:
    content = records_to_csv(resolution, TASK_COLUMNS, resolution.tasks)
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_bytes_begin_with_the_mark_that_spreadsheets_need_and_lines_end_by_rfc_4180() -> None:
    resolution = build.resolution()
    content = records_to_csv(resolution, TASK_COLUMNS, resolution.tasks)
    assert content.startswith(b"\xef\xbb\xbffile,document_number,issued_on,id,")
    assert content.count(b"\r\n") == 3


@pytest.mark.parametrize("columns", [TASK_COLUMNS, TARGET_COLUMNS])
def test_headers_are_snake_case_and_unique(columns: tuple[object, ...]) -> None:
    names = [getattr(column, "name", "") for column in columns]
    assert names[:3] == ["file", "document_number", "issued_on"]
    assert len(set(names)) == len(names)
    assert all(name == name.lower() and name.replace("_", "").isalpha() for name in names)


def test_a_task_as_a_row() -> None:
    two = (build.assignment(), build.assignment("UBND xã", agency=None, name=None, judgement="unknown"))
    one = build.task(coordinating=two, markers={"Ưu tiên": True, "Thường xuyên": False}, extra={"Kinh phí": "5 tỷ"})
    row = rows(build.resolution(tasks=(one,)))[0]
    assert row["document_number"] == "10-CTr/ĐU"
    assert row["issued_on"] == ""
    assert row["group_title"] == "Giao thông xanh"
    assert row["deadline_text"] == "Tháng 12/2027"
    assert row["deadline_end"] == "2027-12-31"
    assert row["deadline_open_ended"] == "false"
    assert row["coordinating"] == "Sở Xây dựng; UBND xã"
    assert row["coordinating_agency"] == "so-xay-dung; "
    assert row["coordinating_judgement"] == "matched; unknown"
    assert (row["markers"], row["markers_blank"]) == ("Ưu tiên", "Thường xuyên")
    assert row["extra"] == "Kinh phí: 5 tỷ"
    assert row["pages"] == "8"


def test_a_doubt_stands_in_the_row_of_its_record() -> None:
    clean, doubtful = rows(build.resolution())
    assert (clean["review_codes"], clean["review"]) == ("", "")
    assert doubtful["review_codes"] == "lead:agency-ambiguous"
    assert doubtful["review"].startswith("Tên này")


def test_no_records_still_give_the_header() -> None:
    assert rows(build.resolution(tasks=())) == []


def test_the_files_of_two_documents_can_be_stacked() -> None:
    frames = []
    for file in ("a.pdf", "b.pdf"):
        one = build.resolution()
        one = one.model_copy(update={"source": one.source.model_copy(update={"file": file})})
        frames.append(pd.read_csv(io.BytesIO(records_to_csv(one, TASK_COLUMNS, one.tasks))))
    stacked = pd.concat(frames, ignore_index=True)
    assert list(stacked["file"]) == ["a.pdf", "a.pdf", "b.pdf", "b.pdf"]
    assert stacked["deadline_open_ended"].dtype == bool


@pytest.mark.parametrize(
    "text",
    ["=1+1", "@SUM(A1)", "+1+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "-A1", '- HYPERLINK("http://x")', "\t=1"],
)
def test_what_a_spreadsheet_would_compute_is_shown_instead(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["- Sở Xây dựng", "+ Giai đoạn 1; - Báo cáo", "-5%", "43,5% = 1", "a@b", "Sở (mới)"])
def test_words_stay_as_they_are_printed(text: str) -> None:
    assert guarded(text) == text


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_comes_back_from_the_file(text: str) -> None:
    one = build.resolution(tasks=(build.task(title=text),))
    # a bare carriage return is read back by csv as it was written
    assert rows(one)[0]["title"].removeprefix("'") == text.removeprefix("'")
