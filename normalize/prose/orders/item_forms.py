"""What an item is by its form alone, before anything is weighed: one answer, given once."""

from __future__ import annotations

from typing import Literal

from nghiquyet.normalize.prose.orders.items import (
    Item,
    is_closing,
    is_enactment,
    item_to_saying,
    lists_examples,
    names_content,
)

Form = Literal["label_line", "content_line", "closing", "enactment", "examples", "lead_in", "clause"]


def item_form(item: Item, opens: bool) -> Form:
    """The form of an item; ``opens`` says that something stands under it, so that a colon at its end opens a list.

    A ``label_line`` says a thing of the order before it, a ``content_line`` what it is about; ``examples`` end in
    "như:". All that is left is a ``clause``, which may be an order.
    """
    if item_to_saying(item) is not None:
        return "label_line"
    if names_content(item):
        return "content_line"
    if is_closing(item.text):
        return "closing"
    if is_enactment(item.text):
        return "enactment"
    if lists_examples(item.text):
        return "examples"
    return "lead_in" if opens and item.text.rstrip().endswith(":") else "clause"
