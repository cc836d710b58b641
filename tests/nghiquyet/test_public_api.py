"""The package as other programs use it: silent, typed, and with errors that can be told apart."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from mypy import api as mypy

import nghiquyet
from tests.extract.readers.word.builders import tbl, tr, word_file
from tests.output import build
from tests.sample import ROOT, SAMPLE

TEXT = SAMPLE.with_name("10-CTr-DU-text.txt")
OWN_NAMES = "- name: Công ty Cổ phần Cảng Hải Phòng\n  kind: enterprise\n  aliases: [Cảng HP]\n"
CORRECTION = """
who: Trần Thị A
when: 2026-11-22
corrections:
  - {record: document, field: title, expected: %s, value: Tên mới, why: Thử}
"""


@pytest.fixture(scope="module")
def resolution() -> nghiquyet.Resolution:
    return nghiquyet.read(TEXT)


def test_a_document_is_read_silently_by_any_kind_of_path(
    resolution: nghiquyet.Resolution, capfd: pytest.CaptureFixture[str]
) -> None:
    assert nghiquyet.read(str(TEXT)) == resolution
    assert isinstance(resolution, nghiquyet.Resolution)
    assert resolution.tasks
    assert capfd.readouterr() == ("", "")


def test_what_is_written_is_what_the_command_writes_and_is_read_back(
    resolution: nghiquyet.Resolution, tmp_path: Path
) -> None:
    nghiquyet.write(resolution, str(tmp_path / "new" / "out"))
    assert nghiquyet.read(tmp_path / "new" / "out") == resolution
    assert nghiquyet.read(tmp_path / "new" / "out" / "resolution.json") == resolution
    assert (tmp_path / "new" / "out" / "report.html").is_file()


def test_progress_counts_the_pages() -> None:
    told: list[tuple[int, int]] = []
    nghiquyet.read(SAMPLE, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (12, 12)
    assert told == sorted(told)


def test_own_names_are_known(tmp_path: Path) -> None:
    plan = tmp_path / "plan.docx"
    plan.write_bytes(word_file(tbl(tr("STT", "Nhiệm vụ", "Cơ quan chủ trì"), tr("1", "Xây bến mới", "Cảng HP"))))
    (tmp_path / "own.yaml").write_text(OWN_NAMES, encoding="utf-8")
    without, with_names = (nghiquyet.read(plan, aliases=own) for own in (None, tmp_path / "own.yaml"))
    name = "Công ty Cổ phần Cảng Hải Phòng"
    assert [[lead.name == name for lead in read.tasks[0].lead] for read in (without, with_names)] == [[False], [True]]


def test_corrections_are_applied_from_beside_the_document_or_as_given(
    resolution: nghiquyet.Resolution, tmp_path: Path
) -> None:
    shutil.copy(TEXT, tmp_path)
    written = CORRECTION % json.dumps(resolution.document.title, ensure_ascii=False)
    (tmp_path / "corrections.yaml").write_text(written, encoding="utf-8")
    beside = nghiquyet.read(tmp_path / TEXT.name)
    given = nghiquyet.read(TEXT, corrections=tmp_path / "corrections.yaml")
    assert (beside.document.title, given.document.title) == ("Tên mới", "Tên mới")
    assert resolution.document.title != "Tên mới"


@pytest.mark.parametrize(
    ("path", "given", "error"),
    [
        ("none.pdf", {}, nghiquyet.UnreadableInput),
        ("none.json", {}, nghiquyet.UnreadableInput),
        (".", {}, nghiquyet.UnreadableInput),
        ("broken.yaml", {}, nghiquyet.UnreadableInput),
        (TEXT, {"aliases": "none.yaml"}, nghiquyet.UnusableAliases),
        (TEXT, {"aliases": "broken.yaml"}, nghiquyet.UnusableAliases),
        (TEXT, {"corrections": "none.yaml"}, nghiquyet.UnusableCorrections),
        (TEXT, {"corrections": "broken.yaml"}, nghiquyet.UnusableCorrections),
    ],
)
def test_what_cannot_be_read_is_refused_by_a_class_that_says_why(
    path: str | Path, given: dict[str, str], error: type[nghiquyet.Refusal], tmp_path: Path
) -> None:
    (tmp_path / "broken.yaml").write_text("{", encoding="utf-8")
    with pytest.raises(error) as caught:
        nghiquyet.read(tmp_path / path, **{name: tmp_path / file for name, file in given.items()})  # type: ignore[arg-type]
    assert isinstance(caught.value, nghiquyet.Refusal)
    assert "hãy" in str(caught.value).lower()


@pytest.mark.parametrize("given", ["aliases", "corrections"])
def test_what_an_earlier_result_cannot_take_is_not_passed_over(given: str, tmp_path: Path) -> None:
    nghiquyet.write(build.resolution(), tmp_path / "out")
    with pytest.raises(ValueError, match="earlier result"):
        nghiquyet.read(tmp_path / "out", **{given: "own.yaml"})  # type: ignore[arg-type]


def test_a_folder_of_something_else_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("x")
    with pytest.raises(nghiquyet.FolderTaken):
        nghiquyet.write(build.resolution(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]
    with pytest.raises(OSError):  # noqa: PT011 - the system's own words
        nghiquyet.write(build.resolution(), tmp_path / "thesis.doc" / "below")


def test_two_resolutions_are_compared() -> None:
    old, new = build.resolution(), build.resolution(targets=(build.target(value=40.0),))
    (change,) = nghiquyet.compare(old, new).changes
    assert (change.record, change.verdict, [field.field for field in change.fields]) == ("target", "changed", ["value"])
    assert nghiquyet.compare(old, old).changes == ()


def test_pairs_part_what_would_be_one(tmp_path: Path) -> None:
    old, new = build.resolution(), build.resolution(targets=(build.target(value=40.0),))
    target = old.targets[0].id
    (tmp_path / "pairs.yaml").write_text(f"part:\n  - [{target}, {target}]\n", encoding="utf-8")
    changes = nghiquyet.compare(old, new, pairs=tmp_path / "pairs.yaml").changes
    assert {change.verdict for change in changes} == {"added", "removed"}
    with pytest.raises(nghiquyet.PairsError):
        nghiquyet.compare(old, new, pairs=tmp_path / "none.yaml")


def test_every_name_is_there_and_no_other() -> None:
    for name in nghiquyet.__all__:
        assert getattr(nghiquyet, name).__doc__
    assert not hasattr(nghiquyet, "Resolutions")


CONSUMER = """
import nghiquyet

def leads(path: str) -> list[str | None]:
    try:
        resolution = nghiquyet.read(path, aliases="own.yaml")
    except nghiquyet.UnreadableInput as refusal:
        raise SystemExit(refusal.exit_status) from refusal
    nghiquyet.write(resolution, "out")
    changes: nghiquyet.Changeset = nghiquyet.compare(resolution, resolution)
    print(changes.summary.substance, nghiquyet.__version__)
    return [lead.name for task in resolution.tasks for lead in task.lead]
"""
WRONG = """
import nghiquyet

nghiquyet.read("a.pdf").tasks[0].leads
nghiquyet.write("a.pdf", "out")
nghiquyet.Resolutions
"""


def test_a_program_that_uses_it_is_checked_by_its_types(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "consumer.py").write_text(CONSUMER, encoding="utf-8")
    (tmp_path / "wrong.py").write_text(WRONG, encoding="utf-8")
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("MYPYPATH", str(ROOT))
    # as `make types` does, so that what it has found out is not found out again
    said, _, status = mypy.run(["--no-error-summary", str(tmp_path / "consumer.py"), str(tmp_path / "wrong.py")])
    found = [line.partition("wrong.py:")[2].partition(":")[0] for line in said.splitlines()]
    assert (status, found) == (1, ["4", "5", "6"]), said
