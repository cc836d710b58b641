"""Tiny PDFs, written by hand: pages of text, strokes and widgets with any letters, fonts and turns."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH = 500  # of every letter, in thousandths of its size
# The first letter's code. Letters have the shapes of "A" and on: of texts without ink, pdfium drops what lies on its
# side and what is like the text before.
FIRST_CODE = 65


@dataclass(frozen=True)
class Text:
    """Letters at a place, origin top left. ``codes`` writes the font's own bytes (no Unicode table is kept then)."""

    text: str
    x: float = 50
    y: float = 100
    size: float = 12
    font: str = "TimesNewRomanPSMT"
    codes: bool = False
    degrees: int = 0  # anticlockwise


@dataclass(frozen=True)
class Sheet:
    """A page: what stands on it, operators that draw before and after it, and texts in the appearance of a widget.

    ``crop`` is the part that a viewer shows, ``box`` the whole (both as PDF writes them); with ``form`` the texts and
    drawings stand in a form that is drawn by this matrix. ``late`` texts are drawn at the end, after ``after``.
    """

    texts: Sequence[Text] = ()
    drawing: str = ""
    widgets: Sequence[Text] = ()
    width: float = 595
    height: float = 842
    rotate: int = 0
    after: str = ""
    box: str = ""
    crop: str = ""
    form: str = ""
    late: Sequence[Text] = ()


@dataclass
class _Writer:
    objects: list[bytes] = field(default_factory=list)
    fonts: dict[tuple[str, bool], int] = field(default_factory=dict)
    letters: dict[str, int] = field(default_factory=dict)

    def add(self, body: str | bytes) -> int:
        self.objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(self.objects)

    def stream(self, content: str | bytes, entries: str = "") -> int:
        data = content if isinstance(content, bytes) else content.encode("latin-1")
        return self.add(f"<< /Length {len(data)} {entries} >>\nstream\n".encode() + data + b"\nendstream")


def tiny_pdf(*sheets: Sheet, before: bytes = b"") -> bytes:
    """The PDF of ``sheets``, with ``before`` as junk in front of its header."""
    writer = _Writer()
    writer.add(b"")  # the catalogue and the pages' tree, known at the end
    writer.add(b"")
    texts = [text for sheet in sheets for text in (*sheet.texts, *sheet.late, *sheet.widgets)]
    for letter in "".join(text.text for text in texts):
        writer.letters.setdefault(letter, len(writer.letters) + FIRST_CODE)
    _fonts(writer, sheets)
    pages = [_page(writer, sheet) for sheet in sheets]
    kids = " ".join(f"{p} 0 R" for p in pages)
    writer.objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    writer.objects[1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()
    return before + _file(writer.objects)


def _page(writer: _Writer, sheet: Sheet) -> int:
    texts = [_shown(writer, t, sheet.height) for t in sheet.texts]
    late = [_shown(writer, t, sheet.height) for t in sheet.late]
    content = "\n".join([sheet.drawing, *texts, sheet.after, *late])
    box, crop = sheet.box or f"0 0 {sheet.width} {sheet.height}", f"/CropBox [{sheet.crop}]" if sheet.crop else ""
    forms = ""
    if sheet.form:
        about = f"/Type /XObject /Subtype /Form /BBox [{box}] /Resources {_resources(writer)}"
        forms = f"/XObject << /X {writer.stream(content, about)} 0 R >>"
        content = f"q {sheet.form} cm /X Do Q"
    body = writer.stream(content)
    annotations = " ".join(f"{_widget(writer, w, sheet.height)} 0 R" for w in sheet.widgets)
    return writer.add(
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] {crop} /Rotate {sheet.rotate} "
        f"/Contents {body} 0 R /Resources {_resources(writer, forms)} /Annots [{annotations}] >>"
    )


def _widget(writer: _Writer, text: Text, height: float) -> int:
    """A signature field whose appearance shows ``text``."""
    wide, low = len(text.text) * text.size, height - text.y - 4
    shown = _shown(writer, Text(text.text, 0, text.size, text.size, text.font), text.size + 4)
    form = writer.stream(
        shown, f"/Type /XObject /Subtype /Form /BBox [0 0 {wide} {text.size + 4}] /Resources {_resources(writer)}"
    )
    return writer.add(
        f"<< /Type /Annot /Subtype /Widget /FT /Sig /T (s{form}) /F 4 /AP << /N {form} 0 R >> "
        f"/Rect [{text.x} {low} {text.x + wide} {low + text.size + 4}] >>"
    )


def _shown(writer: _Writer, text: Text, height: float) -> str:
    along, across = (round(f(math.radians(text.degrees)), 6) for f in (math.cos, math.sin))
    a, b, c, d = (along + 0, across + 0, 0 - across, along + 0)
    font = list(writer.fonts).index((text.font, text.codes))
    if text.codes:
        codes = text.text.encode("cp1252", errors="surrogateescape")
    else:
        codes = bytes(writer.letters[letter] for letter in text.text)
    return f"BT /F{font} {text.size} Tf {a} {b} {c} {d} {text.x} {height - text.y} Tm <{codes.hex()}> Tj ET"


def _resources(writer: _Writer, more: str = "") -> str:
    fonts = " ".join(f"/F{i} {n} 0 R" for i, n in enumerate(writer.fonts.values()))
    return f"<< /Font << {fonts} >> {more} >>"


def _fonts(writer: _Writer, sheets: Sequence[Sheet]) -> None:
    table = "\n".join(f"<{code:02x}> <{letter.encode('utf-16-be').hex()}>" for letter, code in writer.letters.items())
    cmap = f"begincmap 1 begincodespacerange <00> <ff> endcodespacerange {len(writer.letters)} beginbfchar\n{table}\n"
    unicode = writer.stream(cmap + "endbfchar endcmap")
    unseen = {code for letter, code in writer.letters.items() if unicodedata.combining(letter) or letter == "\u00ad"}
    for sheet in sheets:
        for text in (*sheet.texts, *sheet.late, *sheet.widgets):
            key = (text.font, text.codes)
            if key not in writer.fonts:
                widths = " ".join(str(0 if code in unseen and not text.codes else WIDTH) for code in range(256))
                letters = "/Encoding /WinAnsiEncoding" if text.codes else f"/ToUnicode {unicode} 0 R"
                about = f"/FontName /{text.font} /Ascent 800 /Descent -200 /Flags 32 /FontBBox [0 -200 500 800]"
                writer.fonts[key] = writer.add(
                    f"<< /Type /Font /Subtype /TrueType /BaseFont /{text.font} /FirstChar 0 /LastChar 255 "
                    f"/Widths [{widths}] /FontDescriptor << /Type /FontDescriptor {about} >> {letters} >>"
                )


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
