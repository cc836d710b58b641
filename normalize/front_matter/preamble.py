"""The text's first lines → the bases (căn cứ), paragraph by paragraph."""

from __future__ import annotations

import re
from statistics import median

from nghiquyet.extract.model import Line
from nghiquyet.normalize.front_matter.head_lines import FOOTNOTE_SIZE
from nghiquyet.normalize.front_matter.letterhead_words import is_capitals, vocabulary

MOST_LINES = 160  # lines that a preamble may take; longer is no preamble
_SERIES = re.compile(r"^(?:Thực hiện|Căn cứ|Triển khai)\b")


def read_bases(body: tuple[Line, ...]) -> tuple[str, ...]:
    """Each paragraph of the preamble that names a basis, verbatim; none if the text begins otherwise."""
    lines = _without_notes(body[:MOST_LINES])
    bases: list[list[str]] = []
    started = False
    for i, line in enumerate(lines):
        text = " ".join(line.text.split())
        if vocabulary().begins("bases", text) and text[:1].isupper():
            bases.append([text])
            started = True
        elif started and (_closed(bases[-1]) or _indented(lines, i)):
            if _SERIES.match(text) and _goes_in_series(lines, i):
                bases.append([text])
                continue
            break
        elif started:
            bases[-1].append(text)
        elif is_capitals(text):
            continue  # whose decision it is, a rule
        else:
            break
    return tuple(_paragraph(base) for base in bases)


def _without_notes(lines: tuple[Line, ...]) -> list[Line]:
    if not lines:
        return []
    usual = median(_size(line) for line in lines)
    return [line for line in lines if _size(line) >= FOOTNOTE_SIZE * usual]


def _size(line: Line) -> float:
    return median(w.size for w in line.words)


def _closed(base: list[str]) -> bool:
    return base[-1].rstrip().endswith((";", ".", ":"))


def _indented(lines: list[Line], i: int) -> bool:
    """Whether line ``i`` begins a paragraph: set in against the line before, which is no first line."""
    if lines[i].page != lines[i - 1].page:
        return False
    left = min(line.bbox[0] for line in lines if line.page == lines[i].page)
    set_in = lines[i].bbox[0] - left > 1.2 * lines[i].words[0].size
    return set_in and (lines[i - 1].bbox[0] - left < lines[i].words[0].size or _closed([lines[i - 1].text]))


def _goes_in_series(lines: list[Line], i: int) -> bool:
    """Whether the paragraph from line ``i`` on ends in a semicolon, as the items of a preamble do."""
    for line in lines[i : i + 8]:
        text = line.text.rstrip()
        if text.endswith((";", ".", ":")):
            return text.endswith(";")
    return False


def _paragraph(lines: list[str]) -> str:
    text = ""
    for line in lines:
        text += line if not text or re.search(r"[^\s\-–][-/]$", text) else " " + line
    return text
