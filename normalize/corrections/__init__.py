"""A reviewer's corrections: read from YAML, applied to what was read, and a stub of them ready to fill in."""

from normalize.corrections.applying import apply_corrections
from normalize.corrections.model import Correction, Corrections, CorrectionsError
from normalize.corrections.reading import read_corrections
from normalize.corrections.stub import Stub, corrections_stub

__all__ = [
    "Correction",
    "Corrections",
    "CorrectionsError",
    "Stub",
    "apply_corrections",
    "corrections_stub",
    "read_corrections",
]
