"""What a run does not need is not imported, and no run reaches for the network."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from nghiquyet.cli import main
from tests.sample import SHORT

# Each takes a tenth of a second or more, and only some documents need it; jsonschema and openpyxl are for tests alone.
SELDOM = {
    "camelot",
    "cv2",
    "huggingface_hub",
    "jsonschema",
    "openpyxl",
    "requests",
    "sklearn",
    "underthesea",
}
TO_READ = {"pdfplumber", "pydantic", "pypdfium2", "rapidfuzz", "yaml"}
# pandas takes the longest of all: only a run that writes results may import it.
TO_WRITE = {"jinja2", "jsonschema_rs", "numpy", "pandas", "xlsxwriter"}


def imported_by(*arguments: str) -> set[str]:
    """The packages in memory when the command ends."""
    code = (
        "import sys, atexit\n"
        "atexit.register(lambda: print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr))\n"
        "from nghiquyet.cli import main\n"
        "main()"
    )
    result = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert result.returncode in (0, 3), result.stderr
    return set(result.stderr.splitlines()[-1].split())


def test_the_package_alone_imports_nothing_heavy() -> None:
    code = "import sys, nghiquyet; nghiquyet.__version__; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & (SELDOM | TO_READ | TO_WRITE | {"click"})


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["extract", "--help"]])
def test_a_question_about_the_command_imports_nothing_heavy(arguments: list[str]) -> None:
    assert not imported_by(*arguments) & (SELDOM | TO_READ | TO_WRITE)


def test_the_schema_needs_no_reader() -> None:
    assert not imported_by("schema") & (SELDOM | TO_WRITE | TO_READ - {"pydantic"})


def test_a_question_about_an_agency_writes_nothing() -> None:
    assert not imported_by("agencies", "Sở Xây dựng", "--place", "Hải Phòng") & (SELDOM | TO_WRITE)


def test_an_ordinary_document_needs_no_engine_for_the_hard_ones(tmp_path: Path) -> None:
    imported = imported_by("extract", str(SHORT), "--out", str(tmp_path / "out"))
    assert not imported & SELDOM
    assert imported >= TO_READ | TO_WRITE


def test_a_run_reaches_for_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def refuse(*arguments: object, **_: object) -> None:
        asked.append(arguments)
        raise OSError("no network in this test")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    result = CliRunner().invoke(main, ["extract", str(SHORT), "--out", str(tmp_path / "out")])
    assert result.exit_code in (0, 3), result.output
    assert asked == []


def test_a_process_that_recognises_pages_parses_no_pdf() -> None:
    code = "import sys, nghiquyet.extract.ocr.recognise_pages; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pypdfium2" in done.stdout.split()
    assert "pdfplumber" not in done.stdout.split()
