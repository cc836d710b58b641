"""What a person sees at a terminal, and what is left when a run is stopped."""

from __future__ import annotations

import logging
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nghiquyet.console import CLEAR_LINE, log_to_stderr, progress_line
from tests.sample import SHORT, nghiquyet


@pytest.fixture
def own_log() -> Iterator[None]:
    """The program's log as it was before, when a test is over."""
    log = logging.getLogger("nghiquyet")
    handlers, level = list(log.handlers), log.level
    yield
    log.handlers, log.level = handlers, level


def test_no_progress_where_there_is_no_terminal() -> None:
    assert progress_line("a.pdf") is None


@pytest.mark.parametrize(("level", "said"), [(logging.INFO, ["INFO"]), (logging.DEBUG, ["INFO", "DEBUG"])])
def test_the_log_goes_to_standard_error_once(
    level: int, said: list[str], capsys: pytest.CaptureFixture[str], own_log: None
) -> None:
    log_to_stderr(level)
    log_to_stderr(level)
    logging.getLogger("nghiquyet.x").info("%d page", 1)
    logging.getLogger("nghiquyet.x").debug("row %d", 2)
    logging.getLogger("pdfminer").info("theirs")
    lines = {"INFO": "INFO nghiquyet.x: 1 page", "DEBUG": "DEBUG nghiquyet.x: row 2"}
    assert capsys.readouterr().err.splitlines() == [lines[one] for one in said]


def test_nothing_is_logged_unless_it_is_asked_for() -> None:
    code = "import logging, nghiquyet; logging.getLogger('nghiquyet.x').error('lost')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout + done.stderr == ""


def test_the_command_logs_its_steps_and_prints_the_same(tmp_path: Path) -> None:
    plain, told, all_told = (
        nghiquyet(*flag, "extract", SHORT, "--out", tmp_path / "out") for flag in ((), ("-v",), ("-vv",))
    )
    assert plain.stderr == ""
    assert told.stdout == all_told.stdout == plain.stdout
    assert "INFO nghiquyet.meaning: 13 tasks" in told.stderr
    assert "DEBUG" not in told.stderr
    assert "DEBUG nghiquyet.meaning: row_kind of task A.I.1 : task" in all_told.stderr


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
