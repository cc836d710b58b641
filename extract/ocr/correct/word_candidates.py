"""What a recognised word may have been: the word itself, and the syllables that recognisers take for it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import yaml

from nghiquyet.extract.language.spelling import TONES, split_tone, tone_last, with_tone
from nghiquyet.extract.language.syllables import is_syllable

_NAMES = {"grave": "\u0300", "acute": "\u0301", "tilde": "\u0303", "hook": "\u0309", "dot": "\u0323", "level": ""}
# The cost of a marked word that is no syllable: it was surely read wrongly, or is a foreign name.
NO_SYLLABLE = 4.0
# What the second mark costs that was lost together with another: the marks stand on each other (ẩ read as ã).
SMUDGE = 1.0
# The cost of a letter that the recogniser saw twice ("HÀÃNH").
EXTRA_LETTER = 3.0
# How much dearer a change is against two readings that agree: less than twice, for readers make the same mistakes now
# and then. On 28 scans of our own making 97 of 105 words so changed became right, with 2 the right ones were 83 of 91.
AGREED = 1.3
# The cost of a word that a reading is not known to be taken for.
OTHERWISE = 5.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """Letters that a word may have had, their key, and what taking them costs (0 for what was read)."""

    letters: str
    key: str
    cost: float


@cache
def candidates(letters: str) -> tuple[Candidate, ...]:
    """The word as read, first, then the syllables that differ from it in tone, in one hat, or in both.

    Where what was read has marks and is no syllable, those too that have a letter less.
    """
    marked = not letters.isascii()  # without marks it may be an abbreviation, a name, a foreign word
    own = Candidate(letters, tone_last(letters), NO_SYLLABLE if marked and not is_syllable(letters) else 0.0)
    others: dict[str, Candidate] = {}
    table = _table()
    tone = split_tone(letters)[1][:1]
    for hatted, hat_cost in ((letters, 0.0), *_other_hats(letters, table)):
        _offer(others, hatted, hat_cost)
        for other, cost in table.tones.get(tone, ()):
            # both at once are one smudge, not two
            _offer(others, with_tone(hatted, other), max(hat_cost, cost) + SMUDGE if hat_cost else cost)
    if own.cost:
        for i in range(len(letters)):
            _offer(others, letters[:i] + letters[i + 1 :], EXTRA_LETTER)
    others.pop(own.key, None)
    return (own, *others.values())


def candidates_of_two(letters: str, other: str) -> tuple[Candidate, ...]:
    """The candidates of two independent readings of one word, the first reading first: costs add up."""
    if letters == other:
        return tuple(replace(c, cost=AGREED * c.cost) for c in candidates(letters))
    ones, others = ({c.key: c for c in candidates(read)} for read in (letters, other))
    costs = {key: _cost(key, ones) + _cost(key, others) for key in (*ones, *others)}
    return tuple(replace(ones.get(key) or others[key], cost=cost) for key, cost in costs.items())


def _cost(key: str, of: Mapping[str, Candidate]) -> float:
    return of[key].cost if key in of else OTHERWISE


def candidates_of_key(own: str) -> tuple[Candidate, ...]:
    """What a word whose key is ``own`` may have been, other than itself."""
    tone = own[-1] if own[-1:] and own[-1] in TONES else ""
    return candidates(with_tone(own.removesuffix(tone), tone))[1:] if tone else candidates(own)[1:]


def _other_hats(letters: str, table: _Table) -> Iterator[tuple[str, float]]:
    for i, letter in enumerate(letters):
        bare, tone = split_tone(letter)
        for other, cost in table.hats.get(bare.lower(), ()):
            changed = other.upper() if bare.isupper() else other
            yield letters[:i] + unicodedata.normalize("NFC", changed + tone) + letters[i + 1 :], cost


def _offer(others: dict[str, Candidate], letters: str, cost: float) -> None:
    if is_syllable(letters):
        known = others.get(tone_last(letters))
        if known is None or cost < known.cost:
            others[tone_last(letters)] = Candidate(letters, tone_last(letters), cost)


@dataclass(frozen=True, slots=True)
class _Table:
    """For each tone's mark, or letter, those it is taken for, with the costs."""

    tones: dict[str, tuple[tuple[str, float], ...]]
    hats: dict[str, tuple[tuple[str, float], ...]]
    before_figures: frozenset[str]


def before_figures() -> frozenset[str]:
    """Words that figures follow, in small letters."""
    return _table().before_figures


@cache
def _table() -> _Table:
    data = yaml.safe_load(
        files("nghiquyet.extract.ocr.correct").joinpath("confusions.yaml").read_text(encoding="utf-8")
    )
    tones = {
        _NAMES[read]: tuple((_NAMES[true], cost) for true, cost in others.items())
        for read, others in data["tones"].items()
    }
    words = frozenset(data["before_figures"].split())
    hats: dict[str, list[tuple[str, float]]] = {}
    for letters, cost in data["hats"].items():
        one, other = letters.split()
        hats.setdefault(one, []).append((other, cost))
        hats.setdefault(other, []).append((one, cost))
    return _Table(tones, {letter: tuple(others) for letter, others in hats.items()}, words)
