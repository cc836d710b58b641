"""The lines over and with a signer's name → who signs, as what, for whom."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from nghiquyet.extract.model import Line, Word
from nghiquyet.normalize.front_matter.casing import proper_case
from nghiquyet.normalize.front_matter.end_matter import is_position, signing_prefix
from nghiquyet.normalize.front_matter.letterhead_words import is_capitals, plain, vocabulary
from nghiquyet.normalize.model import Signer

_TITLE = re.compile(r"^(?:[\w.]{1,8}\.\s*)+")  # "TS.", "PGS.TS.", "BS.CKII."
LONGEST_CAPITAL_NAME = 5
MOST_NAME_WORDS = 7
# Signs at a word's ends that none has in a signature: '"GIÁM', '-#T,'.
_STROKES = re.compile(r"^[^\w(]+|[^\w).:]+$")
SURE_WORD = 0.75  # a small word of less confidence beside or over a signature is a stroke of the pen
MOST_POSITION_WORDS = 9  # a position of more has swallowed what follows


@dataclass
class _SignatureReading:
    """What has been read so far, from the top down."""

    behalf: list[str] = field(default_factory=list)
    place_of: list[str] = field(default_factory=list)
    positions: list[list[str]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    last: list[str] | None = None


def read_signer(lines: tuple[Line, ...]) -> tuple[Signer | None, tuple[str, ...]]:
    """The signer and the doubts about him; None where no signature is printed."""
    reading = _SignatureReading()
    for line in sorted(lines, key=lambda line: (line.page, line.bbox[1])):
        _take(reading, _legible(line))
    if not (reading.positions or reading.names or reading.behalf or reading.place_of):
        return None, ()
    position = ", ".join(proper_case(" ".join(words)) for words in reading.positions) or None
    behalf = reading.behalf or reading.place_of
    name = reading.names[-1].strip(" .,;:") if reading.names else None
    signer = Signer(name=name, position=position, on_behalf_of=proper_case(" ".join(behalf)) if behalf else None)
    if name is None:
        return (signer, ("signer-unnamed",)) if position else (None, ())
    repeated = len({plain(" ".join(words)) for words in reading.positions}) < len(reading.positions)
    odd = repeated or len(reading.names) > 1 or position is None or len(reading.positions) > 2
    unsure = odd or _written_over(lines) or (_recognised(lines) and not _surname(_without_ranks(name)))
    return signer, ("signer-unsure",) if unsure else ()


def _recognised(lines: tuple[Line, ...]) -> bool:
    return any(word.confidence is not None for line in lines for word in line.words)


def _legible(line: Line) -> str:
    """The line's text without what a recogniser made of strokes of the pen: here all words begin with a capital."""
    words = [w.text if w.confidence is None else _STROKES.sub("", w.text) for w in line.words if not _is_stroke(w)]
    return " ".join(" ".join(words).split())


def _is_stroke(word: Word) -> bool:
    return word.confidence is not None and word.confidence < SURE_WORD and not _capitalised(word.text)


def _written_over(lines: tuple[Line, ...]) -> bool:
    """True if a seal or a signature lies over recognised lines: some of what was read there is hardly a word."""
    words = [w for line in lines for w in line.words if w.confidence is not None]
    return any((w.confidence or 0.0) < SURE_WORD or _STROKES.search(w.text) for w in words)


def _capitalised(text: str) -> bool:
    return text[:1].isupper() and (len(text) > 1 or text == "Y")


def _take(reading: _SignatureReading, text: str) -> None:
    """One more line."""
    prefixed = signing_prefix(text) if is_capitals(text) else None
    if prefixed and prefixed[0] == "on_behalf":
        reading.behalf.append(prefixed[1])
        reading.last = reading.behalf
    elif prefixed and prefixed[0] == "in_place_of":
        reading.place_of[:] = reading.place_of or [prefixed[1]]  # "TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG": for the first
        reading.last = None
    elif prefixed:
        reading.positions.append(["QUYỀN", prefixed[1]])
        reading.last = reading.positions[-1]
    elif is_position(text):
        reading.positions.append([text])
        reading.last = reading.positions[-1]
    elif is_capitals(text) and not _capital_name(reading, text):
        if reading.last is not None and not reading.names and len(" ".join(reading.last).split()) < MOST_POSITION_WORDS:
            reading.last.append(text)
    elif _is_name(text):
        reading.names.append(text)


def _capital_name(reading: _SignatureReading, text: str) -> bool:
    """Whether a line of capitals under a position is a name: it begins with a family name."""
    return bool(reading.positions) and _surname(text) and len(text.split()) <= LONGEST_CAPITAL_NAME


def _surname(text: str) -> bool:
    """True if the text begins with a family name, marks and all: not "PHÂN CÔNG", nor "Quốc Hoàn" that lost "Đỗ"."""
    surname = vocabulary().begins("surnames", text)
    return surname is not None and _small(" ".join(text.split()[: len(surname.split())])) == _small(surname)


def _small(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold().strip(" .,;:")


def _is_name(text: str) -> bool:
    words = _without_ranks(text).replace("-", " ").split()
    if not 2 <= len(words) <= MOST_NAME_WORDS or plain(text).startswith("noi nhan"):
        return False
    return all(word[0].isupper() and word.replace("'", "").replace("’", "").isalpha() for word in words)


def _without_ranks(name: str) -> str:
    """The name without what a degree or a rank puts before it: "PGS.TS.", "Thiếu tướng"."""
    name = name.strip(" .,;:()")
    if rank := vocabulary().begins("ranks", name):
        name = " ".join(name.split()[len(rank.split()) :])
    return _TITLE.sub("", name)
