"""A ``Changeset`` → one self-contained page in Vietnamese, with red-lines by words.

Nothing is fetched when it is opened. The one script opens the folded part that a link leads into; the page's policy
allows this script alone, by its hash.
"""

from __future__ import annotations

import base64
import hashlib
from importlib import resources

from nghiquyet.output.changes.model import Changeset
from nghiquyet.output.changes.rendering.view import Shown
from nghiquyet.output.report.html_pages import render_page


def view_to_html(changes: Changeset, view: Shown) -> str:
    """The page: both documents, the counts and a list that lead to the changes, then the changes in three parts."""
    script = (resources.files("nghiquyet.output") / "templates" / "changes.js.j2").read_text(encoding="utf-8").strip()
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return render_page("changes.html.j2", {"changes": changes, "view": view, "script": script, "script_hash": digest})
