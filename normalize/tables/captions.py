"""The lines above a table → its caption: the title, and the bracket under it that says with what it was issued."""

from __future__ import annotations

from collections.abc import Sequence

from nghiquyet.extract.language.frame_phrases import match_cue
from nghiquyet.extract.model import Line

# Estimates, bounds against text without layout: the lines of a caption, and of a bracket in it; of the 26 tables of
# real papers looked at, the longest had six and two.
LONGEST_CAPTION, LONGEST_BRACKET = 12, 6
# Words of a form's blank to be filled in, left of the title: "ĐƠN VỊ:".
BLANK_WORDS = 4
# Lines of these families end what stands before a title: a letterhead, a signature, recipients.
_OTHER_PARTS = ("motto", "motto_within", "end_matter", "recipients", "on_behalf", "in_place_of", "acting")


def caption(above: Sequence[Line]) -> str | None:
    """The caption among the lines ``above`` a table, in reading order; None if what stands right above is text.

    A caption begins with the appendix's number or the document's kind, and never on the page before.
    """
    lines = list(above)
    found: list[Line] = []
    while lines and len(found) < LONGEST_CAPTION and lines[-1].page == above[-1].page:
        size = _bracket(lines)
        if not size and _is_blank(lines[-1]):
            lines.pop()
            continue
        if not size and not _names(lines[-1]):
            break
        taken = lines[-max(size, 1) :]
        del lines[-len(taken) :]
        found = [*taken, *found]
        if _begins(taken[0], lines):
            break
    return " ".join(line.text.strip() for line in found) or None


def _bracket(lines: Sequence[Line]) -> int:
    """How many lines the bracket takes that the last one closes; 0 if no line's beginning opens it."""
    if not lines[-1].text.rstrip().endswith(")"):
        return 0
    open_ = 0
    for size, line in enumerate(reversed(lines[-LONGEST_BRACKET:]), 1):
        open_ += line.text.count(")") - line.text.count("(")
        if open_ <= 0:
            return size if line.text.lstrip().startswith("(") and line.page == lines[-1].page else 0
    return 0


def _names(line: Line) -> bool:
    """True for a line that looks like a title: bold, in capitals, or beginning as captions do."""
    if any(match_cue(family, line.text) is not None for family in _OTHER_PARTS):
        return False
    return line.bold or line.text.isupper() or match_cue("captions", line.text) is not None


def _is_blank(line: Line) -> bool:
    short = len(line.text.split()) <= BLANK_WORDS and line.text.rstrip().endswith(":")
    return short and match_cue("recipients", line.text) is None and match_cue("captions", line.text) is None


def _begins(line: Line, above: Sequence[Line]) -> bool:
    """True for the first line of a caption: the number of an appendix, or a kind of document that has none above."""
    if match_cue("appendix", line.text) is not None:
        return True
    return match_cue("kind", line.text) is not None and not (above and match_cue("appendix", above[-1].text))
