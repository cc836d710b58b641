"""A recognised document's front matter → doubts about fields that have not the shape that print gives them.

A letter too many in a symbol, a name that no place bears, a line of the kind that goes on: what a recogniser made of a
seal or of the next line is read with good confidence, and shows in nothing but the shape of the whole.
"""

from __future__ import annotations

import re

from nghiquyet.normalize.front_matter.letterhead_words import plain
from nghiquyet.normalize.front_matter.title_block import kind_in
from nghiquyet.normalize.front_matter.whose import province_in, territory_in
from nghiquyet.normalize.model import FrontMatter

# "KH-UBND", "CTr/TU", "NQ-BCSĐ", "QĐ-TTg", "KH-UBND.VX": capitals, a small letter or two behind the first ones.
_SYMBOL = re.compile(r"[A-ZĐƯ]+[a-zđ]?[A-ZĐƯ]*(?:[-/&.,+][A-ZĐƯ]+[a-zđ]?[A-ZĐƯ\d]*){0,5}")
# Bodies that are called after the place that they govern.
_OF_A_PLACE = ("uy ban nhan dan", "hoi dong nhan dan", "tinh uy", "thanh uy", "huyen uy", "quan uy")


def shape_doubts(matter: FrontMatter, kind_line: str) -> tuple[str, ...]:
    """Codes of doubts about the fields of a document that was recognised; ``kind_line`` is where its kind stands."""
    doubts = []
    if matter.symbol is not None and not _SYMBOL.fullmatch(matter.symbol):
        doubts += ["symbol-unsure", "number-doubtful"]
    if matter.issuer is not None and _of_no_place(matter.issuer):
        doubts.append("issuer-unsure")
    found = kind_in(kind_line)
    if found is not None and found[1] and not plain(found[1]).startswith("cua "):
        doubts += ["kind-unsure", "title-unsure"]
    if matter.signer is None:
        doubts.append("signer-unsure")
    return tuple(doubts)


def _of_no_place(issuer: str) -> bool:
    """True for a body that governs a place, called after none that is known as one."""
    named = next((head for head in _OF_A_PLACE if plain(issuer).startswith(head)), None)
    if named is None or len(issuer.split()) <= len(named.split()):
        return False
    return territory_in(issuer) is None and province_in(issuer, None) is None
