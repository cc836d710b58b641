"""Abbreviations written out: ``UBND TP. Hải Phòng`` gives ``Ủy ban nhân dân thành phố Hải Phòng``."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from nghiquyet.extract.language.numbering.roman import UPPER

_DATA = Path(__file__).parent / "data" / "abbreviations.csv"
_TOKEN = re.compile(r"[^\W_]+(?:[&\-–][^\W_]+)*")
_JOINT = re.compile(r"[&\-–]")
_BETWEEN = re.compile(r"\s*[,&\-–]?\s*")
# Units are shortened to one letter and a full stop before their name: "P. Hồng Bàng", "TT.Đạ Tẻh".
_UNIT_SHORT = re.compile(r"\b(TP|TX|TT|P|Q|H|X)\.\s*(?=[A-ZĐÂÊÔƠƯĂÁÀÍÝÚÓÉ][^\s.]|HCM)")
_UNITS = {
    "TP": "thành phố",
    "TX": "thị xã",
    "TT": "thị trấn",
    "P": "phường",
    "Q": "quận",
    "H": "huyện",
    "X": "xã",
}
_AREA = re.compile(rf"\bKV\.?\s?(?=\d{{1,2}}\b|{UPPER}\b)")  # "Ngân hàng Nhà nước KV14"
_LONGEST = 5  # words of one spread abbreviation: "VH, TT và DL" are four
_SHORT_IN_CAPITALS = 3  # in a line of capitals, words of two letters are words ("UBND TỈNH CÀ MAU"), not abbreviations
_NO_WORD = frozenset({"TP", "TX", "VP", "BV", "TW"})  # no Vietnamese word is spelled so


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    with _DATA.open(encoding="utf-8", newline="") as stream:
        return {r["abbreviation"]: r["expansion"] for r in csv.DictReader(stream)}


def is_abbreviation(token: str) -> bool:
    """True for a token that the table knows."""
    return token in _table()


def _letters(token: str) -> str:
    return _JOINT.sub("", token)


def _window(tokens: list[re.Match[str]], start: int, text: str, floor: int) -> tuple[int, str] | None:
    """The longest run of tokens from ``start`` that together are one abbreviation, and what it stands for."""
    table = _table()
    best: tuple[int, str] | None = None
    joined = ""
    for size in range(1, _LONGEST + 1):
        if start + size > len(tokens):
            break
        token = tokens[start + size - 1].group()
        if size > 1 and not _BETWEEN.fullmatch(text[tokens[start + size - 2].end() : tokens[start + size - 1].start()]):
            break
        if token.casefold() == "và" and size > 1:
            continue
        if not token.isupper() and token.upper() not in ("UBND", "HĐND"):
            break
        joined += _letters(token).upper()
        if joined in table and (len(joined) >= floor or joined in _NO_WORD):
            best = (size, table[joined])
    return best


def _pieces(token: str, floor: int) -> str:
    """``UBND-HĐND`` and ``HĐND&UBND``: each side written out for itself."""
    table = _table()
    sides = _JOINT.split(token)
    if len(sides) < 2 or not any(s in table and len(s) >= floor for s in sides):
        return token
    joint = " và " if "&" in token else " - "
    return joint.join(table.get(s, s) if len(s) >= floor else s for s in sides)


@lru_cache(maxsize=8192)
def write_out(text: str) -> str:
    """``text`` with every abbreviation that the table knows written out; the rest is left as printed."""
    text = unicodedata.normalize("NFC", text)
    text = _UNIT_SHORT.sub(lambda m: _UNITS[m.group(1)] + " ", text)
    text = _AREA.sub("Khu vực ", text)
    capitals = text.isupper() and len(text.split()) > 2
    floor = _SHORT_IN_CAPITALS if capitals else 2
    tokens = list(_TOKEN.finditer(text))
    out: list[str] = []
    place = index = 0
    while index < len(tokens):
        match = tokens[index]
        out.append(text[place : match.start()])
        found = _window(tokens, index, text, floor)
        size, words = found or (1, _pieces(match.group(), floor))
        out.append(words)
        place = tokens[index + size - 1].end()
        index += size
    out.append(text[place:])
    return "".join(out)
