"""``nghiquyet debug``: a page as a picture, whole or not at all."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from nghiquyet.cli import main
from nghiquyet.debug import page_to_picture
from nghiquyet.meaning import Meaning
from nghiquyet.pipeline import extract_meaning
from tests.extract.readers.word.builders import p, word_file
from tests.sample import SAMPLE


@pytest.fixture(scope="module")
def read() -> Meaning:
    return extract_meaning(SAMPLE)


def debug(monkeypatch: pytest.MonkeyPatch, read: Meaning, *arguments: str) -> Result:
    monkeypatch.setattr("nghiquyet.why.read_meaning", lambda *_: read)
    return CliRunner().invoke(main, ["debug", str(SAMPLE), *arguments], prog_name="nghiquyet")


def test_a_page_is_drawn_and_said_in_a_line(monkeypatch: pytest.MonkeyPatch, read: Meaning, tmp_path: Path) -> None:
    out = tmp_path / "8.png"
    result = debug(monkeypatch, read, "--page", "8", "--out", str(out))
    assert (result.exit_code, result.stdout) == (0, f"trang 8 của {SAMPLE.name} → {out}\n")
    with Image.open(out) as picture:
        assert picture.format == "PNG"
        assert picture.width > picture.height  # the page lies on its side
    assert list(tmp_path.iterdir()) == [out]


def test_the_same_page_gives_the_same_picture(read: Meaning) -> None:
    page = read.document.pages[7]
    assert page_to_picture(SAMPLE, read, page) == page_to_picture(SAMPLE, read, page)


@pytest.mark.parametrize("number", ["13", "99999999"])
def test_a_page_that_is_not_there_is_refused(
    monkeypatch: pytest.MonkeyPatch, read: Meaning, tmp_path: Path, number: str
) -> None:
    result = debug(monkeypatch, read, "--page", number, "--out", str(tmp_path / "x.png"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "từ 1 đến 12" in result.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("number", ["0", "-1", "tám"])
def test_a_page_that_is_no_number_is_wrong_usage(tmp_path: Path, number: str) -> None:
    result = CliRunner().invoke(main, ["debug", str(SAMPLE), "--page", number, "--out", str(tmp_path / "x.png")])
    assert result.exit_code == 2
    assert "--page" in result.stderr


def test_a_place_that_cannot_be_written_is_refused(
    monkeypatch: pytest.MonkeyPatch, read: Meaning, tmp_path: Path
) -> None:
    result = debug(monkeypatch, read, "--page", "1", "--out", str(tmp_path / "none" / "x.png"))
    assert result.exit_code == 2
    assert "--out" in result.stderr


def test_an_older_picture_is_replaced_only_by_a_whole_one(
    monkeypatch: pytest.MonkeyPatch, read: Meaning, tmp_path: Path
) -> None:
    (tmp_path / "x.png").write_bytes(b"older")
    assert debug(monkeypatch, read, "--page", "99", "--out", str(tmp_path / "x.png")).exit_code == 2
    assert (tmp_path / "x.png").read_bytes() == b"older"
    assert debug(monkeypatch, read, "--page", "1", "--out", str(tmp_path / "x.png")).exit_code == 0
    assert (tmp_path / "x.png").read_bytes() != b"older"


@pytest.mark.parametrize("suffix", [".docx", ".txt"])
def test_a_file_without_pages_is_drawn_as_it_was_laid_out(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"a{suffix}"
    text = "Sở Y tế xây dựng kế hoạch phòng bệnh trước ngày 30/6/2027."
    file.write_bytes(word_file(p(text)) if suffix == ".docx" else text.encode())
    meaning = extract_meaning(file)
    with Image.open(io.BytesIO(page_to_picture(file, meaning, meaning.document.pages[0]))) as picture:
        assert picture.convert("L").getextrema()[0] < 60  # letters were drawn
