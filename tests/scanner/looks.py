"""How a scan looks: the knobs of the simulator, and the named looks that are measured.

Lengths on paper are millimetres, angles degrees, strengths shares of full black; blur is the standard deviation of the
point spread in millimetres. Zero turns a fault off.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Mode = Literal["one_bit", "grey", "colour"]
Compression = Literal["g4", "jpeg", "flate"]


@dataclass(frozen=True, slots=True)
class ScanLook:
    """One scanner with its settings and faults; the defaults are a clean one-bit office scan at 200 dpi."""

    dpi: int = 200
    mode: Mode = "one_bit"
    compression: Compression = "g4"  # g4 is for one bit only
    quality: int = 75  # of JPEG
    # how the paper lies and runs
    skew: float = 0.4  # each page turns by up to this, to either side
    skew_at_least: float = 0.0  # and by at least this
    shear: float = 0.0005  # sideways drift for each millimetre down the page
    perspective: float = 0.0  # how much shorter one edge looks than the other, as a share
    wave: float = 0.1  # uneven paper feed: the page stretches and shrinks by this many millimetres
    shift: float = 1.0  # the page lies off by up to this
    cut: float = 0.0  # this much of one side lies outside the scan; letters never do
    turns: tuple[int, ...] = (0,)  # degrees clockwise in which the sheets lie in the feeder, page after page
    turn_wide_only: bool = False  # only landscape pages are turned, as a feeder takes them
    turn_tag: bool = False  # whether /Rotate turns them up again
    # optics and tone
    blur: float = 0.05
    toner: float = 0.12  # how unevenly the print covers
    noise: float = 0.07
    threshold: float = 0.5  # of one bit: ink darker than this is black; low is fat, high is thin and broken
    paper: int = 255  # the tone of white paper
    ink: int = 30  # the tone of black print
    vignette: float = 0.0  # light falls off to the edges
    # dirt
    specks: float = 40.0  # single dark points a page
    dirt: float = 2.0  # blots, hairs and clusters of points a page
    bleed: float = 0.0  # how strongly the back page shines through
    dark_border: float = 0.0  # width of the black strip beside the paper
    punch_holes: bool = False
    # what people add
    seal: bool = False
    signature: bool = False
    handwritten_number: bool = False  # written where the number after ``Số:`` was left blank
    # what the program of the scanner adds
    text_layer: bool = False  # a hidden layer of letters recognised in the wrong language
    printed_share: float = 0.0  # of the pages, those that stay as they were printed


_OFFICE = ScanLook(threshold=0.36, seal=True, signature=True)

LOOKS: dict[str, ScanLook] = {
    "kodak_200_one_bit": replace(_OFFICE, skew=0.6),
    "ricoh_200_grey_jpeg": replace(_OFFICE, mode="grey", compression="jpeg", quality=60, noise=0.02, paper=250),
    "phone_like_150_grey": replace(
        _OFFICE,
        dpi=150,
        mode="grey",
        compression="jpeg",
        quality=50,
        blur=0.09,
        noise=0.03,
        paper=228,
        ink=50,
        vignette=0.25,
        perspective=0.008,
        wave=0.25,
        skew=0.8,
        specks=5,
    ),
    "light_300_one_bit": replace(_OFFICE, dpi=300, threshold=0.6, blur=0.06, toner=0.22, noise=0.08, specks=15),
    "dark_200_one_bit": replace(_OFFICE, threshold=0.2, blur=0.08, noise=0.045, specks=120, dirt=4),
    "colour_300_seal": replace(
        _OFFICE, dpi=300, mode="colour", compression="jpeg", quality=70, noise=0.02, paper=252, blur=0.04
    ),
    "skewed_2deg": replace(_OFFICE, skew=2.0, skew_at_least=1.4, shear=0.003, wave=0.3),
    "turned_pages": replace(_OFFICE, turns=(0, 270, 90, 180), skew=0.7),
    "turned_wide_tagged": replace(
        _OFFICE, mode="grey", compression="flate", turns=(90, 270), turn_wide_only=True, turn_tag=True, noise=0.02
    ),
    "cut_borders": replace(_OFFICE, cut=14.0, skew=0.8, dark_border=6.0, punch_holes=True),
    "dirty_bleed": replace(_OFFICE, bleed=0.52, specks=350, dirt=14, toner=0.2),
    "grey_bleed_flate": replace(
        _OFFICE,
        mode="grey",
        compression="flate",
        noise=0.03,
        bleed=0.22,
        paper=240,
        specks=100,
        dirt=5,
        dark_border=3.0,
    ),
    "mixed_with_printed": replace(_OFFICE, printed_share=0.5),
    "bad_text_layer": replace(_OFFICE, text_layer=True, skew=0.5),
}
