"""A PDF's bytes → whether packed data in it end before their end, or can't be unpacked.

pdfium, like every viewer, shows what it can unpack and says nothing of the rest: half a page may be missing.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from nghiquyet.extract.model import Trouble

# A stream and what its dictionary says of how it was packed: once, by deflating it (ISO 32000-1, 7.4.4).
_STREAM = re.compile(rb"/Filter\s*\[?\s*/FlateDecode\s*\]?(?=[\s/>])(?P<rest>[^\0]{0,400}?)>>\s*stream\r?\n")
# How far before its filter a stream's dictionary may begin; a picture's names what it is there or behind.
DICTIONARY = 400
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
# The bytes before the deflated data (RFC 1950); the check sum behind them is left out by some programs.
HEADER = 2
# No more than this is unpacked of one stream, and of all (bytes): what is larger is no text.
MOST_OF_ONE, MOST_OF_ALL = 1 << 24, 1 << 29
CHUNK = 1 << 16


def damage_of(data: bytes) -> Iterator[Trouble]:
    """A trouble of the whole file if a stream other than a picture's breaks off. Encrypted files are not judged."""
    if _has_damaged_streams(data):
        yield Trouble("file-damaged", ())


def _has_damaged_streams(data: bytes) -> bool:
    if b"/Encrypt" in data:
        return False
    left = MOST_OF_ALL
    for match in _STREAM.finditer(data):
        dictionary = data[max(0, match.start() - DICTIONARY) : match.start()].rpartition(b" obj")[2]
        if _PICTURE.search(dictionary) or _PICTURE.search(match["rest"]):
            continue
        end = data.find(b"endstream", match.end())
        packed = data[match.end() : end if end >= 0 else len(data)]
        whole, unpacked = _unpacks(packed[HEADER:], min(left, MOST_OF_ONE))
        if not whole and packed.strip():
            return True
        left -= unpacked
        if left <= 0:
            return False
    return False


def _unpacks(deflated: bytes, most: int) -> tuple[bool, int]:
    """(whether the data end where they say, or go on beyond ``most``; how many bytes they were)."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    unpacked, rest = 0, deflated
    try:
        while rest and not unpacker.eof and unpacked < most:
            unpacked += len(unpacker.decompress(rest, CHUNK))
            rest = unpacker.unconsumed_tail
    except zlib.error:
        return False, unpacked
    return unpacker.eof or unpacked >= most, unpacked
