"""A text over a border is placed where it is set; what may belong on either side is marked."""

from __future__ import annotations

from dataclasses import replace

from nghiquyet.extract.model import Word
from nghiquyet.extract.tables.lattice.word_places import word_places
from tests.extract.builders import word, words

COLUMNS = (50.0, 150.0, 250.0, 350.0)
# Words that tell how far from the border texts of each column begin.
SET = [word("x", x + 4, 200) for x in COLUMNS[:3]]


def pen(text: list[Word], number: int) -> list[Word]:
    return [replace(w, pen=number) for w in text]


def placed(text: list[Word]) -> list[int]:
    """The column of each word of a text."""
    _, places = word_places([*text, *SET], COLUMNS, lambda _: COLUMNS)
    return [sum(x >= border for border in COLUMNS) - 1 for x, _ in places[: len(text)]]


def astray(text: list[Word]) -> list[bool]:
    marked, _ = word_places([*text, *SET], COLUMNS, lambda _: COLUMNS)
    return [w.astray for w in marked[: len(text)]]


def test_a_text_set_from_the_left_stays_whole_behind_the_border() -> None:
    text = pen(words("Văn phòng Ủy ban nhân dân", 54, 100), 1)
    assert text[-1].bbox[0] > 150
    assert placed(text) == [0] * 6
    assert not any(astray(text))


def test_a_text_set_from_the_middle_and_from_the_right_stays_whole() -> None:
    middle = pen(words("Trước ngày 31/12/2026", 0, 100), 1)
    half = (middle[-1].bbox[2] - middle[0].bbox[0]) / 2
    shifted = pen(words("Trước ngày 31/12/2026", 200 - half, 100), 1)
    assert placed(shifted) == [1, 1, 1]
    wide = middle[-1].bbox[2]
    assert placed(pen(words("Trước ngày 31/12/2026", 246 - wide, 100), 1)) == [1, 1, 1]


def test_a_text_set_nowhere_is_doubted() -> None:
    text = pen(words("Văn phòng Ủy ban nhân dân", 90, 100), 1)
    assert astray(text) == [True] * 6


def test_a_word_drawn_right_after_one_over_a_border_is_doubted_unless_it_is_set() -> None:
    first = [replace(w, pen=i) for i, w in enumerate(words("Văn phòng Ủy ban nhân", 54, 100), start=1)]
    end = first[-1].bbox[2]
    assert first[-1].bbox[0] < 150 < end
    behind = replace(word("dân", end + 3, 100), pen=6)
    assert astray([*first, behind])[-2:] == [True, True]
    later = replace(behind, pen=20)
    assert not any(astray([*first, later]))


def test_words_within_their_columns_stay_there() -> None:
    text = [*pen(words("Sở Y tế", 54, 100), 1), *pen(words("Sở Nội vụ", 154, 100), 2)]
    assert placed(text) == [0, 0, 0, 1, 1, 1]
    assert not any(astray(text))


def test_a_cell_over_two_columns_has_no_border_within_it() -> None:
    text = pen(words("Văn phòng Ủy ban nhân dân", 90, 100), 1)
    marked, places = word_places([*text, *SET], COLUMNS, lambda y: COLUMNS if y > 150 else (50.0, 250.0, 350.0))
    assert not any(w.astray for w in marked)
    assert [x for x, _ in places[:6]] == [(w.bbox[0] + w.bbox[2]) / 2 for w in text]
