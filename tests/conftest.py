"""Where a run of the tests keeps what it read (``tests.read_once``), and which tests go to one worker."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.read_once import FOLDER_VARIABLE, LOCAL, source_hash

# Of how many other states of the source the readings are kept: one goes back to a state, or tests two at a time.
OTHERS = 3


def pytest_configure(config: pytest.Config) -> None:
    """Names the run's folder to the workers; on one's own machine readings of older sources are thrown away."""
    if hasattr(config, "workerinput") or os.environ.get(FOLDER_VARIABLE):
        return
    if os.environ.get("CI"):
        folder = Path(tempfile.mkdtemp(prefix="nghiquyet-readings-"))
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    else:
        folder = LOCAL
        others = sorted(folder.glob("*"), key=lambda kept: kept.stat().st_mtime, reverse=True)
        for old in [other for other in others if other.name != source_hash()][OTHERS:]:
            shutil.rmtree(old, ignore_errors=True)
    os.environ[FOLDER_VARIABLE] = str(folder)
    config.add_cleanup(lambda: os.environ.pop(FOLDER_VARIABLE, None))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Writes each test's ``xdist_group`` behind its id, where the scheduler of ``--dist loadgroup`` looks for it.

    xdist (3.8) does so itself, but into an attribute that pytest (9.2) no longer looks at.
    """
    if not config.getoption("loadgroup", False):
        return
    for item in items:
        group = "_".join(sorted({str(mark.args[0]) for mark in item.iter_markers("xdist_group")}))
        if group and not item.nodeid.endswith(f"@{group}"):
            from _pytest.nodeid import NodeId

            item._id = NodeId.parse(f"{item.nodeid}@{group}")
