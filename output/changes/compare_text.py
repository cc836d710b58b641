"""Two texts → where they differ, and whether that is substance or wording: by words, never by letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from nghiquyet.output.changes.difference import Difference, from_to, heaviest, substance, wording
from nghiquyet.output.changes.folded_words import is_slip_of
from nghiquyet.output.changes.keys import Key, text_to_keys
from nghiquyet.output.changes.likeness import MatchingBlock, words_to_blocks
from nghiquyet.output.changes.tokens import text_to_tokens

# Letters that stand for words: two to eight capitals ("KCN", "CBCCVC"), a small one among them ("TTg") or "&".
_INITIALS = re.compile(r"(?=(?:[^A-ZĐƯĂÂÔƠÊ]*[A-ZĐƯĂÂÔƠÊ]){2})[A-Za-zĐƯĂÂÔƠÊ&]{2,8}")
# What stands around the words of a stretch.
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True)
class Stretch:
    """A stretch of two texts: all ``before`` joined are the one text verbatim, all ``after`` the other."""

    kind: Literal["same", "wording", "substance"]
    before: str
    after: str


def compare_text(before: str, after: str) -> Difference:
    """What differs between two texts that are not the same letter by letter. The same weight either way round."""
    mine, theirs = _content(before), _content(after)
    words, others = _names(mine), _names(theirs)
    if words == others:
        return wording(_how_it_is_written(before, after))
    changed = [block for block in _blocks(before, after, mine, theirs) if not block.same]
    matter = [block for block in changed if not _says_the_same(block, before, after, mine, theirs)]
    if not matter:
        return wording(_how_it_is_written(before, after))
    if _only_reordered(mine, theirs):
        return wording("chỉ đổi thứ tự liệt kê")
    reasons = [
        substance(
            from_to(_printed(before, mine[b.start : b.end]), _printed(after, theirs[b.other_start : b.other_end]))
        )
        for b in matter
    ]
    return heaviest(reasons) or substance("lời văn khác")


def align_words(before: str, after: str) -> tuple[Stretch, ...]:
    """Two texts as kept and changed stretches in order, each changed one with its own weight, for red-lines."""
    stretches = _aligned(before, after)
    if same_words(before, after):  # a list in another order
        stretches = [Stretch("wording", s.before, s.after) if s.kind == "substance" else s for s in stretches]
    return tuple(_joined(stretches))


def _aligned(before: str, after: str) -> list[Stretch]:
    mine, theirs = text_to_keys(before), text_to_keys(after)
    if not mine or not theirs:
        return [Stretch("same" if before == after else "substance", before, after)]
    stretches = []
    for block in _blocks(before, after, mine, theirs):
        if block.same:
            pairs = zip(range(block.start, block.end), range(block.other_start, block.other_end), strict=True)
            stretches += [
                _kept(_with_gap(before, mine, i, i + 1), _with_gap(after, theirs, j, j + 1)) for i, j in pairs
            ]
        else:
            old = _with_gap(before, mine, block.start, block.end)
            new = _with_gap(after, theirs, block.other_start, block.other_end)
            same = _says_the_same(block, before, after, mine, theirs)
            stretches.append(Stretch("wording" if same else "substance", old, new))
    return stretches


def same_words(before: str, after: str) -> bool:
    """Whether two texts say the same, written one way or another."""
    return before == after or compare_text(before, after).weight == "wording"


def _content(text: str) -> list[Key]:
    return [key for key in text_to_keys(text) if not key.empty]


def _names(keys: Sequence[Key]) -> list[str]:
    return [key.key for key in keys]


def _blocks(before: str, after: str, mine: Sequence[Key], theirs: Sequence[Key]) -> tuple[MatchingBlock, ...]:
    """The alignment; of several as good the same one is taken either way round."""
    if (_names(mine), before) <= (_names(theirs), after):
        return words_to_blocks(_names(mine), _names(theirs))
    turned = words_to_blocks(_names(theirs), _names(mine))
    return tuple(MatchingBlock(b.same, b.other_start, b.other_end, b.start, b.end) for b in turned)


def _says_the_same(block: MatchingBlock, before: str, after: str, mine: Sequence[Key], theirs: Sequence[Key]) -> bool:
    """Changed words that mean nothing new: function words, letters for words, words joined or parted."""
    old = [key for key in mine[block.start : block.end] if not key.empty]
    new = [key for key in theirs[block.other_start : block.other_end] if not key.empty]
    if _names(old) == _names(new):
        return True
    if not old or not new:
        return False
    if "".join(_names(old)).replace(" ", "") == "".join(_names(new)).replace(" ", ""):
        return not any(name[0].isdigit() for name in _names(old))
    was, now = _printed(before, old), _printed(after, new)
    return _stands_for(was, now) or _stands_for(now, was) or _mends(was, now)


def _mends(was: str, now: str) -> bool:
    """Whether word for word a mark was lost or put back where without it there is no word."""
    words, others = was.split(), now.split()
    return len(words) == len(others) and all(
        mine == theirs or is_slip_of(mine, theirs) for mine, theirs in zip(words, others, strict=True)
    )


def _stands_for(letters: str, words: str) -> bool:
    """Whether ``letters`` are capitals that the words begin with: "KT-XH" for "kinh tế - xã hội"."""
    parts = [token.text for token in text_to_tokens(letters)]
    if not parts or not all(_INITIALS.fullmatch(part) for part in parts):
        return False
    wanted = "".join(parts).replace("&", "").casefold()
    tokens = [token.text.casefold() for token in text_to_tokens(words)]
    return wanted in ("".join(t[0] for t in tokens), "".join(t[0] for t in tokens if t != "và"))


def _only_reordered(mine: Sequence[Key], theirs: Sequence[Key]) -> bool:
    """Whether what differs is a list with the same items in another order ("kiểm tra, giám sát")."""
    start = 0
    while start < min(len(mine), len(theirs)) and mine[start].key == theirs[start].key:
        start += 1
    end = 0
    while end < min(len(mine), len(theirs)) - start and mine[-1 - end].key == theirs[-1 - end].key:
        end += 1
    # with what the items share with the words before them ("xây dựng cầu, xây dựng đường"), and without
    opening = start
    while opening > 0 and not any(opening < len(keys) and _parts_items(keys[opening]) for keys in (mine, theirs)):
        opening -= 1
    return any(_same_items(mine, theirs, first, end) for first in (start, opening))


def _same_items(mine: Sequence[Key], theirs: Sequence[Key], start: int, end: int) -> bool:
    items, others = (_items(keys[start : len(keys) - end]) for keys in (mine, theirs))
    return len(items) > 1 and Counter(items) == Counter(others)


def _parts_items(key: Key) -> bool:
    return key.lists or key.joined


def _items(keys: Sequence[Key]) -> list[tuple[str, ...]]:
    items: list[list[str]] = []
    for place, key in enumerate(keys):
        if not place or _parts_items(key):
            items.append([])
        items[-1].append(key.key)
    return [tuple(item) for item in items]


def _printed(text: str, keys: Sequence[Key]) -> str:
    return text[keys[0].start : keys[-1].end] if keys else ""


def _with_gap(text: str, keys: Sequence[Key], start: int, end: int) -> str:
    """The keys' text with what stands before the first of all and after each."""
    if start == end:
        return ""
    first = 0 if start == 0 else keys[start].start
    last = len(text) if end == len(keys) else keys[end].start
    return text[first:last]


def _kept(before: str, after: str) -> Stretch:
    return Stretch("same" if before == after else "wording", before, after)


def _joined(stretches: list[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for stretch in stretches:
        if not stretch.before and not stretch.after:
            continue
        if joined and joined[-1].kind == stretch.kind:
            last = joined.pop()
            stretch = Stretch(stretch.kind, last.before + stretch.before, last.after + stretch.after)
        joined.append(stretch)
    return joined


@lru_cache(maxsize=4096)
def _how_it_is_written(before: str, after: str) -> str:
    """In what two texts differ that say the same."""
    if before.split() == after.split():
        return "chỉ khác khoảng trắng"
    if before.casefold().split() == after.casefold().split():
        return "chỉ khác chữ hoa, chữ thường"
    mine, theirs = text_to_tokens(before), text_to_tokens(after)
    if [t.text.casefold() for t in mine] == [t.text.casefold() for t in theirs]:
        return "chỉ khác dấu câu"
    folded, others = [t.folded for t in mine], [t.folded for t in theirs]
    if folded == others:
        return "chỉ khác cách viết dấu, chữ i/y hoặc chữ số"
    told = heaviest(wording(from_to(old, new)) for old, new in _rewritten(before, after))
    return f"cách viết khác, cùng nội dung: {told.reason}" if told else "chỉ khác dấu câu"


def _rewritten(before: str, after: str) -> list[tuple[str, str]]:
    """The words that say the same in another way, as printed, without those that differ in signs and capitals only."""
    found = [(s.before, s.after) for s in _joined(_aligned(before, after)) if s.kind != "same"]
    bare = [(_EDGES.sub("", old), _EDGES.sub("", new)) for old, new in found]
    return [(old, new) for old, new in bare if old.casefold() != new.casefold()]
