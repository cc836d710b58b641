"""Nothing printed in a task table is lost: each word of a row is in its own record's fields, its group or a finding."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from nghiquyet.extract.language.column_headings import AGENCY_ROLES
from nghiquyet.extract.model import Table, TableCell, TableRow
from nghiquyet.normalize.fields.agencies import AgencyLinker
from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.fields.jurisdiction import Jurisdiction
from nghiquyet.normalize.model import Task
from nghiquyet.normalize.review.check_tables import check_table
from nghiquyet.normalize.tables.build_tasks import TableReading, build_tasks
from nghiquyet.normalize.tables.column_roles import plan_columns
from nghiquyet.normalize.tables.task_ids import PlacedGroup
from tests.printed import PRINTED, document_of, words
from tests.read_once import each_document

# The word that parts two agencies is read as their parting.
PARTING = {"và"}
# Behind these a raised figure is a power.
MEASURES = {"km", "m", "dm", "cm", "mm"}


def printed_words(row: TableRow) -> Counter[str]:
    """The words of the row's cells, each cell's once; what is merged from above was told with the row above.

    A footnote's mark is no word: the note stands with its section.
    """
    found: Counter[str] = Counter()
    for column, cell in enumerate(row.cells):
        if not cell.carried_down and (column == 0 or cell != row.cells[column - 1]):
            found.update(words(without_note_marks(cell)))
    return found


def without_note_marks(cell: TableCell) -> str:
    """The cell's text without raised figures behind words: notes' marks, but not the powers of measures."""
    text = cell.text
    for line in cell.lines:
        for before, word in pairwise(line.words):
            if word.raised and word.text.isdigit() and before.text.strip("(") not in MEASURES:
                text = text.replace(f"{before.text}{word.text}", before.text, 1)
    return text


def told_words(task: Task) -> Counter[str]:
    texts = [task.number or "", task.title, task.result or "", task.deadline.text or "", *task.extra.values()]
    texts += ["x" for ticked in task.markers.values() if ticked]
    texts += [f"{one.text} {one.scope or ''}" for role in AGENCY_ROLES for one in getattr(task, role)]
    return Counter(word for text in texts for word in words(text))


def lost_words(table: Table, reading: TableReading, aside: str) -> Iterator[str]:
    tasks = {task.id: task for task in reading.tasks}
    placed = {id(p.reading.row): p for p in reading.placed}
    noted = Counter(words(aside))
    for row in table.rows:
        printed = printed_words(row)
        one = placed.get(id(row))
        if isinstance(one, PlacedGroup):
            told = Counter(words(one.id) + words(one.title))
        else:
            told = told_words(tasks[one.id]) if one is not None else Counter()
        missing = printed - told - noted
        yield from (word for word in missing.elements() if word not in PARTING)


@pytest.mark.parametrize("path", each_document(PRINTED))
def test_each_word_of_a_task_table_is_told(path: Path) -> None:
    document = document_of(path)
    tables = [t for t in document.tables if plan_columns(t).reason is None] if document else []
    if not tables:
        pytest.skip("no text layer, or no task table")
    linker = AgencyLinker(Jurisdiction(province="Hải Phòng"))
    for table in tables:
        plan = plan_columns(table)
        reading = build_tasks(table, plan, linker, DeadlineContext())
        aside = " ".join(found.message for found in check_table(table, plan, reading))
        assert list(lost_words(table, reading, aside)) == []
