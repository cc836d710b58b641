"""What is done to a printed PDF after LibreOffice: pages that lie on their side and are turned up by ``/Rotate``."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any


def finish(printed: Path, target: Path, shape: dict[str, Any]) -> None:
    """Copies ``printed`` to ``target``; with ``turned: true`` its landscape pages are stored sideways, turned by 90°."""
    if not shape.get("turned"):
        shutil.copyfile(printed, target)
        return
    import pypdfium2 as pdfium
    from pypdfium2 import raw

    pdf = pdfium.PdfDocument(printed)
    for page in pdf:
        width, height = page.get_size()
        if width <= height:
            continue
        # (x, y) lands at (height - y, x): a quarter turn to the left, which /Rotate 90 undoes
        matrix = raw.FS_MATRIX(0, 1, -1, 0, height, 0)
        clip = raw.FS_RECTF(0, width, height, 0)
        raw.FPDFPage_TransFormWithClip(page, matrix, clip)
        page.set_mediabox(0, 0, height, width)
        page.set_rotation(90)
    pdf.save(target)
