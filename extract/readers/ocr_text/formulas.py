"""Formulas that recognisers write for plain text ("$100\\%$", "$\\text{Quý III}/2026$") → the text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from nghiquyet.extract.language.packaged_yaml import packaged_yaml

DATA = Path(__file__).with_name("formulas.yaml")
# A formula stands in a line; a longer one is mathematics, which no office text has.
LONGEST = 200
# As Pandoc tells them from sums of money: no white within the marks, no figure behind the last.
_FORMULA = re.compile(
    rf"(?<![\\$])\$(?P<dollar>[^\s$](?:[^$\n]{{0,{LONGEST}}}[^\s$\\])?)\$(?![\d$])"
    rf"|\\\((?P<bracket>[^\n]{{1,{LONGEST}}}?)\\\)"
    rf"|<(?P<tag>eq|math|formula)>(?P<tagged>[^<\n]{{1,{LONGEST}}})</(?P=tag)>"
)
_GROUP = re.compile(r"\\(?P<name>[a-zA-Z]+)\s*\{(?P<inner>[^{}]*)\}")
_RATIO = re.compile(r"\\d?frac\s*\{(?P<over>[^{}]*)\}\s*\{(?P<under>[^{}]*)\}")
_RAISED = re.compile(r"\s*\^\s*(?:\{\s*(?P<many>[^{}]{1,12}?)\s*\}|(?P<one>[\w*]))")
_LOWERED = re.compile(r"_\s*(?:\{(?P<many>[^{}]*)\}|(?P<one>\w))")
_COMMAND = re.compile(r"\\(?:(?P<name>[a-zA-Z]+)|(?P<sign>.))")
_SPACES = re.compile(r"[ ~\t]+")
# Marks of formulas that are left: what holds one was not understood.
_LEFT = re.compile(r"[\\{}^]")


def without_formulas(text: str) -> str:
    """The text with each formula as it is read; one that is not understood stays as it is.

    >>> without_formulas(r"Giảm $60\\%$ và $3,2 \\mathrm{~km}$ kè, 5$ đến 10$")
    'Giảm 60% và 3,2 km kè, 5$ đến 10$'
    """
    return _FORMULA.sub(_as_read, text)


def _as_read(match: re.Match[str]) -> str:
    inner = match["dollar"] or match["bracket"] or match["tagged"]
    plain = _RATIO.sub(lambda m: f"{m['over']}/{m['under']}", inner)
    plain = _RAISED.sub(lambda m: f"<sup>{m['many'] or m['one']}</sup>", plain)
    plain = _LOWERED.sub(lambda m: m["many"] if m["many"] is not None else m["one"], plain)
    while (group := _GROUP.search(plain)) is not None and group["name"] in _words("plain"):
        plain = plain[: group.start()] + group["inner"] + plain[group.end() :]
    plain = _COMMAND.sub(_sign, plain)
    plain = _SPACES.sub(" ", plain.replace("{", "").replace("}", "")).strip()
    return match.group() if _LEFT.search(plain) else plain


def _sign(match: re.Match[str]) -> str:
    """What a command prints; itself where that is not known."""
    name = match["name"] or match["sign"]
    return _signs().get(name, match.group())


@cache
def _words(family: str) -> frozenset[str]:
    return frozenset(packaged_yaml(DATA)[family])


@cache
def _signs() -> dict[str, str]:
    signs: dict[str, str] = packaged_yaml(DATA)["signs"]
    return signs
