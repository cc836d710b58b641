"""Documents and hand readings that lie beside the project; tests of them skip where they are not there."""

from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
SHARED_PDFS = sorted((SHARED / "inputs").rglob("*.pdf"))


def gold_path(stem: str) -> Path:
    """The hand reading of an input, by its stem; it may not exist."""
    return SHARED / "gold" / f"{stem}.json"
