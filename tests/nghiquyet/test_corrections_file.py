"""Which corrections a document gets; over the whole program the sample's own stub is filled in and read again."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from nghiquyet.corrections_file import corrections_for
from nghiquyet.corrections_new import write_stub
from nghiquyet.errors import UnusableCorrections
from nghiquyet.run import extract_all
from tests.printed import LAYOUT_PDFS

ENTRY = "- {record: I.1, field: title, expected: a, value: b, why: x, who: A, when: 2026-11-22}\n"


def test_the_file_beside_the_document_is_used_unless_another_is_given(tmp_path: Path) -> None:
    document = tmp_path / "a.pdf"
    assert corrections_for(document, None) is None
    (tmp_path / "corrections.yaml").write_text(ENTRY, encoding="utf-8")
    (tmp_path / "own.yaml").write_text(ENTRY * 2, encoding="utf-8")
    beside, given = corrections_for(document, None), corrections_for(document, tmp_path / "own.yaml")
    assert beside is not None
    assert given is not None
    assert (beside.name, len(beside.entries)) == ("corrections.yaml", 1)
    assert (given.name, len(given.entries)) == ("own.yaml", 2)


def test_a_file_that_cannot_be_used_is_refused(tmp_path: Path) -> None:
    (tmp_path / "corrections.yaml").write_text("[", encoding="utf-8")
    with pytest.raises(UnusableCorrections, match=r"corrections\.yaml"):
        corrections_for(tmp_path / "a.pdf", None)
    with pytest.raises(UnusableCorrections, match="không có ở đó"):
        corrections_for(tmp_path / "a.pdf", tmp_path / "none.yaml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A document of its own folder, and what is read from it."""
    (document,) = [path for path in LAYOUT_PDFS if path.stem.startswith("14-")]
    shutil.copy(document, tmp_path / "plan.pdf")
    return tmp_path


def read(folder: Path, corrections: Path | None = None) -> tuple[int, dict[str, Any]]:
    status = extract_all([folder / "plan.pdf"], folder / "out", None, corrections)
    return status, json.loads((folder / "out" / "plan" / "resolution.json").read_text(encoding="utf-8"))


def test_a_stub_filled_in_is_applied_by_the_next_run_and_stays(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert write_stub(folder / "plan.pdf", None, None, None) == 0
    stub = folder / "corrections.yaml"
    text = stub.read_text(encoding="utf-8")
    (field,) = re.findall(r"field: (\S+)", text)
    (record,) = re.findall(r"record: (\S+)", text)
    text = re.sub(r"expected: (.*)\n  +value:\n  +why:", r"expected: \1\n    value: \1\n    why: đã đối chiếu", text)
    text += "  - {record: document, field: place, expected: sai, value: Cà Mau, why: x}\n"
    stub.write_text(text.replace("who:", "who: A ").replace("when:", "when: 2026-11-22 "), encoding="utf-8")
    _, result = read(folder)
    marks = [e["code"] for e in result["findings"] if e["subject"] and e["subject"].endswith(f"/{field}")]
    marks += [e["code"] for r in (*result["tasks"], *result["targets"]) if r["id"] == record for e in r["review"]]
    assert "corrected" in marks
    assert [f["code"] for f in result["findings"] if f["code"].startswith("correction-")] == [
        "correction-value-changed"
    ]
    assert read(folder)[1] == result
    assert corrections_stub_is_empty(folder, capsys)


def corrections_stub_is_empty(folder: Path, capsys: pytest.CaptureFixture[str]) -> bool:
    """Of the corrected document nothing is left to look at but the correction that did not fit."""
    capsys.readouterr()
    write_stub(folder / "plan.pdf", Path("-"), None, None)
    said = capsys.readouterr().out
    return said.count("record:") == 1 and "correction-value-changed" in said


def test_a_value_that_no_field_can_have_stops_this_document_only(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "corrections.yaml").write_text(
        "- {file: plan.pdf, record: document, field: issued_on, expected: null, value: hôm qua, why: x, who: A, "
        "when: 2026-11-22}\n",
        encoding="utf-8",
    )
    shutil.copy(folder / "plan.pdf", folder / "other.pdf")
    assert extract_all([folder / "plan.pdf", folder / "other.pdf"], folder / "out", None) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("corrections.yaml, mục 1: ")
    assert "issued_on" in line
    assert [path.name for path in (folder / "out").iterdir()] == ["other"]


def test_a_file_given_that_cannot_be_used_is_said_once_before_anything_is_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "own.yaml").write_text("- 5", encoding="utf-8")
    assert extract_all([folder / "plan.pdf"] * 2, folder / "out", None, folder / "own.yaml") == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not (folder / "out").exists()
