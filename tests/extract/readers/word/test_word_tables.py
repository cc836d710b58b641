"""Tables: merged cells whole, layout tables side by side, frames as if they were not there."""

from __future__ import annotations

import pytest

from tests.extract.readers.word.builders import cells, grid, p, paragraphs, read, rows, tbl, tc, tr

HEAD = ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"]
WIDE = [600, 4000, 2500, 1500]
OPENS, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_ALL_SIDES = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right"))
DRAWN_CELL = f"<w:tcBorders>{_ALL_SIDES}</w:tcBorders>"
TWO = '<w:gridSpan w:val="2"/>'


def test_a_drawn_table_is_a_table_with_its_headings() -> None:
    document = read(p("Lời"), grid([HEAD, ["1", "Xây dựng đề án", "Sở Xây dựng", "2026"]], WIDE), p("Hết"))
    assert [h[0] for h in document.tables[0].headings] == HEAD
    assert rows(document) == [["1", "Xây dựng đề án", "Sở Xây dựng", "2026"]]
    assert [line.text for line in document.lines] == ["Lời", "Hết"]


def test_words_of_a_cell_know_their_address() -> None:
    document = read(p("Lời"), grid([HEAD, ["1", "Đề án", "Sở Y tế", "2026"]], WIDE))
    cell = document.tables[0].rows[0].cells[2]
    assert {w.address for line in cell.lines for w in line.words} == {"table 1, row 2, cell 3"}
    assert document.lines[0].words[0].address == "paragraph 1"


def test_cells_merged_down_and_across() -> None:
    body = tbl(
        tr(tc("STT", look=OPENS), tc("Nhiệm vụ", look=OPENS), tc("Cơ quan", look=TWO)),
        tr(tc(look=GOES_ON), tc(look=GOES_ON), "Chủ trì", "Phối hợp"),
        tr(tc("1", look=OPENS), tc("Việc chung", look=OPENS), "Sở A", "Sở B"),
        tr(tc(look=GOES_ON), tc(look=GOES_ON), "Sở C", "Sở D"),
        widths=WIDE,
    )
    table = read(body).tables[0]
    assert list(table.headings) == [("STT",), ("Nhiệm vụ",), ("Cơ quan", "Chủ trì"), ("Cơ quan", "Phối hợp")]
    assert [[c.text for c in row.cells] for row in table.rows] == [
        ["1", "Việc chung", "Sở A", "Sở B"],
        ["1", "Việc chung", "Sở C", "Sở D"],
    ]
    assert [row.cells[0].carried_down for row in table.rows] == [False, True]


def test_an_empty_cell_below_is_no_merged_one() -> None:
    table = read(grid([HEAD, ["1", "Việc", "Sở A", "2026"], ["", "Việc khác", "Sở B", "2027"]], WIDE)).tables[0]
    assert [row.cells[0].carried_down for row in table.rows] == [False, False]


def test_rows_of_a_group_span_the_table() -> None:
    group = tr(tc("I"), tc("Cải cách thể chế", look='<w:gridSpan w:val="3"/>'))
    table = read(tbl(tr(*HEAD), group, tr("1", "Việc", "Sở A", "2026"), widths=WIDE)).tables[0]
    assert [c.columns for c in table.rows[0].cells] == [(0, 1), (1, 4), (1, 4), (1, 4)]


def test_borders_that_miss_each_other_by_a_hair_are_one() -> None:
    body = tbl(
        tr(*HEAD[:3], tc(HEAD[3], look=TWO)),
        tr("1", tc("Việc"), tc("Sở A", look=TWO), "2026"),
        widths=[600, 4000, 2460, 40, 1500],
    )
    assert read(body).tables[0].width == 4
    apart = body.replace('w:w="40"', 'w:w="800"')
    assert read(apart).tables[0].width == 5


@pytest.mark.parametrize("widths", [(), (0, 0, 0, 0), (1, 1, 1, 1)])
def test_widths_that_cannot_be_lose_no_column(widths: tuple[int, ...]) -> None:
    document = read(tbl(tr(*HEAD), tr("1", "Việc", "Sở A", "2026"), widths=widths))
    assert rows(document) == [["1", "Việc", "Sở A", "2026"]]


def test_rows_that_begin_late_or_end_early_are_filled() -> None:
    body = tbl(tr(*HEAD), tr("Việc", "Sở A", look='<w:gridBefore w:val="1"/>'), tr("2", "Việc khác"), widths=WIDE)
    assert rows(read(body)) == [["", "Việc", "Sở A", ""], ["2", "Việc khác", "", ""]]


@pytest.mark.parametrize("span", ["0", "-4", "999999999", "x"])
def test_spans_that_cannot_be_are_bounded(span: str) -> None:
    body = tbl(tr(*HEAD), tr("1", tc("Việc", look=f'<w:gridSpan w:val="{span}"/>')), widths=WIDE)
    assert rows(read(body))[0][1] == "Việc"


def test_a_merge_over_other_cells_keeps_to_its_row() -> None:
    body = tbl(tr(*HEAD), tr(tc("1", look=OPENS), "Việc", "Sở A", "2026"), tr("2", "Việc", "Sở B", "2027"), widths=WIDE)
    assert [row[0] for row in rows(read(body))] == ["1", "2"]


def test_deleted_rows_are_gone_and_inserted_ones_stay() -> None:
    body = tbl(
        tr(*HEAD),
        tr("1", "bỏ", "Sở A", "2026", look='<w:del w:id="1"/>'),
        tr("1", "giữ", "Sở A", "2026", look='<w:ins w:id="2"/>'),
        widths=WIDE,
    )
    document = read(body)
    assert [row[1] for row in rows(document)] == ["giữ"]
    assert [t.code for t in document.troubles] == ["tracked-changes-accepted"]


def test_a_line_s_end_in_a_cell_is_a_line_s_end_and_long_lines_are_not_broken() -> None:
    long = "Xây dựng và tổ chức thực hiện đề án phát triển giao thông xanh trên địa bàn tỉnh " * 3
    document = read(tbl(tr(tc("Sở A", "Sở B"), tc(p("Sở C", "<w:r><w:br/></w:r>", "Sở D")), tc(long))))
    assert cells(document) == [["Sở A", "Sở B"], ["Sở C", "Sở D"], [long.strip()]]


def test_a_table_in_a_cell_is_read_where_it_stands() -> None:
    inner = grid([["a", "b"], ["c", "d"]])
    document = read(tbl(tr(tc("trước", inner, p("sau")), "khác")))
    assert cells(document) == [["trước", "a", "b", "c", "d", "sau"], ["khác"]]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    row = f"<w:sdt><w:sdtContent>{tr('1', 'Việc', 'Sở A', '2026')}</w:sdtContent></w:sdt>"
    assert rows(read(tbl(tr(*HEAD), row, widths=WIDE))) == [["1", "Việc", "Sở A", "2026"]]


def test_a_table_without_borders_sets_texts_side_by_side() -> None:
    left, right = tc("ỦY BAN NHÂN DÂN", "TỈNH A", p()), tc("CỘNG HÒA", p(), "Ngày 3")
    document = read(tbl(tr(left, right), widths=[4000, 5000], borders=""), p("Lời"))
    assert document.tables == ()
    assert [line.text for line in document.lines] == ["ỦY BAN NHÂN DÂN", "CỘNG HÒA", "TỈNH A", "Ngày 3", "Lời"]
    assert document.lines[0].bbox[3] == document.lines[1].bbox[3]
    assert document.lines[0].bbox[2] < document.lines[1].bbox[0]


def test_a_line_under_a_name_makes_no_table() -> None:
    under = '<w:tcBorders><w:bottom w:val="single"/></w:tcBorders>'
    assert read(tbl(tr(tc("TỈNH A", look=under), tc("CỘNG HÒA", look=under)), borders="")).tables == ()


def test_borders_of_cells_or_of_the_style_make_a_table() -> None:
    assert read(tbl(tr(tc("a", look=DRAWN_CELL), tc("b", look=DRAWN_CELL)), borders="")).tables
    drawn = f"<w:tblPr><w:tblBorders>{_ALL_SIDES}</w:tblBorders></w:tblPr>"
    styles = f'<w:style w:type="table" w:styleId="Luoi">{drawn}</w:style>'
    styled = tbl(tr("a"), borders="").replace("<w:tblBorders></w:tblBorders>", '<w:tblStyle w:val="Luoi"/>')
    assert read(styled, styles=styles).tables
    assert not read(styled).tables


def test_white_borders_are_none() -> None:
    white = "".join(f'<w:{s} w:val="single" w:color="FFFFFF"/>' for s in ("top", "left", "bottom", "right"))
    assert not read(tbl(tr("a", "b"), borders=white)).tables


def test_headings_make_a_table_of_one_that_is_not_drawn() -> None:
    body = [tr(*HEAD), tr("1", "Việc", "Sở A", "2026")]
    assert read(tbl(*body, widths=WIDE, borders="")).tables
    assert not read(tbl(*body[1:], widths=WIDE, borders="")).tables


def test_a_frame_around_text_is_as_if_it_were_not_there() -> None:
    framed = tbl(tr(tc("I. MỤC TIÊU", grid([HEAD, ["1", "Việc", "Sở A", "2026"]], WIDE), "Hết")), borders="")
    document = read(framed)
    assert paragraphs(document) == ["I. MỤC TIÊU", "Hết"]
    assert rows(document) == [["1", "Việc", "Sở A", "2026"]]


def test_a_table_cut_in_two_by_an_empty_paragraph_is_one() -> None:
    upper, lower = [HEAD, ["1", "Việc", "Sở A", "2026"]], [["2", "Việc khác", "Sở B", "2027"]]
    document = read(grid(upper, WIDE), p(), grid(lower, WIDE))
    assert len(document.tables) == 1
    assert len(rows(document)) == 2
    repeated = read(grid(upper, WIDE), p(), p(), grid([HEAD, *lower], WIDE))
    assert len(rows(repeated)) == 2


def test_text_or_other_headings_between_keep_tables_apart() -> None:
    upper, lower = [HEAD, ["1", "Việc", "Sở A", "2026"]], [["2", "Việc khác", "Sở B", "2027"]]
    assert len(read(grid(upper, WIDE), p("Biểu 2"), grid(lower, WIDE)).tables) == 2
    other = [["STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026"], ["1", "Tỷ lệ", "%", "50"]]
    assert len(read(grid(upper, WIDE), p(), grid(other, WIDE)).tables) == 2
