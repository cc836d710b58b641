"""Tables of Vietnamese office prose that a page's end cuts at any line, to be joined again."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from nghiquyet.extract.model import Table
from nghiquyet.extract.tables.stitch import stitch
from tests.extract.builders import LEADING, LETTER, PAD, fragment

FLOOR = 780.0  # where the page's text ends
HEADINGS = ("TT", "Nhiệm vụ", "Sản phẩm", "Thời hạn", "Chủ trì", "Phối hợp")
LETTERS = (4, 26, 15, 11, 15, 15)  # to a line of each column
VERBS = "Xây dựng|Rà soát, sửa đổi|Ban hành|Tổ chức thực hiện|Hoàn thiện|Đẩy mạnh|Triển khai|Nghiên cứu, đề xuất".split(
    "|"
)
THINGS = (
    "kế hoạch chuyển đổi số|cơ chế, chính sách hỗ trợ doanh nghiệp|quy hoạch sử dụng đất|Đề án phát triển du lịch biển|"
    "cơ sở dữ liệu dân cư|hệ thống thông tin giải quyết thủ tục hành chính|Luật Đất đai năm 2024|"
    "mạng lưới trạm sạc xe điện|"
    "Khu kinh tế ven biển phía Nam|chương trình đào tạo nghề (điện, cơ khí, hàn) cho lao động nông thôn|nhà ở xã hội"
).split("|")
TAILS = (
    "trên địa bàn thành phố|giai đoạn 2026 - 2030|theo Nghị quyết số 57-NQ/TW|tại các xã, phường, đặc khu|đến năm 2045|"
    "bảo đảm an ninh trật tự|gắn với Phong trào thi đua yêu nước|; báo cáo Ban Thường vụ Thành ủy|"
    "nhằm thu hút đầu tư vào Hải Phòng"
).split("|")
RESULTS = (
    "Kế hoạch của Ủy ban nhân dân thành phố|Quyết định|Báo cáo|Nghị quyết của Hội đồng nhân dân|Đề án được phê duyệt|"
    "Hệ thống được đưa vào vận hành chính thức|100% thủ tục được cung cấp trực tuyến"
).split("|")
TIMES = (
    "Tháng 12/2026|Năm 2027|Quý III/2026|Hằng năm|Trước ngày 31/12/2026|2026 - 2030|Thường xuyên|Giai đoạn 2026 - 2030"
).split("|")
BODIES = (
    "Sở Tài chính|Sở Nông nghiệp và Môi trường|Ủy ban nhân dân các xã, phường, đặc khu|Công an thành phố|"
    "Sở Văn hóa, Thể thao và Du lịch|Ban Quản lý Khu kinh tế Hải Phòng|Văn phòng Ủy ban nhân dân thành phố|Sở Xây dựng|"
    "Các sở, ban, ngành và địa phương|Sở Khoa học và Công nghệ; Sở Tài chính"
).split("|")


@dataclass(frozen=True)
class Cut:
    """A table of ``rows`` (each cell its lines) whose first page ends in row ``row`` behind ``line`` lines of it.

    ``line`` 0: between that row and the one before. ``numbered``: with a column of numbers; ``centred``: these stand in
    the middle of their rows.
    """

    rows: tuple[tuple[str, ...], ...]
    row: int
    line: int
    numbered: bool = True
    centred: bool = False

    def whole(self) -> list[list[str]]:
        return [[" ".join(cell.split()) for cell in row[self.first :]] for row in self.rows]

    @property
    def first(self) -> int:
        """The first column printed."""
        return 0 if self.numbered else 1

    def parts(self) -> tuple[list[str], list[str]]:
        """What stands of the cut row on the first page and on the second."""
        row = list(self.rows[self.row])
        if self.centred:
            row[0] = "\n" * (max(len(cell.splitlines()) for cell in row) // 2) + row[0]
        cells = [cell.split("\n") for cell in row]
        return ["\n".join(c[: self.line]) for c in cells], ["\n".join(c[self.line :]) for c in cells]


def rows(rng: random.Random, count: int, gaps: float = 0.0) -> tuple[tuple[str, ...], ...]:
    """``gaps`` is the share of rows that leave their product empty, and of those that have nobody to work with."""
    made = []
    for number in range(1, count + 1):
        title = f"{rng.choice(VERBS)} {rng.choice(THINGS)}"
        for tail in rng.sample(TAILS, rng.randint(0, 2)):
            title += tail if tail.startswith(";") else f" {tail}"
        result = "" if rng.random() < gaps else rng.choice(RESULTS)
        others = "" if rng.random() < gaps else rng.choice(BODIES)
        cells = (str(number), title, result, rng.choice(TIMES), rng.choice(BODIES), others)
        made.append(tuple(wrapped(cell, n) for cell, n in zip(cells, LETTERS, strict=True)))
    return tuple(made)


def wrapped(text: str, letters: int) -> str:
    return "\n".join(textwrap.wrap(text, letters, break_on_hyphens=False))


def random_cut(seed: int, inside: bool, numbered: bool = True, centred: bool = False, gaps: float = 0.0) -> Cut:
    """A table cut inside a row, or between two."""
    rng = random.Random(seed)
    while True:
        made = rows(rng, rng.randint(5, 9), gaps)
        row = rng.randrange(1, len(made))
        height = max(len(cell.splitlines()) for cell in made[row])
        if not inside:
            return Cut(made, row, 0, numbered, centred)
        if height > 1:
            return Cut(made, row, rng.randint(1, height - 1), numbered, centred)


def joined_again(cut: Cut) -> Table:
    """The table as stitched from its two pages, the heading on the first only."""
    first = [list(HEADINGS), *(list(row) for row in cut.rows[: cut.row])]
    second = [list(row) for row in cut.rows[cut.row :]]
    if cut.line:
        above, second[0] = cut.parts()
        first.append(above)
    widths = [n * LETTER + 2 * PAD for n in LETTERS][cut.first :]
    first, second = [row[cut.first :] for row in first], [row[cut.first :] for row in second]
    parts = [
        (fragment(first, page=1, top=FLOOR - _height(first), widths=widths), ()),
        (fragment(second, page=2, top=60, widths=widths), ()),
    ]
    (table,) = stitch(parts)
    return table


def _height(rows: Sequence[Sequence[str]]) -> float:
    return sum(2 * PAD + LEADING * max(len(cell.splitlines()) or 1 for cell in row) for row in rows)
