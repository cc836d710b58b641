"""An indicator table → targets, one a row and term; the values of several years are milestones."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, replace

from nghiquyet.extract.language.column_headings import heading_role
from nghiquyet.extract.language.numbering.alphabet import number_to_letters
from nghiquyet.extract.model import Table, TableRow
from nghiquyet.normalize.model import Deadline, Finding, Milestone, Precision, Target
from nghiquyet.normalize.prose.targets.dues import Time
from nghiquyet.normalize.prose.targets.indicator_columns import IndicatorColumn, table_to_columns
from nghiquyet.normalize.prose.targets.masking import has_number, lowered, masked
from nghiquyet.normalize.prose.targets.prose_to_targets import TargetContext
from nghiquyet.normalize.prose.targets.quantities import Quantity, find_quantities
from nghiquyet.normalize.prose.targets.target_doubts import codes_to_reviews
from nghiquyet.normalize.prose.targets.target_words import lexicon

_SPACES = re.compile(r"\s+")
_UNIT_IN_NAME = re.compile(r"\s*\(([^()]{1,40})\)\s*$")
_PART = re.compile(r"^\s*(?:[-+•*–]|trong đó|riêng|bao gồm|gồm)[\s:]*", re.IGNORECASE)
_GOALS = re.compile(r"(?<!\w)(?:chỉ tiêu|mục tiêu)(?!\w)")
_RESULTS = re.compile(r"kết quả|thống kê|tình hình thực hiện|báo cáo|số liệu thực hiện|đánh giá|chấm điểm")


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A target of row ``row`` of its table; ``columns`` hold its words, those of ``roles`` who answers for it."""

    target: Target
    row: int
    columns: tuple[int, ...]
    roles: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorTableReading:
    """What a table of indicators is: one of promises, of results, or no table of indicators at all."""

    kind: str
    rows: tuple[IndicatorRow, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Value:
    column: IndicatorColumn
    quantity: Quantity
    printed: str


@dataclass(frozen=True, slots=True)
class _TableSetting:
    """The columns of a table of promises, and the deadline that its caption sets."""

    name: IndicatorColumn
    unit: IndicatorColumn | None
    plans: tuple[IndicatorColumn, ...]
    roles: tuple[tuple[str, int], ...]
    above: Deadline


def indicator_table_to_targets(
    table: Table, context: TargetContext, section: str = "0", caption: str = "", used: int = 0
) -> IndicatorTableReading:
    """The targets of an indicator table.

    ``section`` is the section it belongs to, ``caption`` its title and the headings above it, ``used`` how many letters
    of the section are taken. The kind is "promises" if columns promise (a plan, a goal, a year to come), "results" if
    its values are reported ones, "other" if it has no column of indicators with values.
    """
    columns = table_to_columns(table.headings, context.issued_on, context.period)
    time = Time(context.issued_on, context.period)
    columns = _with_undated_plan(columns, caption)
    names = [c for c in columns if c.role == "indicator"]
    values = [c for c in columns if c.role in ("plan", "result")]
    if not names or not values or not _has_values(table, values):
        return IndicatorTableReading("other")
    reported = _RESULTS.search(lowered(caption)) is not None
    plans = [c for c in values if c.role == "plan" and not (c.doubtful and reported)]
    if not plans:
        return IndicatorTableReading("results")
    unit = next((c for c in columns if c.role == "unit"), None)
    above = time.last_due(unicodedata.normalize("NFC", caption))
    setting = _TableSetting(
        names[0], unit, tuple(plans), _role_columns(columns), above.deadline if above else Deadline()
    )
    return IndicatorTableReading("promises", tuple(_rows_to_readings(table, setting, time, section, used)))


def _with_undated_plan(columns: tuple[IndicatorColumn, ...], caption: str) -> tuple[IndicatorColumn, ...]:
    """A lone column of values "Kết quả" without a year holds what is to be reached where the table is one of goals."""
    values = [c for c in columns if c.role in ("plan", "result")]
    words = lowered(caption)
    promised = _GOALS.search(words) is not None and not _RESULTS.search(words)
    if not promised or len(values) != 1 or values[0].years is not None:
        return columns
    return tuple(replace(c, role="plan") if c is values[0] else c for c in columns)


def _role_columns(columns: tuple[IndicatorColumn, ...]) -> tuple[tuple[str, int], ...]:
    """("lead", column) and ("coordinating", column) of the first columns that name who answers and who takes part."""
    found: dict[str, int] = {}
    for column in columns:
        role = heading_role(column.heading) if column.role == "other" else None
        if role is not None and role.role in ("lead", "coordinating"):
            found.setdefault(role.role, column.index)
    return tuple(found.items())


def _text(row: TableRow, column: IndicatorColumn | None) -> str:
    if column is None or column.index >= len(row.cells):
        return ""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", row.cells[column.index].text)).strip()


def _has_values(table: Table, values: list[IndicatorColumn]) -> bool:
    """Whether a third of the cells in the value columns hold numbers; forms to be filled in and prose do not."""
    cells = [_text(row, column) for row in table.rows for column in values]
    filled = [c for c in cells if c]
    numbers = [c for c in filled if has_number(masked(c)) and len(c.split()) <= 8]
    return len(numbers) * 3 >= max(1, len(filled)) and bool(numbers)


def _rows_to_readings(table: Table, setting: _TableSetting, time: Time, section: str, used: int) -> list[IndicatorRow]:
    readings: list[IndicatorRow] = []
    parent, above = "", setting.above
    name, unit = setting.name, setting.unit
    for index, row in enumerate(table.rows):
        printed = _text(row, name)
        words = _PART.sub("", printed)
        values = [v for v in (_value(row, column, _text(row, unit)) for column in setting.plans) if v]
        is_part = words != printed
        if not values and (due := _group_due(row, time)) is not None:
            above = due  # "Đến năm 2030" over the rows below
        if not is_part:
            parent = words
        if not words or not values:
            continue
        indicator = f"{parent} {words}".strip() if is_part and parent else words
        doubts = ("indicator-completed",) if is_part and parent else ()
        for group in _terms(values):
            key = f"{section}.{number_to_letters(used + len(readings) + 1)}"
            target = _target(group, indicator, _text(row, unit), key, doubts, above)
            statement = _SPACES.sub(" ", " ".join([printed, _text(row, unit), *(v.printed for v in group)])).strip()
            target = target.model_copy(update={"section": section, "statement": statement})
            used_columns = (name.index, *([unit.index] if unit else []), *(v.column.index for v in group))
            readings.append(IndicatorRow(target, index, used_columns, setting.roles))
    return readings


def _group_due(row: TableRow, time: Time) -> Deadline | None:
    """The date that a row without values sets for those below: "II. Giai đoạn 2028 - 2030"."""
    words = " ".join(dict.fromkeys(unicodedata.normalize("NFC", cell.text) for cell in row.cells))
    found = time.last_due(_SPACES.sub(" ", words))
    return found.deadline if found is not None and found.deadline.end is not None else None


def _value(row: TableRow, column: IndicatorColumn, unit: str) -> _Value | None:
    """The promise in one cell: "≥ 95", "95 - 100", "Trên 80%", "1.200"."""
    printed = _text(row, column)
    if not printed or len(printed.split()) > 12:
        return None
    text = printed if any(u in printed for u in ("%", "‰")) or not unit else f"{printed} {unit}"
    found = find_quantities(text, masked(text))
    return _Value(column, found[0], printed) if found else None


def _terms(values: list[_Value]) -> list[list[_Value]]:
    """The values that belong to one target: those of single years together, each term on its own."""
    single = [v for v in values if v.column.years is None or v.column.years[0] == v.column.years[1]]
    terms = [[v] for v in values if v not in single]
    undated = [[v] for v in single if v.column.years is None]
    dated = sorted((v for v in single if v.column.years), key=lambda v: v.column.years or (0, 0))
    return [g for g in (dated, *terms, *undated) if g]


def _target(
    group: list[_Value], indicator: str, unit: str, key: str, doubts: tuple[str, ...], above: Deadline
) -> Target:
    last = group[-1]
    quantity = last.quantity
    in_name = _UNIT_IN_NAME.search(indicator)
    if in_name and not unit:
        unit, indicator = in_name[1], indicator[: in_name.start()]
    elif not unit:
        unit = quantity.unit or ""
    codes = (
        *doubts,
        *quantity.doubts,
        *(("column-doubtful",) if last.column.doubtful else ()),
        *(() if unit else ("unit-missing",)),
    )
    years = [v.column.years[1] for v in group if v.column.years]
    pairs = [(v.column.years[1], v.quantity.value) for v in group if v.column.years and v.quantity.value_max is None]
    aspiring = lexicon().finds("aspirational", lowered(" ".join(v.printed for v in group)))
    return Target(
        id=key,
        section="",
        kind="quantitative",
        statement="",
        indicator=indicator.strip(" .:;"),
        comparator=quantity.comparator,
        value=quantity.value,
        value_max=quantity.value_max,
        unit=_SPACES.sub(" ", unit).strip() or None,
        deadline=_deadline(last.column) or above,
        milestones=tuple(Milestone(year=y, value=v) for y, v in pairs) if len(set(years)) > 1 else (),
        modality="aspirational" if aspiring else "committed",
        origin="table",
        review=codes_to_reviews(codes),
    )


def _deadline(column: IndicatorColumn) -> Deadline | None:
    """The end of the year, or of the term, that the column is for."""
    if column.years is None:
        return None
    first, last = column.years
    start = dt.date(first, 1, 1) if first != last else None
    precision: Precision = "year" if first == last else "range"
    return Deadline(text=column.heading, start=start, end=dt.date(last, 12, 31), precision=precision)
