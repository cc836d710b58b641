"""Fits the weights by which a clause is told to be an order, on papers, outlines and sentences that a person read.

``python -m tools.fit_order_weights [--misses]`` prints what ``order_weights.yaml`` holds: the weights (log odds) and
how well they tell orders on the same clauses. A weight begins at what a person would give it (a normal prior) and is
moved by what is met: Newton's method. What only measures is never fitted on.
"""

from __future__ import annotations

import argparse
import json
import re
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import numpy as np

from nghiquyet.extract.decisions.decision import Evidence
from nghiquyet.normalize.prose.orders import section_reader
from nghiquyet.normalize.prose.orders.actors import Agents
from nghiquyet.normalize.prose.orders.order_evidence import ORDER, SIGNS, SURE, UNREAD, Standing, Weighed
from nghiquyet.pipeline import extract_resolution
from tests.normalize.prose.orders.order_cases import load, read
from tests.test_order_golds import FITTED, GOLDS, paper
from tests.test_outlines import OUTLINES, accepted

# What a person would give each sign before any text is looked at (log odds), and how far off that may be (deviation).
PRIOR = {
    "bias": -2.5,
    "orders_a_body": 4.0,
    "body_is_something": -3.0,
    "under_a_body": 2.5,
    "section_of_tasks": 2.0,
    "section_of_other_things": -4.0,
    "item_of_a_list": 1.0,
    "label_lines_follow": 4.0,
    "begins_with_verb": 2.5,
    "tagged_as_verb": 2.0,
    "told_as_done": -3.0,
    "states_what_is": -3.0,
    "names_idle_body": -2.0,
    "names_attribute": -2.5,
    "attribute_as_label": -3.0,
    "few_words": -3.0,
    "small_letter_first": -1.0,
    "ends_with_colon": -2.0,
    "says_when": 1.0,
}
DEVIATION = 1.0
STEPS = 30
# So many letters tell a clause from others.
KEY = 45

Met = tuple[str, tuple[Evidence, ...]]
# A clause, the signs that hold for it, and whether a person took it for an order.
Labelled = tuple[str, tuple[Evidence, ...], bool]


def main() -> None:
    """Prints the weights, what they were fitted on and what they tell wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    rows = [*_of_papers(), *_of_cases(), *_of_outlines()]
    names = [sign.name for sign in SIGNS]
    found = np.array([[1.0, *(any(e.feature == n for e in held) for n in names)] for _, held, _ in rows], dtype=float)
    wanted = np.array([order for _, _, order in rows], dtype=float)
    weights = _fit(found, wanted, np.array([PRIOR[name] for name in ("bias", *names)]))
    likely = 1 / (1 + np.exp(-found @ weights))
    print(f"# Fitted on {len(rows)} clauses ({int(wanted.sum())} orders) of {len(FITTED)} papers, the outlines and the")
    print(
        f"# open cases, by tools/fit_order_weights.py; {np.mean((likely >= ORDER) == wanted):.1%} of them told right."
    )
    for low, high in pairwise((0.0, 0.05, 0.1, UNREAD, ORDER, SURE, 0.9, 1.01)):
        inside = (likely >= low) & (likely < high)
        print(f"#   {low:.2f} to {min(high, 1):.2f}: {int(inside.sum())} clauses, {int(wanted[inside].sum())} orders")
    print("weights:")
    for name, weight in zip(["bias", *names], weights, strict=True):
        print(f"  {name}: {weight:.2f}")
    for (text, held, order), likelihood in zip(rows, likely, strict=True):
        if options.misses and order != (likelihood >= ORDER):
            print("#", order, f"{likelihood:.2f}", text[:150].replace("\n", " "), [e.feature for e in held])


def _of_papers() -> list[Labelled]:
    rows: list[Labelled] = []
    for stem in FITTED:
        path = paper(stem)
        if path is None:
            raise SystemExit(f"{stem} is not beside the project")
        orders = json.loads((GOLDS / f"{stem}.json").read_text(encoding="utf-8"))["orders"]
        rows += _labelled(_met(lambda path=path: extract_resolution(path)), orders)
    return rows


def _of_cases() -> list[Labelled]:
    open_cases = [case for case in load() if not case.held_back]
    return [r for c in open_cases for r in _labelled(_met(lambda c=c: read(c)), c.orders, c.text)]


def _met(run: Any) -> list[Met]:
    """Every clause that is weighed while ``run`` reads."""
    met: list[Met] = []

    def recorded(text: str, agents: Agents | None, standing: Standing) -> Weighed:
        weighed = weigh(text, agents, standing)
        met.append((text, weighed.evidence))
        return weighed

    weigh = section_reader.weigh
    with patch.object(section_reader, "weigh", recorded):
        run()
    return met


def _labelled(met: list[Met], orders: Any, whole: str | None = None) -> list[Labelled]:
    """Each clause with whether a person took it for an order; clauses that may be either are left out."""
    sure = [t for o in orders if not o.get("optional") for t in _titles(o)]
    open_ = [t for o in orders if o.get("optional") for t in _titles(o)]
    labelled: list[Labelled] = []
    for text, evidence in met:
        own = _fold(text)
        if (whole is not None and own not in _fold(whole)) or not own or any(_alike(own, t) for t in open_):
            continue
        labelled.append((text, evidence, any(_alike(own, t) for t in sure)))
    return labelled


def _titles(order: Any) -> list[str]:
    titles = order["title"] if isinstance(order["title"], list) else [order["title"]]
    return [_fold(t) for t in titles]


def _alike(own: str, title: str) -> bool:
    return own[:KEY] == title[:KEY] or title in own


def _fold(text: str) -> str:
    return re.sub(r"[\s.,;:]+", " ", re.sub(r"[–—]", "-", text)).strip().casefold()


def _of_outlines() -> list[Labelled]:
    """The clauses of the outlines, whose orders are given by their first words."""
    rows: list[Labelled] = []
    with TemporaryDirectory() as folder:
        for outline in OUTLINES:
            path = Path(folder) / f"{outline['id']}.txt"
            path.write_text(outline["text"], encoding="utf-8")
            starts = [_fold(s) for o in outline["orders"] for s in accepted(o["first_words"])]
            for text, evidence in _met(lambda path=path: extract_resolution(path)):
                own = _fold(text)
                rows.append((text, evidence, any(own.startswith(s) or s.startswith(own) for s in starts)))
    return rows


def _fit(found: np.ndarray, wanted: np.ndarray, prior: np.ndarray) -> np.ndarray:
    weights = prior.copy()
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-found @ weights))
        slope = found.T @ (wanted - likely) - (weights - prior) / DEVIATION**2
        bend = (found * (likely * (1 - likely))[:, None]).T @ found + np.eye(len(prior)) / DEVIATION**2
        weights += np.linalg.solve(bend, slope)
    return weights


if __name__ == "__main__":
    main()
