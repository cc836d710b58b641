"""Many files in one run: folders, statuses, and nothing half-written. The reading itself is stood in for."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

import nghiquyet.run
from nghiquyet.extract.errors import MissingSystemPart, UnreadableInput
from nghiquyet.normalize.model import Resolution
from nghiquyet.run import documents_of, extract_all, folders_of, summary_line
from tests.output import build
from tests.sample import ROOT, SAMPLE, SHORT

Reading = Callable[[Path], Resolution]


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Callable[[Reading], None]:
    """Puts a reading in the place of the pipeline."""

    def stand_in(reading: Reading) -> None:
        monkeypatch.setattr(
            nghiquyet.run, "extract_meaning", lambda path, *_: SimpleNamespace(resolution=reading(path))
        )

    return stand_in


def by_name(path: Path) -> Resolution:
    """What the file is called decides what becomes of it."""
    match path.stem:
        case "bad":
            raise UnreadableInput(f"Tệp {path.name} bị hỏng; hãy lấy lại tệp gốc rồi chạy lại.")
        case "part":
            raise MissingSystemPart("Thiếu bộ chữ tiếng Việt; hãy cài đặt rồi chạy lại.")
        case "fault":
            raise KeyError("x")
        case "deep":
            raise RecursionError
        case "doubtful":
            return build.resolution(findings=(build.finding("error"),))
    return build.resolution()


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir()) if folder.exists() else []


@pytest.mark.parametrize(
    ("files", "status", "folders"),
    [
        (["good"], 0, ["good"]),
        (["doubtful"], 3, ["doubtful"]),
        (["bad"], 4, []),
        (["part"], 5, []),
        (["bad", "good", "doubtful"], 4, ["doubtful", "good"]),
        (["good", "part", "bad"], 5, ["good"]),
        (["fault", "good"], 4, ["good"]),
        (["deep", "good"], 4, ["good"]),
    ],
)
def test_the_highest_status_is_returned_and_one_bad_file_stops_no_other(
    tmp_path: Path,
    reads: Callable[[Reading], None],
    files: list[str],
    status: int,
    folders: list[str],
) -> None:
    reads(by_name)
    out = tmp_path / "build"
    assert extract_all([tmp_path / f"{file}.pdf" for file in files], out, None) == status
    assert names(out) == folders


def test_a_line_a_person_can_use(
    tmp_path: Path, reads: Callable[[Reading], None], capsys: pytest.CaptureFixture[str]
) -> None:
    reads(by_name)
    extract_all([Path("good.pdf"), Path("bad.pdf"), Path("doubtful.pdf")], tmp_path, None)
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        f"2 nhiệm vụ, 1 chỉ tiêu, 1 chỗ cần xem lại → {tmp_path / 'good'}",
        f"2 nhiệm vụ, 1 chỉ tiêu, 2 chỗ cần xem lại → {tmp_path / 'doubtful'}",
    ]
    assert said.err.splitlines() == [
        "Tệp bad.pdf bị hỏng; hãy lấy lại tệp gốc rồi chạy lại.",
        "doubtful.pdf: Thiếu một dòng; hãy đối chiếu với bản gốc.",
    ]


def test_files_that_wait_for_a_part_are_told_in_one_line_at_the_end(
    tmp_path: Path, reads: Callable[[Reading], None], capsys: pytest.CaptureFixture[str]
) -> None:
    reads(by_name)
    files = [Path("a/part.pdf"), Path("bad.pdf"), Path("b/part.pdf"), Path("good.pdf")]
    assert extract_all(files, tmp_path, None) == 5
    said = capsys.readouterr()
    assert said.err.splitlines() == [
        "Tệp bad.pdf bị hỏng; hãy lấy lại tệp gốc rồi chạy lại.",
        "2 tệp còn chờ (part.pdf, part.pdf): Thiếu bộ chữ tiếng Việt; hãy cài đặt rồi chạy lại.",
    ]
    assert names(tmp_path) == ["good"]


# The pages are pictures, and no folder has language data: the lookup's own places are taken away.
WITHOUT_LANGUAGE_DATA = """
from nghiquyet.extract.ocr.engine import language_data
language_data.language_folder.__defaults__ = ({}, ())
from nghiquyet.cli import main
main()
"""


def test_without_language_data_scans_wait_and_the_others_are_read(tmp_path: Path) -> None:
    scan = SAMPLE.with_stem("10-CTr-DU-scan")
    command = [sys.executable, "-c", WITHOUT_LANGUAGE_DATA, "extract", str(scan), str(SHORT), "--out", str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert run.returncode == 5
    assert names(tmp_path) == [SHORT.stem]
    (line,) = run.stderr.splitlines()
    assert line.startswith("1 tệp còn chờ (10-CTr-DU-scan.pdf): ")
    assert line.endswith("sudo apt-get install tesseract-ocr-vie")


@pytest.mark.parametrize(("status", "succeeds"), [(0, True), (3, True), (5, True), (2, False), (4, False)])
def test_make_extract_succeeds_where_only_language_data_are_missing(
    tmp_path: Path, status: int, succeeds: bool
) -> None:
    (tmp_path / "bin").mkdir()
    for name, text in (("python", "exit 0"), ("nghiquyet", f"exit {status}")):
        (tmp_path / "bin" / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        (tmp_path / "bin" / name).chmod(0o755)
    (tmp_path / "installed-runtime").touch()
    command = ["make", "extract", f"VENV={tmp_path}", f"OUT={tmp_path}"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode == 0) == succeeds, run.stderr


def test_no_two_samples_share_a_folder() -> None:
    folders = folders_of(documents_of(SAMPLE.parent), Path("build"))
    assert {file.stem for file in folders} == {folder.name for folder in folders.values()}


def test_a_fault_of_the_program_is_one_sentence_unless_asked_for(
    tmp_path: Path,
    reads: Callable[[Reading], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reads(by_name)
    extract_all([Path("fault.pdf")], tmp_path, None)
    assert len(capsys.readouterr().err.splitlines()) == 1
    monkeypatch.setenv("NGHIQUYET_DEBUG", "1")
    extract_all([Path("fault.pdf")], tmp_path, None)
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("blocked", ["file", "file/below", "mine"])
def test_a_place_that_cannot_be_written_is_refused_in_a_sentence(
    tmp_path: Path, reads: Callable[[Reading], None], capsys: pytest.CaptureFixture[str], blocked: str
) -> None:
    reads(by_name)
    (tmp_path / "file").write_text("x")
    (tmp_path / "mine" / "good").mkdir(parents=True)
    (tmp_path / "mine" / "good" / "thesis.doc").write_text("x")
    assert extract_all([Path("good.pdf")], tmp_path / blocked, None) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "hãy chọn thư mục khác bằng --out" in line
    assert names(tmp_path) == ["file", "mine"]


@pytest.mark.parametrize("content", [None, "{", "- 5", "name: Sở", "- name: Sở\n  alias: [x]", "\udcff"])
def test_an_alias_file_that_cannot_be_used_is_said_once_and_nothing_is_read(
    tmp_path: Path, reads: Callable[[Reading], None], capsys: pytest.CaptureFixture[str], content: str | None
) -> None:
    reads(by_name)
    aliases = tmp_path / "own.yaml"
    if content is not None:
        aliases.write_text(content, encoding="utf-8", errors="surrogateescape")
    assert extract_all([Path("a.pdf"), Path("b.pdf")], tmp_path / "out", aliases) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert "out" not in names(tmp_path)


def test_folders_are_named_by_stem_by_full_name_where_shared_and_never_twice() -> None:
    files = [Path("a/x.pdf"), Path("b/x.docx"), Path("y.pdf"), Path("a/Y.z.pdf"), Path("c/x.pdf"), Path("./y.pdf")]
    assert {str(file): str(folder) for file, folder in folders_of(files, Path("out")).items()} == {
        "a/x.pdf": "out/x.pdf",
        "b/x.docx": "out/x.docx",
        "y.pdf": "out/y",
        "a/Y.z.pdf": "out/Y.z",
        "c/x.pdf": "out/x.pdf-2",
    }


def test_stems_that_differ_only_in_case_are_shared_too() -> None:
    folders = folders_of([Path("a/X.pdf"), Path("b/x.PDF")], Path("out"))
    assert len({str(folder).casefold() for folder in folders.values()}) == 2


def test_a_folder_stands_for_the_documents_right_inside_it(tmp_path: Path) -> None:
    for name in ("b.pdf", "A.PDF", "README.md", ".hidden"):
        (tmp_path / name).write_text("x")
    (tmp_path / "sub.pdf").mkdir()
    assert [path.name for path in documents_of(tmp_path)] == ["A.PDF", "b.pdf"]


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="không có tệp PDF, Word"):
        documents_of(tmp_path)


def test_the_line_counts_places_not_entries() -> None:
    twice = build.task(review=(build.review(), build.review(code="agency-unknown")))
    line = summary_line(build.resolution(tasks=(twice,)), Path("build/a"))
    assert line == "1 nhiệm vụ, 1 chỉ tiêu, 1 chỗ cần xem lại → build/a"
