"""Pages over several processes, asked for by programs of any make."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import cast

import pypdfium2
import pytest

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.model import Ruling
from nghiquyet.extract.ocr import recognise_pages
from nghiquyet.extract.ocr.engine.recogniser import Recogniser
from tests.extract.ocr.engine.pictures import needs_language_data
from tests.extract.tiny_pdf import Sheet as Page
from tests.extract.tiny_pdf import Text, tiny_pdf
from tests.sample import ROOT, SAMPLE

pytestmark = needs_language_data

# Points of a page's head: a few lines are read in a second.
SHOWN = 150
# No `if __name__ == "__main__"`: a process that ran this file again would start processes of its own.
UNGUARDED = """
import sys
from nghiquyet.extract.ocr.recognise_pages import recognise_pages
main = sys.modules["__main__"]
sheets = recognise_pages(open("scan.pdf", "rb").read(), {1: (), 2: ()})
print(*sorted((sheet.number, sheet.read, len(sheet.words) > 9) for sheet in sheets))
assert sys.modules["__main__"] is main
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a scan of two pages, the same lines of the sample twice."""
    pages = pypdfium2.PdfDocument.new()
    pages.import_pages(pypdfium2.PdfDocument(SAMPLE.with_stem("10-CTr-DU-scan")), [1, 1])
    for page in pages:
        width, height = page.get_size()
        page.set_mediabox(0, height - SHOWN, width, height)
    pages.save(tmp_path / "scan.pdf")
    (tmp_path / "script.py").write_text(UNGUARDED, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("arguments", [["script.py"], ["-"]], ids=["file", "input"])
def test_a_script_without_a_guard_gets_its_pages(arguments: list[str], folder: Path) -> None:
    command = [sys.executable, *arguments]
    run = subprocess.run(
        command,
        input=UNGUARDED,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout == "(1, 'recognised', True) (2, 'recognised', True)\n"


def test_a_page_that_can_not_be_drawn_is_unread_and_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise UnreadableInput("no")

    monkeypatch.setattr(recognise_pages, "page_to_pixels", fail)
    sheet = recognise_pages.recognise_page(b"", 3, cast(Recogniser, None))  # it is asked for nothing
    assert (sheet.number, sheet.read, sheet.words) == (3, "unread", ())


# What the page of the test draws: a frame with a wall in its middle.
FRAME = ((50, 142, 550, 142), (50, 202, 550, 202), (50, 142, 50, 202), (300, 142, 300, 202), (550, 142, 550, 202))


@needs_language_data
def test_rulings_that_the_file_draws_are_those_of_the_sheet_if_they_make_a_table() -> None:
    frame = "50 700 m 550 700 l 550 640 l 50 640 l 50 700 l 300 700 m 300 640 l S"
    data = tiny_pdf(Page([Text("Nhiem vu", 60, 180, 14), Text("Thoi gian", 310, 180, 14)], frame))
    drawn = tuple(Ruling(*r) for r in FRAME)
    with Recogniser() as recogniser:
        read = recognise_pages.recognise_page(data, 1, recogniser, drawn)
        seen = recognise_pages.recognise_page(data, 1, recogniser, drawn[:2])
    assert (read.drawn, read.rulings) == (True, drawn)
    assert not seen.drawn
    assert len(seen.rulings) > 2
