from __future__ import annotations

import importlib.metadata
import json
import subprocess
import sys

import pytest
from click.testing import CliRunner, Result

from nghiquyet.cli import main
from nghiquyet.output import json_schema
from nghiquyet.output.changes import changeset_schema


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), prog_name="nghiquyet")


def test_version() -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout == f"nghiquyet {importlib.metadata.version('nghiquyet')}\n"


@pytest.mark.parametrize("arguments", [["schema"], ["schema", "resolution"]])
def test_schema_is_printed_as_json(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 0
    assert json.loads(result.stdout) == json_schema()


def test_the_schema_of_changes_is_printed_too() -> None:
    assert json.loads(run("schema", "changes").stdout) == changeset_schema()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["extract"], "thiếu FILE"),
        (["extract", "a.pdf"], "thiếu --out DIR"),
        (["extract", "a.pdf", "--out"], "--out cần đúng một giá trị"),
        (["extract", "a.pdf", "--out", "b", "--nope"], "không có tùy chọn --nope"),
        (["extrac"], "không có lệnh extrac"),
        (["schema", "changes-of-mind"], "không đúng dạng"),
        (["agencies"], "thiếu NAME"),
        (["diff", "a.json", "--out", "b"], "thiếu NEW"),
        (["diff", "a.json", "b.json"], "thiếu --out DIR"),
        (["corrections", "old"], "không có lệnh old"),
        (["corrections", "new"], "thiếu FILE"),
        (["git-textconv"], "thiếu FILE"),
        (["why"], "thiếu FILE"),
        (["why", "a.pdf"], "thiếu RECORD[.FIELD]"),
        (["debug", "a.pdf", "--out", "b.png"], "thiếu --page N"),
        (["debug", "a.pdf", "--page", "1"], "thiếu --out PNG"),
        (["debug", "a.pdf", "--page", "0", "--out", "b.png"], "giá trị của --page không đúng dạng"),
        (["agencies", "Sở Y tế", "--on", "hôm qua"], "giá trị của --on không đúng dạng"),
    ],
)
def test_wrong_usage_is_one_sentence_with_the_remedy(arguments: list[str], says: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert says in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert "--help" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["extract", "--help"],
        ["schema", "--help"],
        ["agencies", "--help"],
        ["diff", "--help"],
        ["corrections", "--help"],
        ["corrections", "new", "--help"],
        ["git-textconv", "--help"],
        ["why", "--help"],
        ["debug", "--help"],
    ],
)
def test_help_is_there_for_every_command(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 0
    assert "Usage: nghiquyet" in result.stdout


def test_without_arguments_it_shows_the_help() -> None:
    result = run()
    assert result.exit_code == 2
    assert "extract" in result.output


def test_a_reader_that_goes_away_causes_no_traceback() -> None:
    command = f"{sys.executable} -m nghiquyet schema | head -c 10"
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert result.stdout == '{\n  "$schem'[:10]
    assert "Traceback" not in result.stderr
