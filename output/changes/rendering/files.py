"""A ``Changeset`` → the files of one comparison, by name."""

from __future__ import annotations

from collections.abc import Mapping

from nghiquyet.normalize.model import Resolution
from nghiquyet.output.changes.changes_json import changeset_to_bytes
from nghiquyet.output.changes.model import Changeset
from nghiquyet.output.changes.rendering.html import view_to_html
from nghiquyet.output.changes.rendering.markdown import view_to_markdown
from nghiquyet.output.changes.rendering.view import changes_to_view

# The file by which an older comparison is known as ours, and may be replaced.
MAIN_FILE = "changes.json"


def changes_to_files(changes: Changeset, previous: Resolution, current: Resolution) -> Mapping[str, bytes]:
    """The names and bytes of all files; ``previous`` and ``current`` tell the pages on which the records stand."""
    view = changes_to_view(changes, previous, current)
    return {
        MAIN_FILE: changeset_to_bytes(changes),
        "changes.html": view_to_html(changes, view).encode(),
        "changes.md": view_to_markdown(changes, view).encode(),
    }
