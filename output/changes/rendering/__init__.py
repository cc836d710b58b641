"""A ``Changeset`` as people read it: a page, a text for e-mail and issue trackers, a few lines for the terminal."""

from nghiquyet.output.changes.rendering.files import MAIN_FILE, changes_to_files
from nghiquyet.output.changes.rendering.terminal import changes_to_lines, counts

__all__ = ["MAIN_FILE", "changes_to_files", "changes_to_lines", "counts"]
