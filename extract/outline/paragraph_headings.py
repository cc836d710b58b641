"""A labelled paragraph → its heading and the rest: headings are told from sentences that happen to be numbered."""

from __future__ import annotations

from collections.abc import Sequence

from nghiquyet.extract.model import Word
from nghiquyet.extract.outline.lines_to_passage import cut_passage
from nghiquyet.extract.outline.model import Passage

# A heading in ordinary letters is at most this long; a bold or capital one may run over a few lines.
LONGEST_PLAIN = 250
LONGEST_BOLD = 500
# A paragraph is bold, or in capitals, if this share of its letters is.
MOSTLY = 0.85
# The weight of letters wavers where they were recognised: a share of so many is enough.
MOSTLY_RECOGNISED = 0.6
# A bold beginning of a paragraph is a heading of its own only behind one of these.
ENDS_RUN_IN = (":", ".", "-", "–")


def split_heading(passage: Passage, article: bool = False) -> tuple[Passage, Passage | None]:
    """(heading, rest of the paragraph) of a labelled paragraph without its label; an empty heading for a sentence.

    An ``article`` of a decision that opens a list is a sentence unless it is set as a heading.
    """
    if _is_heading(passage, article):
        return passage, None
    cut = _run_in(passage)
    if cut:
        return cut_passage(passage, 0, cut), cut_passage(passage, cut)
    return Passage(""), passage


def _is_heading(passage: Passage, article: bool) -> bool:
    text = passage.text
    recognised = any(w.confidence is not None for w in passage.words[:1])
    bold = _share(passage, bold=True)
    colon = recognised and bold >= MOSTLY and text.endswith(";")  # a heading's colon, read with a speck
    if not text or (text.endswith((";", "./.")) and not colon) or (article and text.endswith(".")):
        return False
    if bold >= (MOSTLY_RECOGNISED if recognised else MOSTLY) or _capitals(text) >= MOSTLY:
        return len(text) <= LONGEST_BOLD
    return (
        not (article and text.endswith(":"))
        and len(text) <= LONGEST_PLAIN
        and not text.endswith((".", ",", "…"))
        and ". " not in text
        and ";" not in text
    )


def _run_in(passage: Passage) -> int:
    """The end of a bold beginning that is a heading ("**Sở Nội vụ:** Chủ trì …"), or 0."""
    bold: list[tuple[Word, int]] = []
    for word, start in zip(passage.words, passage.starts, strict=True):
        if not word.bold and any(c.isalnum() for c in word.text):
            break
        bold.append((word, start))
    if not bold or len(bold) == len(passage.words):
        return 0
    while bold and not any(c.isalnum() for c in bold[-1][0].text) and not bold[-1][0].text.startswith(ENDS_RUN_IN):
        bold.pop()
    if not bold:
        return 0
    end = bold[-1][1] + len(bold[-1][0].text)
    return end if passage.text[:end].endswith(ENDS_RUN_IN) and end <= LONGEST_BOLD else 0


def _share(passage: Passage, bold: bool) -> float:
    letters = [(len(w.text), w.bold) for w in passage.words]
    whole = sum(n for n, _ in letters)
    return sum(n for n, is_bold in letters if is_bold == bold) / whole if whole else 0.0


def _capitals(text: str) -> float:
    letters: Sequence[str] = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) / len(letters) if len(letters) > 2 else 0.0
