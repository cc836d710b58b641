"""Footnotes: raised marks in the text, the notes on their page."""

from nghiquyet.extract.outline import document_to_outline
from tests.extract.readers.word.builders import call, grid, note, p, paragraphs, r, read, tbl, tc, tr, word_file

NOTES = note(1, "Gồm các xã A.") + note(2, "Theo Luật.") + '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'


def test_a_call_prints_a_raised_mark_and_its_note_stands_on_the_page() -> None:
    document = read(p("Các xã", call(1), " và luật", call(2), "."), footnotes=NOTES)
    assert [(w.text, w.raised) for w in document.lines[0].words if w.raised] == [("1", True), ("2", True)]
    assert [line.text for line in document.pages[0].footnotes] == ["1 Gồm các xã A.", "2 Theo Luật."]


def test_the_outline_binds_note_and_text() -> None:
    body = [p("I. MỤC TIÊU"), p("Các xã", call(1), " đạt chuẩn."), p("II. NHIỆM VỤ"), p("Theo luật", call(2), ".")]
    sections = document_to_outline(read(*body, footnotes=NOTES)).sections
    assert [(s.label, s.notes) for s in sections] == [("I", ("Gồm các xã A.",)), ("II", ("Theo Luật.",))]
    assert sections[0].paragraphs[0].text == "Các xã đạt chuẩn."


def test_numbers_follow_the_calls_not_the_ids() -> None:
    document = read(p("A", call(2), " B", call(1)), footnotes=NOTES)
    assert [line.text for line in document.pages[0].footnotes] == ["1 Theo Luật.", "2 Gồm các xã A."]


def test_the_settings_say_how_marks_look_and_where_they_begin() -> None:
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="2"/></w:footnotePr>'
    document = read(p("A", call(1)), footnotes=NOTES, settings=settings)
    assert document.pages[0].footnotes[0].text == "b Gồm các xã A."


def test_a_call_without_a_note_prints_nothing() -> None:
    document = read(p("A", call(9), " B"), footnotes=NOTES)
    assert (paragraphs(document), document.pages[0].footnotes) == (["A B"], ())


def test_a_mark_of_its_own_is_kept() -> None:
    own = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    raised = '<w:vertAlign w:val="superscript"/>'
    notes = f'<w:footnote w:id="1">{p(r("*", raised), " Ghi chú")}</w:footnote>'
    document = read(p("A", own), footnotes=notes)
    assert document.pages[0].footnotes[0].text == "* Ghi chú"


def test_an_endnote_is_a_note_too() -> None:
    notes = f'<w:endnote w:id="3">{p("<w:r><w:endnoteRef/></w:r>", " Cuối")}</w:endnote>'
    document = read(p("A", '<w:r><w:endnoteReference w:id="3"/></w:r>'), endnotes=notes)
    assert document.pages[0].footnotes[0].text == "i Cuối"


def test_a_note_that_a_cell_calls_stands_on_the_page() -> None:
    document = read(tbl(tr("STT", "Nhiệm vụ"), tr("1", tc(p("Việc", call(1))))), footnotes=NOTES)
    assert [line.text for line in document.pages[0].footnotes] == ["1 Gồm các xã A."]


def test_a_note_in_several_paragraphs_is_one() -> None:
    notes = note(1, "Một.").replace("</w:footnote>", f"{p('Hai.')}</w:footnote>")
    assert read(p("A", call(1)), footnotes=notes).pages[0].footnotes[0].text == "1 Một. Hai."


def test_a_table_alone_has_no_notes() -> None:
    assert word_file(grid([["a", "b"]]))
    assert read(grid([["a", "b"]]), footnotes=NOTES).pages[0].footnotes == ()
