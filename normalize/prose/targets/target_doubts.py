"""Doubt codes → review entries, from ``target_doubts.yaml`` (and the deadline reader's own codes)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from nghiquyet.extract.language.packaged_yaml import packaged_yaml
from nghiquyet.normalize.fields.deadlines import doubt_message
from nghiquyet.normalize.model import Review

DATA = Path(__file__).with_name("target_doubts.yaml")


@cache
def doubt_table() -> dict[str, tuple[str, str]]:
    """Code → field and message."""
    raw = packaged_yaml(DATA)
    return {code: (entry["field"], entry["message"]) for code, entry in raw.items()}


def codes_to_reviews(codes: Iterable[str]) -> tuple[Review, ...]:
    """One entry a code, in order; codes that are not this package's are the deadline reader's."""
    table = doubt_table()
    reviews = []
    for code in dict.fromkeys(codes):
        field, message = table[code] if code in table else ("deadline", doubt_message(code))
        reviews.append(Review(field=field, code=code, message=message))
    return tuple(reviews)
