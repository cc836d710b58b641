"""The trouble after which a run cannot go on with a file.

The class carries the exit status; the message is one Vietnamese sentence that names the file or part and ends with what
to do. Trouble that a run can live with is no exception but a ``Trouble`` of the model.
"""

from __future__ import annotations

from typing import ClassVar


class Refusal(Exception):
    """Cannot go on. ``str(refusal)`` is for the officer: what is the matter, then what to do."""

    exit_status: ClassVar[int] = 2


class UnreadableInput(Refusal):
    """An input that cannot be read: not there, encrypted, damaged, empty, not a document."""

    exit_status = 4


class MissingSystemPart(Refusal):
    """A part of the system is not installed (an engine, its language data)."""

    exit_status = 5
