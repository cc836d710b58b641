"""Files saved as "Strict Open XML Document": the names that ISO/IEC 29500 gave everything, and its lengths."""

from __future__ import annotations

import contextlib
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.model import Document
from nghiquyet.extract.readers.word import strict_to_usual
from nghiquyet.extract.readers.word.read_docx import read_docx
from nghiquyet.extract.readers.word.xml_names import points
from tests.extract.readers.word.builders import call, grid, levels, listed, lvl, note, p, paragraphs, word_file

STRICT = "http://purl.oclc.org/ooxml/"
# Annex A of the standard: what the editions call the same thing.
NAMES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": STRICT + "wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": STRICT + "officeDocument/relationships",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": STRICT + "officeDocument/math",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": STRICT
    + "drawingml/wordprocessingDrawing",
}
BODY = (
    p("KẾ HOẠCH", look='<w:jc w:val="center"/>'),
    listed("Mục tiêu"),
    p("Chữ", call(1), look='<w:ind w:start="36pt"/>'),
    p(f"Tên {STRICT}wordprocessingml/main là của ISO."),
    "<w:p><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath></w:p>",
    grid([["STT", "Nhiệm vụ", "Cơ quan chủ trì"], ["1", "Việc", "Sở A"]]),
)
PARTS = {"numbering": levels(lvl(0, "upperRoman", "%1.")), "footnotes": note(1, "Chú thích")}
SECTION = '<w:sectPr><w:pgSz w:w="595.3pt" w:h="29.7cm"/><w:pgMar w:start="3cm" w:end="2cm"/></w:sectPr>'


def as_strict(data: bytes) -> bytes:
    """The same file in the standard's strict names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(stream, "w") as made:
        for name in archive.namelist():
            content = archive.read(name).decode()
            for usual, strict in NAMES.items():
                content = content.replace(f'"{usual}', f'"{strict}')
            made.writestr(name, content)
    return stream.getvalue()


def read(data: bytes) -> Document:
    return read_docx(data, "a.docx")


def test_a_strict_file_reads_as_the_usual_one() -> None:
    usual = word_file(*BODY, parts=PARTS, section=SECTION)
    one, other = read(usual), read(as_strict(usual))
    assert as_strict(usual) != usual
    assert (one.lines, one.tables, one.pages) == (other.lines, other.tables, other.pages)
    assert paragraphs(other)[:2] == ["KẾ HOẠCH", "I. Mục tiêu"]
    assert other.sha256 != one.sha256  # of the file as it was given


def test_text_that_speaks_of_the_names_is_kept() -> None:
    assert f"Tên {STRICT}wordprocessingml/main là của ISO." in paragraphs(
        read(as_strict(word_file(*BODY, parts=PARTS)))
    )


def test_a_usual_file_stays_as_it_is() -> None:
    data = word_file(*BODY, parts=PARTS)
    assert strict_to_usual(data) is data


def test_pictures_are_left_out() -> None:
    data = as_strict(word_file(*BODY, parts=PARTS, raw={"word/media/image1.png": b"abc"}))
    with zipfile.ZipFile(io.BytesIO(strict_to_usual(data))) as archive:
        assert archive.read("word/media/image1.png") == b""


@given(st.binary(max_size=60), st.sampled_from(["word/document.xml", "_rels/.rels", "word/styles.xml"]))
def test_any_damage_to_a_strict_file_is_refused_or_read(rubbish: bytes, part: str) -> None:
    stream = io.BytesIO(as_strict(word_file(p("Chữ"))))
    with zipfile.ZipFile(stream) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    half = len(contents[part]) // 2
    contents[part] = contents[part][:half] + rubbish + contents[part][half:]
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    with contextlib.suppress(UnreadableInput):
        read(broken.getvalue())


@pytest.mark.parametrize(
    ("said", "wanted"),
    [("720", 36.0), ("36pt", 36.0), ("1in", 72.0), ("2.54cm", 72.0), ("25.4mm", 72.0), ("-1pi", -12.0), ("1e9", 1584.0),
     ("99999in", 1584.0), ("36 pt", None), ("pt", None), ("1px", None), ("", None), ("1" * 400 + "pt", None)],
)  # fmt: skip
def test_lengths_may_name_their_unit(said: str, wanted: float | None) -> None:
    import lxml.etree

    element = lxml.etree.fromstring(
        f'<w:ind xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:left="{said}"/>'
    )
    found = points(element, "left")
    assert found == (wanted if wanted is None else pytest.approx(wanted))


def test_sizes_of_letters_may_name_their_unit() -> None:
    def size(said: str) -> float:
        look = f'<w:rPr><w:sz w:val="{said}"/></w:rPr>'
        (line,) = read(word_file(f"<w:p><w:r>{look}<w:t>Chữ</w:t></w:r></w:p>")).lines
        return line.words[0].size

    assert size("24") == size("12pt") == 12.0
