"""A Word file as a document; what is hostile in it is neither followed nor unfolded."""

from __future__ import annotations

import contextlib
import hashlib
import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.readers.word.read_docx import read_docx
from tests.extract.readers.word.builders import grid, levels, listed, lvl, p, paragraphs, read, word_file

PLAIN = word_file(
    p("KẾ HOẠCH"),
    listed("Mục tiêu"),
    grid([["STT", "Nhiệm vụ", "Cơ quan chủ trì"], ["1", "Việc", "Sở A"]]),
    parts={"numbering": levels(lvl(0, "upperRoman", "%1."))},
)
EXTERNAL = (
    '<Relationship Id="out" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
    'Target="http://127.0.0.1:9/{kind}.xml" TargetMode="External"/>'
)


def test_a_document_of_a_word_file() -> None:
    document = read_docx(PLAIN, "a.docx")
    assert (document.file, document.medium) == ("a.docx", "docx")
    assert document.sha256 == hashlib.sha256(PLAIN).hexdigest()
    assert paragraphs(document) == ["KẾ HOẠCH", "I. Mục tiêu"]
    assert all(w.address for page in document.pages for w in page.words)


def test_the_sum_of_the_file_as_given_may_be_told() -> None:
    assert read_docx(PLAIN, "a.doc", "abc").sha256 == "abc"


@pytest.mark.parametrize(("said", "wanted"), [(b"12", 12), (b"0", None), (b"99999", None), (b"x", None)])
def test_pages_are_as_word_counted_them(said: bytes, wanted: int | None) -> None:
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    data = word_file(
        p("chữ"),
        raw={"docProps/app.xml": b"<Properties><Pages>" + said + b"</Pages></Properties>"},
        relations=f'<Relationship Id="app" Type="{relation}/extended-properties" Target="../docProps/app.xml"/>',
    )
    assert read_docx(data, "a.docx").page_count == wanted


@pytest.mark.parametrize(
    "kind", ["header", "styles", "numbering", "footnotes", "image", "attachedTemplate", "hyperlink"]
)
def test_parts_outside_the_file_are_not_fetched(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr("socket.socket.connect", refuse)
    document = read_docx(word_file(p("chữ"), relations=EXTERNAL.format(kind=kind)), "a.docx")
    assert paragraphs(document) == ["chữ"]


def with_entities(declared: str, used: str) -> bytes:
    """A Word file whose main part declares entities."""
    data = word_file(p("CHUDAI"))
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            if name == "word/document.xml":
                text = text.replace("?>", f"?><!DOCTYPE d [{declared}]>", 1).replace("CHUDAI", used)
            new.writestr(name, text)
    return stream.getvalue()


def test_entities_are_not_unfolded() -> None:
    bomb = '<!ENTITY a "mười">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9)
    )
    for declared, used in ((bomb, "chữ &j;"), ('<!ENTITY f SYSTEM "file:///etc/hostname">', "chữ &f;")):
        try:
            document = read_docx(with_entities(declared, used), "a.docx")
        except UnreadableInput:
            continue
        assert paragraphs(document) == ["chữ"]


def test_a_file_without_text_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="không có chữ nào"):
        read_docx(word_file(p()), "a.docx")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04rest", PLAIN[: len(PLAIN) // 2], b"%PDF-1.7"])
def test_what_is_damaged_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"a\.docx"):
        read_docx(data, "a.docx")


def test_xml_that_is_none_is_refused() -> None:
    with pytest.raises(UnreadableInput):
        read_docx(word_file("<w:p><w:r>"), "a.docx")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(PLAIN) - 1), st.integers(1, 255))
def test_a_changed_byte_gives_a_document_or_a_refusal(at: int, by: int) -> None:
    broken = bytearray(PLAIN)
    broken[at] ^= by
    with contextlib.suppress(UnreadableInput):
        read_docx(bytes(broken), "a.docx")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(
    ["<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>chữ</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>",
     "</w:tc>", '<w:tcPr><w:gridSpan w:val="3"/></w:tcPr>', "<w:tcPr><w:vMerge/></w:tcPr>", "<w:sectPr/>", "<w:br/>",
     '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "<w:txbxContent>", "</w:txbxContent>"]), max_size=30,
))  # fmt: skip
def test_elements_in_any_order_give_a_document_or_a_refusal(pieces: list[str]) -> None:
    body: list[str] = []
    opened: list[str] = []
    for piece in pieces:
        if piece.startswith("</"):
            if not opened or opened[-1] != piece[2:-1]:
                continue
            opened.pop()
        elif not piece.endswith("/>") and "</" not in piece:
            opened.append(piece[1:-1])
        body.append(piece)
    body += [f"</{name}>" for name in reversed(opened)]
    try:
        document = read("".join(body), p("cuối"), numbering=levels(lvl(0, "decimal", "%1.")))
    except UnreadableInput:
        return
    assert paragraphs(document)[-1].endswith("cuối")


def test_the_same_bytes_give_the_same_document() -> None:
    assert read_docx(PLAIN, "a.docx") == read_docx(PLAIN, "a.docx")
