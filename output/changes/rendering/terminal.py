"""A ``Changeset`` → what the terminal says of it: the changes of substance, a line each."""

from __future__ import annotations

from collections.abc import Iterator

from nghiquyet.normalize.model import Resolution
from nghiquyet.output.changes.model import Changeset
from nghiquyet.output.changes.rendering.view import ShownChange, changes_to_view

# More than this on a terminal nobody reads; the page has them all.
MOST = 20
LONGEST = 160


def changes_to_lines(changes: Changeset, previous: Resolution, current: Resolution) -> Iterator[str]:
    """What is sure first, then what has to be looked at; the wording is only counted, in ``counts``."""
    view = changes_to_view(changes, previous, current)
    sure = [_line(one) for one in view.substance]
    unsure = [f"{_line(one)} [cần xem lại]" for one in view.look if one.substance]
    lines = [*sure, *unsure]
    yield from lines[:MOST]
    if len(lines) > MOST:
        yield f"… và {len(lines) - MOST} thay đổi nội dung khác, xem trong changes.html"


def counts(changes: Changeset, previous: Resolution, current: Resolution) -> str:
    """``6 thay đổi nội dung, 14 thay đổi cách viết, 91 không đổi, 2 chỗ cần xem lại``."""
    told = changes.summary
    look = len(changes_to_view(changes, previous, current).look)
    return (
        f"{told.substance} thay đổi nội dung, {told.wording} thay đổi cách viết, {told.unchanged} không đổi, "
        f"{look} chỗ cần xem lại"
    )


def _line(change: ShownChange) -> str:
    what = f"{change.gist} “{change.title}”" if change.records else change.gist
    line = f"{change.name}: {what}"
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
