"""Automatic lists print labels that stand nowhere in the text."""

import pytest

from nghiquyet.extract.readers.word.list_labels import bullet
from tests.extract.readers.word.builders import grid, levels, listed, lvl, p, paragraphs, read, tbl, tc, tr

OUTLINE = levels(
    lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%2."), lvl(2, "lowerLetter", "%3)"), lvl(3, "bullet", "-")
)


def labels(*body: str, **parts: str) -> list[str]:
    return paragraphs(read(*body, **parts))


def test_levels_count_and_begin_anew_below_a_higher_one() -> None:
    body = [listed("A"), listed("B", 1), listed("C", 2), listed("D", 2), listed("E", 1), listed("F", 2), listed("G")]
    wanted = ["I. A", "1. B", "a) C", "b) D", "2. E", "a) F", "II. G"]
    assert labels(*body, numbering=OUTLINE) == wanted


def test_a_paragraph_between_does_not_stop_the_count() -> None:
    assert labels(listed("A"), p("chữ"), listed("B"), numbering=OUTLINE) == ["I. A", "chữ", "II. B"]


@pytest.mark.parametrize(("said", "wanted"), [("", "1. D"), ('<w:lvlRestart w:val="0"/>', "3. D")])
def test_a_level_may_be_told_never_to_begin_anew(said: str, wanted: str) -> None:
    made = levels(lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%2.", said))
    body = [listed("A"), listed("B", 1), listed("C", 1), listed("X"), listed("D", 1)]
    assert labels(*body, numbering=made)[-1] == wanted


def test_a_label_may_hold_those_above_it() -> None:
    made = levels(
        lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%1.%2."), lvl(2, "decimal", "%1.%2.%3.", "<w:isLgl/>")
    )
    body = [listed("A"), listed("B", 1), listed("C", 2)]
    assert labels(*body, numbering=made) == ["I. A", "I.1. B", "1.1.1. C"]


def test_a_level_above_that_was_never_met_is_printed_as_it_will_begin() -> None:
    made = levels(lvl(0, "decimal", "%1.", start=3), lvl(1, "decimal", "%1.%2."))
    assert labels(listed("A", 1), listed("B"), numbering=made) == ["3.1. A", "3. B"]


def test_lists_of_one_definition_count_on_unless_one_says_where_to_begin() -> None:
    two = OUTLINE + '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    assert labels(listed("A"), listed("B", number=2), numbering=two) == ["I. A", "II. B"]
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    anew = two.replace('<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>',
                       f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{override}')  # fmt: skip
    assert labels(listed("A"), listed("B", number=2), listed("C", number=2), numbering=anew) == [
        "I. A",
        "I. B",
        "II. C",
    ]


def test_a_list_may_define_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{lvl(0, "decimal", "Điều %1.")}</w:lvlOverride></w:num>'
    made = OUTLINE.replace("</w:num>", own)
    assert labels(listed("Phạm vi"), numbering=made) == ["Điều 1. Phạm vi"]


def test_a_style_gives_its_paragraphs_a_list_and_list_zero_takes_it_away() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Muc"/></w:style>'
    )
    body = [
        p("A", look='<w:pStyle w:val="Muc"/>'),
        p("B", look='<w:pStyle w:val="Con"/>'),
        p("C", look='<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    ]
    assert labels(*body, numbering=OUTLINE, styles=styles) == ["I. A", "II. B", "C"]


def test_the_level_that_names_a_style_is_that_style_s() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    made = levels(lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%2.", '<w:pStyle w:val="Muc2"/>'))
    body = [listed("A"), p("B", look='<w:pStyle w:val="Muc2"/>')]
    assert labels(*body, numbering=made, styles=styles) == ["I. A", "1. B"]


def test_a_definition_may_stand_for_a_style_s_list() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="Ke"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    made = OUTLINE.replace(
        '<w:num w:numId="1">',
        '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="Ke"/></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="9"/></w:num><w:num w:numId="1">',
    )
    assert labels(listed("A", number=7), listed("B", 1, 7), numbering=made, styles=styles) == ["I. A", "1. B"]


def test_a_style_that_is_linked_to_itself_is_no_circle() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="Ke"><w:basedOn w:val="Ke"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    made = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Ke"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert labels(listed("A"), numbering=made, styles=styles) == ["A"]


@pytest.mark.parametrize("number", [0, 5])
def test_a_list_that_is_not_there_prints_nothing(number: int) -> None:
    assert labels(listed("A", number=number), numbering=OUTLINE) == ["A"]


def test_nothing_parts_label_and_text_where_the_level_says_so() -> None:
    made = levels(lvl(0, "decimal", "(%1)", '<w:suff w:val="nothing"/>'))
    assert labels(listed("A"), numbering=made) == ["(1)A"]


def test_the_numbers_of_a_table_may_be_a_list() -> None:
    made = levels(lvl(0, "decimal", "%1"))
    head = tr("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn")
    body = [tr(tc(listed("")), f"Việc {i}", "Sở Tài chính", "2026") for i in (1, 2, 3)]
    document = read(tbl(head, *body, widths=[600, 4000, 2000, 1500]), numbering=made)
    assert [row.cells[0].text for row in document.tables[0].rows] == ["1", "2", "3"]


def test_a_table_without_a_list_has_no_numbers() -> None:
    document = read(grid([["STT", "Nhiệm vụ", "Cơ quan chủ trì"], ["", "Việc", "Sở Y tế"]]), numbering=OUTLINE)
    assert document.tables[0].rows[0].cells[0].text == ""


@pytest.mark.parametrize(
    ("pattern", "font", "wanted"),
    [("-", "Times New Roman", "-"), ("\uf0b7", "Symbol", "•"), ("o", "Courier New", "•"), ("+", "", "+"),
     ("\uf0d8", "Wingdings", "➢"), ("§", "Wingdings", "▪")],
)  # fmt: skip
def test_bullets(pattern: str, font: str, wanted: str) -> None:
    assert bullet(pattern, font) == wanted
