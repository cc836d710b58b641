"""Nothing printed is lost on the way to the files: 99.9 % of the letters are in a field, a section or a finding."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from nghiquyet.extract.language.ticks import is_tick
from nghiquyet.extract.model import Document
from nghiquyet.extract.page.furniture import PAGE_NUMBER
from nghiquyet.normalize.model import Resolution
from tests.printed import PRINTED, document_of, words
from tests.read_once import each_document, reading_of

KEPT = 0.999


def strings(data: Any) -> Iterator[str]:
    """Every text in the published data, the keys of extra and marker columns included."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from (key, *strings(value))
    elif isinstance(data, list):
        for value in data:
            yield from strings(value)


def printed(document: Document) -> Iterator[str]:
    """The words of all pages but their numbers; a tick is told as true."""
    for page in document.pages:
        numbers = {w.bbox for line in page.furniture if PAGE_NUMBER.match(line.text) for w in line.words}
        for word in page.words:
            if word.bbox not in numbers and not is_tick(word.text):
                yield from words(word.text)


@pytest.mark.parametrize("path", each_document(PRINTED))
def test_nearly_every_letter_is_told(path: Path) -> None:
    document = document_of(path)
    if document is None:
        pytest.skip("no text layer")
    lost, letters = lost_letters(document, reading_of(path).resolution)
    assert sum(len(w) * n for w, n in lost.items()) <= (1 - KEPT) * letters, lost


def lost_letters(document: Document, resolution: Resolution) -> tuple[dict[str, int], int]:
    """The words of the pages that the resolution does not tell, with their counts; how many letters the pages have."""
    told = {""}
    joined = []
    # what was recognised is told elsewhere; the record of its words tells only what was left out or taken for another
    records = tuple(w.model_copy(update={"text": ""}) for w in resolution.recognised_words if w.read != w.text)
    telling = resolution.model_copy(update={"recognised_words": records})
    for text in strings(telling.model_dump(mode="json", by_alias=True)):
        told.update(words(text))
        joined.append(re.sub(r"\s+", "", text.casefold()))
    whole = "\n".join(joined)
    shown = Counter(printed(document))
    # a word that a narrow column broke is told whole, and its parts are within it; a note's mark may cling to its word
    lost = {w: n for w, n in shown.items() if w not in whole and w.lstrip("0123456789") not in told}
    return lost, sum(len(w) * n for w, n in shown.items())
