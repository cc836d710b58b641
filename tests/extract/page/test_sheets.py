"""Which pages are read by their text, turned upright or not, and which as pictures; and why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nghiquyet.extract.decisions.decision import Decision, Evidence, Subject
from nghiquyet.extract.page.sheets import Sheet, raw_to_sheet
from nghiquyet.extract.readers.pdf.pdf_pages import PdfPage
from tests.extract.builders import glyphs

GOOD = "Ủy ban nhân dân tỉnh ban hành Kế hoạch thực hiện Nghị quyết của Tỉnh ủy về chuyển đổi xanh; " * 2
SHIFTED = "UY NUAN BAN NHAN DAN THANH HO TINH KE HOACH THUC HIEN NGHI QUYET CUA TINH UY VE CHUYEN DOI " * 2
LINE = "Ủy ban nhân dân tỉnh Quảng Ngãi ký ngày hai mươi bảy tháng mười hai"
WHOLE = ((0.0, 0.0, 595.0, 842.0),)


def page(text: str, **changes: Any) -> PdfPage:
    made = PdfPage(3, 595.0, 842.0, tuple(glyphs(text, 20.0, 100.0, size=6.0)), ())
    return replace(made, **changes)


def read(raw: PdfPage, hidden: bool = False) -> tuple[Sheet | None, Decision]:
    return raw_to_sheet(raw, hidden)


def feature(decision: Decision, name: str) -> Any:
    return next((e.value for e in decision.evidence if e.feature == name), None)


def test_a_printed_page_is_read_by_its_text_layer() -> None:
    sheet, decision = read(page(GOOD))
    assert sheet is not None
    assert (decision.kind, decision.subject, decision.chosen) == ("page_kind", Subject("page", "3"), "printed")
    assert feature(decision, "vietnamese_share") > 0.14
    assert [a.choice for a in decision.alternatives] == ["picture"]


def test_a_layer_that_cannot_be_trusted_is_none_to_read() -> None:
    sheet, decision = read(page(SHIFTED))
    assert (sheet, decision.chosen) == (None, "bad_text")
    assert feature(decision, "vietnamese_share") < 0.14


def test_a_picture_without_text_is_a_picture() -> None:
    sheet, decision = read(page("", pictures=WHOLE))
    assert (sheet, decision.chosen) == (None, "picture")
    assert feature(decision, "pictured") is True


def test_text_that_a_recogniser_hid_behind_a_picture_is_not_read() -> None:
    sheet, decision = read(page(GOOD, pictures=WHOLE), hidden=True)
    assert (sheet, decision.chosen) == (None, "picture")
    assert Evidence("hidden_text") in decision.evidence
    shown, _ = read(page(GOOD), hidden=True)  # nothing covers it
    assert shown is not None


def test_a_broken_page_says_so() -> None:
    sheet, decision = read(page("", broken=True))
    assert sheet is None
    assert Evidence("broken") in decision.evidence


def test_a_page_on_its_side_is_turned_and_says_how_far() -> None:
    raw = page(GOOD)
    lying = replace(raw, glyphs=tuple(g._replace(turned=90) for g in raw.glyphs))
    sheet, decision = read(lying)
    assert sheet is not None
    assert (decision.chosen, feature(decision, "turned")) == ("turned", 90)
    assert feature(read(raw)[1], "turned") is None


def lines_of_text(lines: int, *pictures: tuple[float, float, float, float]) -> PdfPage:
    """A page with so many lines of printed text, from its top down."""
    made = tuple(g for line in range(lines) for g in glyphs(LINE, 60.0, 40.0 + 14 * line))
    return PdfPage(1, 595.0, 842.0, made, (), pictures)


def test_a_scan_with_the_caption_of_a_signature_alone_is_read_as_a_picture() -> None:
    sheet, decision = read(lines_of_text(3, *WHOLE))
    assert (sheet, decision.chosen) == (None, "picture")
    assert feature(decision, "caption_alone") < 0.1


def test_a_printed_page_on_a_picture_is_read_by_its_text() -> None:
    sheet, decision = read(lines_of_text(40, *WHOLE))
    assert sheet is not None
    assert feature(decision, "caption_alone") is None


def test_a_printed_page_of_three_lines_is_read_by_its_text() -> None:
    assert read(lines_of_text(3))[0] is not None
    assert read(lines_of_text(3, (0.0, 0.0, 100.0, 100.0)))[0] is not None
