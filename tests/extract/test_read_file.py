from __future__ import annotations

import hashlib
import os
import unicodedata
from pathlib import Path

import pytest

from nghiquyet.extract import read_file as module
from nghiquyet.extract.errors import MissingSystemPart, UnreadableInput
from nghiquyet.extract.read_file import printable_name, read_file
from nghiquyet.extract.readers.word.read_doc import OLE
from tests.extract.readers.word.builders import p, word_file
from tests.extract.tiny_pdf import Sheet, Text, tiny_pdf


def written(folder: Path, name: str = "Kế hoạch 15.pdf") -> Path:
    path = folder / name
    path.write_bytes(tiny_pdf(Sheet([Text("Kế hoạch")])))
    return path


def test_a_file_is_named_by_its_base_name(tmp_path: Path) -> None:
    assert read_file(written(tmp_path)).file == "Kế hoạch 15.pdf"


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"10-CTr-DU.pdf", "10-CTr-DU.pdf"),
        ("Kế hoạch số 5.pdf".encode(), "Kế hoạch số 5.pdf"),
        (unicodedata.normalize("NFD", "Kế hoạch số 5.pdf").encode(), "Kế hoạch số 5.pdf"),
        (b"K\xea\xb4 ho\xff.pdf", "K\ufffd ho\ufffd.pdf"),
        (b"ke hoach\xe9.pdf", "ke hoach\ufffd.pdf"),
    ],
)
def test_any_files_name_becomes_text(raw: bytes, name: str) -> None:
    assert printable_name(Path(os.fsdecode(b"/folder/" + raw))) == name


def test_a_documents_name_can_be_written_whatever_its_bytes(tmp_path: Path) -> None:
    try:
        path = written(tmp_path, os.fsdecode(unicodedata.normalize("NFD", "Kế").encode() + b"\xff.pdf"))
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")
    document = read_file(path)
    assert document.file == "Kế\ufffd.pdf"
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_path_that_is_not_there_or_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="Không có tệp none"):
        read_file(tmp_path / "none.pdf")
    with pytest.raises(UnreadableInput, match="Không có tệp a\ufffd"):
        read_file(tmp_path / os.fsdecode(b"a\xff.pdf"))
    with pytest.raises(UnreadableInput, match="là thư mục"):
        read_file(tmp_path)


def test_a_file_too_large_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path)
    monkeypatch.setattr(module, "SIZE_LIMIT", 100)
    with pytest.raises(UnreadableInput, match="lớn hơn"):
        read_file(path)


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(self: Path) -> bytes:
        raise PermissionError

    path = written(tmp_path)
    monkeypatch.setattr(Path, "read_bytes", locked)
    with pytest.raises(UnreadableInput, match="quyền đọc"):
        read_file(path)


@pytest.mark.parametrize("name", ["a.docx", "a.doc", "a.pdf", "a"])
def test_a_word_file_is_told_by_content(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(word_file(p("Kế hoạch")))
    assert read_file(tmp_path / name).medium == "docx"


@pytest.mark.parametrize("name", ["a.doc", "a.docx"])
def test_a_pdf_under_another_name_is_a_pdf(name: str, tmp_path: Path) -> None:
    assert read_file(written(tmp_path, name)).medium == "born_digital"


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.doc", OLE), ("a.docx", OLE), ("a.doc", b"{\\rtf1 x}"), ("a.rtf", b"{\\rtf1 x}"), ("a.doc", b"<html>x</html>")],
)
def test_older_word_files_need_libreoffice(
    name: str, data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    (tmp_path / name).write_bytes(data)
    with pytest.raises(MissingSystemPart):
        read_file(tmp_path / name)


@pytest.mark.parametrize("name", ["a.doc", "a.docx", "a.pdf", "a.html"])
def test_what_is_nothing_known_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"<html>x</html>" if name == "a.html" else b"chu")
    with pytest.raises(UnreadableInput):
        read_file(tmp_path / name)


def test_refusals_carry_the_exit_status_of_an_unreadable_input() -> None:
    assert UnreadableInput.exit_status == 4
