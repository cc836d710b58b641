"""Two parts of one text that a page's end parted → the text: a doubled tail dropped, words brought into order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nghiquyet.extract.readers.ocr_text.model import TextWord, words_to_text
from nghiquyet.extract.readers.ocr_text.page_breaks.cell_evidence import Witness, texts_of
from nghiquyet.extract.readers.ocr_text.page_breaks.column_senses import Sense
from nghiquyet.extract.readers.ocr_text.page_breaks.own_words import bare
from nghiquyet.extract.tables.continuation.text_flow import BODY_START, CLOSING_TOO, OPENING_WORDS

# As many words at the end above and at the start below are no chance.
SURELY_DOUBLED = 3
# Longer overlaps and longer disorder are not looked for.
LONGEST_OVERLAP = 40
LONGEST_DISORDER = 12
# What text that is mended thus is better by than the text as written, and the least that speaks for it.
LITTLE_BETTER, BETTER, DOUBLED, REORDERED = 0.1, 0.4, 1.5, 1.3


@dataclass(frozen=True, slots=True)
class Joined:
    """The words of both parts as one text; ``weight`` says how well they go together, ``done`` what was mended."""

    words: tuple[TextWord, ...]
    weight: float
    done: str = ""
    unsure: bool = False


def best_joined(
    above: Sequence[TextWord], below: Sequence[TextWord], sense: Sense, witness: Witness, one_cell: bool = False
) -> Joined:
    """The reading of the two parts as one text for which most speaks; ``one_cell``: they surely are of one."""
    plain = Joined((*above, *below), witness.goes_on(above, below, sense))
    options = [plain]
    if above and below:
        options += _without_double(above, below, sense, witness, plain.weight, one_cell)
        options += _in_order(above, below, plain.weight, witness)
    return max(options, key=lambda o: o.weight)


def _without_double(
    above: Sequence[TextWord],
    below: Sequence[TextWord],
    sense: Sense,
    witness: Witness,
    plain: float,
    one_cell: bool,
) -> Iterator[Joined]:
    size = overlap(above, below)
    if size and (one_cell or not _is_name(above, size, sense, witness)):
        kept = (*above, *below[size:])
        weight = _weight_of_double(above, below, size, sense, witness)
        if sense.kind != "bodies":
            weight = max(weight, plain + LITTLE_BETTER)
        yield Joined(kept, weight, "doubled", unsure=size == 1 and weight < DOUBLED)
    head = _doubled_head(above, below, sense, witness)
    if head is not None:
        yield head


def doubles(above: Sequence[TextWord], below: Sequence[TextWord], sense: Sense, witness: Witness) -> bool:
    """True if the part below begins with words that end the part above and are no name of their own."""
    size = overlap(above, below)
    return size > 0 and not _is_name(above, size, sense, witness)


def _is_name(above: Sequence[TextWord], size: int, sense: Sense, witness: Witness) -> bool:
    """True if the words are a whole name: a list may end and the next begin with it."""
    if sense.kind != "bodies":
        return False
    found = witness.bodies(words_to_text(above[-size:]))
    return bool(found) and found[0].certain and BODY_START.match(words_to_text(above[-size:])) is not None


def _weight_of_double(
    above: Sequence[TextWord], below: Sequence[TextWord], size: int, sense: Sense, witness: Witness
) -> float:
    if size >= SURELY_DOUBLED:
        return DOUBLED
    rest = below[size:]
    goes_on = witness.goes_on(above, rest, sense) if rest else 0.0
    if sense.kind == "bodies":
        found = witness.bodies(words_to_text((*above, *rest)))
        whole = goes_on >= 0.9 or (not rest and bool(found) and found[-1].certain)
        if whole:
            return DOUBLED
        written = words_to_text((*above, *below))
        as_known = witness.strangers(words_to_text((*above, *rest))) <= witness.strangers(written)
        return witness.goes_on(above, below, sense) + BETTER if as_known else 0.7
    return (0.9 if size > 1 else 0.7) + max(0.0, goes_on) / 2


def overlap(above: Sequence[TextWord], below: Sequence[TextWord]) -> int:
    """How many words end the part above and begin the part below."""
    a = [bare(t) for t in texts_of(above[-LONGEST_OVERLAP:])]
    b = [bare(t) for t in texts_of(below[:LONGEST_OVERLAP])]
    for size in range(min(len(a), len(b)), 0, -1):
        if a[-size:] == b[:size] and all(a[-size:]):
            return size
    return 0


def _doubled_head(
    above: Sequence[TextWord], below: Sequence[TextWord], sense: Sense, witness: Witness
) -> Joined | None:
    """ "Sở Công" above "Sở Thương, …": the cut name's first word was printed again with its rest."""
    if sense.kind != "bodies" or len(below) < 2:
        return None
    found = witness.bodies(words_to_text(above))
    open_end = bare(above[-1].text).lower() in OPENING_WORDS - CLOSING_TOO
    if not found or (found[-1].certain and not open_end) or not found[-1].text:
        return None
    first = found[-1].text.split()[0]
    if bare(first).casefold() != bare(below[0].text).casefold():
        return None
    kept = (*above, *below[1:])
    weight = witness.goes_on(above, below[1:], sense)
    return Joined(kept, DOUBLED, "doubled") if weight >= 0.9 else None


def _in_order(above: Sequence[TextWord], below: Sequence[TextWord], plain: float, witness: Witness) -> Iterator[Joined]:
    """Words of a bracket that elsewhere in the document follow the text above in another order are put into it.

    The bracket must show that they are out of order: it closes before words that elsewhere stand within it.
    """
    if not any(")" in word.text[:-1] or word.text.endswith(")") for word in below[:LONGEST_DISORDER]):
        return
    for size in range(min(len(below), LONGEST_DISORDER), 1, -1):
        now = [bare(t).casefold() for t in texts_of(below[:size])]
        for following in witness.corpus.goes_on(texts_of(above), size):
            wanted = [w.casefold() for w in following]
            if wanted == now:
                return
            if Counter(wanted) == Counter(now) and all(now):
                ordered = _reordered(below[:size], wanted)
                if ")" in ordered[-1].text and ")" not in below[size - 1].text:
                    yield Joined((*above, *ordered, *below[size:]), max(REORDERED, plain + BETTER), "reordered")
                    return


def _reordered(words: Sequence[TextWord], wanted: Sequence[str]) -> list[TextWord]:
    left = list(words)
    ordered = []
    for text in wanted:
        word = next(w for w in left if bare(w.text).casefold() == text)
        left.remove(word)
        ordered.append(word)
    return ordered


def brackets_amiss(text: str) -> bool:
    """True if a bracket closes that is not open, or opens and never closes."""
    depth = 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            return True
    return depth != 0


def ends_amiss(text: str) -> bool:
    """True if the text stops in the middle: at a comma, an opening word or an open bracket."""
    if not text:
        return False
    last = bare(text.split()[-1]).lower()
    return text[-1] in ",(“&" or last in OPENING_WORDS - CLOSING_TOO or text.count("(") > text.count(")")
