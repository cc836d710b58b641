"""Printed documents as tests of loss read them: once each, and as words."""

import re
from functools import cache
from pathlib import Path

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.model import Document
from nghiquyet.extract.read_file import read_file
from tests.shared_inputs import SHARED_PRINTS

LAYOUT_PDFS = sorted((Path(__file__).parent / "layouts").rglob("*.pdf"))
PRINTED = LAYOUT_PDFS + SHARED_PRINTS


@cache
def document_of(path: Path) -> Document | None:
    """The document, None where it has no text to read."""
    try:
        return read_file(path)
    except UnreadableInput:
        return None


def words(text: str) -> list[str]:
    """The text's words in small letters, without punctuation."""
    return [word.casefold() for word in re.findall(r"\w+", text)]
