"""How far a word's confidence can be trusted: ``python -m tests.scanner.words [--looks …] [--layouts …] [--show N]``.

Recognised words are paired with those of the printed twin. Printed are the word error rate (wrong, missed and invented
words over printed ones), and for bins of confidence the share of wrong words, by kind of word.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nghiquyet.extract.model import Document, Word
from tests.scanner.looks import LOOKS
from tests.scanner.pairing import Pairing, pair_documents, same
from tests.scanner.scans import Combination, combinations, scan_of
from tests.scoring import fold

BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.99)
SURE = 0.9  # a wrong word from here on is listed
SHORT = 2  # letters
KINDS: dict[str, Callable[[str], bool]] = {
    "all": lambda text: True,
    "digits": lambda text: any(c.isdigit() for c in text),
    "capitals": lambda text: text.isupper() and not any(c.isdigit() for c in text),
    "short": lambda text: len(text) <= SHORT and text.isalpha() and not text.isupper(),
    "letters": lambda text: len(text) > SHORT and not text.isupper() and not any(c.isdigit() for c in text),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """One page of a scan."""

    of: Combination
    page: int
    pairing: Pairing


def measure(wanted: Combination) -> list[Measured]:
    """The pairings of a scan's recognised pages."""
    scanned = _document(scan_of(wanted))
    return [Measured(wanted, page, found) for page, found in pair_documents(_document(wanted.printed), scanned)]


@cache
def _document(path: Path) -> Document:
    from nghiquyet.extract.read_file import read_file

    return read_file(path)


def error_line(name: str, pages: list[Measured]) -> str:
    pairs = [pair for m in pages for pair in m.pairing.pairs]
    wrong = sum(not same(*pair) for pair in pairs)
    missed, invented = (sum(len(getattr(m.pairing, k)) for m in pages) for k in ("missed", "invented"))
    printed = len(pairs) + missed
    rate = (wrong + missed + invented) / max(printed, 1)
    return f"{name:24}{len(pages):>6}{printed:>8}{wrong:>7}{missed:>8}{invented:>10}{rate:>9.2%}"


def bin_of(confidence: float) -> int:
    """The last bin that starts at or below ``confidence``."""
    return max(i for i, start in enumerate(BINS) if start <= max(confidence, 0.0))


def bin_table(pages: Iterable[Measured]) -> list[str]:
    """A line a bin: for each kind the recognised words in it and the share of them that are wrong or invented."""
    judged: list[tuple[Word, bool]] = []
    for m in pages:
        judged += [(got, same(printed, got)) for printed, got in m.pairing.pairs]
        judged += [(got, False) for got in m.pairing.invented]
    lines = [f"{'confidence':14}" + "".join(f"{kind:>9}{'wrong':>8}" for kind in KINDS)]
    for i, start in enumerate(BINS):
        cells = []
        for belongs in KINDS.values():
            hits = [
                right
                for w, right in judged
                if w.confidence is not None and bin_of(w.confidence) == i and belongs(w.text)
            ]
            share = f"{hits.count(False) / len(hits):.2%}" if hits else "-"
            cells.append(f"{len(hits):>9}{share:>8}")
        lines.append(f"from {start:<9.2f}" + "".join(cells))
    return lines


def correction_line(pages: Iterable[Measured]) -> str:
    """What knowledge made of words that the recogniser read otherwise."""
    changed = [(a, b) for m in pages for a, b in m.pairing.pairs if b.recognised and fold(b.recognised) != fold(b.text)]
    better = sum(same(a, b) for a, b in changed)
    worse = sum(fold(a.text) == fold(b.recognised) for a, b in changed)
    return f"corrected {len(changed)} words: {better} became right, {worse} became wrong"


def sure_but_wrong(pages: Iterable[Measured], sure: float) -> list[str]:
    """Wrong words of at least this confidence, the surest first; of open combinations only."""
    found: list[tuple[float, str]] = []
    for m in pages:
        if m.of.held_out:
            continue
        place = f"{m.of.look} {m.of.layout} p. {m.page}"
        for printed, got in (*m.pairing.wrong, *((None, w) for w in m.pairing.invented)):
            if (got.confidence or 0.0) >= sure:
                was = "nothing" if printed is None else repr(printed.text)
                found.append((got.confidence or 0.0, f"{got.confidence:.3f} {was} read as {got.text!r}  {place}"))
    return [text for _, text in sorted(found, key=lambda f: (-f[0], f[1]))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--looks", nargs="*", default=[], help="names of looks; all if none is given")
    parser.add_argument("--layouts", nargs="*", default=[], help="starts of layout names; a few for each look if none")
    parser.add_argument("--show", type=int, default=30, help="sure but wrong words to list")
    parser.add_argument("--sure", type=float, default=SURE, help="confidence from which a wrong word is listed")
    options = parser.parse_args()
    pages: list[Measured] = []
    print(f"{'look':24}{'pages':>6}{'words':>8}{'wrong':>7}{'missed':>8}{'invented':>10}{'WER':>9}")
    wanted = combinations(options.looks, options.layouts)
    for look in LOOKS:
        of_look: list[Measured] = []
        for one in (c for c in wanted if c.look == look):
            try:
                of_look += measure(one)
            except Exception as error:  # one scan that breaks must not hide the others
                print(f"    {look} {one.layout}: {type(error).__name__}: {error}")
        if of_look:
            print(error_line(look, of_look), flush=True)
        pages += of_look
    print(error_line("together", pages), "", *bin_table(pages), "", correction_line(pages), sep="\n")
    listed = sure_but_wrong(pages, options.sure)
    print(f"\nwrong from {options.sure:.2f} on: {len(listed)} in open combinations", *listed[: options.show], sep="\n")


if __name__ == "__main__":
    main()
