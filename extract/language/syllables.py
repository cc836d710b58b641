"""Is a run of letters a Vietnamese syllable? Recognisers make many runs of letters that are none."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

import yaml

from nghiquyet.extract.language.spelling import split_tone

_OF_STOPS = ("\u0301", "\u0323")


# documents repeat their words; the bound is for what comes from hostile ones
@lru_cache(1 << 15)
def is_syllable(letters: str) -> bool:
    """True if ``letters`` (any case, both styles of placing the tone) can be said in Vietnamese."""
    bare, tones = split_tone(letters.lower())
    if len(tones) > 1 or not bare:
        return False
    inventory = _inventory()
    for end in range(min(3, len(bare)), -1, -1):
        onset, rime = bare[:end], bare[end:]
        if (onset in inventory.onsets or not onset) and _fits(onset, rime, inventory):
            return not rime.endswith(inventory.stops) or tones in _OF_STOPS
    return False


def _fits(onset: str, rime: str, inventory: _Inventory) -> bool:
    if onset == "gi":  # gi + ên is written giên, gi + i is gi
        return rime == "" or (rime in inventory.rimes and rime[0] not in "iy") or f"i{rime}" in inventory.rimes
    if onset == "qu":
        return (rime in inventory.rimes and rime[0] not in "uưo") or f"u{rime}" in inventory.rimes
    if rime not in inventory.rimes:
        return False
    front = rime[0] in inventory.fronted
    if onset in ("c", "g", "ng"):
        return not front
    return front if onset in ("k", "gh", "ngh") else True


class _Inventory:
    """The parts that syllables are made of."""

    def __init__(self) -> None:
        data = yaml.safe_load(
            files("nghiquyet.extract.language").joinpath("syllables.yaml").read_text(encoding="utf-8")
        )
        self.onsets = frozenset(data["onsets"].split())
        self.rimes = frozenset(rime for row in data["rimes"] for rime in row.split())
        self.stops = tuple(data["stops"].split())
        self.fronted = frozenset(data["fronted"].split())


@cache
def _inventory() -> _Inventory:
    return _Inventory()
