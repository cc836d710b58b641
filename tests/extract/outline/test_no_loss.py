"""No letter printed is lost: it is in a section, a footnote, furniture, or a table's repeated heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from nghiquyet.extract.outline import document_to_outline
from tests.printed import PRINTED, document_of
from tests.read_once import each_document

KEPT = 0.999


def letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(c for text in texts for c in text if c.isalnum())


@pytest.mark.parametrize("path", each_document(PRINTED))
def test_every_letter_is_kept(path: Path) -> None:
    document = document_of(path)
    if document is None:
        pytest.skip("no text to read")
    sections = document_to_outline(document).sections
    told = letters(t for s in sections for t in (s.label, s.title.text, *(p.text for p in s.paragraphs), *s.notes))
    told += letters(line.text for page in document.pages for line in page.furniture)
    told += letters(line.text for table in document.tables for line in table.header_lines)
    marks = [w.text for s in sections for w in s.words if w.raised]
    printed = letters(w.text for page in document.pages for w in page.words)
    lost = printed - told - letters(marks + marks)  # a footnote's mark stands in the text and before the note
    assert sum(lost.values()) <= (1 - KEPT) * sum(printed.values()), lost.most_common(8)


@pytest.mark.parametrize("path", each_document(PRINTED[:6]))
def test_nothing_is_invented(path: Path) -> None:
    document = document_of(path)
    assert document is not None
    sections = document_to_outline(document).sections
    told = letters(t for s in sections for t in (s.label, s.title.text, *(p.text for p in s.paragraphs), *s.notes))
    printed = letters(w.text for page in document.pages for w in page.words)
    assert not told - printed
