"""What the rooms that build records ask of whoever knows the agencies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from nghiquyet.normalize.model import Assignment


class ReadsAgencies(Protocol):
    """Whoever turns the lines of a cell into the agencies named there."""

    def read_cell(self, lines: Sequence[str]) -> tuple[Assignment, ...]: ...
