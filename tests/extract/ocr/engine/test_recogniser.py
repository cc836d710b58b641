from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

import numpy as np
import pytest

from nghiquyet.extract.model import UNREAD, Word
from nghiquyet.extract.ocr.engine.recogniser import Recogniser, composed
from nghiquyet.extract.page.words_to_lines import words_to_lines
from tests.extract.ocr.engine.pictures import Printed, blank, needs_language_data, printed

pytestmark = needs_language_data


@pytest.fixture(scope="module")
def recogniser() -> Iterator[Recogniser]:
    with Recogniser() as one:
        yield one


@pytest.fixture(scope="module")
def page() -> Printed:
    """A portrait page with a letterhead, a title and a table whose header has one level."""
    return printed("05", 1)


def test_a_page_gives_its_words(recogniser: Recogniser, page: Printed) -> None:
    expected = Counter(w.text for w in page.outside())
    found = Counter(w.text for w in recogniser.read_page(page.picture, 1, page.tables))
    assert sum((expected & found).values()) >= 0.95 * sum(expected.values())
    assert sum((found - expected).values()) <= 0.05 * sum(expected.values())


def test_words_say_where_they_are_and_how_sure_they_are(recogniser: Recogniser, page: Printed) -> None:
    words = recogniser.read_page(page.picture, 7, page.tables)
    assert all(w.page == 7 and w.confidence is not None and 0 <= w.confidence <= 1 for w in words)
    assert all(unicodedata.is_normalized("NFC", w.text) for w in words)
    for word in words:
        if len(word.text) > 4 and sum(w.text == word.text for w in page.words) == 1:
            twin = next(w for w in page.words if w.text == word.text)
            assert word.bbox[0] == pytest.approx(twin.bbox[0], abs=2)
            assert word.bbox[2] == pytest.approx(twin.bbox[2], abs=2)
            assert (word.bbox[1] + word.bbox[3]) / 2 == pytest.approx((twin.bbox[1] + twin.bbox[3]) / 2, abs=5)
            assert word.size == pytest.approx(twin.size, abs=1.5)


def test_words_of_one_line_share_its_height(recogniser: Recogniser, page: Printed) -> None:
    lines = words_to_lines(recogniser.read_page(page.picture, 1, page.tables))
    assert all(len({(w.bbox[1], w.bbox[3]) for w in line.words}) <= 2 for line in lines)  # two halves of a letterhead
    assert not any(w.raised for line in lines for w in line.words)


def test_bold_headings_are_bold_and_plain_text_is_not(recogniser: Recogniser, page: Printed) -> None:
    read = words_to_lines(recogniser.read_page(page.picture, 1, page.tables))
    as_printed = {line.text: line.bold for line in words_to_lines(page.outside())}
    alike = [as_printed[line.text] == line.bold for line in read if line.text in as_printed and len(line.text) > 12]
    assert len(alike) > 5
    assert all(alike)


def test_hidden_parts_are_not_read(recogniser: Recogniser, page: Printed) -> None:
    everything = (0.0, 0.0, page.picture.width, page.picture.height)
    assert recogniser.read_page(page.picture, 1, [everything]) == ()


def test_cells_are_read_one_by_one(recogniser: Recogniser, page: Printed) -> None:
    wrong = letters = 0
    for cell in page.cells:
        expected = page.text_in(cell.bbox)
        lines = words_to_lines(recogniser.read_cell(page.picture, 1, cell.bbox))
        text = " ".join(line.text for line in lines)
        assert bool(text) == bool(expected)
        wrong += len(Counter(expected) - Counter(text))
        letters += len(expected)
    assert letters > 500
    assert wrong <= 0.02 * letters


@pytest.mark.parametrize(("layout", "number"), [("24", 2), ("09", 3)])
def test_lone_marks_are_read(recogniser: Recogniser, layout: str, number: int) -> None:
    page = printed(layout, number)
    marks = [(cell.bbox, text) for cell in page.cells if 0 < len(text := page.text_in(cell.bbox)) <= 3]
    read = {bbox: recogniser.read_cell(page.picture, number, bbox) for bbox, _ in marks}
    wrong = [(text, words) for bbox, text in marks if _text(words := read[bbox]) != text]
    silent = [(text, words) for text, words in wrong if min(w.confidence or 0.0 for w in words) > 0.9]
    assert len(marks) > 15
    assert not silent
    assert {"x", "X"} & {words[0].text for words in read.values()}


def _text(words: tuple[Word, ...]) -> str:
    return "".join(w.text for w in words)


def test_a_cell_without_ink_gives_nothing(recogniser: Recogniser) -> None:
    assert recogniser.read_cell(blank(), 1, (10, 10, 60, 40)) == ()
    assert recogniser.read_mark(blank(), 1, (10, 10, 60, 40)) == ()


def test_ink_that_is_not_read_is_no_empty_cell(recogniser: Recogniser) -> None:
    picture = blank()
    picture.pixels[60:76, 60:76] = 0  # a blot
    words = recogniser.read_mark(picture, 1, (10, 10, 60, 40))
    assert words
    assert all(w.text == UNREAD or (w.confidence or 0.0) < 0.9 for w in words)


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_the_way_up_is_told(recogniser: Recogniser, page: Printed, quarters: int) -> None:
    turned = np.ascontiguousarray(np.rot90(page.picture.pixels, quarters))  # counter-clockwise
    said = recogniser.reading_direction(turned)
    if said is None:
        pytest.skip("tesseract-ocr-osd is not installed")
    assert said[0] == 90 * quarters
    assert said[1] > 1


def test_a_page_without_text_has_no_direction(recogniser: Recogniser) -> None:
    assert recogniser.reading_direction(blank().pixels) is None


def test_the_same_picture_gives_the_same_words(page: Printed) -> None:
    with Recogniser() as one, Recogniser() as other:  # the shared one may have learnt this page's look already
        assert other.read_page(page.picture, 1, page.tables) == one.read_page(page.picture, 1, page.tables)


@pytest.mark.parametrize(
    ("read", "text"),
    [
        ("thi\u00e9\u0302t", "thiết"),
        ("c\u00e1\u0302p", "cấp"),
        ("thiết", "thiết"),
        ("o\u0323\u031b", "ợ"),
        ("Sở", "Sở"),
    ],
)
def test_an_accent_before_its_letter_s_mark_is_put_behind_it(read: str, text: str) -> None:
    assert composed(read) == text
