from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nghiquyet.cli import main
from nghiquyet.output.files.resolution_json import resolution_to_json
from tests.output import build


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["corrections", "new", *map(str, arguments)], prog_name="nghiquyet")


@pytest.fixture
def result_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "resolution.json"
    path.write_text(resolution_to_json(build.resolution()), encoding="utf-8")
    return path


def test_a_result_s_stub_is_written_here_and_never_over_another(result_file: Path, tmp_path: Path) -> None:
    first = run(result_file)
    assert (first.exit_code, first.stdout.splitlines()[-1].endswith("→ corrections.yaml")) == (0, True)
    (tmp_path / "corrections.yaml").write_text("mine")
    second = run(result_file)
    assert second.exit_code == 2
    assert "--out" in second.stderr
    assert (tmp_path / "corrections.yaml").read_text() == "mine"


def test_it_goes_where_it_is_told_and_to_standard_output_for_a_dash(result_file: Path, tmp_path: Path) -> None:
    assert run(result_file, "--out", tmp_path / "own.yaml").exit_code == 0
    assert run(result_file, "--out", "-").stdout == (tmp_path / "own.yaml").read_text(encoding="utf-8")
    assert not (tmp_path / "corrections.yaml").exists()


def test_what_cannot_be_written_or_read_is_refused_in_a_sentence(result_file: Path, tmp_path: Path) -> None:
    for arguments, status in (
        ((result_file, "--out", tmp_path / "none" / "x.yaml"), 2),
        ((tmp_path / "none.json",), 4),
        ((tmp_path / "none.pdf",), 4),
    ):
        result = run(*arguments)
        assert (result.exit_code, len(result.stderr.splitlines())) == (status, 1), result.stderr
