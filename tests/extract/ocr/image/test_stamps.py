"""A stamp's frame is no table; whatever is wider, or has no frame, stays."""

from __future__ import annotations

from nghiquyet.extract.model import Ruling
from nghiquyet.extract.ocr.image.stamps import without_stamps


def frame(x: float, y: float, wide: float, high: float) -> list[Ruling]:
    level = [Ruling(x, y + t, x + wide, y + t + 1) for t in (0, high / 2, high)]
    return [*level, *(Ruling(x + t, y, x + t + 1, y + high) for t in (0, wide / 3, wide))]


def test_a_stamp_s_frame_goes() -> None:
    rule = Ruling(300, 60, 400, 61)
    assert without_stamps([*frame(30, 100, 140, 60), rule]) == (rule,)


def test_a_table_s_last_row_stays() -> None:
    table = frame(60, 700, 480, 30)
    assert without_stamps(table) == tuple(table)


def test_lone_strokes_stay() -> None:
    strokes = (Ruling(60, 100, 160, 101), Ruling(300, 100, 301, 160))
    assert without_stamps(strokes) == strokes
