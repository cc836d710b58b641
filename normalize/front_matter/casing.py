"""Names in capitals → names as Vietnamese writes them: "UBND TỈNH LÂM ĐỒNG" → "Ủy ban nhân dân tỉnh Lâm Đồng"."""

from __future__ import annotations

import functools
import re
import unicodedata
from itertools import accumulate

from nghiquyet.extract.language.spelling import tone_style
from nghiquyet.normalize.fields.places import provinces
from nghiquyet.normalize.front_matter.letterhead_words import is_capitals, plain, vocabulary

_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")
_SYMBOL = re.compile(r"\d+/\S+")  # a document's number keeps its letters
# What follows one of these is a name, up to a mark or "khóa …".
_UNITS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "phường", "xã", "đặc khu")
_ZONES = ("khu kinh tế", "khu công nghiệp", "khu công nghệ cao")  # named like units; "Khu kinh tế" is a settled phrase
_ENDS_NAME = frozenset({"-", ",", ";", "(", ")", "và"})
_AFTER_UNIT = frozenset({"khoa", "ky", "nhiem", "lan"})


def written_out(name: str) -> str:
    """``name`` in proper case where it stands in capitals, with abbreviations written out and spaces folded.

    A name already in mixed case keeps its letters; "UBND tỉnh Lâm Đồng" only has its abbreviation written out.
    """
    name = " ".join(unicodedata.normalize("NFC", name).split())
    return _cased(_expanded(name)) if is_capitals(name) else _expanded(name)


def proper_case(text: str) -> str:
    """The whole of ``text``, whatever its case, in proper case: positions, bodies."""
    return _cased(_expanded(" ".join(unicodedata.normalize("NFC", text).split())))


def _expanded(name: str) -> str:
    """Abbreviations written out, in capitals if the rest is, so that casing goes on evenly."""
    capitals = is_capitals(name)
    parts = []
    for part in name.replace("&", " và ").split():
        full = vocabulary().abbreviations.get(part.rstrip(".,").upper() if capitals else part.rstrip("."))
        parts.append((full.upper() if capitals else full) if full else part)
    return " ".join(parts)


@functools.cache
def _phrases() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Proper phrases and provinces as words, longest first: what they look like small, and how they are written."""
    names = [*vocabulary().listed("proper"), *vocabulary().listed("named_heads"), *(p.name for p in provinces())]
    pairs = {tuple(_words(n.lower())): tuple(_words(n)) for n in sorted(names)}
    return tuple(sorted(pairs.items(), key=lambda p: (-len(p[0]), p[0])))


def _words(text: str) -> list[str]:
    return [t for t in _TOKEN.findall(text) if not t.isspace()]


def _small(word: str) -> str:
    return tone_style(word.lower())


def _cased(name: str) -> str:
    tokens = _TOKEN.findall(name)
    places = [i for i, t in enumerate(tokens) if not t.isspace()]
    small = [_small(tokens[i]) for i in places]
    written = list(small)
    settled: set[int] = set()
    for form, proper in _phrases():
        for at in _occurrences(small, form):
            if settled.isdisjoint(range(at, at + len(form))):
                written[at : at + len(form)] = proper
                settled.update(range(at, at + len(form)))
    _name_units(small, written, settled)
    _name_schools(small, written, settled)
    _name_subjects(small, written, settled)
    if written:
        written[0] = _capital(written[0])
    starts = [0, *accumulate(map(len, tokens))]
    symbols = [found.span() for found in _SYMBOL.finditer(name)]
    for i, word in zip(places, written, strict=True):
        if not any(first <= starts[i] < last for first, last in symbols):
            tokens[i] = word
    return "".join(tokens)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _occurrences(small: list[str], form: tuple[str, ...]) -> list[int]:
    return [i for i in range(len(small) - len(form) + 1) if tuple(small[i : i + len(form)]) == form]


def _name_units(small: list[str], written: list[str], settled: set[int]) -> None:
    """Capitals for the names after "tỉnh", "phường" and the like, in place."""
    firsts = {unit.split()[0] for unit in _UNITS}
    for unit in (*_UNITS, *_ZONES):
        words = tuple(unit.split())
        for at in _occurrences(small, words):
            if at in settled and unit not in _ZONES:
                continue
            for i in range(at + len(words), len(small)):
                if unit in _ZONES and small[i] in firsts:
                    break
                if small[i] in _ENDS_NAME or plain(small[i]) in _AFTER_UNIT:
                    break
                if i not in settled:
                    written[i] = _capital(written[i])


def _name_schools(small: list[str], written: list[str], settled: set[int]) -> None:
    """Capitals for the names after "Trung học phổ thông" and the like, in place; units are named by themselves."""
    firsts = {unit.split()[0] for unit in _UNITS}
    for head in vocabulary().listed("named_heads"):
        words = tuple(_words(head.lower()))
        for at in _occurrences(small, words):
            for i in range(at + len(words), len(small)):
                if small[i] in _ENDS_NAME or small[i] in firsts:
                    break
                if i not in settled:
                    written[i] = _capital(written[i])
                    settled.add(i)


def _name_subjects(small: list[str], written: list[str], settled: set[int]) -> None:
    """A capital for the first word of what a body is for: "Chi cục Thủy lợi", in place."""
    for head in sorted(vocabulary().listed("subject_heads"), key=lambda h: (-len(h), h)):
        words = tuple(_words(head.lower()))
        for at in _occurrences(small, words):
            after = at + len(words)
            if after < len(small) and after not in settled and at not in settled:
                written[after] = _capital(written[after])
            if at not in settled:
                written[at] = _capital(written[at])
                settled.update(range(at, after))
