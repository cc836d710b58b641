"""The document's first page → the letterhead's halves, and the lines below it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from nghiquyet.extract.model import Document, Line, Word
from nghiquyet.normalize.front_matter.letterhead_words import bare, plain, vocabulary

MOST_HEAD_LINES = 60  # lines of the first page that are looked at; titles and bases end before
SAME_HEIGHT = 0.5  # part of a line's height by which two lines' middles may differ and still be one row
FLOWING_SHARE = 0.85  # of the lines begin at one place where the text has no layout: plain text, a Word file's stream
FLOWING_BY = 3.0  # points by which those lines may differ
SPLIT_GAP = 1.2  # letter sizes between the halves of a letterhead that were read as one line
FOOTNOTE_SIZE = 0.85  # smaller letters, against the page's usual ones, are notes and stamps
NUMBER_LINE = re.compile(r"^\s*(?:Số|SỐ)\s*(?:[:.]|\d|…|/|-|\s|$)")
DATE_LINE = re.compile(r"ngày\b.*tháng\b|,\s*ngày\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """A letterhead: rows of its halves from the top down, and what stands below. ``party`` by its motto."""

    left: tuple[str, ...]
    left_bold: tuple[bool, ...]
    right: tuple[str, ...]
    below: tuple[Line, ...]
    party: bool
    motto: bool


def first_page_lines(document: Document) -> tuple[Line, ...]:
    """The lines of page 1 in reading order, stamps left out; those of a frame that holds the motto included."""
    lines = [line for line in document.lines if line.page == 1]
    if not any(motto_at(line) is not None for line in lines):
        framed = [line for line in _framed_lines(document) if line.page == 1]
        if any(motto_at(line) is not None for line in framed):
            lines = framed + lines
    return tuple(line for line in lines if line.text.strip() and not is_stamp(line.text))[:MOST_HEAD_LINES]


def _framed_lines(document: Document) -> Iterable[Line]:
    """Lines of tables that are but a frame for the halves of a letterhead: at most three rows."""
    for table in document.tables:
        if len(table.rows) <= 3:
            yield from table.header_lines
            for row in table.rows:
                seen: list[object] = []
                for cell in row.cells:
                    if not any(cell is other for other in seen):
                        seen.append(cell)
                        yield from cell.lines


def is_stamp(text: str) -> bool:
    """Whether a line is a stamp or a signature's data ("Người ký: …", "HỎA TỐC"), not text."""
    words = plain(text)
    for stamp in vocabulary().listed("stamps"):
        form = plain(stamp)
        if words.strip("(). ") == form or (len(form) > 6 and words.lstrip("( ").startswith(form)):
            return True
    return False


def motto_at(line: Line) -> int | None:
    """The index of the word at which a motto begins in the line, though a narrow column may break it.

    In mid-line only capitals are one: "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam" names the country.
    """
    for i, word in enumerate(line.words):
        rest = bare(" ".join(w.text for w in line.words[i:]))
        if (not i or word.text.isupper()) and any(_opens(motto, rest) for motto in vocabulary().mottos):
            return i
    return None


def _opens(motto: str, rest: str) -> bool:
    """True if the end of a line opens with a motto, or is the better part of one that goes on below."""
    return rest.startswith(motto) or (len(rest) > len(motto) / 2 and motto.startswith(rest))


def is_flowing(lines: tuple[Line, ...]) -> bool:
    """Whether the lines are a stream without layout: nothing is centred, nothing stands beside anything."""
    if not lines:
        return False
    left = min(line.bbox[0] for line in lines)
    return sum(line.bbox[0] - left < FLOWING_BY for line in lines) >= FLOWING_SHARE * len(lines)


def split_head(lines: tuple[Line, ...], kind_at: int | None) -> Head:
    """The halves of the letterhead among ``lines``, the title's first line being ``lines[kind_at]`` if known."""
    found = next(((i, at) for i, line in enumerate(lines) if (at := motto_at(line)) is not None), None)
    if found is None:
        end = kind_at if kind_at is not None else 0
        left = tuple(lines[:end])
        rows = _rows(left)
        return Head(tuple(_text(r) for r in rows), tuple(_bold(r) for r in rows), (), lines[end:], False, False)
    index, at = found
    motto = lines[index].words[at:]
    end = kind_at if kind_at is not None else _head_end(lines, index)
    flowing = is_flowing(lines)
    halves = [_halves_by_content(line) if flowing else _halves(line, motto) for line in lines[:end]]
    left_rows = _rows(tuple(h[0] for h in halves if h[0]))
    right_rows = _rows(tuple(h[1] for h in halves if h[1]))
    return Head(
        left=tuple(_text(r) for r in left_rows),
        left_bold=tuple(_bold(r) for r in left_rows),
        right=tuple(_text(r) for r in right_rows),
        below=lines[end:],
        party="dangcongsan" in bare(" ".join(w.text for w in motto)),
        motto=True,
    )


def _head_end(lines: tuple[Line, ...], motto: int) -> int:
    """Where the letterhead of a document without a kind line (a letter) ends: below number, date and subject."""
    end = motto + 1
    bottom = lines[motto].bbox[3]
    for i, line in enumerate(lines[motto + 1 :], start=motto + 1):
        if plain(line.text).startswith("kinh gui") or line.bbox[1] - bottom > 8 * line.words[0].size:
            return i
        subject = plain(line.text).startswith("v/v")
        if NUMBER_LINE.match(line.text) or DATE_LINE.search(line.text) or subject:
            end, bottom = i + 1, line.bbox[3]
    return end


def _halves_by_content(line: Line) -> tuple[Line | None, Line | None]:
    """A stream's line by what it says: mottos and the date are the right half's, the rest is the left's."""
    second = bare(line.text).startswith(vocabulary().mottos[-1])
    if motto_at(line) is not None or second or DATE_LINE.search(line.text):
        return None, line
    return line, None


def _halves(line: Line, motto: tuple[Word, ...]) -> tuple[Line | None, Line | None]:
    """The left and the right part of a letterhead's line; ``motto`` are the words whose column is the right one."""
    at = motto_at(line)
    if at is not None:
        return (Line(line.words[:at]) if at else None), Line(line.words[at:])
    text = plain(line.text)
    if bare(text).startswith(vocabulary().mottos[-1]):
        return None, line
    x0, x1 = motto[0].bbox[0], motto[-1].bbox[2]
    if line.bbox[0] < x0 - line.words[0].size and line.bbox[2] > (x0 + x1) / 2 and len(line.words) > 1:
        if (cut := _widest_gap(line, x0)) is not None:
            return Line(line.words[:cut]), Line(line.words[cut:])
        if DATE_LINE.search(line.text):
            return None, line
        return line, None
    return (None, line) if (line.bbox[0] + line.bbox[2]) / 2 >= x0 else (line, None)


def _widest_gap(line: Line, x0: float) -> int | None:
    """The word that begins the right half: after the widest gap, if that is wider than a space."""
    gaps = [
        (b.bbox[0] - a.bbox[2], i)
        for i, (a, b) in enumerate(zip(line.words, line.words[1:], strict=False), start=1)
        if b.bbox[0] > x0 - 100
    ]
    if not gaps:
        return None
    gap, index = max(gaps)
    return index if gap > SPLIT_GAP * line.words[0].size else None


def _rows(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], ...]:
    """Lines that stand on one height joined, left to right: "Số:" and "/KH-UBND" printed with a gap."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and _same_height(rows[-1][-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return tuple(tuple(sorted(row, key=lambda r: r.bbox[0])) for row in rows)


def _same_height(a: Line, b: Line) -> bool:
    middle_a, middle_b = (a.bbox[1] + a.bbox[3]) / 2, (b.bbox[1] + b.bbox[3]) / 2
    height = min(a.bbox[3] - a.bbox[1], b.bbox[3] - b.bbox[1])
    apart = a.bbox[2] <= b.bbox[0] or b.bbox[2] <= a.bbox[0]
    return apart and abs(middle_a - middle_b) < SAME_HEIGHT * height


def _text(row: tuple[Line, ...]) -> str:
    return " ".join(line.text for line in row)


def _bold(row: tuple[Line, ...]) -> bool:
    return all(line.bold for line in row)
