"""Bytes of a text file → its letters."""

from __future__ import annotations

import codecs
import unicodedata

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.language.spelling import vietnamese_letters
from nghiquyet.extract.readers.pdf.legibility import FEWEST_LETTERS, vietnamese_share

# The largest document met, 80 pages of recognised text, has 0.3 MB; a file of more than this is no document.
SIZE_LIMIT = 20 * 1024 * 1024
# Texts in a one-byte code page pass for anything: this share of Vietnamese letters says that the guess was right.
LEAST_SHARE = 0.14
# UTF-16 without a mark at its head shows by the zeros in every second byte, of this share of the letters.
ZEROS = 0.3
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_ENDS = {"\r\n": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\v": "\n"}
# Letters without a shape that come with copied text: joiners, marks of direction, the byte order mark, soft hyphens.
_SHAPELESS = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"), None)


def decode_text(data: bytes, name: str) -> str:
    """The text of ``data`` in NFC with ``\\n`` at line ends, form feeds kept.

    UTF-8, UTF-16 and UTF-32 are known by their marks or by being valid; windows-1258 is believed where it gives
    Vietnamese. Raises UnreadableInput for anything else.
    """
    if len(data) > SIZE_LIMIT:
        raise UnreadableInput(f"Tệp {name} lớn hơn {SIZE_LIMIT // 2**20} MB; hãy tách tệp ra rồi chạy lại.")
    text = _decoded(data)
    if text is None:
        raise UnreadableInput(f"Không nhận ra bảng mã chữ của tệp {name}; hãy lưu lại tệp ở dạng UTF-8 rồi chạy lại.")
    for end, plain in _LINE_ENDS.items():
        text = text.replace(end, plain)
    text = vietnamese_letters(text.translate(_SHAPELESS))
    if not any(letter.isalnum() for letter in text):
        raise UnreadableInput(f"Tệp {name} không có chữ nào; hãy kiểm tra lại tệp.")
    return text


def _decoded(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _plain(data, encoding)
    wide = _without_mark(data)
    if wide is not None:
        return wide
    text = _plain(data, "utf-8")
    if text is not None:
        return text
    text = _plain(data, "cp1258")
    return text if text is not None and _is_vietnamese(text) else None


def _plain(data: bytes, encoding: str) -> str | None:
    """The text, None where the bytes are not of this encoding or hold what no text holds."""
    try:
        text = data.decode(encoding)
    except UnicodeError:
        return None
    odd = any(unicodedata.category(letter) == "Cc" and letter not in "\t\n\r\f\v\x85\x1a" for letter in set(text))
    return None if odd else text.rstrip("\x1a")


def _without_mark(data: bytes) -> str | None:
    """UTF-16 that does not begin with its mark."""
    if len(data) < 4 or len(data) % 2:
        return None
    half = len(data) / 2
    low, high = data[0::2].count(0) / half, data[1::2].count(0) / half
    if high > ZEROS > low:
        return _plain(data, "utf-16-le")
    return _plain(data, "utf-16-be") if low > ZEROS > high else None


def _is_vietnamese(text: str) -> bool:
    letters = sum(letter.isalpha() for letter in text)
    share = vietnamese_share(text)
    return share >= LEAST_SHARE or (letters < FEWEST_LETTERS and share > LEAST_SHARE / 2)
