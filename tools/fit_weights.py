"""Fits the weights by which orders and promises are told, on papers, outlines and sentences that a person read.

``PYTHONPATH=. python tools/fit_weights.py orders|promises [--misses]`` prints what ``order_weights.yaml`` or
``promise_weights.yaml`` holds: the weights (log odds) and how well they tell the same clauses or numbers. A weight
begins at what a person would give it (a normal prior) and is moved by what is met: Newton's method. What only measures
is never fitted on.
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
from nghiquyet.extract.decisions.weighing import Likelihood
from nghiquyet.normalize.prose.orders import section_reader
from nghiquyet.normalize.prose.orders.actors import Agents
from nghiquyet.normalize.prose.orders.order_evidence import ORDER, SURE, UNREAD, Standing, Weighed
from nghiquyet.normalize.prose.targets import promises
from nghiquyet.normalize.prose.targets.promise_evidence import PROMISED, PlacedQuantity
from nghiquyet.pipeline import extract_resolution
from tests.normalize.prose.orders.order_cases import load, read
from tests.test_order_golds import FITTED, GOLDS, paper
from tests.test_outlines import OUTLINES, accepted

# What a person would give each sign before any text is looked at (log odds), and how far off that may be (deviation).
ORDER_PRIOR = {
    "bias": -2.5,
    "orders_a_body": 4.0,
    "body_is_something": -3.0,
    "under_a_body": 2.5,
    "section_of_tasks": 2.0,
    "section_of_other_things": -4.0,
    "form_of_nobody": -3.0,
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
PROMISE_PRIOR = {
    "bias": -2.5,
    "share": 1.0,
    "all_of_them": 1.5,
    "amount": 0.5,
    "known_things": 0.5,
    "bare_number": -3.0,
    "compared": 1.0,
    "says_promising": 1.5,
    "says_aspiring": 1.5,
    "change_before": 1.0,
    "deed_before": 0.5,
    "link_before": 0.5,
    "stands_first": 0.5,
    "predicate_behind": 0.5,
    "dated": 1.0,
    "promised_above": 2.0,
    "ruling_near": -2.5,
    "ruling_in_clause": -1.0,
    "condition": -2.5,
    "defines": -2.0,
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
    parser.add_argument("what", choices=("orders", "promises"))
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if options.what == "orders":
        rows, prior = [*_of_papers(), *_of_cases(), *_of_outlines()], ORDER_PRIOR
        bounds = (0.0, 0.05, 0.1, UNREAD, ORDER, SURE, 0.9, 1.01)
    else:
        rows, prior = _of_promises(), PROMISE_PRIOR
        bounds = (0.0, 0.1, 0.3, PROMISED, 0.7, 0.9, 1.01)
    names = [name for name in prior if name != "bias"]
    found = np.array([[1.0, *(any(e.feature == n for e in held) for n in names)] for _, held, _ in rows], dtype=float)
    wanted = np.array([right for _, _, right in rows], dtype=float)
    weights = _fit(found, wanted, np.array([prior[name] for name in ("bias", *names)]))
    likely = 1 / (1 + np.exp(-found @ weights))
    right = np.mean((likely >= ORDER) == wanted)
    print(f"# Fitted by tools/fit_weights.py on {len(rows)} clauses or numbers ({int(wanted.sum())} {options.what}) of")
    print(f"# {len(FITTED)} papers (and for orders the outlines and open cases); {right:.1%} of them told right.")
    for low, high in pairwise(bounds):
        inside = (likely >= low) & (likely < high)
        print(f"#   {low:.2f} to {min(high, 1):.2f}: {int(inside.sum())}, of which {int(wanted[inside].sum())}")
    print("weights:")
    for name, weight in zip(["bias", *names], weights, strict=True):
        print(f"  {name}: {weight:.2f}")
    for (text, held, is_one), likelihood in zip(rows, likely, strict=True):
        if options.misses and is_one != (likelihood >= ORDER):
            print("#", is_one, f"{likelihood:.2f}", text[:150].replace("\n", " "), [e.feature for e in held])


def _of_promises() -> list[Labelled]:
    """Each number outside goals, with whether a person took it for a target's."""
    rows: list[Labelled] = []
    for stem in FITTED:
        path = paper(stem)
        gold = json.loads((GOLDS / f"{stem}.json").read_text(encoding="utf-8"))
        if path is None or "targets" not in gold:
            continue
        for placed, evidence in _weighed_numbers(path):
            text = f"{placed.clause} [{placed.quantity.value:g}]"
            rows.append((text, evidence, any(_promises(placed, t) for t in gold["targets"])))
    return rows


def _weighed_numbers(path: Path) -> list[tuple[PlacedQuantity, tuple[Evidence, ...]]]:
    met: list[tuple[PlacedQuantity, tuple[Evidence, ...]]] = []

    def recorded(placed: PlacedQuantity) -> Likelihood:
        found = weigh(placed)
        met.append((placed, found.evidence))
        return found

    weigh = promises.weigh_promise
    with patch.object(promises, "weigh_promise", recorded):
        extract_resolution(path)
    return met


def _promises(placed: PlacedQuantity, target: Any) -> bool:
    own, values = _fold(placed.clause), target.get("value")
    values = values if isinstance(values, list) else [values]
    statements = target["statement"] if isinstance(target["statement"], list) else [target["statement"]]
    near = any(_fold(s)[:30] in own or own[:30] in _fold(s) for s in statements)
    return near and placed.quantity.value in values


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
