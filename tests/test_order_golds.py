"""Orders of official papers as a person read them from the page, before the program did (tests/golds/orders).

Some papers stand in tests/golds/papers; the others lie beside the project (see tests/shared_inputs.py): one that is not
there is skipped.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from nghiquyet.pipeline import extract_resolution
from tests.normalize.prose.orders.order_cases import Score, compare_orders
from tests.shared_inputs import SHARED

GOLDS = Path(__file__).parent / "golds" / "orders"
# The share of the fields of orders that is read as the person did: what was reached, to be raised and never lowered.
LEAST = json.loads((GOLDS / "least.json").read_text(encoding="utf-8"))
# Those on which the weights of orders were fitted (tools/fit_weights.py); the others only measure.
MEASURED = ("09daab284f92e2dd", "0a97eb9c3c536047", "2957e4f4f0e41373", "69db23c781b2e9aa", "db769f685bf6bb23")
FITTED = tuple(sorted(set(LEAST) - set(MEASURED)))


def paper(stem: str) -> Path | None:
    folders = (GOLDS.parent / "papers", SHARED / "inputs" / "real", SHARED / "inputs" / "corpus")
    found = [path for folder in folders for path in folder.glob(f"{stem}.*")]
    return found[0] if found else None


def orders_of(stem: str) -> list[dict[str, Any]]:
    orders: list[dict[str, Any]] = json.loads((GOLDS / f"{stem}.json").read_text(encoding="utf-8"))["orders"]
    return orders


@pytest.mark.parametrize("stem", sorted(LEAST))
def test_orders_are_read_as_a_person_read_them(stem: str) -> None:
    path = paper(stem)
    if path is None:
        pytest.skip("the paper is not beside the project")
    score = Score(misses=[])
    compare_orders(stem, orders_of(stem), [t for t in extract_resolution(path).tasks if t.origin == "body"], score)
    assert score.share >= LEAST[stem], score.misses
