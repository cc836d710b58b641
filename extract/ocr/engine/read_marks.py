"""A cell with a lone mark → the mark: what the engine reads, checked against the mark's shape."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from nghiquyet.extract.language.numbering.ordinals import is_ordinal
from nghiquyet.extract.language.numbering.roman import SIGNS, roman_to_number
from nghiquyet.extract.ocr.engine.mark_shapes import is_cross, is_dash, is_tick, pieces, roman_strokes, upright_strokes
from nghiquyet.extract.ocr.engine.readings import EngineReading
from nghiquyet.extract.ocr.engine.tesseract import Layout

if TYPE_CHECKING:
    from nghiquyet.extract.ocr.engine.mark_shapes import Ink


class ReadMark(Protocol):
    """Reads the mark, or only some of its columns, in a layout, looking for certain letters only ("" for all)."""

    def __call__(
        self, layout: Layout, letters: str, columns: tuple[int, int] | None = None
    ) -> tuple[EngineReading, ...]: ...


# What the engine makes of Roman numerals, bold ones above all: H for II, M for V, EFV for IV.
LIKE_ROMAN = re.compile(rf"[{SIGNS}HMNJWLFEKYUltiíìịỊÌĨÍĩỉvwuy1|!{{}}'`ˆ\]\[]{{1,6}}[.)]?")
ROMAN_LETTERS = f"{SIGNS}."
FIGURES = "0123456789."
# A mark of figures that the engine is less sure of than this is read a second time as one word.
SURE_FIGURES = 0.9
CLEAN_BRACKETS = re.compile(r"\(?[0-9]{1,3}\)|\(?[a-zđ]\)")
LONGEST_NUMBER = 3
# A bracket's width in parts of its height.
BRACKET_SHAPE = 0.5
# Confidence where the shape says it, where two ways of reading agree against the first, and where ways disagree.
BY_SHAPE, BY_TWO, IN_DOUBT = 0.95, 0.85, 0.4
# A cross this high (points) is the capital letter: x has 5 to 6.5 in letters of 11 to 14 points, X over 7.2.
CAPITAL = 7.0


def read_mark(ink: Ink, per_point: float, read: ReadMark) -> tuple[EngineReading, ...]:
    """The readings of one mark; none where the engine finds none and the shape says nothing.

    ``ink`` is cut to the mark, ``per_point`` its pixels a point. A shape that tells by itself goes before the engine.
    """
    first = read(Layout.BLOCK, "") or read(Layout.LETTER, "")
    text = "".join(reading.text for reading in first)
    shape = _by_shape(ink, per_point, text)
    if shape:
        return (_one(first, shape, BY_SHAPE, ink),)
    if not first:
        return ()
    if LIKE_ROMAN.fullmatch(text) and not text.rstrip(".)").isdigit():
        return _as_roman(first, text, ink, read)
    lost_bracket = text[:1].isalpha() and len(pieces(ink)) > len(text)  # "q)" for "(1)", but not "a)"
    if text.endswith(")") and (lost_bracket or not CLEAN_BRACKETS.fullmatch(text)):
        return _bracketed(first, ink, read)
    if not is_ordinal(text) and not text.isupper() and not any(c.isdigit() for c in text):  # "sì" for 3
        return _as_figures(first, ink, read)
    if any(c.isdigit() for c in text) and min(r.confidence for r in first) < SURE_FIGURES:
        second = "".join(reading.text for reading in read(Layout.WORD, ""))
        if second != text:
            return tuple(replace(r, confidence=min(r.confidence, IN_DOUBT)) for r in first)
    return first


def _by_shape(ink: Ink, per_point: float, text: str) -> str:
    if is_tick(ink):
        return "✓"
    if is_cross(ink):
        return "X" if ink.shape[0] >= CAPITAL * per_point else "x"
    if is_dash(ink, per_point):
        return text if text in ("-", "–", "—", "_") else "-"
    strokes = roman_strokes(ink)
    if strokes > 1 or (strokes == 1 and not text.isalnum()) or (strokes == 1 and text.strip("lIÌĨÍỊïiìíT") == ""):
        return "I" * strokes
    return ""


def _as_roman(first: tuple[EngineReading, ...], text: str, ink: Ink, read: ReadMark) -> tuple[EngineReading, ...]:
    """The Roman numeral that a reading of its strokes alone gives, if the strokes in the ink are as many."""
    if roman_to_number(text.rstrip(".)")) and text.count("I") <= len(upright_strokes(ink)):
        return first
    for layout in (Layout.LINE, Layout.WORD):
        found = "".join(reading.text for reading in read(layout, ROMAN_LETTERS))
        bare = found.rstrip(".")
        if bare and roman_to_number(bare) and bare.count("I") == len(upright_strokes(ink)):
            return (_one(first, found, BY_TWO, ink),)
    return tuple(replace(r, confidence=min(r.confidence, IN_DOUBT)) for r in first)


def _as_figures(first: tuple[EngineReading, ...], ink: Ink, read: ReadMark) -> tuple[EngineReading, ...]:
    """The number that the mark is where it can only be one, in doubt; else what was read first."""
    found = read(Layout.WORD, FIGURES)
    text = "".join(reading.text for reading in found)
    if not is_ordinal(text):
        return first
    return (_one(first, text, min(IN_DOUBT, *(r.confidence for r in found)), ink),)


def _bracketed(first: tuple[EngineReading, ...], ink: Ink, read: ReadMark) -> tuple[EngineReading, ...]:
    """A figure or letter in brackets, read without them: the engine takes "(3)" for "@)"."""
    parts = pieces(ink)
    if len(parts) >= 3 and all(_is_bracket(ink[:, start:end]) for start, end in (parts[0], parts[-1])):
        inner = read(Layout.WORD, "", (parts[0][1], parts[-1][0]))
        text = "".join(reading.text for reading in inner)
        if text.isalnum() and len(text) <= LONGEST_NUMBER:
            return (_one(first, f"({text})", min(BY_TWO, *(r.confidence for r in inner)), ink),)
    return tuple(replace(r, confidence=min(r.confidence, IN_DOUBT)) for r in first)


def _is_bracket(piece: Ink) -> bool:
    """High and thin."""
    high, wide = piece.shape
    return wide <= BRACKET_SHAPE * high and bool(piece.any(axis=1).mean() > 0.9)


def _one(readings: tuple[EngineReading, ...], text: str, confidence: float, ink: Ink) -> EngineReading:
    """One reading for the whole mark, in the mark's own pixels."""
    high, wide = ink.shape
    baseline = readings[0].baseline if readings else float(high)
    return EngineReading(text, (0, 0, wide, high), confidence, 0, min(max(baseline, high * 0.5), float(high)))
