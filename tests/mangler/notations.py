"""Pages of rows → text with tabs, with pipes, or in HTML."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

from tests.typesetter.content import LEFT, UP

Rows = Sequence[Sequence[str]]
Writer = Callable[[Rows, Rows], str]


def with_tabs(header: Rows, rows: Rows) -> str:
    return "\n".join("\t".join(cell.replace("¶", " ") for cell in row) for row in (*header, *rows))


def with_pipes(header: Rows, rows: Rows) -> str:
    lines = [_piped(row) for row in header]
    if header:
        lines.append("|" + "---|" * len(header[0]))
    return "\n".join([*lines, *(_piped(row) for row in rows)])


def _piped(row: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("¶", "<br>") for cell in row) + " |"


def in_html(header: Rows, rows: Rows) -> str:
    every = [*header, *rows]
    written = []
    for r, row in enumerate(every):
        tag = "th" if r < len(header) else "td"
        cells = []
        for c, cell in enumerate(row):
            if cell in (UP, LEFT):
                continue
            across = _run([row[i] for i in range(c + 1, len(row))], LEFT)
            down = _run([every[i][c] for i in range(r + 1, len(every))], UP)
            spans = (f' colspan="{across}"' if across > 1 else "") + (f' rowspan="{down}"' if down > 1 else "")
            cells.append(f"<{tag}{spans}>{html.escape(cell, quote=False).replace('¶', '<br>')}</{tag}>")
        written.append("<tr>" + "".join(cells) + "</tr>")
    return "<table>\n" + "\n".join(written) + "\n</table>"


def _run(cells: Sequence[str], mark: str) -> int:
    size = 1
    for cell in cells:
        if cell != mark:
            break
        size += 1
    return size


WRITERS: dict[str, Writer] = {"tab": with_tabs, "pipe": with_pipes, "html": in_html}
