"""Blocks on pages: what stands where, and that what reads geometry reads it right."""

from __future__ import annotations

from nghiquyet.extract.model import Document
from nghiquyet.extract.outline import document_to_outline
from nghiquyet.extract.readers.layout_blocks import (
    A4_LANDSCAPE,
    Block,
    BlockCell,
    BlockGrid,
    BlockNote,
    Furniture,
    NewPage,
    Paragraph,
    Run,
    SideBySide,
    TextColumn,
)
from nghiquyet.extract.readers.synthetic_layout.set_pages import blocks_to_document, lay_out
from nghiquyet.normalize.front_matter import read_front_matter

HEAD = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn")


def p(text: str = "", **changes: object) -> Paragraph:
    return Paragraph((Run(text),), **changes)  # type: ignore[arg-type]


def centred(text: str) -> Paragraph:
    return Paragraph((Run(text, bold=True),), align="centre")


def table(*rows: tuple[str, ...]) -> BlockGrid:
    cells = tuple(BlockCell(r, c, (p(text),)) for r, row in enumerate(rows) for c, text in enumerate(row))
    return BlockGrid((1.0,) * len(rows[0]), len(rows), cells)


def document(*blocks: Block) -> Document:
    return blocks_to_document(blocks, "a.docx", "0", "docx")


def test_nothing_is_one_empty_page() -> None:
    made = lay_out(())
    assert [page.number for page in made.pages] == [1]
    assert made.lines == ()


def test_pages_are_as_high_as_what_stands_on_them() -> None:
    made = lay_out([p("chữ")] * 500)
    assert len(made.pages) == 1
    assert made.lines[-1].bbox[3] < made.pages[0].height
    assert lay_out([p("chữ")]).pages[0].height == 841.9


def test_new_pages_have_their_size_and_number() -> None:
    made = lay_out([p("một"), NewPage(A4_LANDSCAPE), p("hai"), NewPage(), NewPage(after_text=True), p("ba")])
    assert [(line.text, line.page) for line in made.lines] == [("một", 1), ("hai", 2), ("ba", 3)]
    assert [page.width for page in made.pages] == [595.3, 841.9, 595.3]


def test_a_blank_page_counts_unless_told_otherwise() -> None:
    assert lay_out([NewPage(), NewPage(), p("chữ")]).lines[0].page == 2
    assert lay_out([NewPage(), NewPage(after_text=True), p("chữ")]).lines[0].page == 1


def test_paragraphs_are_told_apart_though_all_are_short() -> None:
    made = document(p("I. MỤC TIÊU"), p("Dòng dài hơn cả trong trang này"), p("Kế tiếp"), p("II. NHIỆM VỤ"))
    sections = document_to_outline(made).sections
    told = [(s.label, s.title.text, [q.text for q in s.paragraphs]) for s in sections]
    assert told == [("I", "MỤC TIÊU", ["Dòng dài hơn cả trong trang này", "Kế tiếp"]), ("II", "NHIỆM VỤ", [])]


def test_a_long_paragraph_stays_one() -> None:
    text = "Thực hiện quy định tại Điều 5 và theo Chương II, 1. a) của Luật; " * 12
    (section,) = document_to_outline(document(p(text.strip(), first=36.0), p("Hết.", first=36.0))).sections
    assert [q.text for q in section.paragraphs] == [text.strip(), "Hết."]


def test_letterhead_title_and_signature_are_read() -> None:
    left = TextColumn(2, (centred("ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG"), centred("Số: 12/KH-UBND")))
    right = TextColumn(3, (centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), centred("Độc lập - Tự do - Hạnh phúc"),
                       centred("Lâm Đồng, ngày 3 tháng 4 năm 2026")))  # fmt: skip
    end = SideBySide((
        TextColumn(1, (p("Nơi nhận:"), p("- Bộ Nội vụ;"), p("- Lưu: VT."))),
        TextColumn(1, (centred("TM. ỦY BAN NHÂN DÂN"), centred("CHỦ TỊCH"), p(), centred("Nguyễn Văn An"))),
    ))  # fmt: skip
    text = [p("Ủy ban nhân dân tỉnh ban hành kế hoạch như sau: " * 4, first=36.0)]
    title = [centred("KẾ HOẠCH"), centred("Cải cách hành chính năm 2026")]
    matter, _, findings = read_front_matter(document(SideBySide((left, right)), *title, *text, end))
    assert (matter.number, matter.kind, matter.title) == ("12/KH-UBND", "Kế hoạch", "Cải cách hành chính năm 2026")
    assert (matter.issuer, matter.recipients) == ("Ủy ban nhân dân tỉnh Lâm Đồng", ("Bộ Nội vụ",))
    assert matter.signer is not None
    assert (matter.signer.name, matter.signer.position) == ("Nguyễn Văn An", "Chủ tịch")
    assert findings == ()


def test_columns_have_common_lines_and_keep_to_their_halves() -> None:
    made = lay_out([SideBySide((TextColumn(1, (p("a"), p(), p("b"))), TextColumn(9, (p("c"), p("d"), p("e")))))])
    assert [line.text for line in made.lines] == ["a", "c", "d", "b", "e"]
    assert made.lines[0].bbox[1] == made.lines[1].bbox[1]
    assert made.lines[1].bbox[0] > 595.3 * 0.45


def test_lines_of_columns_end_as_in_the_file_in_letters_of_their_size() -> None:
    wide = "- Trung tâm Phục vụ hành chính công và Xúc tiến đầu tư tỉnh Lâm Đồng;"
    made = lay_out([SideBySide((TextColumn(350, (p(wide), p("- Lưu: VT."))), TextColumn(100, (p("CHỦ TỊCH"),))))])
    assert [line.text for line in made.lines] == [wide, "CHỦ TỊCH", "- Lưu: VT."]
    assert len({word.size for line in made.lines for word in line.words}) == 1
    assert made.lines[0].bbox[2] < made.lines[1].bbox[0]


def test_a_grid_is_a_fragment_and_a_table() -> None:
    made = document(p("Biểu"), table(HEAD, ("1", "Việc", "Sở A", "2026")))
    assert [h[0] for h in made.tables[0].headings] == list(HEAD)
    assert [line.text for line in made.tables[0].caption] == ["Biểu"]


def test_grids_near_each_other_are_one_where_columns_agree_and_nothing_stands_between() -> None:
    upper, lower = table(HEAD, ("1", "Việc", "Sở A", "2026")), table(("2", "Việc", "Sở B", "2027"))
    assert len(document(upper, p(), lower).tables) == 1
    assert len(document(upper, NewPage(), lower).tables) == 1
    assert len(document(upper, p("chữ"), lower).tables) == 2


def test_cells_over_rows_stretch_the_last_of_theirs() -> None:
    tall = BlockCell(0, 0, tuple(p(str(i)) for i in range(9)), row_span=2)
    made = BlockGrid((1.0, 1.0), 2, (tall, BlockCell(0, 1, (p("a"),)), BlockCell(1, 1, (p("b"),))))
    fragment = lay_out([made]).fragments[0][0]
    assert list(fragment.rows) == sorted(fragment.rows)
    assert all(line.bbox[3] <= fragment.bbox[3] for cell in fragment.cells for line in cell.lines)


def test_notes_and_furniture_are_no_text() -> None:
    mark = Paragraph((Run("1", raised=True), Run(" Ghi chú.")), size=10.0)
    made = lay_out([p("Lời"), BlockNote(mark), Furniture(p("Đầu trang"))])
    assert [line.text for line in made.lines] == ["Lời"]
    assert [line.text for line in made.pages[0].footnotes] == ["1 Ghi chú."]
    assert [line.text for line in made.pages[0].furniture] == ["Đầu trang"]
    assert {w.text for w in made.pages[0].words} == {"Lời", "1", "Ghi", "chú.", "Đầu", "trang"}
