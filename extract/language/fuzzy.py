"""How alike two names are, word by word. The only file that imports rapidfuzz, and only when asked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from nghiquyet.extract.language.spelling import without_marks

# What a difference between two words costs, in words. A wrong mark is the commonest slip of typists and of character
# recognition; a letter amiss the next; a word lost or doubled happens at line ends; another word is another name.
MARKS_AMISS = 0.2
LETTER_AMISS = 0.5
WORD_LOST = 0.85
# A word that the known name lacks tells another body ("Ban Quản lý dự án ODA"), unless it is printed twice.
WORD_ADDED = 1.6
OTHER_WORD = 2.0
_NEAREST = 12  # names looked at closely, of those that rapidfuzz finds nearest
_CUTOFF = 60.0
_WORDS_KEPT = 2**16  # pairs of words whose cost is remembered: names share their words


@lru_cache(_WORDS_KEPT)
def word_cost(a: str, b: str) -> float:
    """The cost of reading word ``a`` where ``b`` was meant."""
    if a == b:
        return 0.0
    bare_a, bare_b = without_marks(a), without_marks(b)
    if bare_a == bare_b:
        return MARKS_AMISS
    from rapidfuzz.distance import Levenshtein

    if max(len(bare_a), len(bare_b)) >= 3 and Levenshtein.distance(bare_a, bare_b) == 1:
        return LETTER_AMISS
    return OTHER_WORD


def likeness(printed: tuple[str, ...], name: tuple[str, ...], least: float = 0.0) -> float:
    """1.0 for the same words, less for each slip; 0.0 for names that have little in common, less than ``least``."""
    longest = max(len(printed), len(name), 1)
    bearable = (1.0 - least) * longest
    above = [j * WORD_LOST for j in range(len(name) + 1)]
    for i, word in enumerate(printed, 1):
        added = WORD_LOST if i > 1 and word == printed[i - 2] else WORD_ADDED
        row = [i * WORD_ADDED]
        for j, meant in enumerate(name, 1):
            row.append(min(above[j - 1] + word_cost(word, meant), above[j] + added, row[j - 1] + WORD_LOST))
        if min(row) > bearable:  # each word that is left only adds to it
            return 0.0
        above = row
    return max(0.0, 1.0 - above[-1] / longest) if above[-1] <= bearable else 0.0


def nearest(printed: tuple[str, ...], names: Iterable[tuple[str, ...]]) -> list[tuple[float, tuple[str, ...]]]:
    """The names most like ``printed``, best first, with their likeness; ties in the names' own order."""
    from rapidfuzz import fuzz, process

    choices = list(names)
    spelled = [without_marks(" ".join(n)) for n in choices]
    found = process.extract(
        without_marks(" ".join(printed)), spelled, scorer=fuzz.ratio, limit=_NEAREST, score_cutoff=_CUTOFF
    )
    scored = [(likeness(printed, choices[index]), index) for _, _, index in found]
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    return [(score, choices[index]) for score, index in scored if score > 0]


def likeness_within(letters: str, phrase: str) -> float:
    """How much of ``phrase`` stands in one run of ``letters``, letter by letter: 1.0 for all of it."""
    from rapidfuzz import fuzz

    return float(fuzz.partial_ratio(phrase, letters)) / 100 if len(letters) >= len(phrase) else 0.0
