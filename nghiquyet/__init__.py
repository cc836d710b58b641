"""Resolutions, plans and directives of Vietnamese authorities as data: read one, write its files, compare two.

    import nghiquyet

    resolution = nghiquyet.read("10-CTr-DU.pdf")
    nghiquyet.write(resolution, "build/10-CTr-DU")
    changes = nghiquyet.compare(nghiquyet.read("build/old"), resolution)

Importing this package loads neither engines nor data: each function loads what it needs.
"""

import logging
from typing import TYPE_CHECKING

from nghiquyet.errors import UnusableAliases, UnusableCorrections
from nghiquyet.extract.errors import MissingSystemPart, Refusal, UnreadableInput
from nghiquyet.public_api import compare, read, write

if TYPE_CHECKING:
    from nghiquyet.normalize.model import Resolution
    from nghiquyet.output import FolderTaken
    from nghiquyet.output.changes import Changeset, PairsError

__version__ = "0.1.0"

# who uses the program as a library decides what becomes of its log; without a handler nothing is said
logging.getLogger(__name__).addHandler(logging.NullHandler())

__all__ = [
    "Changeset",
    "FolderTaken",
    "MissingSystemPart",
    "PairsError",
    "Refusal",
    "Resolution",
    "UnreadableInput",
    "UnusableAliases",
    "UnusableCorrections",
    "compare",
    "read",
    "write",
]

if not TYPE_CHECKING:  # else any name at all would seem to be here

    def __getattr__(name: str) -> object:
        """The types, each loaded when it is first asked for: they bring pydantic."""
        from importlib import import_module

        homes = {
            "Changeset": "nghiquyet.output.changes",
            "FolderTaken": "nghiquyet.output",
            "PairsError": "nghiquyet.output.changes",
            "Resolution": "nghiquyet.normalize.model",
        }
        if name not in homes:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(homes[name]), name)
