"""What a person sees at a terminal, and what is left when a run is stopped."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from nghiquyet.console import CLEAR_LINE, progress_line
from tests.sample import SHORT


def test_no_progress_where_there_is_no_terminal() -> None:
    assert progress_line("a.pdf") is None


def test_progress_at_a_terminal_counts_pages_and_clears_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    show = progress_line("a.pdf")
    assert show is not None
    for page in (1, 2):
        show(page, 2)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"{CLEAR_LINE}a.pdf: trang 1/2{CLEAR_LINE}a.pdf: trang 2/2{CLEAR_LINE}"


def test_a_run_at_a_terminal_shows_progress_there_and_the_line_on_standard_output(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "nghiquyet", "extract", str(SHORT), "--out", str(tmp_path / "out")]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, text=True)
    os.close(theirs)
    shown = b""
    try:
        while block := os.read(ours, 4096):
            shown += block
    except OSError:
        pass  # how Linux says that the other side of a terminal has gone
    said, _ = run.communicate()
    assert "trang 1/4" in shown.decode()
    assert len(said.splitlines()) == 1


STOPPED_WHILE_WRITING = """
import os, pathlib, signal, sys
def write_bytes(path, content):
    os.kill(os.getpid(), {signal})
    return 0
pathlib.Path.write_bytes = write_bytes
from nghiquyet.cli import main
main()
"""


@pytest.mark.parametrize(("signal", "status"), [("signal.SIGTERM", 143), ("signal.SIGINT", 130)])
def test_a_run_that_is_stopped_leaves_nothing_half_written(tmp_path: Path, signal: str, status: int) -> None:
    code = STOPPED_WHILE_WRITING.format(signal=signal)
    result = subprocess.run(
        [sys.executable, "-c", code, "extract", str(SHORT), "--out", str(tmp_path / "out")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == status, result.stderr
    assert "Traceback" not in result.stderr
    assert [entry.name for entry in (tmp_path / "out").iterdir()] == []


def test_a_file_whose_name_is_no_text_is_read_or_refused_without_a_traceback(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/k\xe1\xba ho\xff.pdf"
    with open(odd, "wb") as file:
        file.write(SHORT.read_bytes())
    result = subprocess.run(
        [sys.executable, "-m", "nghiquyet", "extract", os.fsdecode(odd), "--out", str(tmp_path / "out")],
        capture_output=True,
        check=False,
    )
    assert result.returncode in (0, 3, 4), result.stderr
    assert b"Traceback" not in result.stderr
