"""``git diff`` of two results reads as records; tried with git itself."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from nghiquyet.cli import main
from nghiquyet.normalize.model import Resolution
from nghiquyet.output.files.resolution_json import resolution_to_json
from tests.output import build
from tests.sample import ROOT


def git(folder: Path, *arguments: str) -> str:
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    identity = {f"GIT_{who}_{what}": "a@b.vn" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**os.environ, **identity, "PATH": path, "GIT_CONFIG_GLOBAL": os.devnull, "HOME": str(folder)}
    result = subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return result.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository set up as docs/comparing.md says, with one result committed."""
    git(tmp_path, "init", "-q")
    (commands,) = re.findall(
        r"^```sh\n(echo .*?)^```$", (ROOT / "docs" / "comparing.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    subprocess.run(commands, shell=True, cwd=tmp_path, check=True)
    keep(tmp_path, build.resolution())
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    return tmp_path


def keep(folder: Path, resolution: Resolution) -> None:
    (folder / "a").mkdir(exist_ok=True)
    (folder / "a" / "resolution.json").write_text(resolution_to_json(resolution), encoding="utf-8")


def changed_lines(diff: str) -> list[str]:
    return [line for line in diff.splitlines() if re.match(r"[+-](?![+-])|@@", line)]


def test_git_diff_shows_the_field_that_changed_under_its_record(repository: Path) -> None:
    tasks = (build.task(lead=()), build.resolution().tasks[1])
    keep(repository, build.resolution(tasks=tasks))
    head, *lines = changed_lines(git(repository, "diff"))
    assert lines == ["-  cơ quan chủ trì: Sở Xây dựng"]
    assert head.endswith("@@ nhiệm vụ I.1") or "nhiệm vụ I.1" in git(repository, "diff")


def test_places_and_doubts_are_no_difference(repository: Path) -> None:
    tasks = tuple(task.model_copy(update={"where": {}, "review": ()}) for task in build.resolution().tasks)
    keep(repository, build.resolution(tasks=tasks, findings=(build.finding(),)))
    assert changed_lines(git(repository, "diff")) == []


def test_a_broken_file_is_shown_as_it_is(repository: Path) -> None:
    (repository / "a" / "resolution.json").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    assert "+<<<<<<< HEAD" in git(repository, "diff")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["git-textconv", str(tmp_path / "none.json")])
    assert (result.exit_code, len(result.stderr.splitlines())) == (4, 1)
