from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from nghiquyet.aliases_file import check_aliases
from nghiquyet.cli import main
from nghiquyet.errors import UnusableAliases
from tests.sample import SAMPLE


def test_no_file_and_a_usable_one_pass(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("- {name: Cảng HP, kind: enterprise, aliases: []}", encoding="utf-8")
    check_aliases(None)
    check_aliases(tmp_path / "own.yaml")


@pytest.mark.parametrize("content", [None, "{", "- 5", "name: Sở", "- name: Sở\n  alias: [x]"])
def test_what_cannot_be_used_is_refused_before_a_comparison_reads_anything(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "own.yaml"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(UnusableAliases) as refusal:
        check_aliases(path)
    sides = [str(SAMPLE), str(SAMPLE)]
    said = CliRunner().invoke(main, ["diff", *sides, "--out", str(tmp_path / "out"), "--aliases", str(path)])
    assert (said.exit_code, said.stderr) == (2, f"{refusal.value}\n")
