"""Pages as a reader hands them over, made of the lines that a letterhead prints."""

from __future__ import annotations

from collections.abc import Sequence

from nghiquyet.extract.model import Document, Line, Page, Word

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT = 165.0, 420.0  # the middles of a letterhead's halves
MIDDLE = 312.0
LETTER = 6.2  # points a letter takes


def line(text: str, middle: float | None, top: float, *, x0: float = 85.0, page: int = 1, size: float = 13.0) -> Line:
    """A line of words; centred on ``middle``, or from ``x0`` on. A star before the text makes it bold."""
    bold = text.startswith("*") and len(text) > 1
    text = text[1:] if bold else text
    words = text.split(" ")
    x = x0 if middle is None else middle - len(text) * LETTER / 2
    made = []
    for word in words:
        width = max(len(word), 0) * LETTER
        if word:
            made.append(Word(word, (x, top, x + width, top + size), page, size=size, bold=bold))
        x += width + LETTER
    return Line(tuple(made))


def document(
    left: Sequence[str] = (),
    right: Sequence[str] = (),
    title: Sequence[str] = (),
    body: Sequence[str] = ("Nội dung như sau:",),
    recipients: Sequence[str] = (),
    signature: Sequence[str] = (),
    *,
    merged: bool = False,
    pages: int = 2,
) -> Document:
    """A document of two pages; with ``merged`` the letterhead's halves come as one line each."""
    lines: list[Line] = []
    for i in range(max(len(left), len(right))):
        top = 56 + 16.0 * i
        halves = [line(half[i], middle, top) for half, middle in ((left, LEFT), (right, RIGHT)) if i < len(half)]
        apart = len(halves) == 2 and halves[1].bbox[0] - halves[0].bbox[2] > 16
        lines += [Line(halves[0].words + halves[1].words)] if merged and apart else halves
    top = 170.0
    for text in title:
        top += 16
        if text:
            lines.append(line(text, MIDDLE, top, size=14))
    top += 24
    for text in body:
        first = text[:1].isupper() or text.startswith("*")
        lines.append(line(text, None, top, x0=121 if first else 85, size=14))
        top += 18
    end: list[Line] = []
    for i, text in enumerate(recipients):
        end.append(line(text, None, 400 + 13.0 * i, x0=89, page=pages, size=11))
    for i, text in enumerate(signature):
        last = i == len(signature) - 1 and i > 0
        end.append(line(text, 437, 401 + 16.0 * i + (60 if last else 0), page=pages, size=14))
    lines.append(line("Trên đây là kế hoạch, đề nghị các đơn vị thực hiện./.", None, 360, x0=121, page=pages, size=14))
    lines += sorted(end, key=lambda item: (item.bbox[3], item.bbox[0]))
    return of_lines(lines, pages)


def of_lines(lines: Sequence[Line], pages: int = 1, *, legible: bool = True) -> Document:
    sheets = tuple(
        Page(n, WIDTH, HEIGHT, tuple(w for x in lines if x.page == n for w in x.words), legible=legible)
        for n in range(1, pages + 1)
    )
    return Document("a.pdf", "0" * 64, "born_digital", sheets, tuple(lines), ())
