"""Collectives: "Các sở, ban, ngành", "UBND các xã, phường, đặc khu", "Cơ quan, địa phương có liên quan"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nghiquyet.extract.language.spelling import words
from nghiquyet.normalize.fields.agencies.abbreviations import write_out
from nghiquyet.normalize.fields.agencies.naming import LEVELS
from nghiquyet.normalize.fields.agencies.registry import Entry, Registry, key_words
from nghiquyet.normalize.fields.agencies.role_words import lexicon
from nghiquyet.normalize.fields.agencies.territory import KINDS

_AND = frozenset({("và",), ("hoặc",), ("cùng",)})
_ON_THE_GROUND = re.compile(
    r",?\s+(?:đóng\s+)?(?:trên|trong)\s+(?:toàn\s+)?(?:địa bàn|phạm vi|toàn)\b.*$", re.IGNORECASE | re.DOTALL
)
_LEVEL = "cấp"
_ALL_LEVELS = ("các", "cấp")
_BELONGING = frozenset({("thuộc",), ("của",)})
_LISTED = re.compile(r"[,;/.]|\b(?:và|hoặc)\b", re.IGNORECASE)
_SEVERAL = 2  # kinds of unit in "UBND xã, phường": not one unit's
_LOOSE_JOINT = re.compile(r"\s*/\s*|\.\s+")  # "xã/phường", "xã. phường" are "xã, phường"
_NUMBER = re.compile(r"\d{1,4}")
_TAILS = ("có liên quan", "liên quan", "khác", "nêu trên", "trong tỉnh", "trong thành phố", "toàn tỉnh")


@dataclass(frozen=True, slots=True)
class Collective:
    """``name`` is the words with abbreviations written out; ``kinds`` the kinds of units whose committees are meant."""

    name: str
    known: bool
    kinds: tuple[tuple[str, ...], ...] = ()


def collective_name(text: str) -> str:
    """The words, abbreviations written out and "trên địa bàn …" dropped, beginning with a capital."""
    name = _ON_THE_GROUND.sub("", " ".join(write_out(text).split())).strip(" ,.;:")
    name = _LOOSE_JOINT.sub(", ", name)
    return name[:1].upper() + name[1:]


def _nouns(of: tuple[str, ...]) -> tuple[int, int, int]:
    """From the start of ``of``: words read, nouns among them, qualifiers among them."""
    nouns, qualifiers = lexicon("noun"), lexicon("qualifier")
    place = count = qualified = 0
    while place < len(of):
        if of[place : place + 1] in _AND and count:
            place += 1
            continue
        size = nouns.starting(of[place:])
        qualifier = qualifiers.starting(of[place:]) if count else 0
        if qualifier >= size and qualifier:
            place += qualifier
            qualified += 1
        elif size:
            place += size
            count += 1
        else:
            break
    while place and of[place - 1 : place] in _AND:
        place -= 1
    return place, count, qualified


def quantified(text: str) -> bool:
    """True if ``text`` begins with "các", "một số", … or a count."""
    spoken = words(text)
    return bool(lexicon("many").starting(spoken)) or bool(spoken and _NUMBER.fullmatch(spoken[0]) and len(spoken) > 1)


def read_collective(text: str) -> Collective | None:
    """The collective that ``text`` names: nouns under one "các" or one "liên quan", or two nouns and more.

    Words that follow the nouns belong to them where a "các" stands before ("các đơn vị trực tiếp sử dụng ngân sách").
    """
    spoken = words(write_out(_ON_THE_GROUND.sub("", " ".join(text.split()))))
    many = lexicon("many").starting(spoken)
    rest = spoken[many:]
    if not many and rest and _NUMBER.fullmatch(rest[0]):
        many, rest = 1, rest[1:]
    if many and lexicon("many").starting(rest):
        return None
    read, count, qualified = _nouns(rest)
    if not count:
        return Collective(collective_name(text), known=False) if many and rest else None
    whole = read == len(rest)
    if many:
        return Collective(collective_name(text), known=whole)
    generic = qualified and (count > 1 or lexicon("generic").ending(rest))
    if whole and (generic or (count > 1 and _LISTED.search(text))):
        return Collective(collective_name(text), known=True)
    if (not whole and rest[read : read + 1] in _BELONGING) or rest[read - 1 : read] == ("thuộc",):
        return Collective(collective_name(text), known=False)
    return None


def bare_nouns(text: str) -> bool:
    """True if ``text`` is nothing but class nouns ("ban", "đơn vị liên quan"): the "các" before it holds for it too."""
    spoken = words(write_out(_ON_THE_GROUND.sub("", " ".join(text.split()))))
    read, count, _qualified = _nouns(spoken)
    if count and read == len(spoken):
        return True
    return bool(spoken) and lexicon("qualifier").starting(spoken) == len(spoken)


def class_noun(text: str) -> bool:
    """True for one class noun and what says which are meant: "tổng công ty", "đơn vị liên quan", "công ty thuộc Bộ"."""
    spoken = words(write_out(_ON_THE_GROUND.sub("", " ".join(text.split()))))
    size = lexicon("noun").starting(spoken)
    rest = spoken[size:]
    return size > 0 and (rest[:1] in _BELONGING or lexicon("qualifier").starting(rest) == len(rest))


def names_many(text: str) -> bool:
    """True for "các đơn vị …": a quantifier and a class noun; "các khu công nghiệp" are no agencies."""
    spoken = words(write_out(" ".join(text.split())))
    return quantified(text) and lexicon("noun").starting(spoken[lexicon("many").starting(spoken) or 1 :]) > 0


def begins_with_noun(text: str) -> bool:
    spoken = words(write_out(" ".join(text.split())))
    return bool(lexicon("noun").starting(spoken))


def read_bodies_of_many(text: str, registries: tuple[Registry, ...], *, loose: bool = False) -> Collective | None:
    """ "UBND các xã, phường", "Công an cấp xã", "Hội Nông dân các cấp": a body and the units that have one each."""
    plain = _ON_THE_GROUND.sub("", " ".join(text.split()))
    if _names_another(words(plain)):
        return None
    name = key_words(plain)
    for cut in range(1, len(name)):
        rest = name[cut:]
        counted = rest[0] == _LEVEL or lexicon("many").starting(rest) or _NUMBER.fullmatch(rest[0])
        if not counted and len(_units(("các", *rest)) or ()) < _SEVERAL:
            continue
        kinds = _units(rest if counted else ("các", *rest))
        if not any(_has_one(e, kinds or ()) for r in registries for e in r.named(name[:cut])):
            continue
        if kinds is not None:
            return Collective(collective_name(text), known=True, kinds=kinds)
        if loose and lexicon("noun").starting(rest[lexicon("many").starting(rest) :]):
            return Collective(collective_name(text), known=False)
    return None


def _names_another(spoken: tuple[str, ...]) -> bool:
    """True for "Công an tỉnh và các địa phương": behind "và" another collective begins."""
    return any(spoken[i : i + 1] in _AND and lexicon("many").starting(spoken[i + 1 :]) for i in range(1, len(spoken)))


def _has_one(entry: Entry, kinds: tuple[tuple[str, ...], ...]) -> bool:
    """True if units of these kinds have such a body each: communes have no Sở."""
    levels = LEVELS[entry.level][0]
    return bool(levels) and all(set(KINDS.get(kind, levels)) & set(levels) for kind in kinds)


def _units(rest: tuple[str, ...]) -> tuple[tuple[str, ...], ...] | None:
    """The kinds of units in "các xã, phường", "cấp xã", "124 xã phường"; None if other words stand there."""
    rest = _without_tail(rest)
    if rest[:2] == _ALL_LEVELS:
        return ()
    if rest[:1] == (_LEVEL,):
        return _levels(rest)
    rest = rest[lexicon("many").starting(rest) or 1 :]
    kinds: list[tuple[str, ...]] = []
    while rest:
        if rest[:1] == (_LEVEL,) or rest[:1] in (("các",),):
            rest = rest[1:]
            continue
        kind = next((rest[:size] for size in (2, 1) if rest[:size] in KINDS or rest[:size] == ("địa", "phương")), None)
        if kind is None:
            return tuple(kinds) if kinds and lexicon("qualifier").starting(rest) == len(rest) else None
        kinds.append(kind)
        rest = rest[len(kind) :]
    return tuple(kinds) if kinds else None


def _levels(rest: tuple[str, ...]) -> tuple[tuple[str, ...], ...] | None:
    meant = {"tỉnh": ("tỉnh",), "huyện": ("huyện",), "xã": ("xã",)}
    left = [w for w in rest if w not in (_LEVEL, "các", "hai")]
    if left == ["cơ", "sở"]:
        return ()
    return tuple(meant[w] for w in left if w in meant) if all(w in meant for w in left) and left else None


def _without_tail(rest: tuple[str, ...]) -> tuple[str, ...]:
    for tail in _TAILS:
        spoken = words(tail)
        if rest[-len(spoken) :] == spoken:
            return rest[: -len(spoken)]
    return rest
