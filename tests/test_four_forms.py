"""One document as a printed PDF, a Word file, recognised text and a scan: the same records, or a doubt about each that
is not.

The Word files are made of the printed pages (``tests.word_twin``) as an office could have typed them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz.distance import Levenshtein

from nghiquyet.pipeline import extract_resolution
from tests.comparing import Comparison, compare
from tests.read_once import data_of, reading_of
from tests.sample import SAMPLE
from tests.word_twin import AUTOMATIC, BARE, TYPED, Draft, Form, draft_to_word, printed_to_draft

pytestmark = pytest.mark.xdist_group(SAMPLE.stem)

TEXT = SAMPLE.with_name(f"{SAMPLE.stem}-text.txt")
SCAN = SAMPLE.with_name(f"{SAMPLE.stem}-scan.pdf")
# The issues ask that 97 % of the fields are right in recognised text, whose tables are broken at every page's end, and
# in the scan; and that none of the text's, 0.3 % of the scan's are wrong unsaid.
DIFFERS, SCAN_SILENT = 0.03, 0.003
# Fields that keep whole sentences. One letter of a thousand is what the recogniser misreads on clean pages of serifs; a
# word that it makes another word of ("chi bộ", "chỉ bộ") only its sense tells. So their silent letters are counted.
SENTENCES = frozenset({"title", "result", "statement", "indicator"})
SILENT_LETTERS = 0.001
# The letterhead stands in two columns: their lines are the print's own.
LETTERHEAD = "0"


@cache
def draft() -> Draft:
    return printed_to_draft(reading_of(SAMPLE).document)


@cache
def word_reading(form: Form, folder: Path) -> dict[str, Any]:
    path = folder / f"{form.name}.docx"
    path.write_bytes(draft_to_word(draft(), form))
    return extract_resolution(path).model_dump(mode="json", by_alias=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("twins")


def with_print(reading: dict[str, Any]) -> Comparison:
    return compare(data_of(SAMPLE), reading)


def doubts(reading: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Each review entry, and each finding by its subject."""
    records = [*reading["targets"], *reading["tasks"]]
    own = [(r["id"], v["field"], v["code"]) for r in records for v in r["review"]]
    return own + [("", f["subject"] or "", f["code"]) for f in reading["findings"]]


def sections(reading: dict[str, Any]) -> list[dict[str, Any]]:
    """The outline with its texts; lines of the letterhead on end."""
    own = [{k: v for k, v in section.items() if k != "where"} for section in reading["sections"]]
    for section in own:
        if section["id"] == LETTERHEAD:
            section["text"] = " ".join(section["text"].split())
    return own


def outline(reading: dict[str, Any]) -> list[tuple[str, str, int, str | None]]:
    return [(s["id"], s["label"], s["level"], s["parent"]) for s in reading["sections"]]


def silent_letters(found: Comparison) -> float:
    """The share of letters in sentences that differ and are not doubted."""
    sentences = [f for f in found.fields if f.name in SENTENCES]
    wrong = sum(Levenshtein.distance(str(f.first), str(f.second)) for f in sentences if not f.flagged)
    return wrong / sum(len(str(f.first)) for f in sentences)


@pytest.mark.parametrize("form", [TYPED, AUTOMATIC], ids=lambda f: f.name)
def test_the_word_file_gives_what_its_print_gives(form: Form, folder: Path) -> None:
    word = word_reading(form, folder)
    found = with_print(word)
    assert not found.differing, str(found)
    assert word["agencies"] == data_of(SAMPLE)["agencies"]
    assert sections(word) == sections(data_of(SAMPLE))
    assert doubts(word) == doubts(data_of(SAMPLE))


def test_a_word_file_without_any_looks_gives_the_same_records(folder: Path) -> None:
    bare = word_reading(BARE, folder)
    found = with_print(bare)
    assert not found.differing, str(found)
    assert outline(bare) == outline(data_of(SAMPLE))


def test_the_recognised_text_differs_nowhere_unsaid() -> None:
    text = data_of(TEXT)
    found = with_print(text)
    assert not found.silent, str(found)
    assert found.share(found.differing) <= DIFFERS, str(found)
    assert outline(text) == outline(data_of(SAMPLE))


@pytest.mark.slow
def test_the_scan_differs_nearly_nowhere_unsaid() -> None:
    if not SCAN.exists():
        pytest.skip(f"{SCAN.name} is not among the samples")
    scan = data_of(SCAN)
    found = with_print(scan)
    assert found.share(found.differing) <= DIFFERS, str(found)
    assert found.share(tuple(f for f in found.silent if f.name not in SENTENCES)) <= SCAN_SILENT, str(found)
    assert silent_letters(found) <= SILENT_LETTERS, str(found)
    assert outline(scan) == outline(data_of(SAMPLE))


def test_the_forms_tell_their_media(folder: Path) -> None:
    readings = (data_of(SAMPLE), word_reading(TYPED, folder), data_of(TEXT))
    assert [r["source"]["medium"] for r in readings] == ["born_digital", "docx", "text"]
