"""``python -m tests.editor.report --pairs 500 --seed-from N``: how well changes made at random are found."""

from __future__ import annotations

import argparse

from nghiquyet.output.changes import apply, compare, compared_fields
from tests.editor.corpus import corpus
from tests.editor.edit import edit
from tests.editor.measure import Score, Tally


def measure(pairs: int, seed_from: int, whole: bool = True, show: bool = False) -> Score:
    """The score over as many edited documents, each with the next seed; every changeset is applied and checked too."""
    documents, score = corpus(whole), Score()
    for seed in range(seed_from, seed_from + pairs):
        previous = documents[seed % len(documents)]
        current, expected = edit(previous, documents, seed)
        found = compare(previous, current)
        assert apply(found, previous) == compared_fields(current), seed
        misses = score.add(found.changes, expected)
        if show and misses:
            print(f"seed {seed} {previous.source.file}", *misses, sep="\n   ")
    return score


def table(tally: Tally) -> str:
    lines = [f"{'':12} {'made':>6} {'found':>6} {'precision':>10} {'recall':>7}"]
    lines += [
        f"{name:12} {tally.made[name]:6} {tally.found[name]:6} {tally.precision(name):10.4f} {tally.recall(name):7.4f}"
        for name in tally.names()
    ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=500)
    parser.add_argument("--seed-from", type=int, default=0)
    parser.add_argument("--show", action="store_true", help="print every miss")
    chosen = parser.parse_args()
    score = measure(chosen.pairs, chosen.seed_from, show=chosen.show)
    print(table(score.verdicts), table(score.classes), sep="\n\n")


if __name__ == "__main__":
    main()
