"""From the lines of a cell to the pieces between its separators. Which of them are cuts is decided by who is named."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

# hard: a semicolon or a list mark; soft: it may stand inside a name; wrap: only a line's end
Separator = Literal["start", "hard", "comma", "slash", "and", "dot", "dash", "wrap", "break"]
MAX_CELL = 6000  # characters of a cell that is read for names; a role cell has some hundred
MAX_PIECES = 250  # pieces of such a cell; the longest list of communes met has 124
_BULLET = re.compile(r"\s*(?:[-+•*–—·●○▪]+|\(?(?:\d{1,2}|[a-zđ])[.)])\s+(?=\S)")
_SEPARATOR = re.compile(
    r"(?P<hard>[;•●▪]|(?<=[.,)”])\s*[-–+](?=\s)|(?<=\S)\s\d{1,2}[.)](?=\s+[A-ZĐ]))"
    r"|(?P<comma>,)"
    r"|(?P<slash>(?<=[^\W\d])\s?/\s?(?=[^\W\d]))"
    r"|(?P<and>(?<=\s)(?:và|hoặc|cùng\s+với|cùng|phối\s+hợp\s+với)(?=\s))"
    r"|(?P<amp>(?<=\s)&(?=\s))"
    r"|(?P<dot>\.(?=\s+\S))"
    r"|(?P<dash>(?<=\s)[-–—](?=\s))"
    r"|(?P<wrap>\n)",
    re.IGNORECASE,
)
_DASHES = ("-", "–", "—")
_NAMES = {"amp": "and"}
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:TP|TX|TT|P|Q|H|X|T)$", re.IGNORECASE)
_TYPED_WIDTH = 2  # letters by which a line may fall short of the cell's longest and still count as full
_STRENGTH: dict[Separator, int] = {
    "start": 9,
    "hard": 8,
    "break": 5,
    "comma": 4,
    "slash": 4,
    "and": 4,
    "dot": 4,
    "dash": 3,
    "wrap": 1,
}


@dataclass(frozen=True, slots=True)
class CellPiece:
    """Words between two separators: ``cell.text[start:end]``, with the strongest separator before them."""

    start: int
    end: int
    before: Separator


@dataclass(frozen=True, slots=True)
class CutCell:
    """A cell's text (lines joined by line ends) and its pieces."""

    text: str
    pieces: tuple[CellPiece, ...]

    def between(self, first: int, after: int) -> str:
        """The words from piece ``first`` up to piece ``after``, spaces folded."""
        return fold(self.text[self.pieces[first].start : self.pieces[after - 1].end])


def fold(text: str) -> str:
    return " ".join(text.split())


_CLOSING = " \t\n.,;:”\"'’`"
OPENING = " \t\n.,;:-+•*–—·●○▪"


def trimmed(text: str) -> str:
    """Without list marks before and closing punctuation behind; brackets that lost their other half go too."""
    text = fold(text).lstrip(OPENING).rstrip(_CLOSING).rstrip(" -–—+/").rstrip(_CLOSING)
    if text.endswith(")") and "(" not in text:
        text = text[:-1].rstrip(_CLOSING)
    if text.startswith("(") and ")" not in text:
        text = text[1:].lstrip(OPENING)
    if text[:1] in '“"' and text.count("“") > text.count("”"):
        text = text[1:]
    return text


def lines_to_cell(lines: Sequence[str]) -> CutCell:
    """The pieces of a cell, in order; brackets keep their contents together, empty pieces are left out."""
    printed = [fold(unicodedata.normalize("NFC", line)) for line in lines]
    printed = [line for line in printed if line]
    text = "\n".join(printed)
    marks = _list_marks(text, printed)
    depth = _depths(text)
    pieces: list[CellPiece] = []
    start, before = 0, "start"
    for begin, end, kind in _separators(text, marks, depth):
        if _says_something(text[start:begin]):
            pieces.append(CellPiece(start, begin, before))  # type: ignore[arg-type]
            before = kind
        elif _STRENGTH[kind] > _STRENGTH[before]:  # type: ignore[index]
            before = kind
        start = end
    if _says_something(text[start:]):
        pieces.append(CellPiece(start, len(text), before))  # type: ignore[arg-type]
    return CutCell(text, tuple(pieces))


def _says_something(text: str) -> bool:
    """False for what only separates, and for "v.v."."""
    return bool(re.sub(r"v\.\s?v\b", "", text).strip(OPENING + "/…&"))


def _list_marks(text: str, lines: list[str]) -> dict[int, int]:
    """Where lines begin with a list mark: begin and end of the mark."""
    marks: dict[int, int] = {}
    place = 0
    for number, line in enumerate(lines):
        match = _BULLET.match(line)
        if match and match.group().strip() in _DASHES and not _is_list_mark(lines, number):
            match = None
        if match and place < len(text):
            marks[place] = place + match.end()
        place += len(line) + 1
    return marks


def _is_list_mark(lines: list[str], number: int) -> bool:
    """False for the dash of a name that a line's end cut: "Phòng Tài chính | - Kế hoạch"."""
    if number == 0 or lines[0].lstrip()[:1] in _DASHES:
        return True
    return lines[number - 1].rstrip()[-1:] in ".;:,”)"


def _depths(text: str) -> list[int]:
    """How many brackets are open at each letter; brackets that are never closed don't count."""
    opens: list[int] = []
    depth = [0] * (len(text) + 1)
    for place, letter in enumerate(text):
        if letter == "(":
            opens.append(place)
        elif letter == ")" and opens:
            begin = opens.pop()
            if not opens:
                depth[begin : place + 1] = [1] * (place + 1 - begin)
    return depth


def _separators(text: str, marks: dict[int, int], depth: list[int]) -> list[tuple[int, int, Separator]]:
    found: list[tuple[int, int, Separator]] = [(begin, end, "hard") for begin, end in marks.items()]
    widest = max((len(line) for line in text.split("\n")), default=0)
    for match in _SEPARATOR.finditer(text):
        kind: Separator = _NAMES.get(match.lastgroup or "", match.lastgroup)  # type: ignore[assignment]
        begin = match.start()
        if depth[begin] or any(b <= begin < e for b, e in marks.items()):
            continue
        if kind == "dot" and _ABBREVIATED.search(text[max(0, begin - 4) : begin]):
            continue
        if kind == "wrap" and _ended_early(text, begin, widest):
            kind = "break"
        found.append((begin, match.end(), kind))
    return sorted(found)


def _ended_early(text: str, place: int, widest: int) -> bool:
    """True if the next word, a capital one, would still have fitted on the line: its writer pressed Enter."""
    line = text[:place].rpartition("\n")[2]
    following = text[place + 1 :].split(maxsplit=1)
    if not following or following[0][:1].islower():
        return False
    return len(line) + 1 + len(following[0]) + _TYPED_WIDTH <= widest
