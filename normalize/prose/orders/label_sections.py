"""A section's passages as items; and whether they are but labels that say who, when or what of the orders beside it."""

from __future__ import annotations

from collections.abc import Sequence

from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.fields.order_words import begins
from nghiquyet.normalize.prose.orders.body_words import names_body
from nghiquyet.normalize.prose.orders.items import Item, Saying, item_to_saying, label_role, passage_to_item
from nghiquyet.normalize.prose.orders.own_deadlines import says_when
from nghiquyet.normalize.prose.published_sections import Prose


def section_items(prose: Prose, index: int) -> list[Item]:
    """The paragraphs of section number ``index``, rows of tables left out; offsets are into its text."""
    items = []
    offset = 0
    for passage in prose.passages[index]:
        if passage.table is None and passage.text:
            items.append(passage_to_item(passage.text, offset))
        offset += len(passage.text) + 1
    return items


def label_lines(title: str, items: Sequence[Item], time: DeadlineContext) -> tuple[Saying, ...]:
    """What a section says of the orders beside it, where it says nothing else: "b) Đơn vị chủ trì: Sở Y tế".

    A heading that is a label alone ("Cơ quan thực hiện:") gives its role to lines without one.
    """
    title = title.rstrip(" :")
    heads = begins("duties_of").match(title.casefold()) is not None  # "Trách nhiệm của các đơn vị" heads their duties
    role = label_role(title) if title and not heads else None
    if title and role is None:
        return ()
    found: list[Saying] = []
    for item in items:
        saying = item_to_saying(item)
        if saying is None and role is not None and not item.text.rstrip().endswith(":"):
            saying = Saying(role, item.text, item.offset)
        if saying is not None and _is_value(saying, time):
            found.append(saying)
        elif label_role(item.text.rstrip(" :")) is None:
            return ()
    return tuple(found)


def _is_value(saying: Saying, time: DeadlineContext) -> bool:
    """True if a label's value is of its role: a time, or bodies."""
    if saying.role == "deadline":
        return says_when(saying.value, time)
    return saying.role == "result" or names_body(saying.value, ordered=True)
