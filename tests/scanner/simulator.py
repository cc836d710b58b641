"""A printed PDF becomes the PDF that an office scanner makes of it."""

from __future__ import annotations

import re
import unicodedata

import numpy as np

from tests.scanner.dirt import add_dirt
from tests.scanner.feeding import draw_feed, sheet_to_scan
from tests.scanner.looks import ScanLook
from tests.scanner.pen_and_seal import add_number, add_seal, add_signature
from tests.scanner.pictures_to_pdf import ScannedPage, pages_to_pdf
from tests.scanner.sheets import Box, Picture, Sheet, pdf_to_sheets
from tests.scanner.tones import scan_to_tones

MISREAD = str.maketrans(
    {"ư": "u'", "ơ": "o'", "đ": "d", "Ư": "U'", "Ơ": "0'", "Đ": "D", "l": "1", "I": "l", "0": "O", "1": "!"}
)
QUARTERS = {0: 0, 90: 3, 180: 2, 270: 1}  # numpy turns to the left


def scan_pdf(pdf: bytes, look: ScanLook, seed: int) -> bytes:
    """The scan of a printed PDF: its pages as pictures in the same order and size; same arguments, same bytes.

    A sheet that lay turned in the feeder keeps its size with the sides exchanged unless ``look.turn_tag`` stores how to
    turn it up. Pages that ``look.printed_share`` leaves printed are those of ``pdf``, untouched.
    """
    sheets = pdf_to_sheets(pdf, look.mode == "colour", look.dpi)
    kept = _printed_pages(len(sheets), look, np.random.default_rng([seed, 0]))
    turns = _turns(sheets, look)
    pages = []
    for number, sheet in enumerate(sheets):
        if number in kept:
            pages.append(ScannedPage(np.full((8, 8), 255, np.uint8), sheet.width, sheet.height))
            continue
        rng = np.random.default_rng([seed, 1 + number])
        back = sheets[(number + 1) % len(sheets)].picture if look.bleed else None
        pages.append(_laid(_scan(sheet, back, look, rng), sheet, turns[number], look, rng))
    scanned = pages_to_pdf(pages, look)
    return _with_printed(scanned, pdf, kept) if kept else scanned


def _scan(sheet: Sheet, back: Picture | None, look: ScanLook, rng: np.random.Generator) -> Picture:
    picture = sheet.picture.copy()
    if look.handwritten_number:
        add_number(picture, sheet, rng)
    if look.seal:
        add_seal(picture, sheet, rng)
    if look.signature:
        add_signature(picture, sheet, rng)
    feed = draw_feed(sheet, look, rng)
    scan = sheet_to_scan(picture, sheet, feed, look)
    done = scan_to_tones(scan, back, look, rng)
    add_dirt(done, look, rng)
    return done


def _turns(sheets: list[Sheet], look: ScanLook) -> list[int]:
    """Each sheet's turn: the look's in rotation over the sheets that are turned at all."""
    turned: list[int] = []
    count = 0
    for sheet in sheets:
        if look.turn_wide_only and sheet.width <= sheet.height:
            turned.append(0)
            continue
        turned.append(look.turns[count % len(look.turns)])
        count += 1
    return turned


def _laid(picture: Picture, sheet: Sheet, turn: int, look: ScanLook, rng: np.random.Generator) -> ScannedPage:
    """The scan as it lay in the feeder."""
    picture = np.ascontiguousarray(np.rot90(picture, QUARTERS[turn]))
    width, height = (sheet.height, sheet.width) if turn in (90, 270) else (sheet.width, sheet.height)
    hidden = _misread(sheet.runs, rng) if look.text_layer and turn == 0 else ()
    return ScannedPage(picture, width, height, (360 - turn) % 360 if look.turn_tag else 0, hidden)


def _misread(runs: tuple[tuple[str, Box], ...], rng: np.random.Generator) -> tuple[tuple[str, Box], ...]:
    """The letters that a recogniser set to English leaves: no marks, some letters for others, a few lost."""
    found = []
    for text, box in runs:
        letters = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).translate(MISREAD))
        plain = "".join(c for c in letters if not unicodedata.combining(c) and rng.random() > 0.02)
        plain = re.sub(r"(?<=[a-z])n(?=[a-z])", lambda m: "11" if rng.random() < 0.3 else m[0], plain)
        found.append((re.sub(r"[^\x20-\x7e]", "~", plain), box))
    return tuple(found)


def _printed_pages(count: int, look: ScanLook, rng: np.random.Generator) -> frozenset[int]:
    """The pages that stay printed; of several pages at least one is scanned and, with a share, one printed."""
    if not look.printed_share or count < 2:
        return frozenset()
    wanted = min(max(round(count * look.printed_share), 1), count - 1)
    return frozenset(int(n) for n in rng.permutation(count)[:wanted])


def _with_printed(scanned: bytes, printed: bytes, kept: frozenset[int]) -> bytes:
    """``scanned`` with the pages ``kept`` of ``printed`` in their places."""
    import io

    import pypdfium2 as pdfium

    target, source = pdfium.PdfDocument(scanned), pdfium.PdfDocument(printed)
    for number in sorted(kept):
        target.del_page(number)
        target.import_pages(source, [number], index=number)
    out = io.BytesIO()
    target.save(out)
    target.close()
    source.close()
    # pdfium makes up a file id on each saving
    return re.sub(rb"/ID\s*\[.*?\]", lambda m: b"/ID[<00><00>]".ljust(len(m[0])), out.getvalue(), flags=re.DOTALL)
