"""Rows that lost cells: what is there goes to the columns that hold such things."""

from __future__ import annotations

import pytest

from nghiquyet.extract.readers.ocr_text.model import TextCell, TextRow, TextWord
from nghiquyet.extract.readers.ocr_text.short_rows import placed_short_rows

HEAD = ["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm"]
WHOLE = [
    [str(n), f"Lập quy hoạch số {n}", "Sở Xây dựng", "Sở Tài chính", f"Quý I/202{n}", f"Báo cáo số {n}"]
    for n in range(1, 5)
]


def row(texts: list[str], down: int | None = None) -> TextRow:
    """A row of these texts; ``down``: the column whose cell is merged over two rows."""
    cells = [TextCell(tuple(TextWord(w) for w in text.split())) for text in texts]
    if down is not None:
        cells[down] = TextCell(cells[down].words, 1, 2)
    return TextRow(tuple(cells), 1)


def placed(short: list[str]) -> list[str]:
    return list(placed_short_rows([row(HEAD), *map(row, WHOLE), row(short)], 6)[-1].texts)


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        (["5", "Rà soát", "Sở Y tế", "Năm 2030", "Kế hoạch"], ["5", "Rà soát", "Sở Y tế", "", "Năm 2030", "Kế hoạch"]),
        (["5", "Rà soát", "Năm 2030", "Kế hoạch"], ["5", "Rà soát", "", "", "Năm 2030", "Kế hoạch"]),
        (
            ["5", "Rà soát", "Sở Y tế", "Sở Bảy", "Năm 2030"],
            ["5", "Rà soát", "Sở Y tế", "Sở Bảy", "Năm 2030", ""],
        ),
        (["I", "Hạ tầng"], ["I", "Hạ tầng", "", "", "", ""]),
        (["5", "Rà soát", "Kế hoạch"], ["5", "Rà soát", "Kế hoạch", "", "", ""]),
    ],
)
def test_cells_go_where_they_fit(short: list[str], whole: list[str]) -> None:
    assert placed(short) == whole


def test_a_place_that_was_only_told_by_kinds_is_thin_evidence() -> None:
    found = placed_short_rows(
        [row(HEAD), *map(row, WHOLE), row(["5", "Rà soát", "Sở Y tế", "Năm 2030", "Tờ trình"])], 6
    )
    moved = [bool(cell and cell.joins) for cell in found[-1].cells]
    assert moved == [False, False, False, False, True, True]


def test_a_merged_cell_above_reaches_into_the_column_that_is_skipped() -> None:
    above, covered = row(["5", "Rà soát", "Sở Y tế", "Sở Nội vụ", "Năm 2029", "Kế hoạch"], down=3), row(WHOLE[3])
    covered = covered.with_cell(3, None)
    short = row(["7", "Sơ kết", "Sở Y tế", "Năm 2030", "Báo cáo"])
    found = placed_short_rows([row(HEAD), *map(row, WHOLE), above, covered, short], 6)
    assert found[-1].cells[3] is None
    source = found[-3].cells[3]
    assert source is not None
    assert (source.row_span, len(source.joins)) == (3, 1)
