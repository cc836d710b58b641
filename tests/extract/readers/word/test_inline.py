"""What of a paragraph is printed, and how."""

import pytest

from tests.extract.readers.word.builders import p, paragraphs, r, read, tbl, tr

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def instruction(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def texts(*body: str, **parts: str) -> list[str]:
    return paragraphs(read(*body, **parts))


def accepted(*body: str) -> bool:
    return any(t.code == "tracked-changes-accepted" for t in read(*body).troubles)


def test_inserted_text_is_kept_and_deleted_text_is_not() -> None:
    gone = '<w:del w:id="2"><w:r><w:delText>bỏ </w:delText></w:r></w:del>'
    body = p("Trước ", f'<w:ins w:id="1">{r("thêm ")}</w:ins>', gone, "sau")
    assert texts(body) == ["Trước thêm sau"]
    assert accepted(body)


def test_moved_text_stands_where_it_went() -> None:
    gone, come = f'<w:moveFrom w:id="1">{r("việc ")}</w:moveFrom>', f'<w:moveTo w:id="2">{r("việc")}</w:moveTo>'
    assert texts(p("A ", gone, "B"), p("C ", come)) == ["A B", "C việc"]


def test_a_change_of_look_alone_is_no_change_of_text() -> None:
    assert not accepted(p(r("Việc", '<w:b/><w:rPrChange w:id="1"><w:rPr/></w:rPrChange>')))
    assert not accepted(p("Việc"))


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    body = [p("Sở Tài chính ", look='<w:rPr><w:del w:id="1"/></w:rPr>'), p("chủ trì"), p("khác")]
    assert texts(*body) == ["Sở Tài chính chủ trì", "khác"]
    assert accepted(*body)


def test_a_deleted_end_with_nothing_behind_it_loses_nothing() -> None:
    assert texts(p("A"), p("B", look='<w:rPr><w:del w:id="1"/></w:rPr>')) == ["A", "B"]


def test_a_field_prints_its_result_and_not_its_instruction() -> None:
    body = p("Trang ", BEGIN, instruction("PAGE"), SEPARATE, r("12"), END, " của văn bản")
    assert texts(body) == ["Trang 12 của văn bản"]


def test_fields_in_fields_and_over_paragraphs() -> None:
    nested = p(BEGIN, instruction("IF "), BEGIN, instruction("X"), SEPARATE, r("giấu"), END, SEPARATE, r("hiện"), END)
    assert texts(nested) == ["hiện"]
    assert texts(p(BEGIN, instruction("TOC"), SEPARATE, "I. Mục"), p("II. Mục", END), p("Lời")) == [
        "I. Mục",
        "II. Mục",
        "Lời",
    ]


def test_an_instruction_that_never_ends_hides_no_more_than_its_paragraph() -> None:
    assert texts(p("A ", BEGIN, instruction("PAGE"), "mất"), p("B")) == ["A", "B"]


def test_a_field_in_one_element_a_link_a_tag_and_a_control_hold_text() -> None:
    body = p(
        f'<w:hyperlink w:anchor="x">{r("liên kết")}</w:hyperlink>',
        f'<w:fldSimple w:instr="DATE">{r(", ngày")}</w:fldSimple>',
        f'<w:smartTag w:element="place">{r(", nơi")}</w:smartTag>',
        f"<w:sdt><w:sdtPr/><w:sdtContent>{r(', ô')}</w:sdtContent></w:sdt>",
    )
    assert texts(body) == ["liên kết, ngày, nơi, ô"]


def test_hidden_text_is_not_printed() -> None:
    assert texts(p("A", r(" giấu", "<w:vanish/>"), r(" hiện", '<w:vanish w:val="0"/>'))) == ["A hiện"]


@pytest.mark.parametrize("look", ["<w:strike/>", "<w:dstrike/>"])
def test_struck_out_text_is_left_out_and_told(look: str) -> None:
    document = read(p("Năm ", r("2027", look), r(" 2028", '<w:strike w:val="0"/>')))
    assert [line.text for line in document.lines] == ["Năm 2028"]
    assert [(t.code, t.detail) for t in document.troubles] == [("text-struck-out", "2027")]


@pytest.mark.parametrize("holder", ["{}", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"])
def test_a_table_in_a_text_box_is_a_table(holder: str) -> None:
    table = tbl(tr("STT", "Nhiệm vụ", "Chủ trì"), tr("1", "Rà soát", "Sở Y tế"))
    today = f"<w:drawing><wps:txbx><w:txbxContent>{holder.format(table)}<w:p/></w:txbxContent></wps:txbx></w:drawing>"
    box = f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{today}</mc:Choice></mc:AlternateContent></w:r>'
    document = read(p("trên", box), p("dưới"))
    assert [[cell.text for cell in row.cells] for table in document.tables for row in table.rows] == [
        ["1", "Rà soát", "Sở Y tế"]
    ]
    assert [line.text for line in document.lines] == ["trên", "dưới"]


def test_hyphens_symbols_and_line_ends() -> None:
    made = [
        p("<w:r><w:t>kinh tế</w:t><w:noBreakHyphen/><w:t>xã hội</w:t></w:r>"),
        p("<w:r><w:t>dân</w:t><w:softHyphen/><w:t>tộc</w:t></w:r>"),
        p('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 90%</w:t></w:r>'),
        p('<w:r><w:sym w:font="Wingdings" w:char="zz"/><w:t>chữ</w:t></w:r>'),
        p("<w:r><w:t>một</w:t><w:br/><w:t>hai</w:t><w:tab/><w:t>ba</w:t></w:r>"),
    ]
    assert texts(*made) == ["kinh tế-xã hội", "dântộc", "≥ 90%", "chữ", "một hai ba"]


def test_capitals_are_printed_as_capitals() -> None:
    assert texts(p(r("Điều 1", "<w:caps/>"), r(" phạm vi", "<w:smallCaps/>"))) == ["ĐIỀU 1 PHẠM VI"]


def test_fonts_from_before_unicode_are_decoded_over_the_ends_of_runs() -> None:
    vni = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'
    tcvn = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    assert texts(p(r("Keá hoa", vni), r("ïch", vni))) == ["Kế hoạch"]
    assert texts(p(r("Uû ban nh©n d©n", tcvn))) == ["Uỷ ban nhân dân"]
    assert texts(p("nh©n")) == ["nh©n"]


def test_bold_italic_and_raised_come_from_the_run_its_style_or_the_paragraph_s() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Dam"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Nghieng"><w:rPr><w:i/></w:rPr></w:style>'
    )
    body = p(
        r("đậm "), r("thường ", '<w:b w:val="false"/>'), r("nghiêng", '<w:rStyle w:val="Nghieng"/>'),
        r("2", '<w:vertAlign w:val="superscript"/>'), look='<w:pStyle w:val="Dam"/>',
    )  # fmt: skip
    words = read(body, styles=styles).lines[0].words
    assert [w.bold for w in words] == [True, False, True, True]
    assert [w.italic for w in words] == [False, False, True, False]
    assert [(w.raised, w.joined) for w in words][-2:] == [(False, False), (True, True)]


def test_mathematics_is_text() -> None:
    assert texts(p("Tỷ lệ ", "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>")) == ["Tỷ lệ a+b"]


@pytest.mark.parametrize("form", ["today", "older", "both"])
def test_a_text_box_is_read_once(form: str) -> None:
    content = f"<w:txbxContent>{p('trong khung')}</w:txbxContent>"
    today = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>'
    older = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    both = f"<mc:AlternateContent>{today}<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent>"
    alone = f"<mc:AlternateContent>{today}</mc:AlternateContent>"
    inner = {"today": alone, "older": older, "both": both}[form]
    document = read(p("ngoài khung", f"<w:r>{inner}</w:r>"), p("sau"))
    assert paragraphs(document) == ["ngoài khung", "trong khung", "sau"]
    assert [line.words[0].address for line in document.lines] == ["paragraph 1", "text box 1", "paragraph 2"]


def test_text_boxes_that_stand_beside_each_other_are_columns() -> None:
    def box(text: str, left: int) -> str:
        return (
            f'<w:r><w:pict><v:shape style="margin-left:{left}pt;width:200pt"><v:textbox><w:txbxContent>{p(text)}'
            "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )

    beside = read(p(box("CỘNG HÒA", 250), box("TỈNH ỦY", 0)), p("chữ")).lines
    assert [line.text for line in beside][:2] == ["TỈNH ỦY", "CỘNG HÒA"]
    assert beside[0].bbox[1] == beside[1].bbox[1]
    under = read(p(box("một", 10), box("hai", 20)), p("chữ")).lines
    assert [line.text for line in under][:2] == ["một", "hai"]
    assert under[0].bbox[1] < under[1].bbox[1]
