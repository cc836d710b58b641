"""What is done to a printed PDF after LibreOffice: how other programs would have stored the same page."""

from __future__ import annotations

import ctypes
import shutil
from pathlib import Path
from typing import Any


def finish(printed: Path, target: Path, shape: dict[str, Any]) -> None:
    """Copies ``printed`` to ``target``.

    With ``turned: true`` landscape pages are stored on their side and turned up by ``/Rotate 90``; with
    ``rectangles: true`` rules are filled thin rectangles, as Word stores them, instead of strokes.
    """
    if not shape.get("turned") and not shape.get("rectangles"):
        shutil.copyfile(printed, target)
        return
    import pypdfium2 as pdfium

    pdf = pdfium.PdfDocument(printed)
    for page in pdf:
        if shape.get("rectangles"):
            _strokes_to_rectangles(page)
        width, height = page.get_size()
        if shape.get("turned") and width > height:
            _turn(page, width, height)
    pdf.save(target)


def _turn(page: Any, width: float, height: float) -> None:
    from pypdfium2 import raw

    # (x, y) lands at (height - y, x): a quarter turn to the left, which /Rotate 90 undoes
    raw.FPDFPage_TransFormWithClip(page, raw.FS_MATRIX(0, 1, -1, 0, height, 0), raw.FS_RECTF(0, width, height, 0))
    page.set_mediabox(0, 0, height, width)
    page.set_rotation(90)


def _strokes_to_rectangles(page: Any) -> None:
    from pypdfium2 import raw

    strokes = [found for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]) if _stroked(found)]
    for stroke in strokes:
        left, bottom, right, top = stroke.get_bounds()
        box = raw.FPDFPageObj_CreateNewRect(left, bottom, right - left, top - bottom)
        raw.FPDFPageObj_SetFillColor(box, 0, 0, 0, 255)
        raw.FPDFPath_SetDrawMode(box, raw.FPDF_FILLMODE_WINDING, False)
        raw.FPDFPage_InsertObject(page, box)
        page.remove_obj(stroke)
    raw.FPDFPage_GenerateContent(page)


def _stroked(found: Any) -> bool:
    from pypdfium2 import raw

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(found, fill, stroke)
    return bool(stroke.value)
