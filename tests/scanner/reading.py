"""``python -m tests.scanner.reading PDF`` prints ``resolution.json``: in a process of its own, which may break."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 1800  # seconds for one document


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out for a file (None with the ``trouble`` that prevented it), and the seconds it took."""

    resolution: dict[str, Any] | None
    trouble: str
    seconds: float


def read_apart(path: Path) -> Reading:
    """Reads a file in another process, so that nothing it does ends this one."""
    start = time.monotonic()
    command = [sys.executable, "-m", "tests.scanner.reading", str(path)]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired:
        return Reading(None, f"longer than {LONGEST} s", LONGEST)
    seconds = time.monotonic() - start
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or [f"ended with {done.returncode}"]
        return Reading(None, last[0], seconds)
    return Reading(json.loads(done.stdout), "", seconds)


def main() -> None:
    from nghiquyet.pipeline import extract_resolution

    print(json.dumps(extract_resolution(Path(sys.argv[1])).model_dump(mode="json", by_alias=True)))


if __name__ == "__main__":
    main()
