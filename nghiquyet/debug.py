"""The command ``debug``: a page of a document with what was seen and decided on it, as a picture."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

import click

from nghiquyet.console import complain, shown
from nghiquyet.errors import NoSuchRecord, OutputNotWritable, reason_of
from nghiquyet.extract.errors import Refusal
from nghiquyet.extract.model import Page
from nghiquyet.meaning import Meaning
from nghiquyet.run import DONE
from nghiquyet.why import document_at

# Media whose pages can be drawn as they are filed; those of the others were laid out by the program.
PRINTED = ("born_digital", "scanned", "mixed")


def draw(file: Path, number: int, out: Path, aliases: Path | None, corrections: Path | None) -> int:
    """Writes the picture of page ``number`` (from 1) of ``file`` to ``out``; the exit status."""
    try:
        meaning = document_at(file, aliases, corrections)
        page = next((p for p in meaning.document.pages if p.number == number), None)
        if page is None:
            numbers = sorted(p.number for p in meaning.document.pages)
            raise NoSuchRecord(
                f"{shown(file)} không có trang {number}; hãy chọn --page từ {numbers[0]} đến {numbers[-1]}."
            )
        picture = page_to_picture(file, meaning, page)
        _write(picture, out)
    except Refusal as refusal:
        complain(str(refusal))
        return refusal.exit_status
    click.echo(f"trang {number} của {shown(Path(file.name))} → {shown(out)}")
    return DONE


def page_to_picture(file: Path, meaning: Meaning, page: Page) -> bytes:
    """The page as a PNG; as it is filed where it has a look, else with its words where they were laid out."""
    from nghiquyet.drawing.canvas import Canvas, frame_of
    from nghiquyet.drawing.laid_out_words import shown_words
    from nghiquyet.drawing.marks import styles
    from nghiquyet.drawing.page_to_marks import page_to_heading, page_to_marks, parts_on

    printed = meaning.document.medium in PRINTED
    cells = [cell for part in parts_on(meaning.document, page.number) for cell in part.cells]
    words = page.words if printed else shown_words(page.words, cells, meaning.document.tables)
    marks = page_to_marks(meaning, page, words)
    canvas = Canvas(frame_of(page, marks, printed))
    if printed:
        from nghiquyet.extract.readers.pdf.flatten import page_to_pixels, viewable_pdf

        pixels, per_point = page_to_pixels(viewable_pdf(file.read_bytes(), file.name), page.number)
        canvas.print_page(pixels, per_point, page.placement)
    else:
        canvas.print_words(words)
    canvas.mark(marks)
    used = {mark.style for mark in marks}
    return canvas.finish(page_to_heading(meaning, page), [name for name in styles() if name in used])


def _write(picture: bytes, out: Path) -> None:
    """The file, whole or as it was before."""
    try:
        with NamedTemporaryFile(dir=out.parent, prefix=".", suffix=".png", delete=False) as file:
            file.write(picture)
        os.chmod(file.name, 0o666 & ~_umask())
        os.replace(file.name, out)
    except OSError as error:
        raise OutputNotWritable(
            f"Không ghi được {shown(out)} ({reason_of(error)}); hãy chọn tệp khác bằng --out hoặc xin quyền ghi."
        ) from error


def _umask() -> int:
    """The rights that new files are denied here; they can only be read by setting them."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
