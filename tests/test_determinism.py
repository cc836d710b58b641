"""The same input, the same bytes: whatever the hash seed, the time zone, the language and the working folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest

from tests.extract.ocr.engine.pictures import needs_language_data
from tests.sample import SAMPLE, nghiquyet


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run."""
    folder = tmp_path_factory.mktemp("first") / "out"
    circumstances = {"PYTHONHASHSEED": "1", "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C.UTF-8"}
    run = nghiquyet("extract", SAMPLE, "--out", folder, environment=circumstances)
    assert run.returncode in (0, 3), run.stderr
    return folder


@pytest.mark.xdist_group("determinism")
def test_two_runs_under_other_circumstances_write_the_same(first: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "nơi khác"
    elsewhere.mkdir()
    shutil.copy(SAMPLE, elsewhere / SAMPLE.name)
    other = nghiquyet(
        "extract",
        SAMPLE.name,
        "--out",
        "../second",
        cwd=elsewhere,
        environment={"PYTHONHASHSEED": "4242", "TZ": "America/New_York", "LC_ALL": "C", "PYTHONUTF8": "0"},
    )
    assert other.returncode in (0, 3), other.stderr
    assert contents(first)
    assert contents(first) == contents(tmp_path / "second")


@pytest.mark.xdist_group("determinism")
def test_nothing_written_tells_where_it_was_written(first: Path) -> None:
    written = contents(first)
    assert written
    for name, content in written.items():
        assert str(first.parent).encode() not in content, name
        assert str(SAMPLE.parent).encode() not in content, name


@needs_language_data
def test_a_recognised_page_gives_the_same_bytes_again(tmp_path: Path) -> None:
    scan, part = pypdfium2.PdfDocument(SAMPLE.with_stem("10-CTr-DU-scan")), pypdfium2.PdfDocument.new()
    part.import_pages(scan, [5, 11])
    part.save(tmp_path / "part.pdf")
    for seed in ("1", "4242"):
        read = nghiquyet(
            "extract", tmp_path / "part.pdf", "--out", tmp_path / seed, environment={"PYTHONHASHSEED": seed}
        )
        assert read.returncode in (0, 3), read.stderr
    assert contents(tmp_path / "1")
    assert contents(tmp_path / "1") == contents(tmp_path / "4242")
