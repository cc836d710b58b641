from __future__ import annotations

from dataclasses import replace

import pytest

from nghiquyet.extract.model import Line, Word
from nghiquyet.extract.page.words_to_lines import words_to_lines
from nghiquyet.extract.tables.classify.heading_lines import heading_block, heading_blocks, heading_line
from tests.extract.builders import across, word, words

COLUMNS = (50.0, 85.0, 300.0, 400.0)
HEADINGS = {"TT", "Nhiệm vụ", "Thời hạn", "Chủ trì"}
ROWS = [
    (100, ["TT", "Nhiệm vụ", "Thời hạn", "Chủ trì"]),
    (124, ["1", "Lập quy hoạch trạm sạc", "Năm 2027", "Sở Xây dựng"]),
    (138, ["", "xe điện", "", "thành phố"]),
]


def printed(rows: list[tuple[float, list[str]]] = ROWS) -> list[Word]:
    return [w for top, cells in rows for x, text in zip(COLUMNS, cells, strict=False) for w in words(text, x, top)]


def test_the_line_of_headings_is_found_among_the_pages_lines() -> None:
    lines = words_to_lines([*words("Phụ lục kèm theo Kế hoạch", top=60), *printed()])
    found = heading_line(lines)
    assert found is not None
    assert found.text == "TT Nhiệm vụ Thời hạn Chủ trì"


def test_headings_of_two_lines_are_read_over_both() -> None:
    rows = [(100, ["TT", "Nhiệm", "Thời", "Chủ"]), (114, ["", "vụ", "hạn", "trì"]), *ROWS[1:]]
    assert heading_line(words_to_lines(printed(rows))) is not None


def test_prose_with_gaps_is_no_line_of_headings() -> None:
    assert heading_line(words_to_lines(printed(ROWS[1:]))) is None
    assert heading_line(()) is None


def test_a_block_of_headings_ends_where_the_first_number_stands() -> None:
    rows = [(100, ["TT", "Nhiệm", "Thời", "Chủ"]), (114, ["", "vụ", "hạn", "trì"]), (128, ROWS[1][1])]
    found = heading_block(words_to_lines(printed(rows)))
    assert found is not None
    assert (found.top, found.bottom) == (100, 126)
    assert [round(x0) for x0, _ in found.spans] == list(COLUMNS)


def test_a_ruling_over_all_columns_ends_a_block() -> None:
    rows = [(100, ["TT", "Nhiệm", "Thời", "Chủ"]), (114, ["", "vụ", "hạn", "trì"]), (128, ["", "Cải cách", "", ""])]
    lines = words_to_lines(printed(rows))
    without, with_ruling = (heading_block(lines, r) for r in ((), (across(127),)))
    assert without is not None
    assert with_ruling is not None
    assert (without.bottom, with_ruling.bottom) == (140, 126)
    within = heading_block(lines, (across(127, 50, 150),))
    assert within == without


def test_a_speck_among_recognised_headings_heads_no_column() -> None:
    rows = [(100, ["TT", "Nhiệm", "Thời", "Chủ"]), (114, ["", "vụ", "hạn", "trì"])]
    speck = word("#", 200, 114)
    found = heading_block(words_to_lines([*printed(rows), replace(speck, confidence=0.4)]))
    assert found is not None
    assert [round(x0) for x0, _ in found.spans] == list(COLUMNS)
    with_mark = heading_block(words_to_lines([*printed(rows), speck]))
    assert with_mark is not None
    assert len(with_mark.spans) == len(COLUMNS) + 1


def test_no_headings_no_block() -> None:
    assert heading_block(words_to_lines(printed(ROWS[1:]))) is None


def test_headings_over_a_ruling_of_their_own_head_no_column() -> None:
    rows = [(100, ["TT", "Nhiệm vụ", "", ""]), (116, ["", "", "Chủ trì", "Phối hợp"])]
    lines = words_to_lines([*printed(rows), *words("Trách nhiệm thực hiện", 310, 100)])
    without, ruled = (heading_block(lines, r) for r in ((), (across(114, 300, 520),)))
    assert without is not None
    assert ruled is not None
    assert (len(without.spans), len(ruled.spans)) == (4, 4)
    assert [round(upper.y) for upper in without.uppers] == [114]
    assert ruled.uppers == ()


@pytest.mark.parametrize(
    ("upper", "x", "below", "told"),
    [
        ("Phân công", 360, [("Chủ trì", 310), ("Phối hợp", 410)], 1),
        ("Phân công", 310, [("Chủ trì", 310), ("Phối hợp", 470)], 0),
        ("Thời gian", 410, [("hoàn thành", 410)], 0),
        ("Thời", 360, [("hạn", 366)], 0),
    ],
    ids=["in the middle over two", "over the first of two", "a heading of two lines", "a short one of two lines"],
)
def test_an_upper_heading_stands_in_the_middle_over_two(
    upper: str, x: float, below: list[tuple[str, float]], told: int
) -> None:
    head = [*printed([(100, ["TT", "Nhiệm vụ"])]), *words("Kết quả", 220, 100), *words(upper, x, 100)]
    lines = words_to_lines([*head, *(w for text, at in below for w in words(text, at, 116))])
    block = heading_block(lines)
    assert block is not None
    assert len(block.uppers) == told


@pytest.mark.parametrize(
    ("row", "of_it"),
    [(["II", "Dữ liệu và nền tảng số"], False), (["A", "Hạ tầng số"], False), (["T", "vụ, giải pháp"], True)],
)
def test_a_groups_row_right_below_is_none_of_the_headings(row: list[str], of_it: bool) -> None:
    rows = [(100, ["TT", "Nhiệm vụ", "Thời hạn", "Chủ trì"]), (116, row)]
    block = heading_block([replace_bold(line) for line in words_to_lines(printed(rows))])
    assert block is not None
    assert (block.bottom > 116) is of_it


def replace_bold(line: Line) -> Line:
    return Line(tuple(replace(w, bold=True) for w in line.words))


@pytest.mark.parametrize(("top", "x", "within"), [(114, 400, True), (124, 400, False), (114, 200, False)])
def test_a_recognised_word_close_below_a_heading_is_of_it(top: float, x: float, within: bool) -> None:
    head = [replace(w, bold=True, confidence=0.9) for w in printed(ROWS[:1])]
    last = [replace(w, bold=False, confidence=0.9) for w in words("trì", x, top)]
    block = heading_block(words_to_lines([*head, *last]))
    assert block is not None
    assert (block.bottom > top) is within


def test_headings_of_narrow_columns_are_parted_by_white_wider_than_a_space() -> None:
    def spans(white: float) -> int:
        close = [*words("Cơ quan chủ trì", 300, 100), *words("Cơ quan phối hợp", 390 + white, 100)]
        block = heading_block(words_to_lines([*words("TT", 50, 100), *words("Nhiệm vụ", 85, 100), *close]))
        return len(block.spans) if block is not None else 0

    end = words("Cơ quan chủ trì", 300, 100)[-1].bbox[2] - 390
    assert (spans(end + 3), spans(end + 6)) == (3, 4)


def test_a_groups_sums_leave_it_none_of_the_headings() -> None:
    rows = [(100, ["TT", "Nhiệm vụ", "Thời hạn", "Kinh phí"]), (116, ["II", "Dữ liệu và nền tảng số", "", "1.350"])]
    block = heading_block([replace_bold(line) for line in words_to_lines(printed(rows))])
    assert block is not None
    assert block.bottom < 116


def test_headings_printed_again_end_where_they_did() -> None:
    rest = (116.0, ["", "VÀ RÀ SOÁT QUY HOẠCH", "", ""])
    first = heading_block([replace_bold(line) for line in words_to_lines(printed(ROWS[:1]))])
    again = [replace_bold(line) for line in words_to_lines(printed([ROWS[0], rest]))]
    assert [b.bottom > 116 for before in (None, first) for b in heading_blocks(again, (), before)] == [True, False]


def test_headings_lower_down_are_found_where_all_are_bold_and_known() -> None:
    second = [(200.0, ["TT", "Nhiệm vụ", "Thời hạn", "Chủ trì"]), (224.0, ["1", "Lập kế hoạch", "Năm 2027", "Sở Y tế"])]
    lines = words_to_lines(printed([*ROWS, *second]))
    bold = [replace_bold(line) if line.text.startswith("TT") else line for line in lines]
    assert [b.top for b in heading_blocks(bold)] == [100, 200]
    assert [b.top for b in heading_blocks(lines)] == [100]
