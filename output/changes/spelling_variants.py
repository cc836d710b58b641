"""What may be written one way or another (``wording.yaml``), made ready to be matched against folded words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

from nghiquyet.extract.language.spelling import bare_letters
from nghiquyet.output.changes.folded_words import fold_word
from nghiquyet.output.changes.tokens import text_to_tokens

DATA = Path(__file__).parent / "wording.yaml"

Place = Literal["start", "end", "anywhere"]
Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Filler:
    """Where a phrase says nothing; ``before``: only with one of these words after it, where there are any."""

    at: Place
    before: frozenset[str]


@dataclass(frozen=True)
class SpellingVariants:
    """``readings``: a phrase, folded → the words it is read as; ``fillers``: a phrase → where it says nothing;
    ``first_words``: what any of both begins with;
    ``unmarked``: a word of theirs without its marks → the word, where it can be no other of theirs.
    """

    readings: dict[Phrase, Phrase]
    fillers: dict[Phrase, Filler]
    function_words: frozenset[str]
    bare_function_words: frozenset[str]
    first_words: frozenset[str]
    unmarked: dict[str, str]
    longest: int


@cache
def wording_data() -> dict[str, Any]:
    """The file as it stands: its claims are run by a test."""
    import yaml

    data: dict[str, Any] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return data


@cache
def lexicon() -> SpellingVariants:
    data = wording_data()
    groups: list[list[str]] = [*data["synonyms"], *data["spellings"], *_written_out(data["abbreviations"])]
    readings: dict[Phrase, Phrase] = {}
    for group in groups:
        phrases = [folded(phrase) for phrase in group]
        # a phrase of two groups keeps the reading it has, and brings the others to it
        key = next((readings[phrase] for phrase in phrases if phrase in readings), phrases[0])
        readings.update(dict.fromkeys(phrases, key))
    fillers = {folded(entry["drop"]): _filler(entry, data) for entry in data["fillers"]}
    function_words = frozenset(fold_word(word) for word in data["function_words"].split())
    known = (*readings, *fillers)
    first_words = frozenset(phrase[0] for phrase in known)
    bare = frozenset(map(bare_letters, function_words))
    return SpellingVariants(
        readings, fillers, function_words, bare, first_words, _unmarked(known), max(map(len, known))
    )


def _unmarked(phrases: Iterable[Phrase]) -> dict[str, str]:
    words: dict[str, set[str]] = {}
    for word in {word for phrase in phrases for word in phrase}:
        words.setdefault(bare_letters(word), set()).add(word)
    return {bare: next(iter(marked)) for bare, marked in words.items() if len(marked) == 1}


def _filler(entry: dict[str, str], data: dict[str, str]) -> Filler:
    return Filler(cast(Place, entry["at"]), frozenset(map(fold_word, data.get(entry.get("before", ""), "").split())))


def _written_out(abbreviations: dict[str, str]) -> Iterable[list[str]]:
    return ([words, letters] for letters, words in abbreviations.items())


def folded(phrase: str) -> Phrase:
    return tuple(token.folded for token in text_to_tokens(phrase))
