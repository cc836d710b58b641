"""A reviewer's corrections: read from YAML, applied to what was read, and a stub of them ready to fill in."""

from nghiquyet.normalize.corrections.apply_corrections import apply_corrections
from nghiquyet.normalize.corrections.model import Correction, Corrections, CorrectionsError
from nghiquyet.normalize.corrections.read_corrections import read_corrections
from nghiquyet.normalize.corrections.stub import Stub, corrections_stub

__all__ = [
    "Correction",
    "Corrections",
    "CorrectionsError",
    "Stub",
    "apply_corrections",
    "corrections_stub",
    "read_corrections",
]
