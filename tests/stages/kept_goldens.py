"""Which documents have goldens, where these lie, and what differs from them now."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path

from tests.layouts.readings import HELD_OUT, OPEN, path_of
from tests.read_once import reading_of
from tests.sample import SAMPLE
from tests.shared_inputs import SHARED, SHARED_PRINTS
from tests.stages.document_to_stages import document_to_stages

GOLDENS = Path(__file__).parent / "goldens"
# Recognised in floating point, in which processors of two kinds may differ: their goldens are for test-all.
SCANS = (SAMPLE.with_stem("10-CTr-DU-scan"), SHARED / "inputs" / "real" / "239-KH-SYT.pdf")
# Inputs that no fast test reads; of PDFs only those that are no scans, which take minutes.
SLOW = ("real/*.docx", "real/*.md", "cases/*.docx", "cases/tables/*.md", "cases/tables/*.txt", "cases/tables/*.docx",
        "cases/tables/*.pdf")  # fmt: skip
SCANNED = ("scan-", "two-layers-")
RENEW = "look at what changed; where it is better, renew: python -m tests.stages.renew"


@dataclass(frozen=True, slots=True)
class Golden:
    """A document, and the name of its golden below ``GOLDENS``; of held-out documents no difference is shown."""

    document: Path
    name: str
    held_out: bool = False
    scan: bool = False
    slow: bool = False

    @property
    def path(self) -> Path:
        return GOLDENS / f"{self.name}.txt"

    def kept(self) -> str:
        """The golden's text, empty where there is none."""
        return self.path.read_text(encoding="utf-8") if self.path.exists() else ""

    def now(self) -> str:
        """What the golden would be made of today's stages."""
        content = hashlib.sha256(self.document.read_bytes()).hexdigest()[:12]
        lines = [f"document {self.document.name} {content}", *document_to_stages(reading_of(self.document).document)]
        return "\n".join(lines) + "\n"


def _all() -> Iterator[Golden]:
    for name in OPEN + HELD_OUT:
        yield Golden(path_of(name, ".pdf"), f"layouts/{name}", held_out=name in HELD_OUT)
    yield Golden(SAMPLE, f"samples/{SAMPLE.name}")
    text = SAMPLE.with_name(f"{SAMPLE.stem}-text.txt")
    yield Golden(text, f"samples/{text.name}")
    for path in (*SHARED_PRINTS, *SHARED.glob("inputs/*.txt"), *sorted(SHARED.glob("inputs/cases/*.md"))):
        if path.name != "README.md":
            yield _shared(path)
    for path in (path for pattern in SLOW for path in sorted(SHARED.glob(f"inputs/{pattern}"))):
        if not path.name.startswith(SCANNED):
            yield replace(_shared(path), slow=True)
    for path in SCANS:
        if path.exists():
            own = Golden(path, f"samples/{path.name}") if path.parent == SAMPLE.parent else _shared(path)
            yield replace(own, scan=True, slow=True)


def _shared(path: Path) -> Golden:
    return Golden(path, f"shared/{path.relative_to(SHARED / 'inputs')}")


DOCUMENTED = tuple(_all())


def difference(golden: Golden, kept: str, now: str) -> str:
    """The changed lines with a little around them; of a held-out document only how many there are."""
    lines = list(unified_diff(kept.splitlines(), now.splitlines(), "kept", "now", lineterm="", n=2))
    if not golden.held_out:
        return "\n".join(lines)
    changed = sum(line.startswith(("+", "-")) for line in lines[2:])
    return f"{changed} lines of a held-out document" if changed else ""
