"""Abbreviations written out: ``UBND TP. Hải Phòng`` gives ``Ủy ban nhân dân thành phố Hải Phòng``."""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What an abbreviation stands for behind one of ``after`` and before one of ``before``; anywhere without them."""

    expansion: str
    after: tuple[str, ...]
    before: tuple[str, ...]

    @property
    def anywhere(self) -> bool:
        return not self.after and not self.before

    def fits(self, left: str, right: str) -> bool:
        return (not self.after or f" {left}".endswith(self.after)) and (
            not self.before or f"{right} ".startswith(self.before)
        )


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[_Meaning, ...]]:
    """The meanings of each abbreviation, those of one context before the one that holds elsewhere."""
    found: dict[str, tuple[_Meaning, ...]] = {}
    with _DATA.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            after = tuple(f" {words}" for words in row["after"].casefold().split("|") if words)
            before = tuple(f"{words} " for words in row["before"].casefold().split("|") if words)
            known = found.get(row["abbreviation"], ())
            found[row["abbreviation"]] = (*known, _Meaning(row["expansion"], after, before))
    return {short: tuple(sorted(meanings, key=lambda m: m.anywhere)) for short, meanings in found.items()}


def _meaning(short: str, left: str, right: str) -> _Meaning:
    """What ``short``, which the table knows, stands for between the texts ``left`` and ``right``."""
    meanings = _table()[short]
    if len(meanings) == 1:
        return meanings[0]
    left, right = " ".join(left.split()).casefold(), " ".join(right.replace(".", " ").split()).casefold()
    return next((m for m in meanings if m.fits(left, right)), meanings[-1])


def has_open_meaning(text: str) -> bool:
    """True if an abbreviation in ``text`` has several meanings and nothing beside it says which: "Cục Vốn NN"."""
    text = unicodedata.normalize("NFC", text)
    for token in _TOKEN.finditer(text):
        short = token.group()
        if len(_table().get(short, ())) > 1 and _meaning(short, text[: token.start()], text[token.end() :]).anywhere:
            return True
    return False


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
            end = tokens[start + size - 1].end()
            best = (size, _meaning(joined, text[: tokens[start].start()], text[end:]).expansion)
    return best


def _pieces(token: str, floor: int) -> str:
    """``UBND-HĐND`` and ``HĐND&UBND``: each side written out for itself."""
    table = _table()
    sides = _JOINT.split(token)
    if len(sides) < 2 or not any(s in table and len(s) >= floor for s in sides):
        return token
    joint = " và " if "&" in token else " - "
    return joint.join(table[s][-1].expansion if s in table and len(s) >= floor else s for s in sides)


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
