from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.model import Line, Page, Trouble, Word
from nghiquyet.normalize.review.findings import QUOTE, finding, furniture_to_findings, quote, troubles_to_findings

EXTRACT = Path(__file__).parents[3] / "extract"
CODES = sorted(
    {code for path in EXTRACT.rglob("*.py") for code in re.findall(r'Trouble\("([a-z-]+)"', path.read_text("utf-8"))}
)


@pytest.mark.parametrize("code", CODES)
def test_each_trouble_of_the_readers_becomes_a_finding_that_says_what_to_do(code: str) -> None:
    (found,) = troubles_to_findings([Trouble(code, (3, 1, 3))])
    assert (found.code, found.pages) == (code, (1, 3))
    assert "hãy" in found.message
    assert found.message.endswith(".")


def test_there_are_troubles() -> None:
    assert "page-broken" in CODES


@given(st.text(max_size=300))
def test_a_quote_is_the_beginning_of_the_text_and_short(text: str) -> None:
    quoted = quote(text)
    assert len(quoted) <= QUOTE + 1
    assert text.startswith(quoted.removesuffix("…"))


def test_a_long_text_is_cut_between_words() -> None:
    assert quote("nhiệm vụ " * 20).endswith(("vụ…", "nhiệm…"))
    assert quote("ngắn") == "ngắn"


def test_pages_come_in_order_each_once() -> None:
    assert finding("info", "x", "y", pages=[4, 2, 4]).pages == (2, 4)
    assert finding("info", "x", "y").subject is None


def test_a_running_line_is_told_once_with_its_pages() -> None:
    def page(number: int, *texts: str) -> Page:
        lines = tuple(Line((Word(text, (0.0, 0.0, 10.0, 10.0), number),)) for text in texts)
        return Page(number, 595.0, 842.0, (), furniture=lines)

    found = furniture_to_findings([page(1, "DỰ THẢO", "1"), page(2, "DỰ THẢO", "2")])
    assert [(f.code, f.pages) for f in found] == [("page-furniture", (1, 2))]
    assert "DỰ THẢO" in found[0].message


def test_a_pages_number_is_not_told() -> None:
    number = Line((Word("- 2 -", (0.0, 0.0, 10.0, 10.0), 2),))
    assert furniture_to_findings([Page(2, 595.0, 842.0, (), furniture=(number,))]) == ()
