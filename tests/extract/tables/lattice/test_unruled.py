from __future__ import annotations

from dataclasses import replace

from nghiquyet.extract.model import Ruling, Word
from nghiquyet.extract.tables.classify.heading_lines import HeadingBlock
from nghiquyet.extract.tables.lattice.unruled import Area, area_below, area_to_fragment
from tests.extract.builders import across, words

COLUMNS = (50.0, 85.0, 300.0, 400.0, 520.0)
ROWS = [
    (100, ["TT", "Nhiệm vụ", "Thời hạn", "Chủ trì"]),
    (124, ["1", "Lập quy hoạch trạm sạc", "Năm 2027", "Sở Xây dựng"]),
    (138, ["", "xe điện", "", "thành phố"]),
    (162, ["2", "Ban hành cơ chế", "Năm 2026", "Sở Tài chính"]),
]


def printed(rows: list[tuple[float, list[str]]] = ROWS) -> list[Word]:
    places = [x + 4 for x in COLUMNS]
    return [w for top, cells in rows for x, text in zip(places, cells, strict=False) for w in words(text, x, top)]


def made(
    rulings: tuple[Ruling, ...] = (), rows: list[tuple[float, list[str]]] = ROWS, bottom: float = 180
) -> list[list[str]]:
    found = area_to_fragment(Area(98, bottom, COLUMNS), printed(rows), rulings, 1)
    assert found is not None
    table: dict[int, list[str]] = {}
    for cell in found.cells:
        table.setdefault(cell.row, []).append(cell.text)
    return list(table.values())


def test_rows_without_rulings_are_parted_by_numbers_and_white() -> None:
    assert made() == [
        ["TT", "Nhiệm vụ", "Thời hạn", "Chủ trì"],
        ["1", "Lập quy hoạch trạm sạc xe điện", "Năm 2027", "Sở Xây dựng thành phố"],
        ["2", "Ban hành cơ chế", "Năm 2026", "Sở Tài chính"],
    ]


def test_horizontal_rulings_part_rows() -> None:
    rulings = tuple(across(y, 50, 520) for y in (98, 118, 156, 180))
    found = area_to_fragment(Area(98, 180, COLUMNS), printed(), rulings, 1)
    assert found is not None
    assert found.ruled == "horizontal"
    assert found.rows == (98, 118, 156, 180)
    assert len(made(rulings)) == 3


def test_a_ruling_that_a_scan_parted_is_one() -> None:
    parted = (across(98, 50, 520), across(118, 50, 520), across(156, 50, 100), across(156, 110, 520))
    found = area_to_fragment(Area(98, 156, COLUMNS), printed(), (*parted, across(180, 50, 520)), 1)
    assert found is not None
    assert found.rows == (98, 118, 156, 180)


def test_a_heading_over_all_columns_is_one_cell() -> None:
    group = (124.0, ["I", "Nhóm nhiệm vụ về hạ tầng giao thông và năng lượng"])
    tasks = [(148.0 + 24 * i, [str(i + 1), "Lập quy hoạch", "Năm 2027", "Sở Xây dựng"]) for i in range(9)]
    assert group[1][1] in made(rows=[ROWS[0], group, *tasks], bottom=360)[1]


def test_prose_that_keeps_to_no_columns_is_no_table() -> None:
    prose = [
        w
        for i in range(6)
        for w in words("Các sở ban ngành và địa phương tổ chức thực hiện nghiêm túc Kế hoạch", 54, 100 + 14 * i)
    ]
    assert area_to_fragment(Area(98, 190, COLUMNS), prose, (), 1) is None


def test_an_empty_area_is_no_table() -> None:
    assert area_to_fragment(Area(98, 190, COLUMNS), [], (), 1) is None


def test_columns_of_the_page_before_are_kept_where_the_text_keeps_to_them() -> None:
    known_columns = (50.0, 84.0, 299.0, 401.0, 520.0)
    found = area_to_fragment(Area(98, 180, (50.0, 300.0, 400.0, 520.0)), printed(ROWS[1:]), (), 2, known=known_columns)
    assert found is not None
    assert found.columns == known_columns


def test_a_longer_word_far_below_the_headings_moves_a_border() -> None:
    tasks: list[tuple[float, list[str]]] = [
        (124.0 + 24 * i, [str(i + 1), "Lập quy hoạch", "Năm 2027", "Sở Xây dựng"]) for i in range(10)
    ]
    tasks.append((364.0, ["11", "Xây dựng cơ sở dữ liệu đất đai rừng", "Năm 2028", "Sở Xây dựng"]))
    page = printed([ROWS[0], *tasks])
    last = max(w.bbox[2] for w in page if w.bbox[1] > 360 and w.bbox[0] < 290)
    heading = HeadingBlock(((54, 68), (88, 140), (304, 350), (404, 440)), 98, 115)
    found = area_to_fragment(Area(98, 125, COLUMNS), page, (), 1, heading)
    assert found is not None
    assert last < found.columns[2] < 304
    row = [cell.text for cell in found.cells if cell.row == found.cells[-1].row]
    assert row == tasks[-1][1]


def test_a_table_goes_on_over_words_that_its_first_line_does_not_reach() -> None:
    rows = [
        (100.0, ["5", "Đối thoại", "Năm", "Sở"]),
        (114.0, ["", "với các hợp tác xã, liên hiệp hợp tác xã", "Tháng 4 và 10", ""]),
        (138.0, ["6", "Biểu dương", "Năm 2026", "Sở Nội vụ"]),
    ]
    found = area_to_fragment(Area(100, 112, COLUMNS), printed(rows), (), 2, known=COLUMNS)
    assert found is not None
    assert "Sở Nội vụ" in [cell.text for cell in found.cells]


def test_a_table_goes_on_over_a_point_of_a_list_in_a_cell() -> None:
    rows = [
        *ROWS,
        (176.0, ["", "- ngân sách địa phương", "", ""]),
        (200.0, ["3", "Ban hành quy chế", "", "Sở Tài chính"]),
    ]
    assert [cells[1] for cells in made(rows=rows, bottom=174)] == [
        "Nhiệm vụ",
        "Lập quy hoạch trạm sạc xe điện",
        "Ban hành cơ chế - ngân sách địa phương",
        "Ban hành quy chế",
    ]


def test_a_blot_that_looks_like_a_number_ends_no_table() -> None:
    def bottom(confidence: float | None, number: str) -> float:
        blot = [*words("b1", 240, 176, confidence=confidence), *words("thành phố", 404, 176, confidence=confidence)]
        rest = printed([(200.0, [number, "Ban hành quy chế", "Năm 2026", "Sở Tài chính"])])
        found = area_to_fragment(Area(98, 174, COLUMNS), [*printed(), *blot, *rest], (), 1)
        assert found is not None
        return found.bbox[3]

    assert bottom(0.4, "") > 200
    assert bottom(None, "") < 200
    assert bottom(None, "3") > 200  # one line that keeps to no columns ends no table that goes on below it


def test_rulings_whose_ends_a_scan_lost_part_rows_and_strokes_of_another_length_do_not() -> None:
    lost = (across(98, 50, 520), across(118, 58, 520), across(156, 50, 502), across(180, 50, 520))
    found = area_to_fragment(Area(98, 180, COLUMNS), printed(), lost, 1)
    assert found is not None
    assert found.rows == (98, 118, 156, 180)
    other = (across(98, 50, 520), across(118, 50, 330), across(156, 50, 520), across(180, 50, 520))
    found = area_to_fragment(Area(98, 180, COLUMNS), printed(), other, 1)
    assert found is not None
    assert found.rows == (98, 156, 180)


def test_a_ruling_that_leaves_a_column_out_merges_its_cells() -> None:
    rows = [
        (100, ["TT", "Nhiệm vụ", "Thời hạn", "Chủ trì"]),
        (124, ["1", "Lập quy hoạch trạm sạc", "Năm 2027", "Sở Xây dựng"]),
        (144, ["2", "Ban hành cơ chế", "Năm 2026", ""]),
    ]
    whole = (across(98, 50, 520), across(118, 50, 520), across(162, 50, 520))
    found = area_to_fragment(Area(98, 162, COLUMNS), printed(rows), (*whole, across(140, 50, 398)), 1)
    assert found is not None
    assert [(c.text, c.row_span) for c in found.cells if c.column == 3] == [("Chủ trì", 1), ("Sở Xây dựng", 2)]
    assert [c.row for c in found.cells if c.column == 0] == [0, 1, 2]


def test_a_ruling_below_a_heading_says_over_which_columns_it_stands() -> None:
    rows = [
        (100, ["TT", "Nhiệm vụ", "", ""]),
        (116, ["", "", "Chủ trì", "Phối hợp"]),
        (140, ["1", "Lập quy hoạch", "Sở Xây dựng", "Sở Tài chính"]),
        (160, ["2", "Ban hành cơ chế", "Sở Công Thương", "Sở Nội vụ"]),
    ]
    upper = words("Phân công", 380, 100)
    spans = ((54.0, 66.0), (89.0, 130.0), (304.0, 340.0), (404.0, 450.0))
    rulings = [across(y, 50, 520) for y in (98, 134, 156, 176)]
    found = area_to_fragment(
        Area(98, 176, COLUMNS),
        [*printed(rows), *upper],
        [*rulings, across(114, 300, 520)],
        1,
        HeadingBlock(spans, 100, 128),
    )
    assert found is not None
    heads = [(c.text, c.row_span, c.column_span) for c in found.cells if c.row < 2]
    assert heads == [("TT", 2, 1), ("Nhiệm vụ", 2, 1), ("Phân công", 1, 2), ("Chủ trì", 1, 1), ("Phối hợp", 1, 1)]


def test_headings_that_tell_no_columns_take_those_of_the_page_before() -> None:
    block = HeadingBlock((), 100, 112)
    assert area_below(block, COLUMNS, printed()) == Area(99, 112, COLUMNS)
    assert area_below(block, (), printed()) is None


def test_a_blot_below_a_table_does_not_end_it() -> None:
    blot = replace(words("t" * 60, 90, 152)[0], confidence=0.3)
    read = [replace(w, confidence=0.95) for w in printed()]
    heading = HeadingBlock(((54, 68), (88, 140), (304, 350), (404, 440)), 98, 115)

    def bottom(found: list[Word]) -> float:
        fragment = area_to_fragment(Area(98, 140, COLUMNS), found, (), 1, heading)
        assert fragment is not None
        return fragment.bbox[3]

    unnumbered = [w for w in read if w.text != "2"]
    assert bottom([*unnumbered, blot]) > 170
    assert bottom([*unnumbered, replace(blot, confidence=0.95)]) < 160


def test_a_row_of_two_recognised_numbers_lost_the_ruling_between_them() -> None:
    rulings = tuple(across(y, 50, 520) for y in (96, 118, 178))
    read = [replace(w, confidence=0.95) for w in printed()]
    for found, rows in ((read, 3), (printed(), 2)):
        fragment = area_to_fragment(Area(98, 180, COLUMNS), found, rulings, 1)
        assert fragment is not None
        assert len(fragment.rows) - 1 == rows
