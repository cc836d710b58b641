"""Prose → orders: tasks of origin ``body``, with who is to do them, until when, and where that is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nghiquyet.extract.decisions.decision import Decision
from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.model import Task
from nghiquyet.normalize.prose.orders.actors import Named, NamesBodies
from nghiquyet.normalize.prose.orders.heading_actors import read_heading, stands_among_bodies
from nghiquyet.normalize.prose.orders.label_sections import label_lines
from nghiquyet.normalize.prose.orders.order_decisions import draft_to_decisions
from nghiquyet.normalize.prose.orders.order_drafts import given_deadline
from nghiquyet.normalize.prose.orders.section_contexts import SectionContext, SectionPlace, open_section
from nghiquyet.normalize.prose.orders.section_reader import SectionReader
from nghiquyet.normalize.prose.published_sections import Prose
from nghiquyet.normalize.prose.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Orders:
    """The orders of a text in reading order.

    ``verdicts`` say what each passage was taken for, ``decisions`` why the orders are ones and when they are due.
    """

    tasks: tuple[Task, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    decisions: tuple[Decision, ...] = ()


def prose_to_orders(prose: Prose, agencies: NamesBodies, time: DeadlineContext) -> Orders:
    """The orders of the prose; ids are the section's, a slash and a running number.

    An order is a clause that names who is to do what, an item under an agency's heading or lead-in, or an item of a
    section of tasks. Purposes, goals, evaluations and closing words give none; what stands before the first heading
    gives those that a body is told by name, and its lead-in holds for all headings of its document.
    """
    contexts: dict[str, SectionContext] = {}
    root = SectionContext()
    readers: list[SectionReader] = []
    among_bodies = _among_bodies(prose, agencies)
    for index, section in enumerate(prose.sections):
        above = contexts.get(section.parent or "", root)
        context = open_section(section, index, above, agencies, section.id in among_bodies)
        due = given_deadline(section.title, SectionPlace(index, "title", 0, 0), time)
        reader = SectionReader(prose, index, replace(context, deadline=due or context.deadline), agencies, time)
        if section.level == 0:
            root = reader.read_opening()
        elif _say_of_others(index, reader, readers, time):
            reader.judge_all("order_part")
        else:
            reader.read()
            contexts[section.id] = reader.below
        readers.append(reader)
    named = [
        (f"{reader.section.id}/{number}", draft)
        for reader in readers
        for number, draft in enumerate(reader.drafts, start=1)
    ]
    return Orders(
        tuple(draft.task(id_, prose) for id_, draft in named),
        tuple(verdict for reader in readers for verdict in reader.verdicts),
        tuple(decision for id_, draft in named for decision in draft_to_decisions(draft, id_)),
    )


def _among_bodies(prose: Prose, agencies: NamesBodies) -> set[str]:
    """The ids of sections whose headings stand among those that name bodies, and name none that was read."""
    beside: dict[str | None, dict[str, Named | None]] = {}
    for section in prose.sections:
        if section.title and section.level:
            named = read_heading(section.title, agencies)
            beside.setdefault(section.parent, {})[section.id] = named
    return {
        id_ for group in beside.values() if stands_among_bodies(group.values()) for id_, own in group.items() if not own
    }


def _say_of_others(index: int, reader: SectionReader, before: Sequence[SectionReader], time: DeadlineContext) -> bool:
    """True for a section of label lines ("b) Cơ quan thực hiện: …"), which says a thing of the orders beside it.

    Where none stands beside it, the heading above is the order.
    """
    lines = label_lines(reader.section.title, reader.items, time)
    parent = reader.section.parent
    if not lines or parent is None:
        return False
    beside = [other for other in before if _is_under(other.section.parent, parent) and other.drafts]
    above = [other for other in before if other.section.id == parent and other.order_of_title()] if not beside else []
    for other in beside or above:
        for line in lines:
            other.say(line, index)
    return bool(beside or above)


def _is_under(section: str | None, parent: str) -> bool:
    """True for the id of ``parent`` and of what stands below it."""
    return section == parent or (section or "").startswith(f"{parent}.")
