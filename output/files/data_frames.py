"""Records as pandas frames, and frames as CSV bytes and as rows by agency. The one door to pandas.

pandas is imported when a result is written and not before: that takes a good part of the time of a whole run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from nghiquyet.normalize.model import Assignment, Resolution
from nghiquyet.output.files.csv_columns import CsvColumn, R, Type

if TYPE_CHECKING:
    import pandas as pd

Frame: TypeAlias = "pd.DataFrame"

TEXT: Final = "string[python]"
# The type of each column is said and never guessed: a guess makes 1.0 of a whole number beside an empty cell, and text
# of the word "nan". Days lie in whole seconds, which reach over all years that a date can have.
DTYPES: dict[Type, str] = {
    "string": TEXT,
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One agency's part in one task: ``task`` is the task's index in the document, ``role`` a field's name."""

    task: int
    role: str
    assignment: Assignment


def records_to_frame(document: Resolution, columns: Sequence[CsvColumn[R]], records: Iterable[R]) -> Frame:
    """A row a record, a column of its own type for each of ``columns``; what a record lacks is missing, not empty."""
    import pandas as pd

    rows = list(records)
    return pd.DataFrame(
        {c.name: pd.Series([c.value(document, row) for row in rows], dtype=DTYPES[c.type]) for c in columns}
    )


def texts_to_frame(columns: Mapping[str, Sequence[str | None]]) -> Frame:
    """A frame of texts alone, a column for each name; None is missing."""
    import pandas as pd

    return pd.DataFrame({name: pd.Series(list(texts), dtype=TEXT) for name, texts in columns.items()})


def frame_to_csv(frame: Frame, guarded: Callable[[str], str]) -> bytes:
    """The frame as UTF-8 with BOM, by RFC 4180, header first, every text passed through ``guarded``.

    Dates are ISO's, truth is ``true`` or ``false``, numbers are Python's shortest, and what is missing is empty.
    """
    import pandas as pd

    texts = pd.DataFrame({name: _as_text(frame[name], guarded) for name in frame.columns})
    return texts.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def _as_text(values: pd.Series, guarded: Callable[[str], str]) -> pd.Series[str]:
    match values.dtype.kind:
        case "b":
            texts = values.map({True: "true", False: "false"})
        case "M":
            texts = values.dt.date.map(lambda day: day.isoformat(), na_action="ignore")
        case "i" | "f":
            texts = values.map(str, na_action="ignore")
        case _:
            texts = values.map(guarded, na_action="ignore")
    return texts.astype(TEXT)


def parts_by_agency(resolution: Resolution, roles: Sequence[str]) -> tuple[Part, ...]:
    """The parts of all tasks, those of one agency together.

    Agencies stand in the order of the document's own list, then, by their words, those that are none of it; the parts
    of one in the order of tasks, ``roles`` and cells.
    """
    import pandas as pd

    wide = pd.DataFrame(
        {role: pd.Series([getattr(task, role) for task in resolution.tasks], dtype=object) for role in roles}
    )
    tall = wide.melt(var_name="role", value_name="assignment", ignore_index=False).rename_axis("task")
    tall = tall.explode("assignment").dropna(subset=["assignment"]).reset_index()
    assignments = tall["assignment"]
    places = {agency.id: place for place, agency in enumerate(resolution.agencies)}
    tall = tall.assign(
        role=pd.Categorical(tall["role"], categories=list(roles), ordered=True),
        place=assignments.map(lambda a: places.get(a.agency, len(places))).astype("int64"),
        called=assignments.map(lambda a: a.name or a.text).astype(TEXT),
    ).sort_values(["place", "called", "task", "role"], kind="stable")
    columns = (tall["task"], tall["role"], tall["assignment"])
    return tuple(Part(int(task), role, assignment) for task, role, assignment in zip(*columns, strict=True))
