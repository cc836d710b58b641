"""The sample document, and the command run over it in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "10-CTr-DU.pdf"
# Read in a fraction of the sample's time: for tests of what happens around the reading.
SHORT = ROOT / "tests" / "layouts" / "40-nested-groups-long-cells-header-once.pdf"


def nghiquyet(
    *arguments: str | Path, cwd: Path | None = None, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """``nghiquyet ARGUMENTS`` with ``environment`` on top of ours; its output is text."""
    return subprocess.run(
        [sys.executable, "-m", "nghiquyet", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env={**os.environ, **(environment or {})},
    )
