from __future__ import annotations

from pathlib import Path

import pytest

import nghiquyet.output.files.folder
from nghiquyet.output import FolderTaken, write_resolution
from tests.output import build

FILES = ["datapackage.json", "report.html", "resolution.json", "resolution.xlsx", "tables", "targets.csv", "tasks.csv"]


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_the_files_of_the_contract(tmp_path: Path) -> None:
    write_resolution(build.resolution(), tmp_path / "build" / "a")
    assert names(tmp_path / "build") == ["a"]
    assert names(tmp_path / "build" / "a") == FILES


def test_an_older_result_is_replaced_and_what_others_put_there_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    write_resolution(build.resolution(), folder)
    (folder / "ghi chú.txt").write_text("đã xem")
    (folder / "notes").mkdir()
    (folder / "notes" / "x").write_text("y")
    (folder / "tasks.csv").write_text("old")
    write_resolution(build.resolution(), folder)
    assert names(tmp_path) == ["a"]
    assert names(folder) == sorted([*FILES, "ghi chú.txt", "notes"])
    assert (folder / "notes" / "x").read_text() == "y"
    assert (folder / "tasks.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_an_older_results_tables_go_and_a_note_beside_them_stays(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    write_resolution(build.resolution(tables=(build.table(), build.table("T2"))), folder)
    assert names(folder / "tables") == ["T1.csv", "T2.csv"]
    (folder / "tables" / "đã xem.txt").write_text("x")
    write_resolution(build.resolution(), folder)
    assert names(folder / "tables") == ["T1.csv", "đã xem.txt"]
    write_resolution(build.resolution(tables=()), folder)
    assert names(folder / "tables") == ["đã xem.txt"]


def test_a_file_of_the_tables_folders_name_stays_where_others_put_it(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    write_resolution(build.resolution(tables=()), folder)
    (folder / "notes").mkdir()
    (folder / "notes" / "tables").write_text("x")
    write_resolution(build.resolution(tables=()), folder)
    assert (folder / "notes" / "tables").read_text() == "x"
    (folder / "tables").write_text("y")
    write_resolution(build.resolution(tables=()), folder)
    assert (folder / "tables").read_text() == "y"


@pytest.mark.parametrize("fails_at", ["resolution_to_workbook", "resolution_to_json"])
def test_a_result_that_cannot_be_made_leaves_the_older_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: str
) -> None:
    folder = tmp_path / "a"
    write_resolution(build.resolution(), folder)
    before = (folder / "resolution.json").read_bytes()

    def fail(*_: object) -> bytes:
        raise ValueError("no")

    monkeypatch.setattr(nghiquyet.output.files.folder, fails_at, fail)
    with pytest.raises(ValueError, match="no"):
        write_resolution(build.resolution(tasks=()), folder)
    assert names(tmp_path) == ["a"]
    assert (folder / "resolution.json").read_bytes() == before


@pytest.mark.parametrize("stop", [OSError("disk full"), KeyboardInterrupt()])
def test_a_stop_while_writing_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException
) -> None:
    written: list[Path] = []

    def write_bytes(path: Path, content: bytes) -> int:
        if len(written) == 2:
            raise stop
        written.append(path)
        with path.open("wb") as file:
            return file.write(content)

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    with pytest.raises(type(stop)):
        write_resolution(build.resolution(), tmp_path / "a")
    assert names(tmp_path) == []


def test_a_swap_that_fails_puts_the_older_result_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "a"
    write_resolution(build.resolution(), folder)
    rename = Path.rename

    def sometimes(path: Path, target: Path) -> Path:
        if path.name.endswith(".new"):
            raise OSError("gone")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", sometimes)
    with pytest.raises(OSError, match="gone"):
        write_resolution(build.resolution(), folder)
    assert names(tmp_path) == ["a"]
    assert names(folder) == FILES


def test_a_folder_that_is_no_result_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.doc").write_text("x")
    (tmp_path / "file").write_text("x")
    for name in ("mine", "file"):
        with pytest.raises(FolderTaken):
            write_resolution(build.resolution(), tmp_path / name)
    assert names(tmp_path) == ["file", "mine"]


def test_an_empty_folder_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    write_resolution(build.resolution(), tmp_path / "a")
    assert names(tmp_path / "a") == FILES
