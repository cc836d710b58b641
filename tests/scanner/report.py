"""Figures per look: ``python -m tests.scanner.report [--looks …] [--layouts …]``; of held-out ones only sums."""

from __future__ import annotations

import argparse
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from tests.layouts.readings import gold_of
from tests.layouts.test_layouts import PARTS
from tests.scanner.looks import LOOKS
from tests.scanner.reading import read_apart
from tests.scanner.scans import Combination, combinations, scan_of
from tests.scoring import Verdict, figures, report, score

HEAD = (
    f"{'look':24}{'scans':>6}{'broken':>7}{'fields':>8}{'right':>9}{'flagged':>9}{'SILENT':>8}{'share':>8}{'over':>7}"
    f"{'share':>8}{'s/page':>8}"
)


@dataclass(frozen=True, slots=True)
class Scored:
    """A scan's verdicts; ``trouble`` says why there are none."""

    of: Combination
    verdicts: tuple[Verdict, ...]
    trouble: str
    seconds: float
    pages: int


def score_scan(wanted: Combination) -> Scored:
    """The scan read and held against the layout's gold; whatever goes wrong becomes its ``trouble``."""
    try:
        found = read_apart(scan_of(wanted))
        if found.resolution is None:
            return Scored(wanted, (), found.trouble, found.seconds, 0)
        verdicts = tuple(score(gold_of(wanted.layout), found.resolution, PARTS))
        return Scored(wanted, verdicts, "", found.seconds, found.resolution["source"]["pages"])
    except Exception as error:  # one combination that breaks must not hide the others
        return Scored(wanted, (), f"{type(error).__name__}: {error}", 0.0, 0)


def line(name: str, scored: list[Scored]) -> str:
    f = figures(v for s in scored for v in s.verdicts)
    pages = sum(s.pages for s in scored)
    return (
        f"{name:24}{len(scored):>6}{sum(bool(s.trouble) for s in scored):>7}{f.fields:>8}{f.right_share:>9.2%}"
        f"{f.wrong_flagged:>9}{f.silent:>8}{f.silent / max(f.fields, 1):>8.2%}{f.over_flagged:>7}"
        f"{f.over_flagged_share:>8.2%}{sum(s.seconds for s in scored if s.pages) / max(pages, 1):>8.1f}"
    )


def table(title: str, scored: list[Scored], misses: int, each: bool) -> None:
    """A line a look and one for all; wrong fields and single layouts only of open combinations."""
    print(f"\n{title}\n{HEAD}")
    for look in LOOKS:
        rows = [s for s in scored if s.of.look == look]
        if not rows:
            continue
        print(line(look, rows))
        for s in rows:
            if s.trouble:
                print(f"    {s.of.layout}: {s.trouble}")
            elif each:
                print(line(f"    {s.of.layout[:19]}", [s]))
            if misses and s.verdicts:
                print(report(s.verdicts, misses))
    print(line("together", scored))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--looks", nargs="*", default=[], help="names of looks; all if none is given")
    parser.add_argument("--layouts", nargs="*", default=[], help="starts of layout names; a few for each look if none")
    parser.add_argument("--every", action="store_true", help="each look over all layouts (hours)")
    parser.add_argument("--pages", type=int, default=0, help="only layouts of at most this many pages")
    parser.add_argument("--misses", type=int, default=0, help="wrong fields to show for each open combination")
    parser.add_argument("--each", action="store_true", help="also a line for each open combination")
    parser.add_argument("--jobs", type=int, default=1, help="documents read at the same time")
    parser.add_argument("--keep", help="file for the figures of every combination, as JSON")
    options = parser.parse_args()
    wanted = [
        c
        for c in combinations(options.looks, options.layouts, options.every)
        if not options.pages or page_count(c) <= options.pages
    ]
    scored = []
    with ThreadPoolExecutor(options.jobs) as pool:
        for done in pool.map(score_scan, wanted):
            scored.append(done)
            f = figures(done.verdicts) if not done.of.held_out else "held out"
            told = f"{len(scored)}/{len(wanted)} {done.of.look} {done.of.layout} {done.seconds:.0f} s {f}"
            print(told, file=sys.stderr, flush=True)
    table("open", [s for s in scored if not s.of.held_out], options.misses, options.each)
    table("held out", [s for s in scored if s.of.held_out], 0, False)
    if options.keep:
        keep(scored, options.keep)


def page_count(wanted: Combination) -> int:
    import pypdfium2 as pdfium

    with pdfium.PdfDocument(wanted.printed) as document:
        return len(document)


def keep(scored: list[Scored], path: str) -> None:
    """Sums by combination for a later comparison; held-out ones without their layout."""
    rows = []
    for s in scored:
        f = figures(s.verdicts)
        sums = {
            "fields": f.fields,
            "right": f.right,
            "flagged": f.wrong_flagged,
            "silent": f.silent,
            "over": f.over_flagged,
        }
        rows.append(
            {"look": s.of.look, "layout": "held out" if s.of.held_out else s.of.layout, **sums, "trouble": s.trouble}
        )
    with open(path, "w", encoding="utf-8") as out:
        json.dump(rows, out, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
