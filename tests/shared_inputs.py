"""Documents and hand readings that lie beside the project; tests of them skip where they are not there."""

from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
SHARED_PDFS = sorted((SHARED / "inputs").rglob("*.pdf"))
# Pages of these are read as pictures, which takes a second or two a page: the fast tests leave all but one alone.
SCANS = {
    "10-CTr-DU-scan",
    "1105-KH-DKT",
    "1629-QD-UBND",
    "19-2026-NQ-CP",
    "2130-KH-SYT",
    "2155-KH-SYT",
    "239-KH-SYT",
}
SHARED_PRINTS = [path for path in SHARED_PDFS if path.stem not in SCANS]
SHARED_SCANS = [path for path in SHARED_PDFS if path.stem in SCANS]


def gold_path(stem: str) -> Path:
    """The hand reading of an input, by its stem; it may not exist."""
    return SHARED / "gold" / f"{stem}.json"
