"""Layers of a PDF that a viewer does not show at first, and which an object stands on. The one door to pdfminer."""

from __future__ import annotations

import ctypes
import io
from typing import Any

import pypdfium2.raw as pdfium_c
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

# What marks an object as standing on a layer, and the longest name of one that is looked at (bytes).
MARK, NAME_BYTES = "OC", 512
# A text stands within few marks.
MOST_MARKS = 8


def hidden_layers(data: bytes) -> frozenset[bytes]:
    """The names, as the file has them, of the layers that are off at first; none where its catalogue can't be read."""
    try:
        catalogue = PDFDocument(PDFParser(io.BytesIO(data))).catalog
        shown = resolve1(resolve1(catalogue["OCProperties"])["D"])
        return frozenset(bytes(resolve1(resolve1(group)["Name"])) for group in resolve1(shown["OFF"]))
    except Exception:  # a catalogue may be broken in as many ways as there are
        return frozenset()


def layer_of(handle: Any) -> bytes | None:
    """The name of the layer that an object of pdfium stands on; None if it is on none."""
    for i in range(min(max(pdfium_c.FPDFPageObj_CountMarks(handle), 0), MOST_MARKS)):
        mark = pdfium_c.FPDFPageObj_GetMark(handle, i)
        if _name_of(mark) == MARK:
            name, size = (ctypes.c_ubyte * NAME_BYTES)(), ctypes.c_ulong()
            said = pdfium_c.FPDFPageObjMark_GetParamBlobValue(mark, b"Name", name, NAME_BYTES, size)
            return bytes(name)[: size.value] if said and size.value <= NAME_BYTES else b""
    return None


def _name_of(mark: Any) -> str:
    name, size = (ctypes.c_ushort * (NAME_BYTES // 2))(), ctypes.c_ulong()
    if not pdfium_c.FPDFPageObjMark_GetName(mark, name, NAME_BYTES, size) or size.value > NAME_BYTES:
        return ""
    return bytes(name)[: size.value].decode("utf-16-le", "replace").rstrip("\0")
