"""Numbers of lines are laid aside; numbers of rows are not."""

from __future__ import annotations

import pytest

from nghiquyet.extract.model import Word
from nghiquyet.extract.page.line_numbers import part_line_numbers
from nghiquyet.extract.page.sheets import Sheet
from tests.extract.builders import across, word, words


def text(lines: int) -> list[Word]:
    return [w for i in range(lines) for w in words("Rà soát các văn bản", 80, 100 + 14 * i)]


def numbers(x: float, values: range, step: int = 1, size: float = 12) -> list[Word]:
    """Numbers beside every line, or every so many, ending at one place."""
    made = (word(str(n), x, 100 + 14 * step * i, size=size) for i, n in enumerate(values))
    return [word(w.text, x - (w.bbox[2] - w.bbox[0]), w.bbox[1], size=size) for w in made]


def sheet(*texts: list[Word], number: int = 1, **changes: object) -> Sheet:
    return Sheet(number, 595, 842, (tuple(w for part in texts for w in part),), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("x", [60, 300])
def test_numbers_beside_the_lines_are_laid_aside(x: float) -> None:
    (parted,) = part_line_numbers([sheet(text(12), numbers(x, range(1, 13), size=8))])
    assert list(parted.words) == text(12)
    assert [w.text for w in parted.line_numbers] == [str(n) for n in range(1, 13)]


def test_every_fifth_line_may_have_one() -> None:
    (parted,) = part_line_numbers([sheet(text(20), numbers(60, range(5, 21, 5), 5))])
    assert [w.text for w in parted.line_numbers] == ["5", "10", "15", "20"]


def test_numbers_of_further_pages_go_where_the_first_page_has_some() -> None:
    """Of a table's page not every line is numbered."""
    table = sheet(text(14), numbers(60, range(13, 20)), number=2)
    assert part_line_numbers([sheet(text(12)), table])[1] is table
    parted = part_line_numbers([sheet(text(12), numbers(60, range(1, 13))), table])[1]
    assert [w.text for w in parted.line_numbers] == [str(n) for n in range(13, 20)]


@pytest.mark.parametrize(
    "page",
    [
        sheet(text(12), numbers(60, range(1, 13)), rulings=(across(99, 40, 400),)),
        sheet(words("TT Nhiệm vụ", 50, 80), text(12), numbers(60, range(1, 13))),
        sheet(text(20), numbers(60, range(1, 7), 3)),
        sheet(text(12), [*numbers(60, range(1, 13))[:4]]),
        sheet(text(6), [word(n, 40, 100 + 14 * i) for i, n in enumerate(("2026", "5", "17", "4", "90", "3"))]),
    ],
    ids=["in a ruled table", "under a heading", "beside rows of three lines", "too few", "figures"],
)
def test_other_numbers_stay(page: Sheet) -> None:
    assert part_line_numbers([page]) == [page]
