"""A seed → a document's text, its tables mangled, and the gold of what it should give."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.mangler.breakages import break_end, stop_commas
from tests.mangler.flat_tables import BODY_ROLES, FlatTable, flat_tables
from tests.mangler.notations import WRITERS
from tests.mangler.page_ends import PageEnd, cut_row, pages_of
from tests.typesetter.content import Content, load_content
from tests.typesetter.gold import gold

LAYOUTS = Path(__file__).parents[1] / "layouts"
OPEN = sorted(p for p in LAYOUTS.glob("*.yaml") if p.name != "deadlines.yaml")
HELD_OUT = sorted((LAYOUTS / "held_out").glob("*.yaml"))


@dataclass(frozen=True, slots=True)
class Mangled:
    """``done`` tells the breakages by name, with their pages."""

    name: str
    text: str
    gold: dict[str, Any]
    done: tuple[str, ...]


def mangled(seed: int, held_out: bool = False, intact: str | None = None) -> Mangled:
    """The document of a seed; ``intact`` names a notation in which it is written with no break at all."""
    dice = random.Random(seed)
    paths = HELD_OUT if held_out else OPEN
    path = paths[seed % len(paths)]
    content = load_content(path)
    done: list[str] = []
    text = _text(content, dice, done, intact)
    return Mangled(f"{seed} {path.stem}", text, gold(content), tuple(done))


def content_to_text(content: Content, dice: random.Random, notation: str) -> tuple[str, str]:
    """(notation, text) of a document with no break in its tables; merged cells are only written in HTML."""
    chosen = "html" if any(t.merged for t in flat_tables(content)) else notation
    return chosen, _text(content, dice, [], chosen)


def _text(content: Content, dice: random.Random, done: list[str], intact: str | None) -> str:
    pieces: list[str] = []
    tables = iter(flat_tables(content))
    merged = any(t.merged for t in flat_tables(content))
    notation = intact or ("html" if merged else dice.choice(("tab", "tab", "pipe", "html")))
    style = _Style(notation, repeats=dice.random() < 0.7, marks=dice.choice(("feed", "mark", "rule", "none")))
    done.append(f"{notation} {style.marks} {'repeated' if style.repeats else 'once'}")
    for kind, matter in content.parts:
        if kind == "letterhead":
            pieces += _letterhead(content)
        elif kind == "prose":
            pieces += [_prose_line(p) for p in matter if isinstance(p, str)]
        elif kind == "caption":
            pieces += ["\n".join(matter)]
        elif kind == "signature":
            pieces += ["Nơi nhận:\n" + "\n".join(matter["recipients"]), "\n".join(matter["lines"]), matter["name"]]
        elif kind == "table":
            pieces.append(_table(next(tables), style, dice, done, intact is not None))
    return "\n\n".join(pieces) + "\n"


@dataclass(frozen=True, slots=True)
class _Style:
    notation: str
    repeats: bool
    marks: str

    def page_end(self, number: int) -> str:
        return {"feed": "\f", "mark": f"\n\n--- Trang {number} ---\n\n", "rule": "\n\n---\n\n", "none": "\n\n"}[
            self.marks
        ]


def _letterhead(content: Content) -> list[str]:
    head = content.letterhead
    left = [*head.get("left", ()), head.get("number_line", "")]
    right = [
        *head.get("right", ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")),
        head.get("dateline", ""),
    ]
    title = [head.get("kind_line", ""), *head.get("title_lines", ())]
    return ["\n".join(x for x in left if x), "\n".join(x for x in right if x), "\n".join(x for x in title if x)]


def _prose_line(text: str) -> str:
    return f"**{text[2:]}**" if text.startswith("# ") else text


def _table(table: FlatTable, style: _Style, dice: random.Random, done: list[str], intact: bool) -> str:
    write = WRITERS[style.notation]
    pages = [[list(r.cells) for r in table.rows]] if intact else _broken_pages(table, dice, done)
    header = table.header
    texts = [write(header if style.repeats or not i else (), page) for i, page in enumerate(pages) if page]
    joined = texts[0]
    for number, text in enumerate(texts[1:], 2):
        joined += style.page_end(number) + text
    return joined


def _broken_pages(table: FlatTable, dice: random.Random, done: list[str]) -> list[list[list[str]]]:
    pages = pages_of(table.rows, dice)
    written: list[list[list[str]]] = [[list(row.cells) for row in page] for page in pages]
    for page in written:
        for row in page:
            for c, role in enumerate(table.roles):
                if role in BODY_ROLES and dice.random() < 0.02:
                    row[c] = stop_commas(row[c], dice)
    for i in range(len(pages) - 1):
        last = pages[i][-1]
        if last.group or dice.random() < 0.25:
            continue
        end = cut_row(last, table, dice) if dice.random() < 0.85 else _whole(written[i][-1])
        below = None if pages[i + 1][0].group else written[i + 1][0]
        broken = break_end(end, below, table, dice, slips=True)
        written[i][-1] = broken.above
        if broken.below is not None:
            written[i + 1][0] = broken.below
        if broken.rest is not None:
            written[i + 1].insert(0, broken.rest)
        if broken.done:
            done.append(f"{last.cells[0]}: {' + '.join(broken.done)}")
    return written


def _whole(row: list[str]) -> PageEnd:
    return PageEnd(list(row), [""] * len(row))
