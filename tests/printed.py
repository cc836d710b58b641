"""Printed documents as tests of loss see them: as read, and as words."""

import re
from pathlib import Path

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.model import Document
from tests.read_once import reading_of
from tests.shared_inputs import SHARED_PRINTS

LAYOUT_PDFS = sorted((Path(__file__).parent / "layouts").rglob("*.pdf"))
PRINTED = LAYOUT_PDFS + SHARED_PRINTS


def document_of(path: Path) -> Document | None:
    """The document, None where it has no text to read."""
    try:
        return reading_of(path).document
    except UnreadableInput:
        return None


def words(text: str) -> list[str]:
    """The text's words in small letters, without punctuation."""
    return [word.casefold() for word in re.findall(r"\w+", text)]
