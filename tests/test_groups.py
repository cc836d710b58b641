"""Tests of one group run in one worker, in their order: they share what it has read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.sample import ROOT

TESTS = """
import os
from pathlib import Path

import pytest

@pytest.mark.xdist_group("one document")
@pytest.mark.parametrize("number", range(8))
def test_of_the_group(number):
    with open(Path(__file__).with_name("workers"), "a") as seen:
        seen.write(f"{os.environ['PYTEST_XDIST_WORKER']} {number}\\n")
"""


def test_a_group_goes_to_one_worker(tmp_path: Path) -> None:
    (tmp_path / "test_group.py").write_text(TESTS, encoding="utf-8")
    arguments = ["-c", str(ROOT / "pyproject.toml"), "-p", "tests.conftest", "-n", "2", str(tmp_path)]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    seen = [line.split() for line in (tmp_path / "workers").read_text(encoding="utf-8").splitlines()]
    assert len({worker for worker, _ in seen}) == 1
    assert [number for _, number in seen] == [str(number) for number in range(8)]
