"""A run of recognised words → for each the likeliest word, and by how much it beats the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import add

from nghiquyet.extract.ocr.correct.bigrams import Language, Steps, Syllables
from nghiquyet.extract.ocr.correct.word_candidates import Candidate

# A word's candidates: their keys, and the logarithms of how well each fits what was seen. Language and sight weigh the
# same, as in a noisy channel.
_Word = tuple[Syllables, Sequence[float]]
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
    words = [_NO_WORD if options is None else _seen(options) for options in run]
    # steps[i] leads from word i - 1 to word i; on both ends stands no word
    steps = [language.steps(a, b) for (a, _), (b, _) in pairwise([_NO_WORD, *words, _NO_WORD])]
    forward = _forward(words, steps)
    backward = _backward(words, steps)
    choices: list[Choice | None] = []
    for i, options in enumerate(run):
        if options is None:
            choices.append(None)
            continue
        total = [f + b - seen for f, b, seen in zip(forward[i], backward[i], words[i][1], strict=True)]
        best = total.index(max(total))  # of equals the first: the one read
        others = [*total[:best], *total[best + 1 :]]
        over_next = total[best] - max(others) if others else float("inf")
        choices.append(Choice(options[best], total[best] - total[0], over_next))
    return choices


def _seen(options: Sequence[Candidate]) -> _Word:
    return tuple([c.key for c in options]), [-c.cost for c in options]


def _forward(words: Sequence[_Word], steps: Sequence[Steps]) -> list[list[float]]:
    """For each candidate the best score of the run from its start up to and with it."""
    scores: list[list[float]] = []
    before = [0.0]
    for (_, seen), step in zip(words, steps, strict=False):
        unmet = max(map(add, before, step.opens))  # the best way to any candidate, were no pair met
        reached = [unmet + alone for alone in step.alone]
        for i, j, likelihood in step.met:
            reached[j] = max(reached[j], before[i] + likelihood)
        before = list(map(add, reached, seen))
        scores.append(before)
    return scores


def _backward(words: Sequence[_Word], steps: Sequence[Steps]) -> list[list[float]]:
    """For each candidate the best score of the run from it to its end."""
    scores: list[list[float]] = []
    behind = [0.0]
    for (_, seen), step in zip(reversed(words), reversed(steps), strict=False):
        unmet = max(map(add, behind, step.alone))
        reached = [unmet + opens for opens in step.opens]
        for i, j, likelihood in step.met:
            reached[i] = max(reached[i], behind[j] + likelihood)
        behind = list(map(add, reached, seen))
        scores.append(behind)
    return scores[::-1]
