"""A run of recognised words → for each the likeliest word, and by how much it beats the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.mending.candidates import Candidate
from extract.mending.language import Language

# How much the language weighs beside what was seen; one weighs them as a noisy channel does.
LANGUAGE_WEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Choice:
    """The likeliest candidate, what it beats the word as read by, and what it beats the next best by (logarithms)."""

    best: Candidate
    over_read: float
    over_next: float


def decode(run: Sequence[Sequence[Candidate] | None], language: Language) -> list[Choice | None]:
    """A choice for each word of ``run`` (its candidates, the one read first; None for what is no word of letters).

    Each candidate is judged by the best reading of the whole run that contains it (max-marginals of a first-order
    Markov model, Viterbi forwards and backwards).
    """
    forward = _scores(run, language, backwards=False)
    backward = _scores(run, language, backwards=True)
    choices: list[Choice | None] = []
    for i, options in enumerate(run):
        if options is None:
            choices.append(None)
            continue
        total = [f + b - _seen(c) for f, b, c in zip(forward[i], backward[i], options, strict=True)]
        order = sorted(range(len(total)), key=lambda n: (-total[n], n))
        best, next_best = order[0], (order[1] if len(order) > 1 else None)
        over_next = total[best] - total[next_best] if next_best is not None else float("inf")
        choices.append(Choice(options[best], total[best] - total[0], over_next))
    return choices


def _seen(candidate: Candidate) -> float:
    return -candidate.cost


def _scores(run: Sequence[Sequence[Candidate] | None], language: Language, backwards: bool) -> list[list[float]]:
    """For each candidate the best score of the run from its start (or end) up to and with it."""
    places = range(len(run) - 1, -1, -1) if backwards else range(len(run))
    scores: list[list[float]] = [[] for _ in run]
    before: list[tuple[str | None, float]] = [(None, 0.0)]
    for i in places:
        options = run[i]
        if options is None:
            best = max(score for _, score in before)
            before = [(None, best)]
            continue
        for option in options:
            reach = max(score + _step(name, option.key, language, backwards) for name, score in before)
            scores[i].append(reach + _seen(option))
        before = [(o.key, s) for o, s in zip(options, scores[i], strict=True)]
    return scores


def _step(name: str | None, key: str, language: Language, backwards: bool) -> float:
    """The likelihood of going on from the neighbour ``name`` to ``key``; backwards, ``name`` stands behind."""
    if not backwards:
        return LANGUAGE_WEIGHT * language.log_likelihood(name, key)
    return LANGUAGE_WEIGHT * language.log_likelihood(key, name)
