from __future__ import annotations

from pathlib import Path

import pytest

from extract import read_file as module
from extract.errors import UnreadableInput
from extract.read_file import read_file
from tests.extract.tiny_pdf import Sheet, Text, tiny_pdf


def known(text: str) -> bool:
    return False


def written(folder: Path, name: str = "Kế hoạch 15.pdf") -> Path:
    path = folder / name
    path.write_bytes(tiny_pdf(Sheet([Text("Kế hoạch")])))
    return path


def test_a_file_is_named_by_its_base_name(tmp_path: Path) -> None:
    assert read_file(written(tmp_path), known).file == "Kế hoạch 15.pdf"


def test_a_path_that_is_not_there_or_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="Không có tệp none"):
        read_file(tmp_path / "none.pdf", known)
    with pytest.raises(UnreadableInput, match="là thư mục"):
        read_file(tmp_path, known)


def test_a_file_too_large_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path)
    monkeypatch.setattr(module, "SIZE_LIMIT", 100)
    with pytest.raises(UnreadableInput, match="lớn hơn"):
        read_file(path, known)


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(self: Path) -> bytes:
        raise PermissionError

    path = written(tmp_path)
    monkeypatch.setattr(Path, "read_bytes", locked)
    with pytest.raises(UnreadableInput, match="quyền đọc"):
        read_file(path, known)


def test_refusals_carry_the_exit_status_of_an_unreadable_input() -> None:
    assert UnreadableInput.exit_status == 4
