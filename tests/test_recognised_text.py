"""Recognised text as input: the sample's, unedited, against the reading by hand of its pages."""

import json
import re
from collections import Counter
from typing import Any

import pytest

from nghiquyet.extract.language.ticks import is_tick
from tests.printed import words
from tests.read_once import data_of, reading_of
from tests.sample import SAMPLE
from tests.scoring import figures, report, score
from tests.test_golds import SAMPLE_GOLD
from tests.test_no_loss_whole import printed, strings

pytestmark = pytest.mark.xdist_group(SAMPLE.stem)

TEXT = SAMPLE.with_name("10-CTr-DU-text.txt")
RIGHT, OVER_FLAGGED = 0.97, 0.05
# Findings may quote this share of the printed letters.
QUOTED = 0.005


def reading() -> dict[str, Any]:
    return data_of(TEXT)


def test_the_broken_text_of_the_sample_is_mended() -> None:
    verdicts = score(json.loads(SAMPLE_GOLD.read_text(encoding="utf-8")), reading())
    found = figures(verdicts)
    assert found.silent == 0, report(verdicts)
    assert found.right_share >= RIGHT, report(verdicts)
    assert found.over_flagged_share <= OVER_FLAGGED, report(verdicts)


def test_its_prose_is_that_of_the_printed_pages() -> None:
    printed = reading_of(SAMPLE).resolution
    sections = {s.id: s.text for s in printed.sections if s.id != "0"}  # 0 has the letterhead, which the text lacks
    assert {s["id"]: s["text"] for s in reading()["sections"] if s["id"] != "0"} == sections


def test_every_mended_page_end_is_told() -> None:
    mended = [f for f in reading()["findings"] if f["code"] == "text-repaired"]
    assert len(mended) >= 8
    assert all(f["severity"] == "info" and f["pages"] for f in mended)


def test_findings_quote_little() -> None:
    quoted = [f["message"].partition("(")[2].partition(");")[0] for f in reading()["findings"]]
    assert sum(map(len, quoted)) <= QUOTED * len(TEXT.read_text(encoding="utf-8"))


def test_places_are_pages_without_boxes() -> None:
    places = [box for task in reading()["tasks"] for boxes in task["where"].values() for box in boxes]
    assert places
    assert all(box["bbox"] is None and box["page"] >= 1 for box in places)


def test_nearly_every_printed_letter_is_told() -> None:
    document = reading_of(TEXT).document
    told = "\n".join(re.sub(r"\s+", "", text.casefold()) for text in strings(reading()))
    shown = [word for text in printed(document) for word in words(text)]
    lost = [word for word in shown if word not in told]
    assert sum(map(len, lost)) <= 0.001 * sum(map(len, shown)), lost


def test_the_reader_keeps_every_word_of_the_text() -> None:
    document = reading_of(TEXT).document
    kept = Counter(word for text in printed(document) for word in words(text))
    written = Counter(words(re.sub("[¹²³]", "1", TEXT.read_text(encoding="utf-8"))))
    lost = written - kept
    # a tick is told as true; words printed twice at a page's end are dropped once
    assert sum(lost[word] for word in lost if not is_tick(word)) <= 12, lost
