"""Words that no printer sets ("1ÿ", "thực hiệnBộ") → what they may be, by their neighbours; always a guess."""

from __future__ import annotations

import re

from nghiquyet.extract.language.lookalikes import lookalikes
from nghiquyet.extract.language.printed_words import Spelt
from nghiquyet.extract.language.spelling import TONES, bare_letters, tone_last, with_tone
from nghiquyet.extract.language.syllables import is_syllable
from nghiquyet.extract.ocr.correct.bigrams import Language
from nghiquyet.extract.ocr.correct.word_candidates import before_figures

# Two guesses nearer to one another than this (a natural logarithm) are no guess.
APART = 2.0
_ENDS = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)
_FIGURES = re.compile(r"^(?P<figures>[\dlIOoSŠ]+(?:[.,][\dlIOoSŠ]{3})*)(?P<word>[a-zà-ỹđ]*)$")
# Figures that a small letter between others is taken for.
_SMALL_SIGNS = str.maketrans("10", "io")
_WORD_AND_FIGURES = re.compile(r"^(\W*)([^\W\d_]+)(\d.*)$")
# Words longer than this are not looked up.
LONGEST = 8


def unglued(text: str) -> str | None:
    """ "hiệnBộ" as "hiện Bộ": two syllables whose space was lost; None for anything else."""
    parts = _ENDS.match(text)
    word = parts[2] if parts else ""
    capitals = [i for i, c in enumerate(word) if i and c.isupper()]
    if parts is None or len(capitals) != 1 or word.isascii():
        return None
    first, second = word[: capitals[0]], word[capitals[0] :]
    if len(first) < 2 or len(second) < 2 or not (is_syllable(first) and is_syllable(second)):
        return None
    return f"{parts[1]}{first} {second}{parts[3]}"


def apart_from_figures(text: str) -> str | None:
    """ "Năm2024" as "Năm 2024": a word that figures follow, and they; None for anything else."""
    found = _WORD_AND_FIGURES.match(text)
    if found is None or found[2].lower() not in before_figures():
        return None
    return f"{found[1]}{found[2]} {found[3]}"


def parted(text: str, known: Language) -> str | None:
    """ "YTẾ" as "Y TẾ": two syllables that follow one another, in letters of one kind; None for anything else."""
    parts = _ENDS.match(text)
    word = parts[2] if parts else ""
    if parts is None or not 2 < len(word) <= LONGEST or not (word.islower() or word.isupper() or word.istitle()):
        return None
    cuts = [
        i
        for i in range(1, len(word))
        if is_syllable(word[:i]) and is_syllable(word[i:]) and known.knows((tone_last(word[:i]), tone_last(word[i:])))
    ]
    return f"{parts[1]}{word[: cuts[0]]} {word[cuts[0] :]}{parts[3]}" if len(cuts) == 1 else None


def without_capital_within(text: str) -> str | None:
    """ "đơn vỊ" as "vị", "g1a" as "gia": one sign amid small letters that is none; None for anything else."""
    parts = _ENDS.match(text)
    word = parts[2] if parts else ""
    small = word[:1] + word[1:].lower().translate(_SMALL_SIGNS)
    if parts is None or small == word or sum(a != b for a, b in zip(small, word, strict=True)) > 1:
        return None
    return f"{parts[1]}{small}{parts[3]}" if len(word) > 1 and is_syllable(small) else None


def letter_of_bracket(text: str) -> str | None:
    """ "[hường" as "Thường": a bracket that nothing closes is a letter's stem and bar."""
    word = f"T{text[1:]}"
    ends = _ENDS.match(word)
    return word if text[:1] == "[" and "]" not in text and ends is not None and is_syllable(ends[2]) else None


def figures_of(text: str) -> str | None:
    """ "1Š" as "15", "l0ngày" as "10 ngày", "QĐĐ" as "QĐ"; None where no one change of its kind explains the word."""
    parts = _ENDS.match(text)
    if parts is None:
        return None
    if "ĐĐ" in parts[2]:
        return text.replace("ĐĐ", "Đ")
    found = _FIGURES.match(parts[2])
    if found is None or not any(c.isdigit() for c in found["figures"]):
        return None
    word = found["word"]
    if word and not (is_syllable(word) and len(word) > 1):
        return None
    return f"{parts[1]}{found['figures'].translate(lookalikes().figures)}{' ' + word if word else ''}{parts[3]}"


def guess_between(text: str, before: Spelt | None, after: Spelt | None, language: Language) -> str | None:
    """The word that its neighbours make the likeliest, of those a letter away from ``text``; None if several are."""
    parts = _ENDS.match(text)
    if parts is None or not 1 < len(parts[2]) <= LONGEST:
        return None
    bare = bare_letters(parts[2])
    left, right = (tone_last(p.letters) if p else None for p in (before, after))
    near = [
        s
        for s in sorted(language.between(left, right))
        if _one_apart(bare, bare_letters(s)) and is_syllable(_written(s))
    ]
    scored = sorted(
        ((language.log_likelihood(left, s) + (language.log_likelihood(s, right) if right else 0.0), s) for s in near),
        reverse=True,
    )
    if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < APART):
        return None
    word = _written(scored[0][1])
    opens = before is None or bool(before.behind.strip(",;:")) or parts[2][:1].isupper()
    return f"{parts[1]}{word.capitalize() if opens else word}{parts[3]}"


def _written(of: str) -> str:
    """The letters of a key, the tone's mark where it belongs."""
    tone = of[-1] if of[-1] in TONES else ""
    return with_tone(of.removesuffix(tone), tone)


def _one_apart(a: str, b: str) -> bool:
    """True if one letter added, dropped or changed makes ``a`` into ``b``, or none."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    return rest_a[1:] == rest_b[1:] or rest_a[1:] == rest_b or rest_a == rest_b[1:]
