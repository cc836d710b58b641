"""The one door to Jinja: how pages for people are made. Nothing in them is fetched, all words of a document escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from output.vietnamese import date_text, deadline_text, number_text, quantity_text

if TYPE_CHECKING:
    from jinja2 import Environment


def page_environment() -> Environment:
    """An environment of its own for the templates of this room, with values written as Vietnamese read them."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("output"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(date=date_text, deadline=deadline_text, number=number_text, quantity=quantity_text)
    return environment
