"""A scan keeps what a scanner keeps (order, sizes, what is readable) and shows the faults that its look asks for."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from typing import Any

import cv2
import numpy as np
import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from tests.layouts.readings import path_of
from tests.scanner.looks import LOOKS, ScanLook
from tests.scanner.simulator import scan_pdf

PORTRAIT = "10-horizontal-rules"  # two pages, upright
MIXED_SHAPES = "20-no-rules-landscape-subtasks"  # upright and landscape pages
STORED_SIDEWAYS = "15-turned-dotted-enclosed-plan"
ALIKE = 0.85  # of a page and its scan; of two pages half of that
CLEAN = ScanLook(
    dpi=80, skew=0, shear=0, wave=0, shift=0, toner=0, noise=0, specks=0, dirt=0, mode="grey", compression="flate"
)
ONE_BIT = replace(CLEAN, mode="one_bit", compression="g4")


@cache
def printed(name: str = PORTRAIT) -> bytes:
    return path_of(name, ".pdf").read_bytes()


@cache
def scanned(look: ScanLook = CLEAN, name: str = PORTRAIT, seed: int = 1) -> bytes:
    return scan_pdf(printed(name), look, seed)


def opened(pdf: bytes) -> Any:
    return pdfium.PdfDocument(pdf)


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    return [(round(width), round(height)) for width, height in (page.get_size() for page in opened(pdf))]


def picture(pdf: bytes, page: int = 0, dpi: int = 75) -> np.ndarray:
    """The page as a reader sees it: rows, columns, blue, green, red."""
    return np.asarray(opened(pdf)[page].render(scale=dpi / 72).to_numpy()[:, :, :3].astype(int))


def likeness(a: np.ndarray, b: np.ndarray) -> float:
    """1 for the same picture; half a pixel does not count."""
    soft = [cv2.GaussianBlur(page.astype(np.float32), (0, 0), 1.0).ravel() for page in (a, b)]
    return float(np.corrcoef(*soft)[0, 1])


def images(pdf: bytes) -> list[Any]:
    return [found for page in opened(pdf) for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])]


def text(pdf: bytes, page: int = 0) -> str:
    return str(opened(pdf)[page].get_textpage().get_text_range())


def measured_skew(pdf: bytes) -> float:
    """Degrees clockwise by which the lines of print lean: where turned back their rows part best."""
    ink = (255 - picture(pdf, dpi=75).mean(axis=2)).astype(np.float32)
    rows, columns = ink.shape

    def parted(angle: float) -> float:
        matrix = cv2.getRotationMatrix2D((columns / 2, rows / 2), angle, 1)
        return float(np.square(np.diff(cv2.warpAffine(ink, matrix, (columns, rows)).sum(axis=1))).sum())

    return max((a / 10 for a in range(-30, 31)), key=parted)


def test_the_same_seed_gives_the_same_bytes() -> None:
    look = replace(LOOKS["dirty_bleed"], dpi=72)
    assert scan_pdf(printed(), look, 5) == scan_pdf(printed(), look, 5)
    assert scan_pdf(printed(), look, 5) != scan_pdf(printed(), look, 6)


def test_mixed_documents_too_have_the_same_bytes() -> None:
    look = replace(CLEAN, printed_share=0.5)
    assert scan_pdf(printed(), look, 5) == scan_pdf(printed(), look, 5)


@pytest.mark.parametrize("name", [PORTRAIT, MIXED_SHAPES, STORED_SIDEWAYS])
def test_pages_keep_their_sizes(name: str) -> None:
    assert sizes(scanned(name=name)) == sizes(printed(name))


def test_a_scan_is_the_printed_page_without_its_text() -> None:
    for page in range(2):
        assert likeness(picture(scanned(), page), picture(printed(), page)) > ALIKE
    assert likeness(picture(scanned(), 0), picture(printed(), 1)) < ALIKE / 2
    assert "".join(text(scanned(), page) for page in range(2)).strip() == ""


def test_one_bit_is_one_bit_in_group_4() -> None:
    for found in images(scanned(ONE_BIT)):
        assert found.get_metadata().bits_per_pixel == 1
        assert found.get_filters() == ["CCITTFaxDecode"]
    assert likeness(picture(scanned(ONE_BIT)), picture(printed())) > ALIKE
    assert {found.get_metadata().bits_per_pixel for found in images(scanned(CLEAN))} == {8}


@pytest.mark.parametrize(
    ("look", "filters", "bits"),
    [
        (replace(ONE_BIT, compression="flate"), ["FlateDecode"], 1),
        (replace(CLEAN, compression="jpeg"), ["DCTDecode"], 8),
        (replace(CLEAN, mode="colour", compression="jpeg"), ["DCTDecode"], 24),
        (replace(CLEAN, mode="colour"), ["FlateDecode"], 24),
    ],
)
def test_other_ways_to_keep_a_picture(look: ScanLook, filters: list[str], bits: int) -> None:
    pdf = scanned(look)
    assert [found.get_filters() for found in images(pdf)] == [filters] * 2
    assert images(pdf)[0].get_metadata().bits_per_pixel == bits
    assert likeness(picture(pdf), picture(printed())) > ALIKE


def test_skew_is_what_the_look_says() -> None:
    skew = measured_skew(scanned(replace(CLEAN, skew=2.0, skew_at_least=1.5)))
    assert 1.3 <= abs(skew) <= 2.2
    assert abs(measured_skew(scanned(CLEAN))) <= 0.2


@pytest.mark.parametrize(("turn", "back"), [(90, 1), (180, 2), (270, 3)])
def test_a_turned_page_lies_turned(turn: int, back: int) -> None:
    """``back`` quarter turns to the left set it upright again."""
    pdf = scanned(replace(CLEAN, turns=(turn,)))
    wide = turn != 180
    assert sizes(pdf)[0] == (sizes(printed())[0][::-1] if wide else sizes(printed())[0])
    assert likeness(np.rot90(picture(pdf), back), picture(printed())) > ALIKE
    assert likeness(np.rot90(picture(pdf), back - 2), picture(printed())) < ALIKE / 2


def test_a_turned_page_with_its_tag_is_seen_upright() -> None:
    pdf = scanned(replace(CLEAN, turns=(90, 270), turn_tag=True))
    assert [page.get_rotation() for page in opened(pdf)] == [270, 90]
    assert sizes(pdf) == sizes(printed())
    assert likeness(picture(pdf, 1), picture(printed(), 1)) > ALIKE


def test_only_landscape_pages_are_turned_where_the_look_says_so() -> None:
    pdf = scanned(replace(CLEAN, turns=(90,), turn_wide_only=True), MIXED_SHAPES)
    assert all(width < height for width, height in sizes(pdf))
    assert any(width > height for width, height in sizes(printed(MIXED_SHAPES)))


def reddish(pdf: bytes) -> int:
    blue, green, red = np.moveaxis(np.concatenate([picture(pdf, p).reshape(-1, 3) for p in range(2)]), 1, 0)
    return int(((red - green > 60) & (red - blue > 60)).sum())


def test_a_seal_is_red_in_colour_and_grey_in_grey() -> None:
    colour = replace(CLEAN, mode="colour")
    assert reddish(scanned(replace(colour, seal=True))) > 500
    assert reddish(scanned(colour)) == 0
    assert reddish(scanned(replace(CLEAN, seal=True))) == 0
    assert scanned(replace(CLEAN, seal=True)) != scanned(CLEAN)


def test_a_signature_is_blue_in_colour() -> None:
    pdf = scanned(replace(CLEAN, mode="colour", signature=True))
    blue, _, red = np.moveaxis(np.concatenate([picture(pdf, p).reshape(-1, 3) for p in range(2)]), 1, 0)
    assert (blue - red > 60).sum() > 50


def test_a_number_is_written_only_where_a_blank_is_left() -> None:
    look = replace(CLEAN, handwritten_number=True)
    blank = "19-horizontal-rules-cut-rows-blank-date"
    assert scanned(look, blank) != scanned(CLEAN, blank)
    assert scanned(look) == scanned(CLEAN)


def test_pages_that_stay_printed_keep_their_text_and_the_others_have_none() -> None:
    pdf = scanned(replace(CLEAN, printed_share=0.5))
    assert sizes(pdf) == sizes(printed())
    kept = [page for page in range(2) if text(pdf, page)]
    assert len(kept) == 1
    assert text(pdf, kept[0]) == text(printed(), kept[0])
    assert likeness(picture(pdf, 1 - kept[0]), picture(printed(), 1 - kept[0])) > ALIKE


def test_a_bad_text_layer_is_hidden_and_has_no_vietnamese_letters() -> None:
    pdf = scanned(replace(CLEAN, text_layer=True))
    letters = text(pdf)
    assert len(letters) > 0.7 * len(text(printed()))
    assert letters.isascii()
    assert not text(printed()).isascii()
    assert likeness(picture(pdf), picture(scanned())) > 0.99


def test_a_cut_loses_paper_but_no_letter() -> None:
    look = replace(CLEAN, cut=14.0)
    found = [picture(scanned(look, seed=seed)) for seed in range(3)]
    whole = (255 - picture(scanned())).sum()
    assert all(abs((255 - page).sum() - whole) < 0.02 * whole for page in found)
    assert any(likeness(page, picture(scanned())) < ALIKE / 2 for page in found)


def test_low_thresholds_make_fat_strokes_and_high_ones_thin() -> None:
    black = [(picture(scanned(replace(ONE_BIT, threshold=t))) < 128).sum() for t in (0.2, 0.45, 0.7)]
    assert black[0] > 1.15 * black[1] > 1.15 * 1.15 * black[2]


@pytest.mark.parametrize(
    "fault",
    [{"specks": 400.0}, {"dirt": 30.0}, {"bleed": 0.5}, {"dark_border": 5.0}, {"punch_holes": True}],
    ids=lambda fault: next(iter(fault)),
)
def test_faults_add_ink(fault: dict[str, Any]) -> None:
    dirty, clean = (255 - picture(scanned(look)) for look in (replace(CLEAN, **fault), CLEAN))
    assert dirty.sum() > 1.001 * clean.sum()
    assert not math.isclose(dirty.sum(), clean.sum())


@pytest.mark.parametrize("name", LOOKS)
def test_each_named_look_keeps_the_pages(name: str) -> None:
    look = replace(LOOKS[name], dpi=72, turn_tag=True)
    assert sizes(scan_pdf(printed(), look, 3)) == sizes(printed())
