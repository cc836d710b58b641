"""Documents and hand readings that lie beside the project; tests of them skip where they are not there."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
# Printed papers whose text layer can be trusted, and scans: pages of these take a second or two each, so that the fast
# tests leave all but one alone. Papers in neither list (hostile files among them) are read by tests that name them.
PRINTS = (
    "10-CTr-DU",
    "115-KH-SNNMT",
    "329-BC-UBND",
    "KH-UBND-Bim-Son",
    "PL01-cham-diem-CCHC",
    "lamdong-5y",
    "lamdong-5y-draft",
)
SCANS = (
    "10-CTr-DU-scan",
    "1105-KH-DKT",
    "1629-QD-UBND",
    "19-2026-NQ-CP",
    "2130-KH-SYT",
    "2155-KH-SYT",
    "239-KH-SYT",
)


def _papers(stems: tuple[str, ...]) -> list[Path]:
    places = (SHARED / "inputs" / folder / f"{stem}.pdf" for stem in stems for folder in ("", "real"))
    return [path for path in places if path.exists()]


SHARED_PRINTS = _papers(PRINTS)
SHARED_SCANS = _papers(SCANS)


def beside(path: Path) -> Path:
    """The path, or the test's end where it is not there."""
    if not path.exists():
        pytest.skip(f"{path.name} is not beside the project")
    return path


def gold_path(stem: str) -> Path:
    """The hand reading of an input, by its stem; it may not exist."""
    return SHARED / "gold" / f"{stem}.json"
