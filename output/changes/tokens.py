"""Text → its words, numbers and signs that count, each with its place; dashes, quotes and commas are no words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nghiquyet.output.changes.folded_words import fold_word

_TOKEN = re.compile(
    r"""
      \d+(?:/\d+)?[-/](?=[^\W\d_])[\w]+(?:[-/&]\w+)*     # 1441/QĐ-UBND, 08-NQ/TU
    | \d+(?:[.,/:]\d+)*                                  # 5; 43,5; 1.000; 31/12/2026
    | (?<=\d)\s?[-–—]\s?(?=\d)                           # 2026 – 2030
    | [^\W\d_]+(?:&[^\W\d_]+)+                           # KH&CN
    | đ/c
    | \w+[²³]?
    | [%‰≥≤><≈±=+°&]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.;:!?\n]")
_LIST_SIGN = re.compile(r"[,;/\n]")
# what a dash between two numbers, and the sign for "and", are read as
_SPOKEN = {"-": "đến", "–": "đến", "—": "đến", "&": "và"}


@dataclass(frozen=True)
class Token:
    """``start:end`` is where it stands; ``folded`` its spelling folded; ``opens`` a clause; ``lists``: a comma or the
    like stands before it."""

    text: str
    folded: str
    start: int
    end: int
    opens: bool
    lists: bool


def text_to_tokens(text: str) -> tuple[Token, ...]:
    tokens: list[Token] = []
    last = 0
    for match in _TOKEN.finditer(text):
        word, between = match.group(), text[last : match.start()]
        folded = fold_word(_SPOKEN.get(word.strip(), word))
        opens = not tokens or _CLAUSE_END.search(between) is not None
        tokens.append(Token(word, folded, match.start(), match.end(), opens, _LIST_SIGN.search(between) is not None))
        last = match.end()
    return tuple(tokens)
