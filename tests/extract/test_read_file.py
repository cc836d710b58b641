from __future__ import annotations

import hashlib
import os
import unicodedata
from pathlib import Path

import pytest

import extract.read_file
from extract.errors import UnreadableInput
from extract.read_file import printable_name, read_file
from tests.extract.tiny_pdf import Sheet, Text, tiny_pdf

WORDS = "Kế hoạch triển khai thực hiện nhiệm vụ phát triển kinh tế xã hội năm 2026 của thành phố"


def no_heading(_: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"10-CTr-DU.pdf", "10-CTr-DU.pdf"),
        (unicodedata.normalize("NFD", "Kế hoạch số 5.pdf").encode(), "Kế hoạch số 5.pdf"),
        ("Kế hoạch số 5.pdf".encode(), "Kế hoạch số 5.pdf"),
        (b"K\xea\xb4 ho\xff.pdf", "K\ufffd ho\ufffd.pdf"),
        (b"ke hoach\xe9.pdf", "ke hoach\ufffd.pdf"),
    ],
)
def test_any_files_name_is_text(raw: bytes, name: str) -> None:
    assert printable_name(Path(os.fsdecode(raw))) == name


def test_only_the_base_name_counts() -> None:
    assert printable_name(Path("/mật/đường/dẫn/a.pdf")) == "a.pdf"


def test_a_documents_name_can_be_written_whatever_its_bytes(tmp_path: Path) -> None:
    data = tiny_pdf(Sheet([Text(WORDS)]))
    path = tmp_path / os.fsdecode(unicodedata.normalize("NFD", "Kế").encode() + b"\xff.pdf")
    try:
        path.write_bytes(data)
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")
    document = read_file(path, no_heading)
    assert document.file == "Kế\ufffd.pdf"
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    document.file.encode()


def test_a_refusal_names_the_file_in_words_that_can_be_printed(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="Không có tệp a\ufffd"):
        read_file(tmp_path / os.fsdecode(b"a\xff.pdf"), no_heading)


def test_a_folder_and_a_file_beyond_the_limit_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableInput, match="là thư mục"):
        read_file(tmp_path, no_heading)
    (tmp_path / "a.pdf").write_bytes(b"12345")
    monkeypatch.setattr(extract.read_file, "SIZE_LIMIT", 4)
    with pytest.raises(UnreadableInput, match="lớn hơn"):
        read_file(tmp_path / "a.pdf", no_heading)
