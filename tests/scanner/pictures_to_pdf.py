"""Pictures of pages become an image-only PDF, written by hand: same pictures, same bytes."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image

from tests.scanner.looks import ScanLook
from tests.scanner.sheets import Box, Picture

STRIP_OFFSETS, STRIP_LENGTHS, PHOTOMETRIC = 273, 279, 262  # TIFF's tags
MIN_IS_BLACK = 1
LETTER_WIDTH = 0.5  # of Helvetica, on average, in its size


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """``width`` and ``height`` are the page's in points as stored; ``rotate`` is its /Rotate."""

    picture: Picture
    width: float
    height: float
    rotate: int = 0
    hidden: tuple[tuple[str, Box], ...] = ()


def pages_to_pdf(pages: list[ScannedPage], look: ScanLook) -> bytes:
    """A PDF with one picture a page over the whole page."""
    kids = " ".join(f"{4 + 3 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for page in pages:
        number = len(objects) + 1
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width:.3f} {page.height:.3f}] /Rotate {page.rotate} "
            f"/Resources << /XObject << /Im0 {number + 2} 0 R >> /Font << /F0 3 0 R >> >> "
            f"/Contents {number + 1} 0 R >>".encode()
        )
        objects.append(_stream("", _content(page)))
        objects.append(_picture(page.picture, look))
    return _file(objects)


def _content(page: ScannedPage) -> bytes:
    parts = [f"q {page.width:.3f} 0 0 {page.height:.3f} 0 0 cm /Im0 Do Q"]
    for text, (x0, top, x1, bottom) in page.hidden:
        size = max(bottom - top, 4.0)
        stretch = 100 * (x1 - x0) / max(len(text) * size * LETTER_WIDTH, 1)
        shown = text.replace("\\", "").replace("(", "").replace(")", "")
        parts.append(
            f"BT 3 Tr /F0 {size:.2f} Tf {stretch:.1f} Tz 1 0 0 1 {x0:.2f} {page.height - bottom:.2f} Tm ({shown}) Tj ET"
        )
    return "\n".join(parts).encode("cp1252", "replace")


def _picture(picture: Picture, look: ScanLook) -> bytes:
    rows, columns = picture.shape[:2]
    common = f"/Type /XObject /Subtype /Image /Width {columns} /Height {rows} "
    if look.mode == "one_bit" and look.compression == "g4":
        data, black_is_1 = _g4(picture)
        parms = f"<< /K -1 /Columns {columns} /Rows {rows} /BlackIs1 {black_is_1} >>"
        kind = f"/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms {parms} "
        return _stream(common + kind, data)
    if look.mode == "one_bit":
        kind = "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode "
        return _stream(common + kind, zlib.compress(np.packbits(picture > 127, axis=1).tobytes()))
    kind = f"/ColorSpace /{'DeviceRGB' if picture.ndim == 3 else 'DeviceGray'} /BitsPerComponent 8 "
    if look.compression == "jpeg":
        done, packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, look.quality])
        assert done
        return _stream(common + kind + "/Filter /DCTDecode ", packed.tobytes())
    plain = picture[:, :, ::-1] if picture.ndim == 3 else picture
    return _stream(common + kind + "/Filter /FlateDecode ", zlib.compress(plain.tobytes()))


def _g4(picture: Picture) -> tuple[bytes, str]:
    """CCITT group 4 in one strip, and whether a one bit is black, as PDF asks."""
    rows, columns = picture.shape[:2]
    kept = io.BytesIO()
    bits = Image.fromarray(picture).convert("1", dither=Image.Dither.NONE)
    bits.save(kept, "TIFF", compression="group4", strip_size=(columns + 7) // 8 * rows)
    with Image.open(kept) as tiff:
        tags = tiff.tag_v2  # type: ignore[attr-defined]
        offset, length, kind = tags[STRIP_OFFSETS][0], tags[STRIP_LENGTHS][0], tags[PHOTOMETRIC]
        assert len(tags[STRIP_OFFSETS]) == 1
    # fax data hold white and black runs; a TIFF where zero is black holds them the other way round
    return kept.getvalue()[offset : offset + length], "true" if kind == MIN_IS_BLACK else "false"


def _stream(entries: str, data: bytes) -> bytes:
    return f"<< {entries}/Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
