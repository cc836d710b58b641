"""A made scan of each look against its layout's gold: what is right, and what is wrong and nobody is told.

The floors lie a little below what was measured; ``python -m tests.scanner.report`` gives the figures of more scans.
"""

from __future__ import annotations

import pytest

from tests.extract.ocr.engine.pictures import needs_language_data
from tests.layouts.readings import OPEN
from tests.scanner.looks import LOOKS
from tests.scanner.report import score_scan
from tests.scanner.scans import Combination
from tests.scoring import figures, report

pytestmark = needs_language_data

# The shares of fields that are right at least, and silently wrong at most: on usual scans, and on bad ones.
USUAL, BAD = (0.95, 0.02), (0.85, 0.03)
ONE_OF_EACH = {
    "kodak_200_one_bit": ("03", USUAL),
    "ricoh_200_grey_jpeg": ("05", USUAL),
    "phone_like_150_grey": ("12", BAD),
    "light_300_one_bit": ("13", USUAL),
    "dark_200_one_bit": ("17", USUAL),
    "colour_300_seal": ("21", USUAL),
    "skewed_2deg": ("26", USUAL),
    "turned_pages": ("05", USUAL),
    "turned_wide_tagged": ("09", USUAL),
    "cut_borders": ("23", USUAL),
    "dirty_bleed": ("17", BAD),
    "grey_bleed_flate": ("21", USUAL),
    "mixed_with_printed": ("24", USUAL),
    "bad_text_layer": ("02", USUAL),
}
QUICK = "kodak_200_one_bit"


def test_each_look_is_tried() -> None:
    assert set(ONE_OF_EACH) == set(LOOKS)


@pytest.mark.parametrize(
    "look", [pytest.param(name, marks=() if name == QUICK else pytest.mark.slow) for name in LOOKS]
)
def test_a_made_scan_is_read_or_doubted(look: str) -> None:
    start, (right, silent) = ONE_OF_EACH[look]
    layout = next(name for name in OPEN if name.startswith(start))
    wanted = Combination(look, layout)
    assert not wanted.held_out
    scored = score_scan(wanted)
    assert not scored.trouble
    found = figures(scored.verdicts)
    assert found.right_share >= right, report(scored.verdicts, 20)
    assert found.silent <= silent * found.fields, report(scored.verdicts, 20)
