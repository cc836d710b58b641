"""The one door to Jinja: how pages for people are made. Nothing in them is fetched, all words of a document escaped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nghiquyet.output.files.vietnamese import date_text, deadline_text, number_text, quantity_text

_FILTERS: Mapping[str, Callable[..., Any]] = {
    "date": date_text,
    "deadline": deadline_text,
    "number": number_text,
    "quantity": quantity_text,
}


def render_page(
    template: str,
    context: Mapping[str, Any],
    filters: Mapping[str, Callable[..., Any]] | None = None,
    tests: Mapping[str, Callable[..., bool]] | None = None,
) -> str:
    """The page that a template of this room makes of ``context``; ``filters`` and ``tests`` beside the usual ones."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("nghiquyet.output"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update({**_FILTERS, **(filters or {})})
    environment.tests.update(tests or {})
    return environment.get_template(template).render(context)
