"""Every bad input ends in one Vietnamese sentence and the contract's status, and leaves nothing behind."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pypdfium2
import pytest

from tests.sample import SAMPLE, SHORT, nghiquyet

NO_PAGES = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"trailer<</Root 1 0 R/Size 3>>\n%%EOF\n"
)


def blank_pdf(pages: int = 1) -> bytes:
    """A valid PDF of empty pages: no text, no table."""
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(595, 842)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def encrypted_pdf() -> bytes:
    """A PDF whose standard security handler knows no password that we could have."""
    lock = b"<" + b"5a" * 32 + b">"
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
        b"4 0 obj<</Filter/Standard/V 1/R 2/O" + lock + b"/U" + lock + b"/P -64>>endobj\n"
        b"trailer<</Root 1 0 R/Size 5/Encrypt 4 0 R/ID[<01><01>]>>\n%%EOF\n"
    )


def noise() -> bytes:
    return random.Random(7).randbytes(50_000)


def left(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*")) if folder.exists() else []


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b" \n", id="blank"),
        pytest.param("Kế hoạch số 5".encode(), id="text"),
        pytest.param(b"PK\x03\x04" + b"\0" * 200, id="archive"),
        pytest.param(noise(), id="noise"),
        pytest.param(b"%PDF-1.7\n", id="mark only"),
        pytest.param(b"%PDF-1.7\n" + noise(), id="mark and noise"),
        pytest.param(SAMPLE.read_bytes()[:2_000], id="cut short"),
        pytest.param(NO_PAGES, id="no pages"),
        pytest.param(encrypted_pdf(), id="encrypted"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, content: bytes) -> None:
    bad = tmp_path / "vào.pdf"
    bad.write_bytes(content)
    result = nghiquyet("extract", bad, "--out", tmp_path / "out")
    assert result.returncode == 4, result.stderr
    assert result.stdout == ""
    (sentence,) = result.stderr.splitlines()
    assert "hãy" in sentence
    assert left(tmp_path / "out") == []


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    result = nghiquyet("extract", tmp_path / "none.pdf", "--out", tmp_path / "out")
    assert result.returncode == 4
    assert "hãy" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert left(tmp_path) == []


def test_pages_without_a_word_are_a_refusal_or_an_error_found_never_a_success(tmp_path: Path) -> None:
    blank = tmp_path / "blank.pdf"
    blank.write_bytes(blank_pdf(2))
    result = nghiquyet("extract", blank, "--out", tmp_path / "out")
    assert result.returncode in (3, 4)
    assert "Traceback" not in result.stderr


def test_the_bad_one_does_not_stop_the_good_one(tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"")
    result = nghiquyet("extract", tmp_path / "bad.pdf", SHORT, "--out", tmp_path / "out")
    assert result.returncode == 4
    assert (tmp_path / "out" / SHORT.stem / "resolution.json").is_file()
    assert len(result.stdout.splitlines()) == 1


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    result = nghiquyet("extract", SHORT, "--out", tmp_path / "file" / "below")
    assert result.returncode == 2
    assert "--out" in result.stderr
    assert "Traceback" not in result.stderr
    assert left(tmp_path) == ["file"]


def test_the_last_line_is_one_a_person_can_use(tmp_path: Path) -> None:
    result = nghiquyet("extract", SHORT, "--out", tmp_path / "out")
    assert result.returncode in (0, 3)
    (line,) = result.stdout.splitlines()
    assert line.endswith(f"chỗ cần xem lại → {tmp_path / 'out' / SHORT.stem}")
    assert "\r" not in result.stderr  # no progress where there is no terminal
