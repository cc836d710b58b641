"""What the sensor and its electronics make of the light: uneven toner, noise, the threshold, JPEG's grey, colour."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from tests.scanner.looks import ScanLook
from tests.scanner.sheets import Picture

Field = NDArray[np.float32]

BLEED_PATCHES = 14  # the back page shines through in this many patches across the page
TONER_PATCHES = 60
ONE_BIT_DRIFT = 0.05  # the threshold follows the paper's tone a little


def scan_to_tones(scan: Picture, back: Picture | None, look: ScanLook, rng: np.random.Generator) -> Picture:
    """The scan as the file keeps it: 0 and 255 in one bit, tones of grey, or blue, green, red."""
    ink = 1 - scan.astype(np.float32) / 255
    shape = (scan.shape[0], scan.shape[1])
    toner = 1 - look.toner * _patches(shape, TONER_PATCHES, rng) ** 2
    noise = _grain(shape, rng) * look.noise
    if back is not None:
        through = _shine_through(back, shape, look, rng)
        ink = np.maximum(ink, through[:, :, None] if ink.ndim == 3 else through)
    if ink.ndim == 3:
        toner, noise = toner[:, :, None], noise[:, :, None]
    ink = ink * toner + noise
    if look.mode == "one_bit":
        drift = ONE_BIT_DRIFT * (_patches(shape, 6, rng) - 0.5)
        return np.asarray(np.where(ink > look.threshold + drift, 0, 255), np.uint8)
    fall = look.vignette * _corners(shape)
    paper = look.paper * (1 - (fall[:, :, None] if ink.ndim == 3 else fall))
    return np.clip(paper - ink * (paper - look.ink), 0, 255).astype(np.uint8)


def _patches(shape: tuple[int, int], count: int, rng: np.random.Generator) -> Field:
    """A soft random field, 0 to 1, of about ``count`` patches across."""
    rows = max(2, count * shape[0] // max(shape[1], 1))
    coarse = rng.random((rows, count), dtype=np.float32)
    fine = cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.clip(fine, 0, 1), np.float32)


def _grain(shape: tuple[int, int], rng: np.random.Generator) -> Field:
    """Noise of unit strength, a little wider than a pixel, as edges on real one-bit scans show it."""
    soft = cv2.GaussianBlur(rng.standard_normal(shape, dtype=np.float32), (0, 0), 0.6)
    return np.asarray(soft / max(float(soft.std()), 1e-6), np.float32)


def _shine_through(back: Picture, shape: tuple[int, int], look: ScanLook, rng: np.random.Generator) -> Field:
    """The back page mirrored, blurred by the paper and stronger in some places."""
    grey = back if back.ndim == 2 else cv2.cvtColor(back, cv2.COLOR_BGR2GRAY)
    mirrored = cv2.resize(grey[:, ::-1], (shape[1], shape[0]), interpolation=cv2.INTER_AREA)
    blurred = cv2.GaussianBlur(1 - mirrored.astype(np.float32) / 255, (0, 0), look.dpi / 180)
    return np.asarray(blurred * look.bleed * _patches(shape, BLEED_PATCHES, rng), np.float32)


def _corners(shape: tuple[int, int]) -> Field:
    """0 in the page's middle, 1 in its corners."""
    y = np.linspace(-1, 1, shape[0], dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, shape[1], dtype=np.float32)[None, :]
    return np.asarray((x * x + y * y) / 2, np.float32)
