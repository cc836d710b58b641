"""A seed → a document with one or two tables of a random shape and random rows, as a content file says it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tests.random_tables.columns import draw_columns, draw_header, draw_roles
from tests.random_tables.pools import Pool, pools
from tests.random_tables.rows import RowDrawer, draw_manner
from tests.random_tables.words import Words, words_of
from tests.typesetter.content import Content, Table

RULES = {
    "full": ("full", "full", "full", "dotted", "double", "open"),
    "across": ("horizontal",),
    "unruled": ("none",),
}
MERGED, TWO_TABLES, FRESH_PAGE, NOTE_BELOW = 0.2, 0.15, 0.5, 0.12


def random_content(seed: int, lines: str, held_back: bool = False) -> Content:
    """The document of a seed, its tables ruled as ``lines`` (a key of ``RULES``) says."""
    dice = random.Random(f"{seed} {lines} {held_back}")
    known, words = pools(held_back), words_of(held_back)
    pool = (dice.choice(known), *dice.sample(known, 3))
    base = pool[0].content
    caption = ["PHỤ LỤC", "DANH MỤC NHIỆM VỤ", f"(Kèm theo Văn bản số {base.document['number'] or '…'})"]
    table = _table(dice, lines, pool, words)
    wide = len(table.columns) > 6 or dice.random() < 0.5
    parts: list[tuple[str, Any]] = [p for p in base.parts if p[0] in ("letterhead", "prose", "signature")]
    parts += [("page", "landscape" if wide else "portrait"), ("caption", caption), ("table", table)]
    if dice.random() < TWO_TABLES:
        if dice.random() < FRESH_PAGE:
            parts += [("page", "landscape"), ("caption", ["PHỤ LỤC II", "CÁC NHIỆM VỤ KHÁC"])]
        else:
            parts += [("prose", [dice.choice(words.between)])]
        shape = {"rules": table.shape["rules"], "rectangles": table.shape["rectangles"]}
        second = _table(dice, lines, pool, words)
        parts += [("table", replace(second, shape=second.shape | shape))]
    if dice.random() < NOTE_BELOW:
        parts += [("prose", [dice.choice(words.below)])]
    name = f"{lines}-{seed}{'-held-back' if held_back else ''}"
    return replace(base, name=name, parts=tuple(parts), shape=_page(dice, words), promises=())


def _table(dice: random.Random, lines: str, pool: tuple[Pool, ...], words: Words) -> Table:
    roles = draw_roles(dice, pool[0])
    columns = draw_columns(dice, roles, words)
    merged = lines != "unruled" and dice.random() < MERGED  # without rules nobody sees what is merged
    manner = draw_manner(dice, "number" in roles, merged)
    rows = RowDrawer(dice, roles, columns, pool, words).rows(manner)
    return Table(True, columns, draw_header(dice, columns, words), tuple(rows), _shape(dice, lines, roles))


def _shape(dice: random.Random, lines: str, roles: Sequence[str]) -> dict[str, Any]:
    """How the table is set; what is not ruled is set so that a reader can tell its columns and rows."""
    ruled = lines == "full"
    title_second = list(roles[1:2]) == ["title"]
    return {
        "rules": dice.choice(RULES[lines]),
        "repeat": dice.random() < 0.6,
        "numbers": dice.random() < 0.15,
        "rows": dice.choice(("cut", "cut", "whole")),
        "valign": dice.choice(("top", "middle")) if ruled else "top",
        "groups": dice.choice((*(["title"] if title_second else []), "merged", *(["all"] if ruled else []))),
        "table_size": dice.choice((9, 10, 11, 12, 12, 13)),
        "align": dice.choice(("center", "start")) if ruled else "start",
        "text_align": dice.choice(("justify", "start")) if ruled else "start",
        "padding": dice.choice((0.08, 0.1, 0.12, 0.15)) if ruled else dice.choice((0.12, 0.14, 0.16)),
        "space": dice.choice((0, 0, 20, 45, 90)),
        "rectangles": ruled and dice.random() < 0.25,
    }


def _page(dice: random.Random, words: Words) -> dict[str, Any]:
    margins = dice.choice(([2, 1.8, 2, 2.8], [2, 1.5, 2, 3], [1.5, 1.5, 1.5, 2]))
    return {
        "font": dice.choice(words.fonts),
        "size": dice.choice((13, 14)),
        "margins": margins,
        "mirrored": dice.random() < 0.2,
    }
