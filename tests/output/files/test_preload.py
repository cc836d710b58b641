from __future__ import annotations

import subprocess
import sys

from nghiquyet.output.files.preload import SLOW


def loaded(code: str) -> set[str]:
    """The top-level packages in memory when ``code`` is done."""
    told = f"{code}\nimport sys; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_what_writing_needs_is_in_memory_once_loaded_and_not_before() -> None:
    assert loaded("from nghiquyet.output import load_libraries").isdisjoint(SLOW)
    assert loaded("from nghiquyet.output import load_libraries; load_libraries()") >= set(SLOW)
