"""Text from the web that parts cells by lines of one bar → tables in pipes, and paragraphs of letterheads.

A page turned to text writes each cell of a table between lines that hold nothing but "|", broken at some width. A row's
last bar and the next row's first stand one below the other, as the bars of an empty cell do:

    |
    **TT**
    |
    **Nhiệm vụ**
    |
    |
    1
    |
    Xây dựng kế
    hoạch
    |

Letterheads and signatures are written the same way; there the cells are paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nghiquyet.extract.language.frame_phrases import match_cue
from nghiquyet.extract.language.numbering.leading import leading_readings, starts_bullet
from nghiquyet.extract.readers.ocr_text.bar_rows import parts_to_rows

_BAR = re.compile(r"^\s*\|\s*$")
_RULE = re.compile(r"^\s*[-_=*]{3,}\s*$")
_EMPTY_EMPHASIS = re.compile(r"^[\s*_]*$")
_STRONG = "**"
_OPEN_NUMBER = re.compile(r"^[\s*_]*Số\s*:?[\s*_]*$")
# Cells that belong to no table of data.
_FRAMES = ("motto", "recipients", "end_matter")


@dataclass(slots=True)
class _Block:
    """Cells between bars that belong together, in reading order."""

    cells: list[list[str]]


def without_lone_bars(text: str) -> str:
    """The text with its tables in pipes and the cells of letterheads unwrapped; as it is if it has no lone bars."""
    lines = text.split("\n")
    bars = [i for i, line in enumerate(lines) if _BAR.match(line)]
    if len(bars) < 2:
        return text
    made: list[str] = []
    for piece in _pieces(lines, bars):
        made += _block_lines(piece) if isinstance(piece, _Block) else piece
    return "\n".join("" if _EMPTY_EMPHASIS.match(line) else line for line in made)


def _pieces(lines: Sequence[str], bars: Sequence[int]) -> Iterator[_Block | list[str]]:
    """Text outside bars, and blocks of cells, in reading order."""
    head = list(lines[: bars[0]])
    block = _Block([])
    if _has_motto(head) or _has_motto(lines[bars[0] + 1 : bars[1]]):
        block.cells.append(head)  # the letterhead's first bar is lost, or all its left half
    else:
        yield head
    for bar, after in zip(bars, [*bars[1:], len(lines)], strict=True):
        part = list(lines[bar + 1 : after])
        last = after == len(lines)
        if last or _stands_outside(part):
            yield block
            block = _Block([])
            yield ["", *part, ""]
        else:
            block.cells.append(part)
    yield block


def _has_motto(lines: Sequence[str]) -> bool:
    return any(match_cue("motto", _plain(line)) for line in _unwrapped(lines))


def _stands_outside(part: Sequence[str]) -> bool:
    """True for text between two tables: a blank line parts it from the bar, or it is an appendix's title."""
    if not any(line.strip() for line in part):
        return False
    return not part[0].strip() or any(match_cue("appendix", _plain(line)) for line in part)


def _plain(line: str) -> str:
    return line.replace("*", "").strip()


def _block_lines(block: _Block) -> list[str]:
    cells = [list(_unwrapped(cell)) for cell in block.cells]
    frame = any(match_cue(family, _plain(line)) for cell in cells for line in cell for family in _FRAMES)
    rows = () if frame else parts_to_rows([_one_line(cell) for cell in cells])
    if rows:
        return ["", *(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows), ""]
    return [line for cell in cells for line in [*cell, ""]]


def _one_line(cell: Sequence[str]) -> str:
    """A cell's lines in one, its list items and labelled lines parted by breaks."""
    whole = ""
    for line in (line.strip() for line in cell):
        if line:
            begins = starts_bullet(_plain(line)) or bool(leading_readings(_plain(line)))
            whole += f"{'<br>' if begins else ' '}{line}" if whole else line
    return whole


def _unwrapped(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a cell, those joined that only the width broke: in an open emphasis, or before small letters."""
    opened = _opens_before(lines)
    whole = ""
    for line in lines:
        if _RULE.match(line) or _EMPTY_EMPHASIS.match(line):
            yield from [whole] if whole else []
            whole, opened = "", False
            continue
        begins = line.lstrip("*_ ")[:1]
        goes_on = bool(whole) and (opened or begins.islower() or bool(_OPEN_NUMBER.match(whole)))
        if whole and not goes_on:
            yield whole
        whole = f"{whole.rstrip()} {line.strip()}" if goes_on else line
        opened ^= _toggles(line)
    if whole:
        yield whole


def _opens_before(lines: Sequence[str]) -> bool:
    """True if the first mark of strong print only closes: "HỘI ĐỒNG NHÂN" / "DÂN**" began before the first word."""
    first = next((line for line in lines if _STRONG in line), "")
    return first.count(_STRONG) % 2 == 1 and not first.lstrip().startswith(_STRONG)


def _toggles(line: str) -> bool:
    """True if the line opens an emphasis that it does not close, or closes one that it did not open."""
    if line.count(_STRONG) % 2:
        return True
    return line.replace(_STRONG, "").count("*") % 2 == 1
