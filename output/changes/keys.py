"""Text → keys: what it says, word by word, with everything that may be written one way or another folded away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from nghiquyet.extract.language.spelling import bare_letters
from nghiquyet.extract.language.syllables import is_syllable
from nghiquyet.output.changes.folded_words import fold_word
from nghiquyet.output.changes.spelling_variants import Filler, Phrase, SpellingVariants, lexicon
from nghiquyet.output.changes.tokens import Token, text_to_tokens

_DAY, _MONTH, _YEAR = (fold_word(word) for word in ("ngày", "tháng", "năm"))
_AND = fold_word("và")
_FIGURES = re.compile(r"\d{1,4}")
_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
_MONTH_OF_YEAR = re.compile(r"\d{1,2}/\d{4}")


@dataclass(frozen=True)
class Key:
    """``key`` is a word of the meaning, the text from ``start`` to ``end`` says it; of a phrase that is read as several
    words the first has all the text. ``empty``: it says nothing where it stands; ``lists``: a sign that separates items
    stands before it; ``joined``: "và" does."""

    key: str
    start: int
    end: int
    empty: bool
    lists: bool
    joined: bool


@lru_cache(maxsize=16384)
def text_to_keys(text: str) -> tuple[Key, ...]:
    """The keys of a text in order, fillers and function words among them (``empty``)."""
    known, tokens = lexicon(), text_to_tokens(text)
    keys: list[Key] = []
    place = 0
    while place < len(tokens):
        size, words, empty = _read_at(tokens, place, known)
        run = tokens[place : place + size]
        for nth, word in enumerate(words):
            start, end = _span(run, words, nth)
            silent = empty or word in known.function_words or _is_slip(word, known)
            # a comma before a word that says nothing stands before the next that does
            after_empty = bool(keys) and keys[-1].empty
            lists = (nth == 0 and run[0].lists) or (after_empty and keys[-1].lists)
            joined = after_empty and (keys[-1].key == _AND or keys[-1].joined)
            keys.append(Key(word, start, end, silent, lists, joined))
        place += size
    return tuple(keys)


def content_of(text: str) -> tuple[str, ...]:
    """The keys that say something."""
    return tuple(key.key for key in text_to_keys(text) if not key.empty)


def _read_at(tokens: tuple[Token, ...], place: int, known: SpellingVariants) -> tuple[int, Phrase, bool]:
    """How many words are read as which, and whether they say nothing there."""
    date = _date_at(tokens, place)
    if date:
        return date[0], (date[1],), False
    if _meant(tokens[place].folded) not in known.first_words:
        return 1, (tokens[place].folded,), False
    for size in range(min(known.longest, len(tokens) - place), 0, -1):
        phrase = tuple(_meant(token.folded) for token in tokens[place : place + size])
        if phrase in known.readings:
            return size, known.readings[phrase], False
        if phrase in known.fillers and _stands(tokens, place, size, known.fillers[phrase]):
            return size, phrase, True
    return 1, (tokens[place].folded,), False


@lru_cache(maxsize=65536)
def _meant(word: str) -> str:
    """In a known phrase a word that can't be said is the word that it is without its marks: "thưc hiện"."""
    if not word[0].isalpha() or is_syllable(word):
        return word
    return lexicon().unmarked.get(bare_letters(word), word)


def _is_slip(word: str, known: SpellingVariants) -> bool:
    """Whether the word is a function word that lost its marks ("viêc"), and no other word."""
    return word[0].isalpha() and not is_syllable(word) and bare_letters(word) in known.bare_function_words


def _span(run: tuple[Token, ...], words: Phrase, nth: int) -> tuple[int, int]:
    """Where the text of the nth word stands: its own where it is read as written, else the first has all."""
    if len(run) == len(words) and all(token.folded == word for token, word in zip(run, words, strict=True)):
        return run[nth].start, run[nth].end
    return (run[0].start if nth == 0 else run[-1].end), run[-1].end


def _stands(tokens: tuple[Token, ...], place: int, size: int, filler: Filler) -> bool:
    after = tokens[place + size] if place + size < len(tokens) else None
    if filler.before and (after is None or after.folded not in filler.before):
        return False
    match filler.at:
        case "start":
            return after is not None and _opens(tokens, place)
        case "end":
            return place > 0 and (after is None or after.opens or after.lists)
        case _:
            return True


def _opens(tokens: tuple[Token, ...], place: int) -> bool:
    """At the beginning of a clause or item, or after other fillers that stand there ("Tiếp tục tập trung …")."""
    known = lexicon()
    while not (tokens[place].opens or tokens[place].lists):
        before = next((n for n in (1, 2, 3) if n <= place and _words(tokens, place - n, n) in known.fillers), 0)
        if not before:
            return False
        place -= before
    return True


def _words(tokens: tuple[Token, ...], place: int, size: int) -> tuple[str, ...]:
    return tuple(token.folded for token in tokens[place : place + size])


def _date_at(tokens: tuple[Token, ...], place: int) -> tuple[int, str] | None:
    """The length and the key of a date: "ngày 29 tháng 01 năm 2026", "ngày 29/01/2026", "tháng 12 năm 2026"."""
    words = _words(tokens, place, 6)
    match words:
        case (first, day, second, month, third, year) if (first, second, third) == (_DAY, _MONTH, _YEAR):
            if all(map(_FIGURES.fullmatch, (day, month, year))):
                return 6, f"{day}/{month}/{year}"
    match words[:4]:
        case (first, month, second, year) if (first, second) == (_MONTH, _YEAR):
            if _FIGURES.fullmatch(month) and _FIGURES.fullmatch(year):
                return 4, f"{month}/{year}"
    match words[:2]:
        case (first, date) if (first == _DAY and _DATE.fullmatch(date)) or (
            first == _MONTH and _MONTH_OF_YEAR.fullmatch(date)
        ):
            return 2, date
    return None
