"""Scans whole, each in one test, so that its pages are recognised once: against hand readings, and nothing is lost."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import jsonschema_rs
import pytest

import nghiquyet.pipeline
from nghiquyet.extract.model import Document
from nghiquyet.extract.read_file import read_file
from nghiquyet.normalize.model import Resolution
from nghiquyet.output import json_schema
from tests.extract.ocr.engine.pictures import needs_language_data
from tests.sample import SAMPLE
from tests.scoring import PARTS, figures, report, score
from tests.shared_inputs import SHARED, SHARED_SCANS, gold_path
from tests.test_golds import OVER_FLAGGED, SAMPLE_GOLD, beside
from tests.test_no_loss_whole import KEPT, lost_letters

SCAN = SAMPLE.with_stem("10-CTr-DU-scan")
REAL_SCAN = SHARED / "inputs" / "real" / "239-KH-SYT.pdf"

pytestmark = needs_language_data


@dataclass(frozen=True)
class Reading:
    """A scan's document and what was made of it, from one recognition."""

    document: Document
    resolution: Resolution


def reading_of(path: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    read: list[Document] = []

    def kept(*told: object) -> Document:
        read.append(read_file(*told))  # type: ignore[arg-type]
        return read[-1]

    monkeypatch.setattr(nghiquyet.pipeline, "read_file", kept)
    resolution = nghiquyet.pipeline.extract_resolution(path)
    jsonschema_rs.validator_for(json_schema()).validate(resolution.model_dump(mode="json", by_alias=True))
    return Reading(read[0], resolution)


@pytest.mark.parametrize(
    ("path", "gold", "parts", "right", "silent", "over_flagged"),
    [
        (SCAN, SAMPLE_GOLD, PARTS, 0.98, 0.0, OVER_FLAGGED),
        (REAL_SCAN, gold_path("239-KH-SYT"), ("document", "tasks"), 0.97, 0.0, OVER_FLAGGED),
    ],
    ids=["sample", "real"],
)
def test_a_scan_against_the_hand_reading(
    path: Path,
    gold: Path,
    parts: tuple[str, ...],
    right: float,
    silent: float,
    over_flagged: float,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading = reading_of(beside(path), monkeypatch)
    expected = json.loads(gold.read_text(encoding="utf-8"))
    verdicts = score(expected, reading.resolution.model_dump(mode="json", by_alias=True), parts)
    found = figures(verdicts)
    assert found.right_share >= right, report(verdicts)
    assert found.silent <= silent * found.fields, report(verdicts)
    assert found.over_flagged_share <= over_flagged, report(verdicts)
    assert reading.resolution.source.medium == "scanned"
    lost, letters = lost_letters(reading.document, reading.resolution)
    assert sum(len(word) * count for word, count in lost.items()) <= (1 - KEPT) * letters, lost


@pytest.mark.slow
@pytest.mark.parametrize("path", [p for p in SHARED_SCANS if p not in (SCAN, REAL_SCAN)], ids=lambda p: p.stem)
def test_every_scan_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = reading_of(path, monkeypatch)
    assert reading.resolution.source.medium in ("scanned", "mixed")
    assert len(reading.resolution.sections) > 1
    assert reading.resolution.document.kind
    lost, letters = lost_letters(reading.document, reading.resolution)
    assert sum(len(word) * count for word, count in lost.items()) <= (1 - KEPT) * letters, lost
