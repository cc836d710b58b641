"""Colour, shade and paper: what counts as ink."""

from __future__ import annotations

import cv2
import numpy as np

from nghiquyet.extract.ocr.image.ink import grey_to_ink, has_shades, pixels_to_grey
from tests.extract.ocr.image.drawn import PER_POINT, Pixels, ink, prose, px, sheet, write

RED, BLUE = (60, 50, 215), (190, 80, 60)


def coloured(page: Pixels) -> Pixels:
    return np.asarray(cv2.cvtColor(page, cv2.COLOR_GRAY2BGR), np.uint8)


def sealed(page: Pixels) -> Pixels:
    """The page with a red seal of 36 mm over its middle: two rings, letters between, all under the print."""
    seal = np.full((*page.shape, 3), 255, np.uint8)
    middle = (px(200), px(250))
    cv2.circle(seal, middle, px(50), RED, 6)
    cv2.circle(seal, middle, px(34), RED, 3)
    cv2.putText(seal, "SO", (px(190), px(255)), cv2.FONT_HERSHEY_COMPLEX, 1.2, RED, 4)
    return np.minimum(seal, coloured(page))


def test_a_seal_goes_and_the_letters_under_it_stay() -> None:
    page = prose(sheet())
    grey = pixels_to_grey(sealed(page), PER_POINT)
    assert ink(pixels_to_grey(sealed(sheet()), PER_POINT), 0, 0, 400, 500) == 0
    assert ink(grey, 140, 190, 260, 310) > 0.95 * ink(page, 140, 190, 260, 310)


def test_small_red_letters_stay() -> None:
    page = np.full((*sheet().shape, 3), 255, np.uint8)
    cv2.putText(page, "Nguyen Van A", (px(100), px(100)), cv2.FONT_HERSHEY_COMPLEX, 0.8, RED, 2)
    assert ink(pixels_to_grey(page, PER_POINT), 90, 80, 300, 110) > 200


def test_a_blue_signature_goes() -> None:
    page = np.full((*sheet().shape, 3), 255, np.uint8)
    stroke = np.array([[px(100 + t), px(200 + 30 * np.sin(t / 9))] for t in range(120)])
    cv2.polylines(page, [stroke], False, BLUE, 4)
    assert ink(pixels_to_grey(page, PER_POINT), 0, 0, 400, 500) == 0


def test_black_letters_keep_their_ink_through_jpeg() -> None:
    page = coloured(prose(sheet()))
    squeezed = cv2.imdecode(cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, 40])[1], cv2.IMREAD_COLOR)
    kept = ink(pixels_to_grey(np.asarray(squeezed, np.uint8), PER_POINT), 0, 0, 400, 500)
    assert abs(kept - ink(page[:, :, 0], 0, 0, 400, 500)) < 0.05 * kept


def test_shaded_paper_becomes_white_and_ink_stays() -> None:
    page = prose(sheet())
    shade = np.linspace(150, 240, page.shape[1])[None, :]
    grey = pixels_to_grey((page * (shade / 255)).astype(np.uint8), PER_POINT)
    assert int(np.percentile(grey, 50)) == 255
    assert abs(int(grey_to_ink(grey).sum()) - int(grey_to_ink(page).sum())) < 0.1 * grey_to_ink(page).sum()


def test_a_one_bit_page_is_left_as_it_is() -> None:
    page = np.where(prose(sheet()) < 128, 0, 255).astype(np.uint8)
    write(page, "", 0, 0)
    assert pixels_to_grey(page, PER_POINT) is page


def test_a_page_scanned_in_grey_has_shades_and_one_of_black_and_white_none_however_drawn() -> None:
    page = prose(sheet())
    noise = np.random.default_rng(1).integers(0, 40, page.shape)
    grey = np.clip(page.astype(int) - noise, 0, 255).astype(np.uint8)
    assert has_shades(grey)
    assert has_shades(coloured(grey))
    assert not has_shades(page)
    between = cv2.warpAffine(page, np.array([[1.0, 0, 0.4], [0, 1, 0.4]]), page.shape[::-1], borderValue=255)
    assert not has_shades(np.asarray(between, np.uint8))


def test_light_letters_on_a_coloured_ground_are_dark_letters_on_paper() -> None:
    pixels = np.full((800, 1200, 3), 250, np.uint8)
    pixels[100:170, 100:1100] = (120, 50, 20)  # blue, green, red
    cv2.putText(pixels, "Nhiem vu", (200, 145), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (255, 255, 255), 2)
    grey = pixels_to_grey(pixels, 200 / 72)
    assert np.median(grey[110:160, 110:1090]) >= 250
    assert grey[110:160, 195:360].min() <= 60
