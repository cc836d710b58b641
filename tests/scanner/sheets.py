"""A printed PDF becomes sheets of paper: a picture of each page, and where its text stands."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]  # rows, columns, and three channels (blue, green, red) in colour
Box = tuple[float, float, float, float]

FINER, FINEST = 2.0, 450.0  # the paper has more dots an inch than the scan, which samples them
POINTS_PER_INCH = 72
MM_PER_INCH = 25.4
SIGNATURE_STARTS = ("Nơi nhận", "NƠI NHẬN")  # the list of recipients stands beside the signature
NUMBER_STARTS = "Số:"
BLANK = 18.0  # points behind "Số:" that are free where the number is left to be written by hand


@dataclass(frozen=True, slots=True)
class Sheet:
    """A printed page in dots of paper: ``runs`` are its pieces of text with their boxes (points from the top left)."""

    dpi: float
    picture: Picture
    width: float
    height: float
    runs: tuple[tuple[str, Box], ...]
    signature: tuple[float, float] | None  # top left of the list of recipients
    number_blank: tuple[float, float] | None  # foot of the place left free for the number

    @property
    def text_box(self) -> Box:
        """Around all letters; the whole page if there are none."""
        if not self.runs:
            return 0.0, 0.0, self.width, self.height
        x0, top, x1, bottom = zip(*(box for _, box in self.runs), strict=True)
        return min(x0), min(top), max(x1), max(bottom)


def pdf_to_sheets(pdf: bytes, colour: bool, scan_dpi: int) -> list[Sheet]:
    """Each page upright, as a reader sees it, finer than a scan of ``scan_dpi`` will be."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(pdf)
    try:
        return [_sheet(page, colour, min(scan_dpi * FINER, FINEST)) for page in document]
    finally:
        document.close()


def _sheet(page: Any, colour: bool, dpi: float) -> Sheet:
    width, height = page.get_size()
    bitmap = page.render(scale=dpi / POINTS_PER_INCH, grayscale=not colour)
    array = bitmap.to_numpy()
    picture = np.ascontiguousarray(array[:, :, :3] if colour else array.reshape(array.shape[:2]))
    text = page.get_textpage()
    boxes = [text.get_rect(i) for i in range(text.count_rects())]
    runs = tuple((text.get_text_bounded(*box), _seen(page, box)) for box in boxes)
    runs = tuple((words.strip(), box) for words, box in runs if words.strip())
    starts = [box for words, box in runs if words.startswith(SIGNATURE_STARTS)]
    signature = (starts[-1][0], starts[-1][1]) if starts else None
    return Sheet(dpi, picture, width, height, runs, signature, _number_blank(runs))


def _seen(page: Any, box: Box) -> Box:
    """A box in the page's own space as the reader sees it, whatever its /Rotate."""
    from pypdfium2 import raw

    width, height = page.get_size()
    fine = 100  # pdfium answers in whole pixels
    corners = []
    for x, y in ((box[0], box[1]), (box[2], box[3])):
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(page, 0, 0, int(width * fine), int(height * fine), 0, x, y, across, down)
        corners.append((across.value / fine, down.value / fine))
    (x0, y0), (x1, y1) = corners
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _number_blank(runs: tuple[tuple[str, Box], ...]) -> tuple[float, float] | None:
    for words, box in runs:
        if words.startswith(NUMBER_STARTS) and words[len(NUMBER_STARTS) :].lstrip(" .…").startswith(("/", "-")):
            share = (len(NUMBER_STARTS) + 0.5) / max(len(words), 1)
            return box[0] + (box[2] - box[0]) * share, box[3]
        if words == NUMBER_STARTS:
            near = [b[0] - box[2] for _, b in runs if abs(b[3] - box[3]) < 3 and b[0] > box[2]]
            if not near or min(near) > BLANK:
                return box[2] + 2, box[3]
    return None
