"""Archives that would unpack to too much, or are no Word file, are told before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

import pytest

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.readers.word.package import ENTRIES_LIMIT, XML_LIMIT, check_package, is_word_package
from tests.extract.readers.word.builders import p, word_file

GOOD = word_file(p("chữ"))


def archive(**entries: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    return stream.getvalue()


def test_a_word_file_may_be_unpacked() -> None:
    check_package(GOOD, "a.docx")
    assert is_word_package(GOOD)


def test_xml_that_would_unpack_to_too_much_is_refused() -> None:
    bomb = word_file(p("chữ"), raw={"word/glossary.xml": b" " * (XML_LIMIT + 1)})
    assert len(bomb) < 100_000
    with pytest.raises(UnreadableInput, match=r"a\.docx bung ra quá lớn"):
        check_package(bomb, "a.docx")


def test_a_large_picture_is_no_bomb() -> None:
    check_package(word_file(p("chữ"), raw={"word/media/image1.png": b" " * (XML_LIMIT + 1)}), "a.docx")


def test_too_many_entries_are_refused() -> None:
    many = archive(**{f"word/{i}": b"" for i in range(ENTRIES_LIMIT + 1)})
    with pytest.raises(UnreadableInput):
        check_package(many, "a.docx")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"chu", GOOD[:200], GOOD[100:]])
def test_what_is_no_archive_is_refused(data: bytes) -> None:
    assert not is_word_package(data)
    if data != GOOD[100:]:
        with pytest.raises(UnreadableInput):
            check_package(data, "a.docx")


def test_another_archive_is_no_word_file() -> None:
    assert not is_word_package(archive(**{"[Content_Types].xml": b"", "xl/workbook.xml": b""}))
