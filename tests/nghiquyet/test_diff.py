"""From the command line to the folder: what is written, said and returned; comparing has tests of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from nghiquyet.cli import main
from nghiquyet.normalize.model import Resolution
from nghiquyet.output.changes import changeset_schema
from nghiquyet.output.files.resolution_json import resolution_to_json
from tests.output import build
from tests.sample import ROOT


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["diff", *map(str, arguments)], prog_name="nghiquyet")


def kept(resolution: Resolution, path: Path) -> Path:
    path.write_text(resolution_to_json(resolution), encoding="utf-8")
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return kept(build.resolution(), tmp_path / "old.json")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """The value is lower, a lead is gone, and a comma has come into a title."""
    tasks = (
        build.task(lead=()),
        build.task("I.2", title="Thay xe buýt,", review=(build.review(),)),
    )
    source = build.resolution().source.model_copy(update={"file": "ban-2.pdf", "sha256": "cd" * 32})
    changed = build.resolution(source=source, tasks=tasks, targets=(build.target(value=40.0),))
    return kept(changed, tmp_path / "new.json")


def test_it_writes_three_files_and_says_what_changed(old: Path, new: Path, tmp_path: Path) -> None:
    result = run(old, new, "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["changes.html", "changes.json", "changes.md"]
    changes = json.loads((tmp_path / "out" / "changes.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(changeset_schema()).validate(changes)
    lines = result.stdout.splitlines()
    assert lines[0].startswith("Chỉ tiêu II.1.a: giá trị")
    assert "cơ quan chủ trì" in lines[1]
    summary = changes["summary"]
    assert lines[-1].startswith(f"{summary['substance']} thay đổi nội dung, {summary['wording']} thay đổi cách viết")
    assert lines[-1].endswith(f"→ {tmp_path / 'out'}")


@pytest.mark.parametrize(("flag", "status"), [((), 0), (("--exit-code",), 1)])
def test_the_exit_status_tells_of_substance_when_asked(
    old: Path, new: Path, tmp_path: Path, flag: tuple[str, ...], status: int
) -> None:
    assert run(old, new, "--out", tmp_path / "out", *flag).exit_code == status


def test_wording_alone_is_no_substance(old: Path, tmp_path: Path) -> None:
    tasks = (build.task(title="Lập quy hoạch, mạng lưới trạm sạc"), build.resolution().tasks[1])
    other = kept(build.resolution(tasks=tasks), tmp_path / "new.json")
    result = run(old, other, "--out", tmp_path / "out", "--exit-code")
    assert (result.exit_code, result.stdout.count("\n")) == (0, 1)


def test_errors_of_either_side_end_with_3_and_are_said(old: Path, tmp_path: Path) -> None:
    other = kept(build.resolution(findings=(build.finding("error"),)), tmp_path / "new.json")
    for flag in ((), ("--exit-code",)):
        result = run(old, other, "--out", tmp_path / "out", *flag)
        assert result.exit_code == 3
        assert result.stderr == "10-CTr-DU.pdf: Thiếu một dòng; hãy đối chiếu với bản gốc.\n"


def test_a_folder_with_a_result_stands_for_it(old: Path, new: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    shutil.copy(old, tmp_path / "folder" / "resolution.json")
    assert run(tmp_path / "folder", new, "--out", tmp_path / "out").exit_code == 0


def test_the_same_again_gives_the_same_bytes_and_replaces_the_older(old: Path, new: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(old, new, "--out", out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    (out / "note.txt").write_text("mine")
    assert run(old, new, "--out", out).exit_code == 0
    assert {path.name: path.read_bytes() for path in out.iterdir()} == {**before, "note.txt": b"mine"}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{", "không phải một resolution.json"),
        ("[]", "không phải một resolution.json"),
        ("[" * 100_000, "không phải một resolution.json"),
        ('{"schema_version": 1}', "không phải một resolution.json"),
        ('{"schema_version": "2.0"}', "phiên bản 2.0"),
        ('{"schema_version": "1.0"}', "không đúng dạng"),
        ('{"schema_version": "1.1"}', "không đúng dạng"),
        (None, "không có ở đó"),
    ],
)
def test_what_is_no_result_of_this_version_is_refused_with_4(
    old: Path, tmp_path: Path, content: str | None, says: str
) -> None:
    other = tmp_path / "new.json"
    if content is not None:
        other.write_text(content, encoding="utf-8")
    result = run(old, other, "--out", tmp_path / "out")
    assert result.exit_code == 4
    assert says in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_document_that_cannot_be_read_is_refused_too(old: Path, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"no pdf")
    result = run(old, tmp_path / "a.pdf", "--out", tmp_path / "out")
    assert (result.exit_code, len(result.stderr.splitlines())) == (4, 1)


@pytest.mark.parametrize("pairs", [None, "pin: 5", "pin: [{previous: IX.9, current: IX.8}]"])
def test_pairs_that_cannot_be_used_are_wrong_usage(old: Path, new: Path, tmp_path: Path, pairs: str | None) -> None:
    if pairs is not None:
        (tmp_path / "pairs.yaml").write_text(pairs, encoding="utf-8")
    result = run(old, new, "--out", tmp_path / "out", "--pairs", tmp_path / "pairs.yaml")
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert not (tmp_path / "out").exists()


def test_a_folder_of_something_else_is_left_alone(old: Path, new: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.doc").write_text("x")
    result = run(old, new, "--out", out)
    assert result.exit_code == 2
    assert "--out" in result.stderr
    assert [path.name for path in out.iterdir()] == ["thesis.doc"]


def test_make_diff_needs_both_and_says_so(tmp_path: Path) -> None:
    for arguments in (["OLD=a.json"], []):
        command = ["make", "-s", "--no-print-directory", "-o", ".venv/installed-runtime", "diff", f"OUT={tmp_path}/o"]
        result = subprocess.run([*command, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
        assert result.returncode == 2
        assert "Câu lệnh chưa đúng" in result.stderr
