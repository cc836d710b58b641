"""A file becomes a resolution: it is read, then ``meaning`` says what it means.

What only the second half needs is loaded in it, or while a scan is read: a third of a second that other processes work.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from nghiquyet.errors import UnusableCorrections
from nghiquyet.extract.read_file import read_file
from nghiquyet.known_names import bodies_for, known_names

if TYPE_CHECKING:
    from nghiquyet.meaning import Meaning
    from nghiquyet.normalize.corrections import Corrections
    from nghiquyet.normalize.model import Resolution


def extract_resolution(
    path: Path,
    own_names: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    corrections: Corrections | None = None,
    meanwhile: Callable[[], None] = lambda: None,
) -> Resolution:
    """What the file at ``path`` says, as the output contract wants it.

    ``own_names`` is an office's file of agency names; ``progress`` is told (pages read, pages in all), ``meanwhile``
    is called in a thread of its own where reading waits for other processes. Raises a Refusal where the file can't be
    read or a part is missing, and for corrections that no document could take.
    """
    return extract_meaning(path, own_names, progress, corrections, meanwhile).resolution


def extract_meaning(
    path: Path,
    own_names: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    corrections: Corrections | None = None,
    meanwhile: Callable[[], None] = lambda: None,
) -> Meaning:
    """``extract_resolution`` with what was read and why it means what it means."""

    def load_ahead() -> None:
        import nghiquyet.meaning  # noqa: F401

        meanwhile()

    document = read_file(path, progress, bodies_for(own_names), known_names, load_ahead)
    from nghiquyet.meaning import document_to_meaning
    from nghiquyet.normalize.corrections import CorrectionsError

    try:
        return document_to_meaning(document, own_names, corrections)
    except CorrectionsError as error:
        raise UnusableCorrections(str(error)) from error
