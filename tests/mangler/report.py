"""Figures over mangled tables: ``python -m tests.mangler.report [--seeds 0-200] [--misses N] [--held-out]``.

Seeds from 1000 on and the held-out contents are never tuned on: of them look at the figures only.
"""

from __future__ import annotations

import argparse
import tempfile
from functools import cache
from pathlib import Path

from nghiquyet.pipeline import extract_resolution
from tests.mangler.mangled import Mangled, mangled
from tests.scoring import Figures, Verdict, figures, report, score

NEVER_LOOKED_AT = 1000


def verdicts_of(one: Mangled, suffix: str = ".txt") -> list[Verdict]:
    """The verdicts on the groups and tasks of a mangled document."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"mangled{suffix}"
        path.write_text(one.text, encoding="utf-8")
        reading = extract_resolution(path).model_dump(mode="json", by_alias=True)
    return score(one.gold, reading, ("tasks", "groups"))


@cache
def figures_of(seeds: range, held_out: bool = False) -> Figures:
    return figures(v for seed in seeds for v in verdicts_of(mangled(seed, held_out)))


def line(name: str, found: Figures) -> str:
    return (
        f"{name:52}{found.fields:>7}{found.right_share:>9.2%}{found.wrong_flagged:>9}{found.silent:>8}"
        f"{found.over_flagged:>8}{found.over_flagged_share:>9.2%}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="0-40", help="first and last seed, both included")
    parser.add_argument("--misses", type=int, default=0, help="wrong fields to show for each seed that is open")
    parser.add_argument("--held-out", action="store_true", help="contents that are never tuned on")
    parser.add_argument("--silent", action="store_true", help="show only seeds with silent fields")
    options = parser.parse_args()
    first, last = map(int, options.seeds.split("-"))
    print(f"{'table':52}{'fields':>7}{'right':>9}{'flagged':>9}{'SILENT':>8}{'over':>8}{'share':>9}")
    together: list[Verdict] = []
    for seed in range(first, last + 1):
        one = mangled(seed, options.held_out)
        verdicts = verdicts_of(one)
        together += verdicts
        found = figures(verdicts)
        secret = options.held_out or seed >= NEVER_LOOKED_AT
        if secret or (options.silent and not found.silent):
            continue
        print(line(one.name, found))
        if options.misses:
            print("\n".join(f"  {x}" for x in one.done))
            wrong = [v for v in verdicts if not v.right]
            print("\n".join(report(wrong, options.misses).split("\n")[2 + len({v.field for v in wrong}) :]))
    print(line("together", figures(together)))


if __name__ == "__main__":
    main()
