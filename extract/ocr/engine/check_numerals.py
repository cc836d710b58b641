"""Roman numerals within a text, checked against the strokes that are there.

The engine reads "III." as "II." or "HI.", "I." as "L", "Quý II/2026" as "Quý 11/2026" or "Quý 1/2026", often without a
doubt of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from nghiquyet.extract.language.numbering.roman import SIGNS, roman_to_number
from nghiquyet.extract.ocr.engine.mark_shapes import pieces, roman_strokes, upright_strokes, without_last_sign
from nghiquyet.extract.ocr.engine.readings import EngineReading, PixelBox

if TYPE_CHECKING:
    from nghiquyet.extract.ocr.engine.mark_shapes import Ink

# The numeral that begins a word (or stands behind "Quý" without a space) and ends before a sign.
NUMERAL = re.compile(rf"(?P<before>\(|[Qq]uý)?(?P<run>[{SIGNS}1lH|ïÏĨÌÍJ]{{1,5}})(?=$|[./⁄,;:)\-–])")
# A number and the word that it heads, without a space.
GLUED = re.compile(rf"(?:[{SIGNS}]{{1,4}}|[0-9]{{1,2}})\.(?=[^\W\d_]{{2}})")
STROKE = re.compile(r"[1lH|ïÏĨÌÍJ]")
QUARTER = "quý"
ONE_AND_STOP = "L"
# Strokes nearer than this part of their height stand in one word.
WITHIN_WORD = 0.3
# Confidence where the strokes say it, at least where they and all other letters agree, and at most where they do not.
BY_SHAPE, AGREED, IN_DOUBT = 0.93, 0.88, 0.4
# The engine's own measure for a letter that it is sure of.
SURE_LETTER = 0.985


def checked_numerals(
    line: Sequence[EngineReading], ink_in: Callable[[PixelBox], Ink | None], above: str = ""
) -> list[EngineReading]:
    """The readings of one line, Roman numerals as their strokes tell them; ``ink_in`` cuts a box's ink out.

    ``above`` is the word that ends the line above. A numeral of figures alone (1, 11) is one only behind "Quý" or
    before a line's first full stop.
    """
    checked: list[EngineReading] = []
    for i, reading in enumerate((*_unglued(line[0]), *line[1:]) if line else ()):
        if i == 0 and reading.text == ONE_AND_STOP:
            checked.append(_parted(reading, ink_in))
            continue
        found = NUMERAL.match(reading.text)
        if found is None or len(reading.letters) != len(reading.text):
            checked.append(reading)
            continue
        behind = (found["before"] or (checked[-1].text if checked else above)).lower().endswith(QUARTER)
        heading = i == 0 and reading.text[found.end() : found.end() + 1] == "."
        left = checked[-1].box[2] if checked else 0
        plain = found["run"].isdigit() or found["run"] in ("l", "H", "J")
        checked.append(reading if plain and not (behind or heading) else _checked(reading, found, left, ink_in))
    return checked


def _unglued(reading: EngineReading) -> tuple[EngineReading, ...]:
    """A line's first word, its number and the word behind it apart: "I.MỤC" has lost a space."""
    found = GLUED.match(reading.text)
    if found is None or len(reading.letters) != len(reading.text):
        return (reading,)
    cut = found.end()
    sides = (reading.letters[:cut], reading.letters[cut:])
    return tuple(
        replace(
            reading,
            text="".join(letter.text for letter in letters),
            letters=letters,
            box=(letters[0].box[0], min(r.box[1] for r in letters), letters[-1].box[2], max(r.box[3] for r in letters)),
        )
        for letters in sides
    )


def _parted(reading: EngineReading, ink_in: Callable[[PixelBox], Ink | None]) -> EngineReading:
    """A line's first "L" that is a Roman one and a full stop."""
    ink = ink_in(reading.box)
    if ink is None or len(pieces(ink)) != 2 or roman_strokes(without_last_sign(ink)) != 1:
        return reading
    return replace(reading, text="I.", confidence=max(reading.confidence, AGREED))


def _numeral_box(reading: EngineReading, start: int, end: int, left: int) -> PixelBox:
    """Around the letters of the numeral and what stands beside them: strokes that the engine left out before them (not
    before ``left``) or took into the sign behind.
    """
    letters = reading.letters[start:end]
    top, bottom = min(r.box[1] for r in letters), max(r.box[3] for r in letters)
    x0 = letters[0].box[0]
    if start == 0:
        x0 = max(min(x0, reading.box[0]) - round(WITHIN_WORD * (bottom - top)), left)
    x1 = letters[-1].box[2]
    if end < len(reading.letters):
        x1 = max(x1, reading.letters[end].box[2])
    return (x0, top, x1, bottom)


def _checked(
    reading: EngineReading, found: re.Match[str], left: int, ink_in: Callable[[PixelBox], Ink | None]
) -> EngineReading:
    start, end = found.span("run")
    ink = ink_in(_numeral_box(reading, start, end, left))
    if ink is None:
        return reading
    run = found["run"]
    if "V" in run or "X" in run:
        numeral = STROKE.sub("I", run)
        fits = roman_to_number(numeral) is not None and len(upright_strokes(ink)) == numeral.count("I")
    else:
        ink = without_last_sign(ink)
        strokes = roman_strokes(ink)
        numeral = "I" * strokes or run
        # figures that look like figures stay what they are, at the engine's word
        fits = strokes > 0 or (run.isdigit() and len(upright_strokes(ink)) == len(run))
    if not fits:
        return replace(reading, confidence=min(reading.confidence, IN_DOUBT))
    if numeral == run and run.isdigit():
        return reading
    others = (*reading.letters[:start], *reading.letters[end:])
    sure = all(r.confidence >= SURE_LETTER or not r.text.isalnum() for r in others)
    alone = not any(r.text.isalnum() for r in others)
    confidence = (
        max(reading.confidence, BY_SHAPE if alone else AGREED) if sure and "I" in numeral else reading.confidence
    )
    return replace(reading, text=reading.text[:start] + numeral + reading.text[end:], confidence=confidence)
