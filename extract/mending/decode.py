"""A run of recognised words → for each the likeliest word, and by how much it beats the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import add

from extract.mending.candidates import Candidate
from extract.mending.language import Language

# A word's candidates: their keys, and the logarithms of how well each fits what was seen. Language and sight weigh the
# same, as in a noisy channel.
_Word = tuple[Sequence[str | None], Sequence[float]]
_NO_WORD: _Word = ((None,), (0.0,))


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
    words: list[_Word] = [([c.key for c in o], [-c.cost for c in o]) if o is not None else _NO_WORD for o in run]
    # steps[i][n][m]: from candidate n of word i - 1 to candidate m of word i; on both ends stands no word
    steps = [language.log_likelihoods(a, b) for (a, _), (b, _) in pairwise([_NO_WORD, *words, _NO_WORD])]
    forward = _forward(words, steps)
    backward = _backward(words, steps)
    choices: list[Choice | None] = []
    for i, options in enumerate(run):
        if options is None:
            choices.append(None)
            continue
        total = [f + b - seen for f, b, seen in zip(forward[i], backward[i], words[i][1], strict=True)]
        order = sorted(range(len(total)), key=lambda n: (-total[n], n))
        best, next_best = order[0], (order[1] if len(order) > 1 else None)
        over_next = total[best] - total[next_best] if next_best is not None else float("inf")
        choices.append(Choice(options[best], total[best] - total[0], over_next))
    return choices


def _forward(words: Sequence[_Word], steps: Sequence[Sequence[Sequence[float]]]) -> list[list[float]]:
    """For each candidate the best score of the run from its start up to and with it."""
    scores: list[list[float]] = []
    before = [0.0]
    for (_, seen), step in zip(words, steps, strict=False):
        reached = [max(map(add, before, column)) for column in zip(*step, strict=True)]
        before = [score + own for score, own in zip(reached, seen, strict=True)]
        scores.append(before)
    return scores


def _backward(words: Sequence[_Word], steps: Sequence[Sequence[Sequence[float]]]) -> list[list[float]]:
    """For each candidate the best score of the run from it to its end."""
    scores: list[list[float]] = []
    behind = [0.0]
    for (_, seen), step in zip(reversed(words), reversed(steps), strict=False):
        behind = [max(map(add, behind, row)) + own for row, own in zip(step, seen, strict=True)]
        scores.append(behind)
    return scores[::-1]
