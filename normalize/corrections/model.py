"""A correction: which field of which record a person changed, from what to what, why, who and when."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass, replace
from typing import TypeAlias

# What YAML can hold here. Numbers and dates stay text until the field that they are for says what they are, so that a
# record "1.10" is not 1.1 and a number "010" not 8.
Plain: TypeAlias = "bool | str | list[Plain] | dict[str, Plain] | None"
Path: TypeAlias = tuple[str, ...]

# The record that means the document's own fields.
DOCUMENT = "document"


class CorrectionsError(ValueError):
    """The file of corrections cannot be used; the message names file, entry and field, and ends with what to do."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of the file. ``number`` is its place there, from 1; ``path`` the field, then what lies inside it.

    ``file`` is the base name of the document that it is for; None: whichever document the file of corrections is
    applied to.
    """

    number: int
    record: str
    path: Path
    expected: Plain
    value: Plain
    why: str
    who: str
    when: dt.date
    file: str | None = None

    @property
    def field(self) -> str:
        """The published field: ``deadline`` of ``deadline.end``."""
        return self.path[0]


@dataclass(frozen=True, slots=True)
class Blank:
    """An entry of the stub whose new value nobody has filled in yet."""

    number: int
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Corrections:
    """All entries of the file called ``name``, in its order."""

    name: str
    entries: tuple[Correction, ...] = ()
    blanks: tuple[Blank, ...] = ()

    def of_document(self, file: str) -> Corrections:
        """Those for the document whose base name is ``file``: entries that name it, and entries that name none.

        Raises CorrectionsError where two of them change the same field of the same record, or one a part of the
        other's: which of them is meant cannot be told.
        """
        wanted = unicodedata.normalize("NFC", file)
        mine = tuple(entry for entry in self.entries if entry.file in (None, wanted))
        self._refuse_overlaps(mine)
        return replace(self, entries=mine, blanks=tuple(b for b in self.blanks if b.file in (None, wanted)))

    def error(self, number: int, what: str) -> CorrectionsError:
        """``what`` is wrong (with what to do) in the entry of that number."""
        return CorrectionsError(f"{self.name}, mục {number}: {what}")

    def _refuse_overlaps(self, entries: tuple[Correction, ...]) -> None:
        seen: dict[tuple[str, Path], int] = {}
        above: dict[tuple[str, Path], int] = {}  # what lies around the places seen
        for entry in entries:
            # the words of a deadline say all of it: they are read again as a whole
            path = entry.path[:1] if entry.path[1:] == ("text",) and entry.field == "deadline" else entry.path
            around = [(entry.record, path[:length]) for length in range(1, len(path) + 1)]
            other = next((seen[key] for key in around if key in seen), above.get(around[-1]))
            if other is not None:
                place = f"{entry.record}, {'.'.join(entry.path)}"
                raise self.error(entry.number, f"cùng sửa một chỗ với mục {other} ({place}); hãy chỉ giữ lại một mục.")
            seen[around[-1]] = entry.number
            above.update(dict.fromkeys(around, entry.number))
