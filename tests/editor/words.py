"""Edits of a text: each gives the text changed, or None where the text offers nothing to change."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_Y_WORDS = {"lý": "lí", "kỹ": "kĩ", "kỳ": "kì", "tỷ": "tỉ", "quý": "quí", "quy": "qui", "mỹ": "mĩ", "kỷ": "kỉ"}
_LOOSE_NUMBER = re.compile(r"(?<![\w/.,–-])(?<!năm )(?<!tháng )(?<!số )(?<!quý )(\d{1,3})(?![\d\w/.,]|\s?[-–]\s?\d)")


@cache
def rewordings() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "rewordings.yaml").read_text(encoding="utf-8"))
    return data


def respell(text: str, random: Random) -> str | None:
    """Another spelling of the same words: tone marks, i and y, capitals, dashes, commas, spaces, a full stop."""
    ways = [_move_tone, _lose_tone, _swap_y, _change_case, _change_dash, _change_comma, _change_end, _space]
    random.shuffle(ways)
    return next((new for way in ways if (new := way(text, random)) and new != text), None)


def reword(text: str, random: Random) -> str | None:
    """The same said with other words of an office's habit."""
    swaps = [(a, b) for pair in rewordings()["same"] for a, b in (pair, pair[::-1])]
    random.shuffle(swaps)
    for old, new in swaps:
        changed = _replaced(text, old, new, random)
        if changed:
            return changed
    for opening in rewordings()["openings"]:
        if text.startswith(opening):
            return text[len(opening) : len(opening) + 1].upper() + text[len(opening) + 1 :]
    return None


def turn(text: str, random: Random) -> str | None:
    """One word that makes it another order."""
    swaps = [(a, b) for pair in rewordings()["other"] for a, b in (pair, pair[::-1])]
    random.shuffle(swaps)
    return next((new for a, b in swaps if (new := _replaced(text, a, b, random))), None)


def negate(text: str, random: Random) -> str | None:
    words = text.split(" ")
    if len(words) < 4 or "không" in words:
        return None
    at = random.randrange(1, len(words) - 1)
    return " ".join((*words[:at], "không", *words[at:]))


def rename(text: str, other: str, random: Random) -> str | None:
    """A third to two thirds of the words are others'."""
    words, donors = text.split(" "), other.split(" ")
    share = round(len(words) * random.uniform(0.3, 0.65))
    if share < 2 or len(donors) < share or len(words) < 5:
        return None
    at = random.randrange(1, len(words) - share + 1)
    start = random.randrange(len(donors) - share + 1)
    return " ".join((*words[:at], *donors[start : start + share], *words[at + share :]))


def add_clause(text: str, other: str, random: Random) -> str | None:
    clause = " ".join(other.split(" ")[: random.randrange(3, 9)]).rstrip(".,;: ")
    if len(clause.split()) < 3 or clause.casefold() in text.casefold():
        return None
    return f"{text.rstrip('. ')}; {clause[:1].lower()}{clause[1:]}"


def drop_clause(text: str, random: Random) -> str | None:
    """Without one item of a list, the first excepted."""
    cuts = [match.start() for match in re.finditer(r"[;,] (?=\w)", text)]
    if not cuts:
        return None
    at = random.randrange(len(cuts))
    end = cuts[at + 1] if at + 1 < len(cuts) else len(text)
    gone = text[cuts[at] : end]
    words = len(gone.split())
    return text[: cuts[at]] + text[end:] if 2 <= words <= 0.5 * len(text.split()) else None


def change_number(text: str, random: Random) -> str | None:
    found = list(_LOOSE_NUMBER.finditer(text))
    if not found:
        return None
    match = random.choice(found)
    new = str(max(1, int(match.group()) + random.choice((-7, -3, 2, 5, 10))))
    return text[: match.start()] + new + text[match.end() :] if int(match.group()) != int(new) else None


def cut(text: str) -> tuple[str, str] | None:
    """Two orders out of one, cut near its middle at a sign or "và"."""
    places = list(re.finditer(r"; |, | và ", text))
    good = [m for m in places if min(len(text[: m.start()].split()), len(text[m.end() :].split())) >= 5]
    if not good:
        return None
    best = min(good, key=lambda m: abs(m.start() - len(text) / 2))
    first, second = text[: best.start()], text[best.end() :]
    return first, second[:1].upper() + second[1:]


def joined(texts: Sequence[str]) -> str:
    """One order out of several."""
    rest = [text[:1].lower() + text[1:] if text[1:2].islower() else text for text in texts[1:]]
    return "; ".join(text.rstrip(". ") for text in (texts[0], *rest))


def _replaced(text: str, old: str, new: str, random: Random) -> str | None:
    pattern = r"(?<![\w/-])" + re.escape(old) + r"(?!\w)" if old != "%" else r"(?<=\d)%"
    found = [m for m in re.finditer(pattern, text, re.IGNORECASE) if not _in_longer(text, m, new)]
    if not found:
        return None
    match = random.choice(found)
    put = new[:1].upper() + new[1:] if match.group()[0].isupper() and not old.isupper() else new
    put = f" {put}" if old == "%" else put
    start = match.start()
    if new == "%":
        start = len(text[:start].rstrip())
        if not text[:start][-1:].isdigit():
            return None
    return text[:start] + put + text[match.end() :]


def _in_longer(text: str, match: re.Match[str], new: str) -> bool:
    """ "thực hiện" within "tổ chức thực hiện" must not become "tổ chức tổ chức thực hiện"."""
    around = text[max(0, match.start() - len(new)) : match.end() + len(new)].casefold()
    return len(new) > len(match.group()) and new.casefold() in around


def _move_tone(text: str, random: Random) -> str | None:
    spread = unicodedata.normalize("NFD", text)
    pattern = re.compile(rf"(?<![qQ])(o|u)([{_TONES}]?)([aey])([{_TONES}]?)(?![\w\u0300-\u036f])", re.IGNORECASE)
    good = [m for m in pattern.finditer(spread) if bool(m.group(2)) != bool(m.group(4)) and _glide(m)]
    if not good:
        return None
    m = random.choice(good)
    moved = m.group(1) + m.group(4) + m.group(3) + m.group(2)
    return unicodedata.normalize("NFC", spread[: m.start()] + moved + spread[m.end() :])


def _lose_tone(text: str, random: Random) -> str | None:
    """A slip: "thưc hiện", which is no word."""
    words = [m for m in re.finditer(r"[^\W\d_]+[cpt](?!\w)", text) if m.group().islower()]
    random.shuffle(words)
    for match in words:
        bare = unicodedata.normalize("NFD", match.group())
        plain = unicodedata.normalize("NFC", "".join(c for c in bare if c not in _TONES))
        if plain != match.group():
            return text[: match.start()] + plain + text[match.end() :]
    return None


def _glide(match: re.Match[str]) -> bool:
    return (match.group(1) + match.group(3)).lower() in ("oa", "oe", "uy")


def _swap_y(text: str, random: Random) -> str | None:
    words = [(m, _Y_WORDS[m.group()]) for m in re.finditer(r"\w+", text) if m.group() in _Y_WORDS]
    if not words:
        return None
    match, new = random.choice(words)
    return text[: match.start()] + new + text[match.end() :]


def _change_case(text: str, random: Random) -> str | None:
    words = [m for m in re.finditer(r"(?<!\S)[^\W\d_]{2,}(?!\S)", text) if m.group()[1:].islower()]
    if not words:
        return None
    match = random.choice(words)
    return text[: match.start()] + match.group().swapcase()[0] + match.group()[1:] + text[match.end() :]


def _change_dash(text: str, random: Random) -> str | None:
    return text.replace(" - ", " – ", 1) if " - " in text else text.replace(" – ", " - ", 1)


def _change_comma(text: str, random: Random) -> str | None:
    return text.replace(", ", "; ", 1) if ", " in text else None


def _change_end(text: str, random: Random) -> str | None:
    return text[:-1] if text.endswith(".") else f"{text}."


def _space(text: str, random: Random) -> str | None:
    return text.replace(" (", "  (", 1) if " (" in text else None
