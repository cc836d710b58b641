"""Orders in the making: what they are told by, the tasks that they become, and the decisions about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from nghiquyet.extract.decisions.decision import Alternative, Decision, Evidence, Subject
from nghiquyet.normalize.fields.deadlines import deadline_decision
from nghiquyet.normalize.model import Box, Deadline, Review, Task
from nghiquyet.normalize.prose.orders.agents import Agents, Named, begins_with_verb
from nghiquyet.normalize.prose.orders.section_contexts import GivenTo, SectionContext, SectionPlace
from nghiquyet.normalize.prose.published_sections import Part, Prose
from nghiquyet.normalize.tables.build_tasks import SURE_AGENCY


@dataclass(slots=True)
class OrderDraft:
    """An order in the making."""

    section: int
    part: Part
    start: int
    end: int
    title: str
    level: int = 0  # of its list mark
    roles: dict[str, GivenTo] = field(default_factory=dict)
    deadline: Deadline = field(default_factory=Deadline)
    result: str | None = None
    places: dict[str, SectionPlace] = field(default_factory=dict)
    review: list[Review] = field(default_factory=list)
    told: tuple[Evidence, ...] = ()
    due: tuple[tuple[Evidence, ...], tuple[str, ...]] | None = None  # what its deadline was told by, other dates


def told_by(text: str, agents: Agents | None, context: SectionContext) -> tuple[Evidence, ...]:
    """What says that a text is an order: its own words, or where it stands."""
    told = [Evidence("orders_a_body", text[: agents.verb].strip())] if agents is not None else []
    if agents is None and context.lead is not None:
        told.append(Evidence("under_a_body", ", ".join(a.text for a in context.lead.named.assignments)))
    told += [Evidence("section_of_tasks")] if context.kind == "task" else []
    return (*told, Evidence("begins_with_verb", begins_with_verb(text)))


def draft_to_decisions(draft: OrderDraft, id_: str) -> Iterator[Decision]:
    """Why the order with this id is one, and why it is due when it is."""
    yield Decision("row_kind", Subject("task", id_), "order", None, (Alternative("text"),), draft.told)
    if draft.due is not None:
        evidence, others = draft.due
        yield deadline_decision(Subject("task", id_, "deadline"), draft.deadline, evidence, others)


def doubts_of(role: str, named: Named) -> list[Review]:
    """The doubts about the bodies of a role."""
    doubts = []
    for one in named.assignments:
        if one.judgement == "ambiguous":
            message = f"Chưa rõ “{one.text}” là cơ quan nào; hãy chọn trong các ứng viên."
            doubts.append(Review(field=role, code="agency-ambiguous", message=message))
        elif one.judgement == "person":
            message = f"“{one.text}” là người, không phải cơ quan; hãy xác định cơ quan theo phân công."
            doubts.append(Review(field=role, code="agency-person", message=message))
        elif one.score < SURE_AGENCY:
            message = f"Chưa chắc “{one.text}” đã nhận đúng; hãy đối chiếu với bản gốc."
            doubts.append(Review(field=role, code="agency-uncertain", message=message))
    if not doubts and not named.sure:
        message = "Tên cơ quan trong câu chưa đọc trọn vẹn; hãy đối chiếu với bản gốc."
        doubts.append(Review(field=role, code="agency-uncertain", message=message))
    return doubts


def draft_to_task(draft: OrderDraft, id_: str, prose: Prose) -> Task:
    """The order as it is published, with the places of its fields."""
    where: dict[str, tuple[Box, ...]] = {"title": prose.boxes(draft.section, draft.part, draft.start, draft.end)}
    for name, place in draft.places.items():
        where[name] = prose.boxes(place.section, place.part, place.start, place.end)
    roles = {role: given.named.assignments for role, given in draft.roles.items()}
    return Task(
        id=id_,
        origin="body",
        title=draft.title,
        result=draft.result,
        deadline=draft.deadline,
        lead=roles.get("lead", ()),
        advising=roles.get("advising", ()),
        coordinating=roles.get("coordinating", ()),
        monitoring=roles.get("monitoring", ()),
        where={name: boxes for name, boxes in where.items() if boxes},
        review=tuple(dict.fromkeys(draft.review)),
    )
