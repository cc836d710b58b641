"""Every stage gives what its golden keeps; a missing golden fails as a changed one does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from nghiquyet.extract.model import Document, Table
from tests.extract.ocr.engine.pictures import has_language_data
from tests.layouts.readings import path_of
from tests.read_once import reading_of
from tests.sample import SHORT
from tests.stages import kept_goldens
from tests.stages.document_to_stages import FIRST_LETTERS, FIRST_WORDS, document_to_stages, first_words
from tests.stages.kept_goldens import DOCUMENTED, RENEW, Golden, difference
from tests.stages.renew import attempt, orphans, renew

CUT_ROWS = "38-merged-lead-column-numbers-cut-rows"


def each(goldens: Iterable[Golden]) -> Iterator[ParameterSet]:
    for golden in goldens:
        marks = [pytest.mark.xdist_group(golden.document.stem), *([pytest.mark.slow] if golden.slow else [])]
        yield pytest.param(golden, id=golden.name, marks=marks)


@pytest.mark.parametrize("golden", list(each(DOCUMENTED)))
def test_the_stages_give_what_is_kept(golden: Golden) -> None:
    if golden.scan and not has_language_data():
        pytest.skip("tesseract-ocr-vie is not installed")
    kept = golden.kept()
    assert kept, f"{golden.name} has no golden: {RENEW} {golden.name}"
    now = golden.now()
    if now != kept:
        pytest.fail(f"{difference(golden, kept, now)}\n{RENEW} {golden.name}", pytrace=False)


def test_every_golden_has_its_document() -> None:
    assert not list(orphans()), RENEW


def moved_edge(table: Table) -> Table:
    first = table.fragments[0]
    moved = replace(first, columns=(first.columns[0], first.columns[1] + 2, *first.columns[2:]))
    return replace(table, fragments=(moved, *table.fragments[1:]))


def unknown_heading(table: Table) -> Table:
    return replace(table, headings=(*table.headings[:-1], ("Chưa rõ",)))


def lost_row(table: Table) -> Table:
    return replace(table, rows=table.rows[:-1])


def unexplained_joins(table: Table) -> Table:
    return replace(table, rows=tuple(replace(row, joins=()) for row in table.rows))


def emptied_cell(table: Table) -> Table:
    *rows, last = table.rows
    return replace(table, rows=(*rows, replace(last, cells=(*last.cells[:-1], replace(last.cells[-1], parts=())))))


@pytest.mark.xdist_group(CUT_ROWS)
@pytest.mark.parametrize("change", [moved_edge, unknown_heading, lost_row, unexplained_joins, emptied_cell])
def test_what_a_stage_decides_is_in_the_golden(change: Callable[[Table], Table]) -> None:
    document: Document = reading_of(path_of(CUT_ROWS, ".pdf")).document
    assert list(document_to_stages(document)) == list(document_to_stages(document))
    changed = replace(document, tables=tuple(map(change, document.tables)))
    assert list(document_to_stages(changed)) != list(document_to_stages(document))


def test_first_words_are_few() -> None:
    assert first_words("Xây dựng\n đề  án") == "Xây dựng đề án"
    assert len(first_words("nhiệm vụ " * 9).split()) == FIRST_WORDS
    assert len(first_words("n" * 99)) == FIRST_LETTERS


@pytest.mark.xdist_group(SHORT.stem)
def test_renewing_writes_what_is_missing_or_changed_and_shows_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_goldens, "GOLDENS", tmp_path)
    golden = Golden(SHORT, "layouts/short")
    assert renew(golden).startswith("new, ")
    assert renew(golden) == ""
    kept = golden.kept()
    golden.path.write_text(kept.replace("born_digital", "scanned"), encoding="utf-8")
    assert "-medium scanned\n+medium born_digital" in renew(golden)
    assert golden.kept() == kept


def test_of_a_held_out_document_only_the_number_of_changed_lines_is_told() -> None:
    golden = Golden(SHORT, "layouts/held_out/x", held_out=True)
    assert difference(golden, "row secret\n", "row other\n") == "2 lines of a held-out document"
    assert difference(replace(golden, held_out=False), "row secret\n", "row other\n").endswith(
        "-row secret\n+row other"
    )


def test_a_document_that_cannot_be_read_is_told_and_stops_no_other(tmp_path: Path) -> None:
    shown, made = attempt(Golden(tmp_path / "none.pdf", "layouts/none"))
    assert shown.startswith("FileNotFoundError: ")
    assert not made
