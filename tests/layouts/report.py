"""Figures per layout: ``python -m tests.layouts.report [--misses N] [NAME…]``; of held-out layouts never the misses."""

from __future__ import annotations

import argparse

from tests.layouts.readings import HELD_OUT, OPEN
from tests.layouts.test_layouts import verdicts_of
from tests.scoring import Figures, Verdict, figures, report


def line(name: str, found: Figures) -> str:
    return (
        f"{name:44}{found.fields:>7}{found.right_share:>9.2%}{found.wrong_flagged:>9}{found.silent:>8}"
        f"{found.over_flagged:>8}{found.over_flagged_share:>9.2%}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="starts of layout names; all if none is given")
    parser.add_argument("--misses", type=int, default=0, help="wrong fields to show for each open layout")
    options = parser.parse_args()
    print(f"{'layout':44}{'fields':>7}{'right':>9}{'flagged':>9}{'SILENT':>8}{'over':>8}{'share':>9}")
    for names in (OPEN, HELD_OUT):
        together: list[Verdict] = []
        for name in names:
            if options.names and not name.split("/")[-1].startswith(tuple(options.names)):
                continue
            try:
                verdicts = verdicts_of(name)
            except Exception as error:  # one layout that breaks the program must not hide the others
                print(f"{name:44} {type(error).__name__}: {error}")
                continue
            together += verdicts
            print(line(name, figures(verdicts)))
            if options.misses and names is OPEN:
                print(report(verdicts, options.misses))
        print(line("together", figures(together)))


if __name__ == "__main__":
    main()
