"""Numbers and dates that may be written by hand are doubted on scans, and nowhere else."""

from __future__ import annotations

import datetime as dt

import pytest

from nghiquyet.extract.model import Line, Word
from nghiquyet.normalize.front_matter.by_hand import by_hand_doubts
from nghiquyet.normalize.front_matter.number_and_date import Dated, NumberAndDate, read_number
from nghiquyet.normalize.front_matter.signature import read_signer

DAY = Dated("Kiên Giang", dt.date(2018, 3, 1), dt.date(2018, 3, 1))
NUMBER = NumberAndDate("455/KH-SYT", "KH-SYT")


def _line(*words: tuple[str, float | None], top: float = 100.0) -> Line:
    return Line(
        tuple(Word(t, (50 + 40 * i, top, 85 + 40 * i, top + 12), 1, confidence=c) for i, (t, c) in enumerate(words))
    )


def _head(number: float | None, day: float | None, rest: float | None = 0.95) -> list[Line]:
    first = _line(("Số:", rest), ("455", number), ("/KH-SYT", rest))
    second = _line(("Kiên", rest), ("Giang,", rest), ("ngày", rest), ("01", day), ("tháng", rest), ("3", rest), top=120)
    return [first, second]


def test_sure_figures_are_not_doubted() -> None:
    assert by_hand_doubts(_head(0.93, 0.95), NUMBER, DAY) == ()


def test_weak_figures_are_doubted() -> None:
    assert by_hand_doubts(_head(0.13, 0.28), NUMBER, DAY) == ("number-doubtful", "date-doubtful")


def test_what_was_not_read_is_doubted_on_a_scan() -> None:
    doubts = by_hand_doubts(_head(0.9, 0.9), NumberAndDate(None, "KH-SYT"), Dated("Kiên Giang"))
    assert doubts == ("number-doubtful", "date-doubtful")


def test_blanks_of_a_printed_page_are_blanks() -> None:
    assert by_hand_doubts(_head(None, None, None), NumberAndDate(None, "KH-SYT"), Dated("Kiên Giang")) == ()


@pytest.mark.parametrize(
    ("row", "number", "symbol"),
    [
        ("Số: 1105KH-ĐKT", "1105/KH-ĐKT", "KH-ĐKT"),
        ("Số:2?2 /KH-SYT", None, "KH-SYT"),
        ("Số: @@ /XX-YYY", None, None),
    ],
)
def test_what_is_left_of_a_damaged_number_is_told_and_doubted(row: str, number: str | None, symbol: str | None) -> None:
    found = read_number(("SỞ Y TẾ", row))
    assert (found.number, found.symbol, found.doubts) == (number, symbol, ("number-line-unread",))


def test_a_symbol_is_told_though_the_line_s_beginning_is_lost() -> None:
    found = read_number(("CHÍNH PHỦ", "Ñấ'19/226/NQ-CP"))
    assert (found.number, found.symbol, found.doubts) == (None, "NQ-CP", ("number-missing",))


def test_strokes_of_the_pen_are_no_words_of_a_signature() -> None:
    lines = (
        _line(('"GIÁM', 0.9), ("ĐỐC,", 0.9), ("rtax", 0.6)),
        _line(("Nguyễn", 0.95), ("Trúc", 0.95), ("Giang.", 0.95), top=180),
    )
    signer, doubts = read_signer(lines)
    assert signer is not None
    assert (signer.name, signer.position) == ("Nguyễn Trúc Giang", "Giám đốc")
    assert doubts == ("signer-unsure",)


def test_a_clear_signature_is_not_doubted() -> None:
    lines = (_line(("GIÁM", 0.9), ("ĐỐC", 0.9)), _line(("Lê", 0.95), ("Hoàng", 0.95), ("Anh", 0.95), top=180))
    assert read_signer(lines)[1] == ()


@pytest.mark.parametrize(
    ("read", "text", "doubts"),
    [("YTẾ", "TẾ", ("issuer-unsure",)), ("TÉ", "TẾ", ()), ("CHÂẦU", "CHÂU", ()), ("", "TẾ", ())],
)
def test_a_body_s_name_that_lost_letters_is_doubted(read: str, text: str, doubts: tuple[str, ...]) -> None:
    word = Word(text, (100, 80, 120, 92), 1, confidence=0.9, recognised=read)
    assert by_hand_doubts([Line((word,)), *_head(0.9, 0.9)], NUMBER, DAY) == doubts


@pytest.mark.parametrize(("first", "doubts"), [("Đỗ", ()), ("Quốc", ("signer-unsure",))])
def test_a_recognised_name_without_a_family_name_is_doubted(first: str, doubts: tuple[str, ...]) -> None:
    lines = (_line(("PHÓ", 0.9), ("GIÁM", 0.9), ("ĐỐC", 0.9)), _line((first, 0.95), ("Hoàn", 0.95), top=180))
    assert read_signer(lines)[1] == doubts
