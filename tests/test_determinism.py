"""The same input, the same bytes: whatever the hash seed, the time zone, the language and the working folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.sample import SAMPLE, nghiquyet


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_two_runs_under_other_circumstances_write_the_same(tmp_path: Path) -> None:
    first, second, elsewhere = tmp_path / "first", tmp_path / "second", tmp_path / "nơi khác"
    elsewhere.mkdir()
    shutil.copy(SAMPLE, elsewhere / SAMPLE.name)
    one = nghiquyet(
        "extract",
        SAMPLE,
        "--out",
        first,
        environment={"PYTHONHASHSEED": "1", "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C.UTF-8"},
    )
    other = nghiquyet(
        "extract",
        SAMPLE.name,
        "--out",
        "../second",
        cwd=elsewhere,
        environment={"PYTHONHASHSEED": "4242", "TZ": "America/New_York", "LC_ALL": "C", "PYTHONUTF8": "0"},
    )
    assert one.returncode == other.returncode, one.stderr + other.stderr
    assert contents(first)
    assert contents(first) == contents(second)


def test_nothing_written_tells_where_it_was_written(tmp_path: Path) -> None:
    nghiquyet("extract", SAMPLE, "--out", tmp_path / "out")
    written = contents(tmp_path / "out")
    assert written
    for name, content in written.items():
        assert str(tmp_path).encode() not in content, name
        assert str(SAMPLE.parent).encode() not in content, name
