"""A seed → a document with one table of a random shape and random rows, as a content file says it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from tests.typesetter.content import LEFT, UP, Column, Content, Row, Table, load_content

LAYOUTS = Path(__file__).parents[1] / "layouts"
RULES = {
    "full": ("full", "full", "full", "dotted", "double", "open"),
    "across": ("horizontal",),
    "unruled": ("none",),
}
HEADINGS = {
    "number": ("STT", "TT", "Số TT"),
    "title": ("Nhiệm vụ", "Nội dung công việc", "Tên nhiệm vụ", "Nhiệm vụ, giải pháp", "Nội dung", "Công việc"),
    "result": ("Sản phẩm", "Kết quả", "Kết quả/Sản phẩm", "Sản phẩm đầu ra", "Kết quả dự kiến"),
    "deadline": ("Thời gian hoàn thành", "Thời hạn", "Thời gian thực hiện", "Tiến độ", "Thời hạn hoàn thành"),
    "lead": ("Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì", "Đơn vị thực hiện", "Cơ quan, đơn vị chủ trì"),
    "coordinating": ("Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp", "Cơ quan, đơn vị phối hợp"),
    "marker": ("Nhiệm vụ trọng tâm", "Mới", "Thường xuyên"),
    "extra": ("Ghi chú", "Kinh phí (triệu đồng)", "Nguồn kinh phí", "Căn cứ"),
}
WIDTHS = {"number": 1.3, "title": 6.0, "result": 4.2, "deadline": 2.6, "lead": 3.2, "coordinating": 3.8, "marker": 2.1}
EXTRAS = {
    "Ghi chú": ("", "", "Chuyển tiếp từ năm 2025", "Thực hiện theo giai đoạn"),
    "Căn cứ": ("", "Nghị quyết số 57-NQ/TW"),
}
GROUPS = (
    "Hoàn thiện thể chế, chính sách", "Phát triển hạ tầng", "Dữ liệu và nền tảng số", "Nâng cao nhận thức, kỹ năng",
    "Bảo vệ môi trường", "Thu hút đầu tư", "Đào tạo nguồn nhân lực", "Tổ chức thực hiện, kiểm tra, giám sát",
)  # fmt: skip
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


@dataclass(frozen=True, slots=True)
class Pool:
    """A layout's document and the cells of its whole rows by role."""

    content: Content
    cells: dict[str, tuple[str, ...]]


def random_content(seed: int, lines: str, held_back: bool = False) -> Content:
    """The document of a seed, its table ruled as ``lines`` (a key of ``RULES``) says."""
    dice = random.Random(f"{seed} {lines} {held_back}")
    pools = _pools(held_back)
    base, others = dice.choice(pools), dice.sample(pools, 3)
    roles = _roles(dice, base)
    levels = dice.choice((0, 0, 1, 1, 1, 2)) if "number" in roles else 0
    rows = _rows(dice, roles, levels, base, others)
    columns = _columns(dice, roles)
    rows = _shaped(dice, rows, columns, merged=lines != "unruled" and dice.random() < 0.12)
    table = Table(True, columns, _header(dice, columns), tuple(rows), _shape(dice, lines))
    wide = len(columns) > 6 or dice.random() < 0.5
    caption = ["PHỤ LỤC", "DANH MỤC NHIỆM VỤ", f"(Kèm theo Văn bản số {base.content.document['number'] or '…'})"]
    parts: list[tuple[str, Any]] = [p for p in base.content.parts if p[0] in ("letterhead", "prose", "signature")]
    parts += [("page", "landscape" if wide else "portrait"), ("caption", caption), ("table", table)]
    name = f"{lines}-{seed}{'-held-back' if held_back else ''}"
    return replace(base.content, name=name, parts=tuple(parts), shape=_page(dice), promises=())


def _roles(dice: random.Random, base: Pool) -> list[str]:
    """The columns' roles from left to right."""
    roles = ["title"] + [r for r in ("result", "deadline", "lead", "coordinating") if base.cells.get(r)]
    if len(roles) > 3 and dice.random() < 0.35:
        roles.remove(dice.choice([r for r in roles if r not in ("title", "lead")]))
    tail = roles[1:]
    dice.shuffle(tail)
    tail += ["extra"] * dice.choice((0, 0, 1, 1, 2)) + ["marker"] * dice.choice((0, 0, 0, 1, 2))
    if dice.random() < 0.3:
        dice.shuffle(tail)
    return [*(["number"] if dice.random() < 0.93 else []), "title", *tail]


def _rows(dice: random.Random, roles: Sequence[str], levels: int, base: Pool, others: Sequence[Pool]) -> list[Row]:
    """Groups and tasks in order; cells by role, the number first."""
    style = dice.choice(("{}", "{}", "{}.", "{:02d}", "{})"))
    running, restart = 0, dice.random() < 0.6
    rows: list[Row] = []
    names = dice.sample(GROUPS, 5)
    for g in range(dice.randint(2, 5) if levels else 1):
        if levels:
            rows.append(Row("group", 1, ((ROMAN[g] if levels == 1 else "ABCDE"[g]), names[g])))
            running = 0 if restart else running
        for inner in range(dice.randint(1, 2) if levels == 2 else 1):
            if levels == 2:
                rows.append(Row("group", 2, (ROMAN[inner], dice.choice(GROUPS))))
                running = 0
            for _ in range(dice.randint(1, 6) if levels else dice.randint(4, 22)):
                running += 1
                rows += _task(dice, roles, style.format(running), base, others)
    return rows


def _task(dice: random.Random, roles: Sequence[str], number: str, base: Pool, others: Sequence[Pool]) -> list[Row]:
    def cell(role: str) -> str:
        if role == "number":
            return number
        if role == "marker":
            return dice.choice(("x", "", ""))
        if role in ("title", "result"):
            return dice.choice(dice.choice((base, *others)).cells.get(role) or base.cells[role])
        return dice.choice(base.cells[role]) if role in base.cells else ""

    row = Row("task", 0, tuple(cell(role) for role in roles))
    if "number" not in roles or dice.random() > 0.06:
        return [row]
    own = [Row("task", 1, (f"{letter})", *(cell(role) for role in roles[1:]))) for letter in "ab"]
    return [row, *own]


def _columns(dice: random.Random, roles: Sequence[str]) -> tuple[Column, ...]:
    taken: set[str] = set()
    columns = []
    for role in roles:
        heading = dice.choice([h for h in HEADINGS[role] if h not in taken])
        taken.add(heading)
        columns.append(Column(role, WIDTHS.get(role, 2.8), heading))
    return tuple(columns)


def _header(dice: random.Random, columns: Sequence[Column]) -> tuple[tuple[str, ...], ...]:
    """The heading rows: sometimes on two levels, sometimes under a title inside the frame."""
    lowest = tuple(c.heading for c in columns)
    rows: tuple[tuple[str, ...], ...] = (lowest,)
    pair = next(
        (i for i in range(len(columns) - 1) if {columns[i].role, columns[i + 1].role} == {"lead", "coordinating"}), None
    )
    if pair is not None and dice.random() < 0.4:
        upper = tuple("Phân công" if i == pair else LEFT if i == pair + 1 else h for i, h in enumerate(lowest))
        lower = tuple(h if i in (pair, pair + 1) else UP for i, h in enumerate(lowest))
        rows = (upper, lower)
    if dice.random() < 0.12:
        rows = (("BẢNG PHÂN CÔNG NHIỆM VỤ", *[LEFT] * (len(columns) - 1)), *rows)
    return rows


def _shaped(dice: random.Random, rows: Sequence[Row], columns: Sequence[Column], merged: bool) -> list[Row]:
    """The rows with amounts and remarks filled in and, if so asked, bodies merged down: without rules none sees it."""
    lead = next((i for i, c in enumerate(columns) if c.role == "lead"), None)
    found: list[Row] = []
    for row in rows:
        cells = list(row.cells)
        if row.kind == "task":
            for i, column in enumerate(columns):
                if column.role == "extra":
                    kinds = EXTRAS.get(column.heading) or (str(dice.randint(2, 90) * 50), "")
                    cells[i] = dice.choice(kinds)
            before = found[-1] if found else None
            if merged and lead is not None and before is not None and before.kind == "task" and dice.random() < 0.5:
                cells[lead] = UP
        found.append(replace(row, cells=tuple(cells)))
    return found


def _shape(dice: random.Random, lines: str) -> dict[str, Any]:
    """How the table is set; what is not ruled is set so that a reader can tell its columns and rows."""
    ruled = lines == "full"
    return {
        "rules": dice.choice(RULES[lines]),
        "repeat": dice.random() < 0.6,
        "numbers": ruled and dice.random() < 0.15,
        "rows": dice.choice(("cut", "cut", "whole")),
        "valign": dice.choice(("top", "middle")) if ruled else "top",
        "groups": dice.choice(("title", "merged", "all")) if ruled else dice.choice(("title", "merged")),
        "table_size": dice.choice((10, 11, 12, 12, 13)),
        "align": dice.choice(("center", "start")) if ruled else "start",
        "text_align": dice.choice(("justify", "start")) if ruled else "start",
        "padding": dice.choice((0.08, 0.1, 0.12, 0.15)) if ruled else dice.choice((0.12, 0.14, 0.16)),
        "space": dice.choice((0, 0, 20, 45, 90)),
        "rectangles": ruled and dice.random() < 0.25,
    }


def _page(dice: random.Random) -> dict[str, Any]:
    return {"font": dice.choice(("Tinos", "Tinos", "Arimo")), "size": dice.choice((13, 14))}


@cache
def _pools(held_back: bool) -> tuple[Pool, ...]:
    paths = [p for p in sorted(LAYOUTS.glob("*.yaml")) if p.stem != "deadlines"][int(held_back) :: 2]
    pools = (_pool(load_content(path)) for path in paths)
    return tuple(pool for pool in pools if len(pool.cells.get("lead", ())) > 2 and len(pool.cells.get("title", ())) > 5)


def _pool(content: Content) -> Pool:
    cells: dict[str, list[str]] = {}
    for table in content.tables:
        for row in table.rows if table.tasks else ():
            for column, cell in zip(table.columns, row.cells, strict=False):
                if row.kind == "task" and row.depth == 0 and cell not in (UP, LEFT, "") and column.role in WIDTHS:
                    cells.setdefault(column.role, []).append(cell)
    for role in ("number", "marker"):
        cells.pop(role, None)
    usable = {role: tuple(dict.fromkeys(_usable(role, texts))) for role, texts in cells.items()}
    return Pool(content, {role: texts for role, texts in usable.items() if texts})


def _usable(role: str, texts: Sequence[str]) -> list[str]:
    """Cells that mean the same in any row; titles with dashes or notes belong to their own."""
    return [t for t in texts if "[[" not in t and (role != "title" or not t.startswith(("- ", "+ ")))]
