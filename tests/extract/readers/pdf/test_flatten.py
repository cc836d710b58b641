from __future__ import annotations

from pathlib import Path

import pytest

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.readers.pdf import flatten
from nghiquyet.extract.readers.pdf.flatten import JUNK_LIMIT, viewable_pdf
from nghiquyet.extract.readers.pdf.pdf_pages import pdf_to_raw_pages
from tests.extract.tiny_pdf import Sheet, Text, tiny_pdf

BAD = Path(__file__).parents[3] / "data" / "bad"


def printed(data: bytes) -> str:
    return "".join(g.text for page in pdf_to_raw_pages(viewable_pdf(data, "a.pdf"), "a.pdf") for g in page.glyphs)


def test_a_number_that_stands_only_in_a_signatures_appearance_is_drawn_into_the_page() -> None:
    sheet = Sheet([Text("Số:      /KH-UBND")], widgets=[Text("128", x=75), Text("15/7/2025", x=300)])
    assert "".join(printed(tiny_pdf(sheet)).split()).startswith("Số:/KH-UBND")
    assert "128" in printed(tiny_pdf(sheet))
    assert "15/7/2025" in printed(tiny_pdf(sheet))


def test_a_file_without_annotations_is_handed_on_as_it_is() -> None:
    data = tiny_pdf(Sheet([Text("Kế hoạch")]))
    assert viewable_pdf(data, "a.pdf") == data


@pytest.mark.parametrize("junk", [b"\r\n", b"Content-Type: application/pdf\r\n\r\n", b"x" * 5000], ids=len)
def test_junk_before_the_header_is_dropped(junk: bytes) -> None:
    sheet = Sheet([Text("Kế hoạch")])
    assert viewable_pdf(tiny_pdf(sheet, before=junk), "a.pdf") == tiny_pdf(sheet)


def test_a_header_beyond_the_limit_is_none() -> None:
    with pytest.raises(UnreadableInput, match="không phải là PDF"):
        viewable_pdf(tiny_pdf(Sheet([Text("a")]), before=b"x" * (JUNK_LIMIT + 10)), "a.pdf")


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("empty.pdf", "rỗng"),
        ("not-a-pdf.pdf", "không phải là PDF"),
        ("cut-short.pdf", "hỏng hoặc cụt"),
        ("encrypted.pdf", "mật khẩu"),
        ("no-pages.pdf", "không có trang nào|hỏng hoặc cụt"),
    ],
)
def test_what_no_viewer_shows_is_refused_with_a_remedy(file: str, says: str) -> None:
    with pytest.raises(UnreadableInput, match=says) as refusal:
        viewable_pdf((BAD / file).read_bytes(), file)
    assert file in str(refusal.value)
    assert "hãy" in str(refusal.value)


def test_more_pages_than_a_document_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flatten, "PAGE_LIMIT", 2)
    sheet = Sheet([Text("trang")])
    assert printed(tiny_pdf(sheet, sheet)) == "trangtrang"
    with pytest.raises(UnreadableInput, match="quá 2 trang"):
        viewable_pdf(tiny_pdf(sheet, sheet, sheet), "a.pdf")


def test_a_damaged_file_behind_a_locked_one_is_not_called_locked() -> None:
    for file, says in (("encrypted.pdf", "mật khẩu"), ("no-pages.pdf", "hỏng"), ("cut-short.pdf", "hỏng")):
        with pytest.raises(UnreadableInput, match=says):
            viewable_pdf((BAD / file).read_bytes(), file)


def test_a_note_that_strikes_out_is_drawn_where_it_has_no_appearance_of_its_own() -> None:
    sheet = Sheet([Text("Năm 2027"), Text("Năm 2028", y=120)], widgets=[Text("x", x=400)])
    note = b"/Subtype /StrikeOut /F 4 /Rect [50 736 98 752] /QuadPoints [50 752 98 752 50 739 98 739]"
    data = tiny_pdf(sheet).replace(b"/Subtype /Widget /FT /Sig", note + b" /FT /Sig", 1)
    (page,) = pdf_to_raw_pages(viewable_pdf(without_appearance(data), "a.pdf"), "a.pdf")
    assert "".join(g.text for g in page.struck) == "Năm 2027"
    assert "Năm 2028" in "".join(g.text for g in page.glyphs)


def without_appearance(data: bytes) -> bytes:
    """The file with the appearance of its note under a name that says nothing, and its second place gone."""
    start = data.index(b"/AP <<")
    end = data.index(b"endobj", start)
    return data[:start] + b">>\n" + data[end:]
