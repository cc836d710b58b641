from __future__ import annotations

from collections.abc import Sequence

import pytest

from nghiquyet.extract.model import Page, TableFragment
from nghiquyet.extract.readers.pdf import aligned_text
from nghiquyet.extract.readers.pdf.aligned_text import AlignedArea, aligned_areas, unread_aligned_text
from nghiquyet.extract.readers.pdf.split_pages import SplitPage
from tests.extract import builders as build
from tests.extract.tiny_pdf import Sheet, Text, tiny_pdf

ROWS = [["TT", "Nhiệm vụ", "Thời gian"], ["1", "Rà soát", "2026"], ["2", "Tập huấn", "2027"]]
FRAGMENT = build.fragment(ROWS, ruled="none")


def seen(
    monkeypatch: pytest.MonkeyPatch, areas: Sequence[AlignedArea], fragments: Sequence[TableFragment] = (FRAGMENT,)
) -> list[str]:
    """The troubles of a page with such fragments on which the engine sees such areas."""
    monkeypatch.setattr(aligned_text, "aligned_areas", lambda *_: tuple(areas))
    split = SplitPage(Page(1, 595, 842, ()), "printed", tuple(fragments), ())
    return [trouble.code for trouble in unread_aligned_text(b"", [split])]


def test_what_the_engine_sees_within_a_table_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    top, bottom = FRAGMENT.bbox[1], FRAGMENT.bbox[3]
    assert seen(monkeypatch, [AlignedArea(top - 60, bottom + 5, 3)]) == []
    assert seen(monkeypatch, [AlignedArea(bottom + 5, bottom + 200, 2)]) == []  # a signature beside recipients


def test_rows_below_a_tables_end_and_a_table_of_their_own_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    top, bottom = FRAGMENT.bbox[1], FRAGMENT.bbox[3]
    assert seen(monkeypatch, [AlignedArea(top, bottom + 60, 3)]) == ["table-left-out"]
    assert seen(monkeypatch, [AlignedArea(bottom + 40, bottom + 200, 3)]) == ["table-left-out"]


def test_a_page_whose_tables_are_drawn_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = build.fragment(ROWS, ruled="full")
    assert seen(monkeypatch, [AlignedArea(300, 700, 4)], [drawn]) == []


def test_the_engine_finds_text_in_columns() -> None:
    rows = [Text(f"{word} {r}", 60 + 150 * c, 100 + 30 * r) for r in range(8) for c, word in enumerate("abc")]
    (area,) = aligned_areas(tiny_pdf(Sheet(rows)), 1, 842)
    assert area.columns == 3
    assert area.top < 110
    assert area.bottom > 300


def test_what_is_no_pdf_has_no_areas() -> None:
    assert aligned_areas(b"no", 1, 842) == ()
