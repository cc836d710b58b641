"""The body in order: pages where the file begins them, where a paragraph stands, what runs along."""

from __future__ import annotations

import pytest

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.readers.word.read_docx import read_docx
from tests.extract.readers.word.builders import SECTION, grid, p, paragraphs, r, read, tbl, tr, word_file

BREAK = '<w:r><w:br w:type="page"/></w:r>'
LANDSCAPE = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
ALT_IN_CELL = tbl(tr('<w:tc><w:altChunk r:id="other"/><w:p/></w:tc>', "b"))


def pages_of(*body: str) -> list[tuple[int, str]]:
    return [(line.page, line.text) for line in read(*body).lines]


def test_pages_begin_where_the_file_says_so() -> None:
    assert pages_of(p("A"), p(BREAK, "B"), p("C", look="<w:pageBreakBefore/>")) == [(1, "A"), (2, "B"), (3, "C")]
    assert pages_of(p("A", BREAK, "B"), p("C")) == [(1, "A"), (2, "B"), (2, "C")]
    assert pages_of(p("A"), p("B")) == [(1, "A"), (1, "B")]


def test_no_page_is_left_blank_at_the_beginning() -> None:
    assert pages_of(p("A", look="<w:pageBreakBefore/>")) == [(1, "A")]


def test_sections_have_pages_of_their_size() -> None:
    document = read(p("A", look=SECTION.replace("</w:sectPr>", "</w:sectPr>")), p("B", look=LANDSCAPE), p("C"))
    assert [round(page.width) for page in document.pages] == [595, 842, 595]
    assert [line.page for line in document.lines] == [1, 2, 3]


def test_a_section_that_goes_on_begins_no_page() -> None:
    goes_on = SECTION.replace("<w:sectPr>", '<w:sectPr><w:type w:val="continuous"/>')
    data = word_file(p("A", look=SECTION), p("B"), section=goes_on)
    assert [line.page for line in read_docx(data, "a.docx").lines] == [1, 1]


def test_alignment_and_indents_show_in_places() -> None:
    lines = read(
        p("GIỮA", look='<w:jc w:val="center"/>'), p("PHẢI", look='<w:jc w:val="right"/>'),
        p("Lùi vào", look='<w:ind w:firstLine="720"/>'), p("Lề"),
    ).lines  # fmt: skip
    left, right = 85.05, 595.3 - 56.7
    assert sum(lines[0].bbox[::2]) / 2 == pytest.approx((left + right) / 2, abs=1)
    assert lines[1].bbox[2] == pytest.approx(right, abs=1)
    assert [round(line.bbox[0]) for line in lines[2:]] == [121, 85]


def test_running_lines_are_furniture_and_not_text() -> None:
    section = SECTION.replace("<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>')
    data = word_file(p("Lời"), section=section, parts={"header1": p("Kế hoạch số 5")})
    document = read_docx(data, "a.docx")
    assert paragraphs(document) == ["Lời"]
    assert [line.text for line in document.pages[0].furniture] == ["Kế hoạch số 5"]


def test_a_header_for_first_pages_prints_only_where_they_differ() -> None:
    section = SECTION.replace("<w:sectPr>", '<w:sectPr><w:headerReference w:type="first" r:id="header1"/>')
    for own, wanted in ((section, 0), (section.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>"), 1)):
        data = word_file(p("Lời"), section=own, parts={"header1": p("Dự thảo")})
        assert len(read_docx(data, "a.docx").pages[0].furniture) == wanted


def test_content_controls_around_paragraphs_are_read() -> None:
    body = f"<w:sdt><w:sdtContent>{p('A')}{grid([['a', 'b']])}</w:sdtContent></w:sdt>"
    document = read(body, p("B"))
    assert (paragraphs(document), len(document.tables)) == (["A", "B"], 1)


def test_paragraphs_are_counted_outside_tables() -> None:
    document = read(p("A"), p(), grid([["a", "b"]]), p("B"))
    assert [line.words[0].address for line in document.lines] == ["paragraph 1", "paragraph 3"]


@pytest.mark.parametrize("inner", ["<w:smartTag>", "<w:hyperlink>"])
def test_what_nests_too_deep_is_refused(inner: str) -> None:
    close = inner.replace("<", "</")
    with pytest.raises(UnreadableInput):
        read(p(inner * 100 + r("A") + close * 100))


def test_tables_in_tables_without_end_are_refused() -> None:
    deep = p("A")
    for _ in range(70):
        deep = f"<w:tbl><w:tr><w:tc>{deep}<w:p/></w:tc></w:tr></w:tbl>"
    with pytest.raises(UnreadableInput):
        read(deep)


@pytest.mark.parametrize("named", ['<w:altChunk r:id="other"/>', p('<w:subDoc r:id="other"/>'), ALT_IN_CELL])
def test_text_of_another_file_that_is_not_read_is_told(named: str) -> None:
    document = read(p("A"), named, p("B"))
    assert [t.code for t in document.troubles] == ["embedded-file-unread"]
    assert {"A", "B"} <= set(paragraphs(document))


def test_a_file_that_names_no_other_tells_nothing() -> None:
    assert read(p("A"), grid([["a", "b"]])).troubles == ()
