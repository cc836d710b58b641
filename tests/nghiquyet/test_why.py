"""``nghiquyet why``: the decisions about what was asked for, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nghiquyet.cli import main
from nghiquyet.meaning import Meaning
from nghiquyet.pipeline import extract_meaning
from tests.sample import SAMPLE


@pytest.fixture(scope="module")
def read() -> Meaning:
    return extract_meaning(SAMPLE)


@pytest.fixture
def why(monkeypatch: pytest.MonkeyPatch, read: Meaning) -> Result:
    """Asks about the sample, which is read once."""
    monkeypatch.setattr("nghiquyet.why.read_meaning", lambda *_: read)
    return lambda asked: CliRunner().invoke(main, ["why", str(SAMPLE), asked], prog_name="nghiquyet")  # type: ignore[return-value]


def test_a_field_tells_its_column_its_choice_and_its_place(why) -> None:  # type: ignore[no-untyped-def]
    told = why("I.2.lead").stdout
    assert told.splitlines()[0].startswith("Nhiệm vụ I.2 “Chuyển đổi 35%")
    assert "ở: trang 6, [545,6;" in told
    assert "Vai trò của cột: chủ trì" in told
    assert "Cơ quan: hai-phong/ubnd, độ tin cậy 1" in told
    assert "Sở Xây dựng" not in told  # another field's


def test_a_record_tells_its_row_and_all_its_fields(why) -> None:  # type: ignore[no-untyped-def]
    told = why("task:I.5").stdout
    assert "Loại dòng: nhiệm vụ" in told
    assert "Nối dòng qua trang: nối" in told
    assert "thời hạn – Thời hạn: đến " in told
    assert "Mục I.5" not in told


def test_what_is_under_review_says_so(why) -> None:  # type: ignore[no-untyped-def]
    assert "cần xem lại: Chưa chắc" in why("II.1.advising").stdout
    assert "cần xem lại" not in why("II.1.lead").stdout


def test_pages_tables_sections_groups_and_targets_can_be_asked_about(why) -> None:  # type: ignore[no-untyped-def]
    for asked, says in (
        ("page:8", "Cách đọc trang: trang in"),
        ("table:1", "Số dòng tiêu đề của bảng: 1"),
        ("table:1.column 2", "Vai trò của cột: tên nhiệm vụ"),
        ("section:II.1", "Số của mục: 1 (số Ả Rập)"),
        ("group:III", "Loại dòng: nhóm"),
        ("II.1.1.a.deadline", "Thời hạn: đến 31/12/2030"),
    ):
        result = why(asked)
        assert (result.exit_code, says in result.stdout) == (0, True), result.output


def test_a_field_that_nothing_was_decided_about_says_so(why) -> None:  # type: ignore[no-untyped-def]
    assert "không có lựa chọn nào được ghi lại" in why("II.1.1.a.statement").stdout


@pytest.mark.parametrize(("asked", "offered"), [("I.2.laed", "I.2.lead"), ("II.99", "II."), ("page:99", "page:9")])
def test_what_is_not_there_is_refused_with_the_nearest(why, asked: str, offered: str) -> None:  # type: ignore[no-untyped-def]
    result = why(asked)
    assert (result.exit_code, result.stdout) == (2, "")
    assert offered in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_what_is_like_nothing_is_refused_with_where_to_look(why) -> None:  # type: ignore[no-untyped-def]
    assert "nghiquyet extract" in why("?!").stderr


def test_an_earlier_result_has_no_reasons(tmp_path: Path) -> None:
    (tmp_path / "resolution.json").write_text("{}")
    result = CliRunner().invoke(main, ["why", str(tmp_path), "I.1"])
    assert result.exit_code == 2
    assert "văn bản" in result.stderr


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["why", str(tmp_path / "none.pdf"), "I.1"])
    assert (result.exit_code, result.stdout) == (4, "")
