"""Which looks are laid on which layouts, and their scans, made once and kept outside of the tree."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.layouts.readings import HELD_OUT, OPEN, path_of
from tests.scanner.looks import LOOKS
from tests.scanner.simulator import scan_pdf

HERE = Path(__file__).parent
A_LOOK = 4  # open layouts a look is laid on where none are named: with all looks each layout comes up about twice
# open layouts under looks whose misses are never shown, as those of all held-out layouts are not
HELD_OUT_PAIRS = frozenset(
    {
        ("kodak_200_one_bit", "06-cells-merged-down"),
        ("kodak_200_one_bit", "16-narrow-columns-open-page-ends"),
        ("kodak_200_one_bit", "21-no-numbers-in-groups"),
        ("ricoh_200_grey_jpeg", "13-no-number-column"),
        ("phone_like_150_grey", "16-narrow-columns-open-page-ends"),
        ("phone_like_150_grey", "23-horizontal-rules-header-once"),
        ("light_300_one_bit", "02-portrait-header-once"),
        ("light_300_one_bit", "17-deadlines-of-every-form"),
        ("dark_200_one_bit", "07-nested-groups"),
        ("dark_200_one_bit", "25-bulleted-cells-two-role-heading"),
        ("colour_300_seal", "04-groups-in-column-two"),
        ("skewed_2deg", "12-several-tables"),
        ("skewed_2deg", "17-deadlines-of-every-form"),
        ("turned_pages", "08-subtasks-and-unnumbered-rows"),
        ("turned_pages", "22-merged-number-over-the-page-decomposed"),
        ("turned_wide_tagged", "14-restarting-numbers"),
        ("cut_borders", "10-horizontal-rules"),
        ("dirty_bleed", "02-portrait-header-once"),
        ("dirty_bleed", "21-no-numbers-in-groups"),
        ("grey_bleed_flate", "07-nested-groups"),
        ("mixed_with_printed", "20-no-rules-landscape-subtasks"),
        ("bad_text_layer", "18-advising-thin-rectangles"),
    }
)


@dataclass(frozen=True, slots=True)
class Combination:
    """A layout seen by a scanner."""

    look: str
    layout: str

    @property
    def held_out(self) -> bool:
        return self.layout in HELD_OUT or (self.look, self.layout) in HELD_OUT_PAIRS

    @property
    def printed(self) -> Path:
        return path_of(self.layout, ".pdf")

    @property
    def seed(self) -> int:
        return zlib.crc32(f"{self.look}/{self.layout}".encode())


def combinations(looks: list[str], layouts: list[str], every: bool = False) -> list[Combination]:
    """The named looks (all if none) over the layouts whose names start as given.

    Where no layout is named each look gets ``A_LOOK`` open ones and one held out, other ones than its neighbours, and
    its held-out pairs; with ``every`` it gets all. Raises ValueError for an unknown look.
    """
    unknown = set(looks) - set(LOOKS)
    if unknown:
        raise ValueError(f"no such look: {', '.join(sorted(unknown))}; there are {', '.join(LOOKS)}")
    found = []
    for i, look in enumerate(LOOKS):
        if looks and look not in looks:
            continue
        if layouts:
            chosen = [n for n in OPEN + HELD_OUT if n.split("/")[-1].startswith(tuple(layouts))]
        elif every:
            chosen = list(OPEN + HELD_OUT)
        else:
            chosen = [OPEN[(i * A_LOOK + k) % len(OPEN)] for k in range(A_LOOK)]
            chosen += [layout for pair, layout in sorted(HELD_OUT_PAIRS) if pair == look and layout not in chosen]
            chosen.append(HELD_OUT[i % len(HELD_OUT)])
        found += [Combination(look, layout) for layout in chosen]
    return found


def scan_of(wanted: Combination) -> Path:
    """The scan's file; it is made on the first call and kept until the simulator, the look or the layout changes."""
    printed = wanted.printed.read_bytes()
    known = f"{_simulator()} {LOOKS[wanted.look]} {wanted.seed} {hashlib.sha256(printed).hexdigest()}"
    name = f"{wanted.look}-{Path(wanted.layout).name}-{hashlib.sha256(known.encode()).hexdigest()[:16]}.pdf"
    path = Path(tempfile.gettempdir()) / f"nghiquyet-scans-{os.getuid()}" / name
    if not path.exists():
        path.parent.mkdir(mode=0o700, exist_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(scan_pdf(printed, LOOKS[wanted.look], wanted.seed))
        unfinished.replace(path)
    return path


@cache
def _simulator() -> str:
    """Changes with the code that makes the picture."""
    parts = ("dirt", "feeding", "pen_and_seal", "pictures_to_pdf", "sheets", "simulator", "tones")
    return hashlib.sha256(b"".join((HERE / f"{part}.py").read_bytes() for part in parts)).hexdigest()
