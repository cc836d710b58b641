"""Layers that are off when a file is opened, and what stands on them."""

from __future__ import annotations

import pytest

from nghiquyet.extract.readers.pdf.layers import hidden_layers
from nghiquyet.extract.readers.pdf.pdf_pages import pdf_to_raw_pages

FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def layered(state: str) -> bytes:
    """A page with a text on a layer and one on none."""
    content = b"BT /F 12 Tf 50 700 Td (seen) Tj ET /OC /L BDC BT /F 12 Tf 50 700 Td (other) Tj ET 0 600 300 1 re f EMC"
    bodies = [
        f"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R] /D << {state} >> >> >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F {FONT} >> "
        "/Properties << /L 5 0 R >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /OCG /Name (L\xe1p 2) >>",
    ]
    out, places = b"%PDF-1.5\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + table
    return out + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


@pytest.mark.parametrize(("state", "text", "rulings"), [("/OFF [5 0 R]", "seen", 0), ("/ON [5 0 R]", "seenother", 1)])
def test_what_stands_on_a_hidden_layer_is_not_seen(state: str, text: str, rulings: int) -> None:
    (page,) = pdf_to_raw_pages(layered(state), "a.pdf")
    assert sorted("".join([*(g.text for g in page.glyphs), *(g.text for g in page.overlaid)])) == sorted(text)
    assert len(page.rulings) == rulings


def test_the_names_of_hidden_layers() -> None:
    assert hidden_layers(layered("/OFF [5 0 R]")) == {b"L\xe1p 2"}
    assert hidden_layers(layered("/ON [5 0 R]")) == frozenset()
    assert hidden_layers(b"%PDF-1.5\nno catalogue") == frozenset()
