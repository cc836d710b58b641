"""Signs that hold, each with its weight → how likely a thing is what they speak for: the sum of weights is a logit."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nghiquyet.extract.decisions.decision import Evidence

BIAS = "bias"


@dataclass(frozen=True, slots=True)
class Likelihood:
    """The signs that hold, each with its weight, and how likely they make it (0 to 1)."""

    evidence: tuple[Evidence, ...]
    value: float

    def has(self, sign: str) -> bool:
        """True if the sign holds."""
        return any(e.feature == sign for e in self.evidence)


def weigh_signs(held: Iterable[tuple[str, bool | str]], weights: Mapping[str, float]) -> Likelihood:
    """The likelihood that the signs make together: (name, true or the words that tell) each; one unknown weighs 0."""
    evidence = tuple(Evidence(name, value, weights.get(name, 0.0)) for name, value in held)
    logit = weights[BIAS] + sum(e.weight or 0.0 for e in evidence)
    return Likelihood(evidence, 1 / (1 + math.exp(-logit)))
