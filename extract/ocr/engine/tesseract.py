"""Pixels → what Tesseract reads in them. The one door to ``tesserocr``."""

from __future__ import annotations

import os
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nghiquyet.extract.ocr.engine.language_data import DIRECTION, LANGUAGE, has_model, language_folder
from nghiquyet.extract.ocr.engine.readings import EngineReading, Letter

if TYPE_CHECKING:
    from nghiquyet.extract.ocr.image.model import Pixels

# Pages go over processes: more threads in each only get into each other's way.
ONE_THREAD = ("OMP_THREAD_LIMIT", "1")
QUARTERS = (0, 90, 180, 270)
# The direction model wants some letters: below this many pixels a side there are none.
SMALLEST_SIDE = 8
LONGEST_SIDE = 12_000


class Layout(Enum):
    """How the text of a picture stands; the numbers are Tesseract's page segmentation modes."""

    PAGE = 3
    BLOCK = 6
    LINE = 7
    WORD = 8
    LETTER = 10
    SCATTERED = 11
    BARE_LINE = 13  # one line, with no search for where it stands


class Engine:
    """A loaded model, of Vietnamese where none is named. Make one a process and use it for all pages; close it.

    Raises MissingSystemPart where the language data are not installed.
    """

    def __init__(self, folder: Path | None = None, model: str = LANGUAGE) -> None:
        self._folder = folder or language_folder()
        os.environ.setdefault(*ONE_THREAD)
        import tesserocr

        tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
        self._tesserocr = tesserocr
        self._reader = self._loaded(model, tesserocr.OEM.LSTM_ONLY)
        self._director: Any = None

    def close(self) -> None:
        """Gives the models' memory back."""
        for api in (self._reader, self._director):
            if api is not None:
                api.End()

    def read(self, pixels: Pixels, dots_per_inch: int, layout: Layout, letters: str = "") -> tuple[EngineReading, ...]:
        """The words of grey ``pixels``, by the engine's lines; only ``letters`` are looked for where some are given."""
        high, wide = pixels.shape
        if not (SMALLEST_SIDE <= high <= LONGEST_SIDE and SMALLEST_SIDE <= wide <= LONGEST_SIDE):
            return ()
        api = self._reader
        api.SetVariable("tessedit_char_whitelist", letters)
        api.SetPageSegMode(layout.value)
        _hand_over(api, pixels, dots_per_inch)
        api.Recognize()
        found = tuple(self._readings(api.GetIterator()))
        api.Clear()
        return found

    def direction(self, pixels: Pixels) -> tuple[int, float] | None:
        """(degrees clockwise that the picture must be turned to be upright, how much surer than any other); or None.

        None where the picture has too little text or the model of directions is not installed.
        """
        if not has_model(self._folder, DIRECTION) or min(pixels.shape) < SMALLEST_SIDE:
            return None
        if self._director is None:
            self._director = self._loaded(DIRECTION, self._tesserocr.OEM.TESSERACT_ONLY)
        api = self._director
        api.SetPageSegMode(self._tesserocr.PSM.OSD_ONLY)
        _hand_over(api, pixels, 300)
        said = api.DetectOrientationScript()
        api.Clear()
        if not said or said["orient_deg"] not in QUARTERS:
            return None
        return (360 - int(said["orient_deg"])) % 360, float(said["orient_conf"])

    def _loaded(self, model: str, mode: Any) -> Any:
        api = self._tesserocr.PyTessBaseAPI(path=str(self._folder), lang=model, oem=mode)
        api.SetVariable("debug_file", os.devnull)
        return api

    def _readings(self, it: Any) -> Iterator[EngineReading]:
        if it is None:
            return
        level = self._tesserocr.RIL
        line, baseline = -1, 0.0
        letters: list[Letter] = []
        word: tuple[str, Any, float] | None = None
        more = not it.Empty(level.SYMBOL)
        while more:
            if it.IsAtBeginningOf(level.WORD):
                if word is not None:
                    yield EngineReading(*word, line, baseline, tuple(letters))
                letters = []
                word = (it.GetUTF8Text(level.WORD), it.BoundingBox(level.WORD), it.Confidence(level.WORD) / 100)
                if it.IsAtBeginningOf(level.TEXTLINE) or line < 0:
                    line += 1
                    (_, y0), (_, y1) = it.Baseline(level.TEXTLINE) or ((0, word[1][3]), (0, word[1][3]))
                    baseline = (y0 + y1) / 2
            letters.append(
                Letter(it.GetUTF8Text(level.SYMBOL), it.BoundingBox(level.SYMBOL), it.Confidence(level.SYMBOL) / 100)
            )
            more = it.Next(level.SYMBOL)
        if word is not None:
            yield EngineReading(*word, line, baseline, tuple(letters))


def _hand_over(api: Any, pixels: Pixels, dots_per_inch: int) -> None:
    high, wide = pixels.shape
    api.SetImageBytes(pixels.tobytes(), wide, high, 1, wide)
    api.SetSourceResolution(dots_per_inch)
