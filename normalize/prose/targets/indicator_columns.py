"""A table's headings → what each column of an indicator table is, and which columns promise."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal

from nghiquyet.extract.language.packaged_yaml import packaged_yaml
from nghiquyet.normalize.model import Period
from nghiquyet.normalize.prose.targets.masking import lowered

DATA = Path(__file__).with_name("indicator_headings.yaml")
Role = Literal["number", "unit", "other", "comparison", "indicator", "result", "plan", "year", "unknown"]
PLANNING_MONTHS = 6  # plans of a year come out in its first half, reports of it in its second
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_TERM = re.compile(r"(?<!\d)(20\d\d) ?[-–] ?(20\d\d)(?!\d)")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class IndicatorColumn:
    """One column: ``years`` are the first and last that its heading names (equal for one year).

    ``doubtful``: that it promises is a guess from the document's date.
    """

    index: int
    heading: str
    role: Role
    years: tuple[int, int] | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class RoleEntry:
    role: Role
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


@cache
def role_entries() -> tuple[RoleEntry, ...]:
    raw = packaged_yaml(DATA)
    return tuple(RoleEntry(e["role"], re.compile(e["pattern"]), tuple(map(str, e["examples"]))) for e in raw)


def heading_to_role(heading: str) -> Role:
    """The role of one column's heading, its levels joined by spaces."""
    text = lowered(_SPACES.sub(" ", heading)).strip(" .:")
    return next((e.role for e in role_entries() if e.pattern.search(text)), "unknown")


def table_to_columns(
    headings: Sequence[Sequence[str]], issued_on: dt.date | None, period: Period | None
) -> tuple[IndicatorColumn, ...]:
    """The columns with their roles; plain years become ``plan`` or ``result`` by the document's date."""
    columns = []
    seen_indicator = False
    for index, levels in enumerate(headings):
        heading = " ".join(_SPACES.sub(" ", level).strip() for level in dict.fromkeys(levels) if level.strip())
        role = heading_to_role(heading)
        years = _years(heading)
        if role == "indicator" and seen_indicator:
            role = "plan"  # a second "Mục tiêu" holds the values
        seen_indicator = seen_indicator or role == "indicator"
        column = IndicatorColumn(index, heading, role, years)
        columns.append(_dated(column, issued_on, period) if role in ("year", "plan") else column)
    return tuple(columns)


def _years(heading: str) -> tuple[int, int] | None:
    """The years that the column is for: the last named, or the term."""
    terms = _TERM.findall(heading)
    singles = _YEAR.findall(_TERM.sub(" ", heading))
    if singles:
        return int(singles[-1]), int(singles[-1])
    return (int(terms[-1][0]), int(terms[-1][1])) if terms else None


def _dated(column: IndicatorColumn, issued_on: dt.date | None, period: Period | None) -> IndicatorColumn:
    """A year that is over tells a result, one to come a plan; the current year is a plan early in it, else a doubt."""
    if column.years is None:
        return column
    last = column.years[1]
    starts = period.from_ if period else None
    if issued_on is None:
        planned = starts is None or last >= starts
        return replace(
            column, role="plan" if planned else "result", doubtful=planned and column.role != "plan" and last == starts
        )
    if last < issued_on.year:
        return replace(column, role="result")
    if last > issued_on.year or column.role == "plan":
        return replace(column, role="plan")
    early = issued_on.month <= PLANNING_MONTHS
    return replace(column, role="plan" if early else "result", doubtful=early and starts != last)
