"""A reading is kept for whoever asks next, until the file or the source changes; a refusal is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from nghiquyet.extract.errors import UnreadableInput
from tests import read_once
from tests.read_once import FOLDER_VARIABLE, Reading

TEXT = "KẾ HOẠCH\n\nI. MỤC TIÊU\n\n1. Đến năm 2026, 95% hồ sơ được giải quyết đúng hạn.\n"
# Without the memory of this process, as another worker asks.
reading_of = read_once.reading_of.__wrapped__


@pytest.fixture
def reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read, not found among the readings kept in the test's own folder."""
    read: list[str] = []
    really = read_once._read

    def counted(path: Path) -> Reading:
        read.append(path.name)
        return really(path)

    monkeypatch.setattr(read_once, "_read", counted)
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "kept"))
    return read


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_second_who_asks_gets_what_the_first_one_read(reads: list[str], plan: Path) -> None:
    first, second = reading_of(plan), reading_of(plan)
    assert reads == ["plan.txt"]
    assert first == second
    assert first.document.file == "plan.txt"
    assert [section.label for section in first.resolution.sections if section.label] == ["I", "1"]


def test_a_changed_file_is_read_anew_and_so_is_one_of_another_name(reads: list[str], plan: Path) -> None:
    assert "95%" in reading_of(plan).document.lines[-1].text
    plan.write_text(TEXT.replace("95%", "96%"), encoding="utf-8")
    assert "96%" in reading_of(plan).document.lines[-1].text
    assert reading_of(plan.rename(plan.with_name("other.txt"))).document.file == "other.txt"
    assert reads == ["plan.txt", "plan.txt", "other.txt"]


def test_a_changed_source_reads_anew(reads: list[str], plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading_of(plan)
    monkeypatch.setattr(read_once, "source_hash", lambda: "another")
    reading_of(plan)
    assert reads == ["plan.txt", "plan.txt"]


def test_a_refusal_is_raised_each_time(reads: list[str], plan: Path) -> None:
    plan.write_text("", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(UnreadableInput):
            reading_of(plan)
    assert len(reads) == 2


def test_where_the_environment_says_ci_nothing_is_kept_beyond_the_run(
    reads: list[str], plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(FOLDER_VARIABLE)
    monkeypatch.setenv("CI", "1")
    reading_of(plan)
    reading_of(plan)
    assert len(reads) == 2


def test_the_source_is_all_that_a_reading_depends_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("extract/a.py", "extract/data/b.tsv", "requirements/runtime.txt", "extract/__pycache__/a.pyc"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("1")
    monkeypatch.setattr(read_once, "ROOT", tmp_path)
    monkeypatch.setattr(read_once, "__file__", str(tmp_path / "extract" / "a.py"))
    hashed = read_once.source_hash.__wrapped__
    before = hashed()
    (tmp_path / "extract" / "__pycache__" / "a.pyc").write_text("2")
    assert hashed() == before
    for name in ("extract/a.py", "extract/data/b.tsv", "requirements/runtime.txt"):
        (tmp_path / name).write_text("2")
        assert hashed() != before
        before = hashed()
