"""Writes the bad and odd inputs of this folder again: ``python tests/data/bad/make.py``.

Each is as small as it can be and wrong in one way. ``no-table.pdf`` and ``junk-before-header.pdf`` are good ones.
"""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path

HERE = Path(__file__).parent
A4 = "/MediaBox [0 0 595 842]"
PLAIN = "BT /F1 14 Tf 72 770 Td (Ke hoach nay khong co bang nao.) Tj 0 -20 Td (Cac don vi to chuc thuc hien.) Tj ET"
GRID_LINES = 400  # rulings each way: 160,000 cells, which keep a naive table finder busy for minutes
PASSWORD = b"mat khau"
PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")  # ISO 32000-1, 7.6.3.3
PERMISSIONS = -4
FILE_ID = b"0123456789abcdef"


def pdf(objects: list[bytes], trailer: str = "") -> bytes:
    """A PDF of ``objects`` numbered from 1, the first of them the catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()


def one_page(content: bytes) -> list[bytes]:
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R {A4} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
    ]


def rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def encrypted() -> bytes:
    """A page that only the user's password opens: 40-bit RC4, the oldest of the standard's handlers."""
    padded = (PASSWORD + PADDING)[:32]
    owner = rc4(hashlib.md5(padded).digest()[:5], padded)
    permissions = PERMISSIONS.to_bytes(4, "little", signed=True)
    key = hashlib.md5(padded + owner + permissions + FILE_ID).digest()[:5]
    number = (4).to_bytes(3, "little") + (0).to_bytes(2, "little")  # of the content stream's object
    content = rc4(hashlib.md5(key + number).digest()[:10], PLAIN.encode())
    user = rc4(key, PADDING)
    guard = (
        f"<< /Filter /Standard /V 1 /R 2 /Length 40 /P {PERMISSIONS} /O <{owner.hex()}> /U <{user.hex()}> >>".encode()
    )
    ident = FILE_ID.hex()
    return pdf([*one_page(content), guard], f"/Encrypt 6 0 R /ID [<{ident}> <{ident}>]")


def grid() -> bytes:
    """Strokes of a table with more cells than any reader needs."""
    strokes = [f"{50 + i * 1.2:.1f} 50 m {50 + i * 1.2:.1f} 790 l S" for i in range(GRID_LINES)]
    strokes += [f"50 {50 + i * 1.8:.1f} m 530 {50 + i * 1.8:.1f} l S" for i in range(GRID_LINES)]
    objects, packed = one_page(b""), zlib.compress(("0.2 w " + "\n".join(strokes)).encode(), 9)
    objects[3] = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
    return pdf(objects)


def main() -> None:
    page = pdf(one_page(PLAIN.encode()))
    files = {
        "not-a-pdf.pdf": "<!DOCTYPE html><html><body><h1>404 Không tìm thấy văn bản</h1></body></html>\n".encode(),
        "empty.pdf": b"",
        "cut-short.pdf": page[: len(page) // 3],
        "encrypted.pdf": encrypted(),
        "no-pages.pdf": pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]),
        "no-text.pdf": pdf(one_page(b"")),
        "junk-before-header.pdf": b"\r\n\x00junk of a mail gateway\r\n" * 4 + page,
        "grid-400.pdf": grid(),
        "no-table.pdf": page,
    }
    for name, data in files.items():
        (HERE / name).write_bytes(data)


if __name__ == "__main__":
    main()
