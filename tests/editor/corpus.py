"""The real documents that are edited: the project's sample, the set layouts, and what lies beside the project."""

from __future__ import annotations

from pathlib import Path

from nghiquyet.normalize.model import Resolution
from tests.read_once import reading_of
from tests.shared_inputs import SHARED

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples" / "10-CTr-DU.pdf"
LAYOUTS = tuple(sorted((ROOT / "tests" / "layouts").glob("*.pdf")))
REAL = tuple(p for p in (SHARED / "inputs" / "real" / f"{stem}.pdf" for stem in ("lamdong-5y-draft",)) if p.exists())


def corpus(whole: bool) -> tuple[Resolution, ...]:
    """All documents, or the few that a quick test can wait for."""
    paths = (SAMPLE, *REAL, *LAYOUTS) if whole else (SAMPLE, *LAYOUTS[:5])
    return tuple(reading_of(path).resolution for path in paths)
