"""A random document → a file in each medium that the program reads."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.table import Table as WordTable

from tests.mangler.mangled import content_to_text
from tests.scanner.looks import ScanLook
from tests.scanner.simulator import scan_pdf
from tests.typesetter.content import LEFT, UP, Content, Table, as_printed
from tests.typesetter.finishing import finish
from tests.typesetter.flat_odt import flat_odt

# So many documents are printed by one start of LibreOffice, and no longer than this (seconds).
AT_ONCE, LONGEST = 40, 600
# Clean office scans.
SCAN = ScanLook(dpi=200)
NOTATIONS = ("pipe", "html", "tab")


def contents_to_pdfs(contents: Sequence[Content]) -> Mapping[str, bytes]:
    """Each document's PDF by its name. Raises RuntimeError where LibreOffice is missing or prints one not."""
    office = shutil.which("soffice")
    if office is None:
        raise RuntimeError("LibreOffice is missing")
    found: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        for start in range(0, len(contents), AT_ONCE):
            some = contents[start : start + AT_ONCE]
            sources = [Path(folder) / f"{content.name}.fodt" for content in some]
            for source, content in zip(sources, some, strict=True):
                source.write_text(flat_odt(content), encoding="utf-8")
            run = [office, profile, "--headless", "--convert-to", "pdf:writer_pdf_Export", "--outdir", folder]
            subprocess.run([*run, *map(str, sources)], capture_output=True, timeout=LONGEST, check=True)
            for source, content in zip(sources, some, strict=True):
                target = source.with_suffix(".finished")
                finish(source.with_suffix(".pdf"), target, content.tables[0].shape)
                found[content.name] = target.read_bytes()
    return found


def pdf_to_scan(pdf: bytes, seed: int) -> bytes:
    """The printed document as a clean office scan of 200 dpi."""
    return scan_pdf(pdf, SCAN, seed)


def content_to_notation(content: Content, seed: int) -> tuple[str, str]:
    """(the notation, the document as recognised text in it)."""
    dice = random.Random(seed)
    return content_to_text(content, dice, dice.choice(NOTATIONS))


def content_to_docx(content: Content) -> bytes:
    """The document as a Word file: a letterhead without borders, the prose, the table with its merged cells."""
    word = docx.Document()
    for kind, matter in content.parts:
        if kind == "letterhead":
            _letterhead(word, content)
        elif kind == "prose":
            for line in matter:
                word.add_paragraph().add_run(line.removeprefix("# ")).bold = line.startswith("# ")
        elif kind == "caption":
            for line in matter:
                paragraph = word.add_paragraph()
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                paragraph.add_run(line).bold = not line.startswith("(")
        elif kind == "signature":
            _signature(word, matter)
        elif kind == "table":
            _table(word, matter)
    held = io.BytesIO()
    word.save(held)
    return held.getvalue()


def _letterhead(word: docx.document.Document, content: Content) -> None:
    head = content.letterhead
    table = word.add_table(1, 2)
    right = head.get("right") or ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    table.cell(0, 0).text = "\n".join([*head["left"], head["number_line"]])
    table.cell(0, 1).text = "\n".join([*right, head["dateline"]])
    for line in (head["kind_line"], *head["title_lines"]):
        paragraph = word.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(line).bold = True


def _signature(word: docx.document.Document, matter: dict[str, list[str]]) -> None:
    table = word.add_table(1, 2)
    table.cell(0, 0).text = "\n".join(["Nơi nhận:", *matter["recipients"]])
    table.cell(0, 1).text = "\n".join([*matter["lines"], "", "", *([matter["name"]] if matter.get("name") else [])])


def _table(word: docx.document.Document, table: Table) -> None:
    width = len(table.columns)
    rows = [*table.header, *(_cells(row.kind, row.cells, width, str(table.shape["groups"])) for row in table.rows)]
    made = word.add_table(len(rows), width, style="Table Grid")
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if cell not in (UP, LEFT):
                place = made.cell(r, c)
                place.text = ""
                run = place.paragraphs[0].add_run("\n".join(as_printed(part) for part in cell.split("¶")))
                run.bold = r < len(table.header) or table.rows[r - len(table.header)].kind == "group"
    _merge(made, rows)


def _cells(kind: str, cells: Sequence[str], width: int, manner: str) -> tuple[str, ...]:
    if kind != "group":
        return tuple(cells)
    if manner == "all":
        return (" ".join(cells), *[LEFT] * (width - 1))
    return (*cells, *([LEFT] if manner == "merged" else [""]) * (width - len(cells)))


def _merge(made: WordTable, rows: Sequence[Sequence[str]]) -> None:
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if cell in (UP, LEFT):
                continue
            right, down = c, r
            while right + 1 < len(row) and row[right + 1] == LEFT:
                right += 1
            while down + 1 < len(rows) and rows[down + 1][c] == UP:
                down += 1
            if (right, down) != (c, r):
                made.cell(r, c).merge(made.cell(down, right))
