"""Older Word files: told by content, read by LibreOffice where it is installed, else refused with the remedy."""

from __future__ import annotations

import hashlib
import shutil
import stat
from pathlib import Path

import pytest

from nghiquyet.extract.errors import MissingSystemPart, UnreadableInput
from nghiquyet.extract.readers.word import read_doc as module
from nghiquyet.extract.readers.word.read_doc import OLE, form_of, read_doc
from tests.extract.readers.word.builders import p, paragraphs, word_file

RTF = rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Times New Roman;}}\f0 M\u7909?c ti\u234?u\par}"
HTML = "<html><body><p>Mục tiêu</p></body></html>".encode()


@pytest.mark.parametrize(
    ("data", "wanted"),
    [(OLE + b"rest", "doc"), (RTF, "rtf"), (b"\r\n" + RTF, "rtf"), (HTML, "html"), (b"\xef\xbb\xbf" + HTML, "html"),
     (b'<?xml version="1.0"?>\n<html>', "html"), (b"%PDF-1.7", None), (b"chu", None), (b"", None), (b"<w:p>", None)],
)  # fmt: skip
def test_forms_are_told_by_content(data: bytes, wanted: str | None) -> None:
    assert form_of(data) == wanted


def test_without_libreoffice_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(MissingSystemPart, match="sudo apt-get install libreoffice-writer") as refusal:
        read_doc(OLE, "a.doc")
    assert refusal.value.exit_status == 5


def test_a_file_with_a_password_is_refused_before_anything_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: pytest.fail("started"))
    with pytest.raises(UnreadableInput, match="mật khẩu"):
        read_doc(OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx")


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(UnreadableInput, match=r"a\.doc"):
        read_doc(b"chu", "a.doc")


def office(folder: Path, script: str) -> str:
    """A program that stands in for LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_what_libreoffice_makes_is_read_under_the_file_s_own_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(word_file(p("Mục tiêu")))
    monkeypatch.setattr(shutil, "which", lambda _: office(tmp_path, f'mkdir out && cp "{made}" out/input.docx'))
    document = read_doc(OLE, "a.doc")
    assert (document.file, document.medium, paragraphs(document)) == ("a.doc", "docx", ["Mục tiêu"])
    assert document.sha256 == hashlib.sha256(OLE).hexdigest()


@pytest.mark.parametrize("script", ["exit 1", "exit 0", "mkdir out && echo x > out/input.docx", "sleep 60"])
def test_a_failing_or_endless_libreoffice_is_a_refusal(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: office(tmp_path, script))
    monkeypatch.setattr(module, "TIME_LIMIT", 0.5)
    with pytest.raises(UnreadableInput, match=r"a\.doc"):
        read_doc(OLE, "a.doc")


def test_libreoffice_sees_nothing_of_ours_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "told"
    monkeypatch.setenv("SECRET_OF_OURS", "x")
    monkeypatch.setattr(shutil, "which", lambda _: office(tmp_path, f'(env; pwd; echo "$@") > "{told}"; exit 1'))
    with pytest.raises(UnreadableInput):
        read_doc(OLE, "a.doc")
    text = told.read_text(encoding="utf-8")
    assert "SECRET_OF_OURS" not in text
    assert "http_proxy=http://127.0.0.1:9" in text
    assert "--infilter=MS Word 97" in text
    home = next(line.removeprefix("HOME=") for line in text.splitlines() if line.startswith("HOME="))
    assert not Path(home).exists()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("data", [RTF, HTML], ids=["rtf", "html"])
def test_libreoffice_reads_rtf_and_web_pages(data: bytes) -> None:
    assert paragraphs(read_doc(data, "a.doc")) == ["Mục tiêu"]
