"""How alike two sequences of words are, and how they align. The one door to the fuzzy matcher in this room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

# Beyond this the matrix of an alignment takes more memory than a text of a record is worth (words squared, in bits).
MOST_ALIGNED_WORDS = 8000


@dataclass(frozen=True)
class MatchingBlock:
    """Words ``start:end`` of the one sequence stand for words ``other_start:other_end`` of the other."""

    same: bool
    start: int
    end: int
    other_start: int
    other_end: int


def likeness(words: Sequence[str], others: Sequence[str]) -> float:
    """1.0 for the same words in the same order, 0.0 for no word in common; the same either way round."""
    return Indel.normalized_similarity(words, others)


def words_to_blocks(words: Sequence[str], others: Sequence[str]) -> tuple[MatchingBlock, ...]:
    """The best alignment as kept and changed blocks, in order; neither kind stands beside its own.

    Texts longer than any record's come as one changed block, so that no document can make this slow.
    """
    if max(len(words), len(others)) > MOST_ALIGNED_WORDS:
        return (MatchingBlock(list(words) == list(others), 0, len(words), 0, len(others)),)
    blocks: list[MatchingBlock] = []
    for step in Indel.opcodes(words, others):
        same = step.tag == "equal"
        start, other_start = step.src_start, step.dest_start
        if blocks and blocks[-1].same == same:
            last = blocks.pop()
            start, other_start = last.start, last.other_start
        blocks.append(MatchingBlock(same, start, step.src_end, other_start, step.dest_end))
    return tuple(blocks)
