"""The words that stand inside a field's ``where`` boxes on the printed page are the field's words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pdfplumber
import pytest

from nghiquyet.extract.language.ticks import is_tick
from tests.layouts.readings import HELD_OUT, OPEN, path_of, reading_of
from tests.typesetter import load_content, printed_cells

AGREE = 0.99
PLAIN = ("number", "title", "result")
ROLES = ("lead", "advising", "coordinating", "monitoring")

Words = dict[int, list[tuple[float, float, str]]]  # page: middle of each word, and its text


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text)).casefold()


def words_of(name: str) -> Words:
    with pdfplumber.open(path_of(name, ".pdf")) as pdf:
        return {
            page.page_number: [
                ((w["x0"] + w["x1"]) / 2, (w["top"] + w["bottom"]) / 2, w["text"])
                for w in page.extract_words(x_tolerance=1.5)
            ]
            for page in pdf.pages
        }


def inside(words: Words, boxes: list[dict[str, Any]]) -> list[str]:
    return [
        text
        for box in boxes
        for x, y, text in words[box["page"]]
        if box["bbox"] and box["bbox"][0] <= x <= box["bbox"][2] and box["bbox"][1] <= y <= box["bbox"][3]
    ]


def agrees(field: str, task: dict[str, Any], found: list[str], cell: str) -> bool:
    """Plain fields letter for letter; a role's box holds its whole cell; a box of several cells holds each value."""
    seen = letters(" ".join(found))
    if field in PLAIN:
        return seen == letters(task[field])
    if field == "deadline":
        return seen == letters(task[field]["text"])
    if field in ROLES:
        named = all(letters(a["text"]) in seen for a in task[field])
        return named and (not cell or seen == letters(cell))
    if field == "extra":
        return Counter(seen) == Counter("".join(letters(v) for v in task[field].values()))
    return all(map(is_tick, found)) and len(found) == sum(task[field].values())


def printed_fields(task: dict[str, Any]) -> Iterator[str]:
    for field in (*PLAIN, *ROLES, "extra"):
        if task[field]:
            yield field
    if task["deadline"]["text"]:
        yield "deadline"
    if any(task["markers"].values()):
        yield "markers"


def judged(name: str) -> list[tuple[str, bool]]:
    words = words_of(name)
    cells = printed_cells(load_content(path_of(name, ".yaml")))
    verdicts = []
    for task in (t for t in reading_of(name)["tasks"] if t["origin"] == "appendix"):
        for field in printed_fields(task):
            found = inside(words, task["where"].get(field, []))
            right = agrees(field, task, found, cells.get(task["id"], {}).get(field, ""))
            verdicts.append((f"{name} {task['id']} {field}: {' '.join(found)!r}", right))
    return verdicts


@pytest.mark.parametrize("names", [OPEN, HELD_OUT], ids=["open", "held_out"])
def test_the_words_inside_the_boxes_are_the_fields_words(names: tuple[str, ...]) -> None:
    verdicts = [v for name in names for v in judged(name)]
    wrong = [what for what, right in verdicts if not right]
    assert verdicts
    assert len(wrong) <= (1 - AGREE) * len(verdicts), "\n".join(wrong[:40]) if names is OPEN else len(wrong)
