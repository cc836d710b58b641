from __future__ import annotations

import cv2
import numpy as np
import pytest

from nghiquyet.extract.model import Word
from nghiquyet.extract.ocr.engine.barred_signs import with_barred_signs
from nghiquyet.extract.ocr.image.model import PagePicture
from nghiquyet.extract.second_reading import SecondReading

SIZE = 40.0


def looked_at(second: str | None, bar: bool) -> Word:
    """What the sign that is drawn, with a bar under it or without, is taken for; one model read "<" of it."""
    pixels = np.full((100, 200), 255, np.uint8)
    cv2.polylines(pixels, [np.array([[74, 34], [54, 44], [74, 54]])], False, 0, 3)
    if bar:
        cv2.line(pixels, (54, 62), (74, 62), 0, 3)
    picture = PagePicture(pixels, 1.0, 200, 100, ())
    reading = SecondReading(second, 0.9) if second is not None else None
    word = Word("<", (52, 30, 76, 64), 1, size=SIZE, confidence=0.95, second=reading)
    return with_barred_signs((word,), picture)[0]


def test_a_bar_under_an_angle_is_part_of_the_sign() -> None:
    assert (looked_at(None, bar=True).text, looked_at(None, bar=False).text) == ("≤", "<")


@pytest.mark.parametrize(("second", "barred"), [("<", "≤"), ("<5", "≤5"), ("c", "c"), ("", "")])
def test_two_models_that_read_the_angle_agree_on_the_barred_sign(second: str, barred: str) -> None:
    found = looked_at(second, bar=True).second
    assert found is not None
    assert found.text == barred
