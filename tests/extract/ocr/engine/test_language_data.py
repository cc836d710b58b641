from __future__ import annotations

from pathlib import Path

import pytest

from nghiquyet.extract.errors import MissingSystemPart
from nghiquyet.extract.ocr.engine.language_data import cache_folder, language_folder, second_model


def models(folder: Path, *names: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f"{name}.traineddata").write_bytes(b"model")
    return folder


def found(tmp_path: Path, **environment: str) -> Path:
    return language_folder({"HOME": str(tmp_path / "home"), **environment}, (str(tmp_path / "system"),))


def test_the_system_s_newest_version_is_taken(tmp_path: Path) -> None:
    models(tmp_path / "system" / "4.00" / "tessdata", "vie")
    newest = models(tmp_path / "system" / "5" / "tessdata", "vie")
    assert found(tmp_path) == newest


def test_the_named_folder_goes_first(tmp_path: Path) -> None:
    models(tmp_path / "system" / "5" / "tessdata", "vie")
    own = models(tmp_path / "own", "vie")
    assert found(tmp_path, TESSDATA_PREFIX=str(own)) == own


def test_a_named_folder_without_vietnamese_is_passed_over(tmp_path: Path) -> None:
    system = models(tmp_path / "system" / "5" / "tessdata", "vie")
    models(tmp_path / "own", "eng")
    assert found(tmp_path, TESSDATA_PREFIX=str(tmp_path / "own")) == system


def test_a_folder_that_tells_directions_too_goes_before_one_that_does_not(tmp_path: Path) -> None:
    models(tmp_path / "system" / "5" / "tessdata", "vie")
    unpacked = models(cache_folder({"HOME": str(tmp_path / "home")}), "vie", "osd")
    assert found(tmp_path) == unpacked


def test_the_cache_stands_where_the_environment_says(tmp_path: Path) -> None:
    assert cache_folder({"XDG_CACHE_HOME": "/c", "HOME": "/h"}) == Path("/c/nghiquyet/tessdata")
    assert cache_folder({"XDG_CACHE_HOME": "relative", "HOME": "/h"}) == Path("/h/.cache/nghiquyet/tessdata")


def test_without_vietnamese_the_error_ends_with_the_command_that_installs_it(tmp_path: Path) -> None:
    models(tmp_path / "system" / "5" / "tessdata", "eng", "osd")
    with pytest.raises(
        MissingSystemPart, match=r"hãy cài bằng lệnh: sudo apt-get install tesseract-ocr-vie$"
    ) as caught:
        found(tmp_path)
    assert caught.value.exit_status == 5


def second(tmp_path: Path) -> tuple[Path, str] | None:
    return second_model({"HOME": str(tmp_path / "home")}, (str(tmp_path / "system"),))


def test_the_second_model_is_found_by_either_name_wherever_it_lies(tmp_path: Path) -> None:
    assert second(tmp_path) is None
    unpacked = models(cache_folder({"HOME": str(tmp_path / "home")}), "Vietnamese")
    assert second(tmp_path) == (unpacked, "Vietnamese")
    scripts = models(tmp_path / "system" / "5" / "tessdata" / "script", "Vietnamese")
    assert second(tmp_path) == (scripts.parent, "script/Vietnamese")


def test_the_first_model_is_no_second_one(tmp_path: Path) -> None:
    models(tmp_path / "system" / "5" / "tessdata", "vie", "osd")
    assert second(tmp_path) is None
