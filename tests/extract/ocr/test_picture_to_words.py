from __future__ import annotations

from itertools import chain

import pytest

from nghiquyet.extract.model import Word
from nghiquyet.extract.ocr.picture_to_words import _legible, _with_marks

MARK = (50.0, 90.0, 70.0, 110.0)


def word(text: str, x: float = 55.0) -> Word:
    return Word(text, (x, 95.0, x + 6, 105.0), 1, confidence=0.9)


@pytest.mark.parametrize(
    ("page", "alone", "taken"),
    [
        ("11", "1.1", "1.1"),
        ("1.2", "12", "1.2"),  # a stop is lost sooner than made
        ("2", "ịt", "2"),
        ("ẩ", "2", "2"),
        ("ẩ", "", "ẩ"),
        ("", "TT", "TT"),
        ("1.LậpQuy", "1.", "1.LậpQuy"),  # run together with the text
    ],
)
def test_a_mark_is_read_by_itself_unless_only_the_page_gives_a_number(page: str, alone: str, taken: str) -> None:
    words = [word("Lập", 90.0), *([word(page)] if page else [])]
    rest, *read = _with_marks(words, [MARK], lambda _: (word(alone),) if alone else ())
    assert [w.text for w in rest if w.text != taken] == ["Lập"]
    assert [w.text for w in (*rest, *chain(*read)) if w.text != "Lập"] == [taken]


def test_without_marks_the_page_stays_as_it_was_read() -> None:
    assert _with_marks([word("1")], [], lambda _: ()) == [(word("1"),)]


@pytest.mark.parametrize(("line", "kept"), [("Ê:0.4 Hoàng:0.96 Anh:0.96", True), ("Ê:0.4 Hoà:0.4 Anh:0.96", False)])
def test_a_line_passed_over_is_kept_if_most_of_it_is_read_well(line: str, kept: bool) -> None:
    words = [word.split(":") for word in line.split()]
    read = [Word(text, (0, 0, 9, 9), 1, confidence=float(sure)) for text, sure in words]
    assert _legible(read) is kept
