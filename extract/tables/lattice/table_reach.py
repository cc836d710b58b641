"""How far down its page a table without vertical rulings reaches: line by line, as each keeps to the columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nghiquyet.extract.language.frame_phrases import match_cue
from nghiquyet.extract.language.noise import may_be_a_blot
from nghiquyet.extract.language.numbering.ordinals import is_ordinal
from nghiquyet.extract.model import Line, Word
from nghiquyet.extract.page.words_to_lines import words_to_lines
from nghiquyet.extract.tables.lattice.column_gutters import crossing_words, tight_runs, within

# The share of a line's words that may stand across borders.
CROSSING = 0.12
# The share of the borders that a line spans on which a word of it may stand, one in any case of two or more: a sentence
# stands on most, and a border is told better when the line is there.
SPANNED = 0.34
# A line farther below (parts of its height) than this, or farther out (points), is not the table's.
ROW_GAP = 2.6
OUTSIDE = 4.0
# A scanner lays each page a little otherwise; to the left it is the text's margin that begins soon.
OUTSIDE_ON_SCANS = 12.0
# Texts of a column begin at one place, give or take this (points).
SAME_LEFT = 2.0
# A text stands on both sides of a border if it reaches so far (points; two letters) over it: an estimate.
OVER = 12.0
# So many lines that keep to no columns, a group's long title say, may stand above a row that does: an estimate.
LINES_BETWEEN = 4


def table_bottom(bottom: float, columns: Sequence[float], words: Sequence[Word]) -> float:
    """The foot of the last line below ``bottom`` that is the table's: it follows closely and keeps to the columns.

    Lines that keep to none are its own too where a row of it follows: they are one text over several columns.
    """
    starts = _starts(words_to_lines([w for w in words if w.bbox[3] <= bottom + 1]))
    foot, between, title = bottom, 0, False
    for line in words_to_lines([w for w in words if w.bbox[3] > bottom + 1]):
        legible = _legible(line)
        if not legible:
            continue
        _, top, _, low = line.bbox
        if top - foot > ROW_GAP * (low - top) or _ends_table(line) or between > LINES_BETWEEN:
            break
        foot = max(foot, low)
        keeps = _is_between_sides(legible, columns, starts) and (
            goes_on(line, columns) or _begins_alike(line, columns, starts)
        )
        keeps = keeps and (not _is_one_text(line, columns) or (title and line.bold))
        if keeps and (not between or _is_row(line, columns)):
            bottom, between, title = foot, 0, line.bold
            starts |= _starts([line])
        else:
            between += 1
    return bottom


def above_end_matter(top: float, bottom: float, words: Sequence[Word]) -> float:
    """The ``bottom`` of an area, higher where recipients or a signature begin, which stand in columns too."""
    lines = words_to_lines([w for w in words if w.bbox[1] > top])
    end = next((line.bbox[1] for line in lines if match_cue("below_table", line.text)), bottom)
    return min(bottom, end - 1)


def goes_on(line: Line, columns: Sequence[float]) -> bool:
    """True if a line below a table can be of it: its number in the number's column, or no word across a border."""
    first = line.words[0]
    if _ends_table(line):
        return False
    # a dash opens a row and, as often, a point of a list in any column; a recognised sign by itself may be a blot
    blot = first.confidence is not None and first.text.isalnum() and len(tight_runs(line)[0]) == 1
    in_margin = first.bbox[0] < columns[:3][-1] - 1  # farther right it is a figure in a cell
    numbered = in_margin and is_ordinal(first.text) and any(letter.isalnum() for letter in first.text) and not blot
    if numbered and first.bbox[2] <= columns[1] + 1:
        return True
    if numbered and not (first.text.isdigit() and first.bbox[0] >= columns[1] - 1):
        return False  # a section's label, not a figure that a text begins with
    words, inner = _legible(line), columns[1:-1]
    if words and _begins_in_number_column(words, columns):
        return False
    if not words or crossing_words(words, inner) <= CROSSING:
        return True
    spanned = [x for x in inner if words[0].bbox[0] < x < words[-1].bbox[2]]
    stood_on = sum(any(w.bbox[0] < x - 1 and x + 1 < w.bbox[2] for w in words) for x in spanned)
    return stood_on <= max(int(len(spanned) > 1), SPANNED * len(spanned))


def _ends_table(line: Line) -> bool:
    """True for the recipients, a signature, and the title of another appendix."""
    title = line.bold or line.text.isupper()
    return match_cue("below_table", line.text) is not None or (title and match_cue("appendix", line.text) is not None)


def _begins_in_number_column(words: Sequence[Word], columns: Sequence[float]) -> bool:
    """True for a text that begins in the first column and runs on over its border, as no cell does but one of sums."""
    first = tight_runs(Line(tuple(words)))[0]
    over = first[0].bbox[0] < columns[1] - 1 and first[-1].bbox[2] > columns[1] + 1
    return over and not is_ordinal(first[0].text) and match_cue("totals", " ".join(w.text for w in first)) is None


def _is_row(line: Line, columns: Sequence[float]) -> bool:
    """True if the line begins a row past doubt: its number stands alone in its column, and two others are filled."""
    first = tight_runs(line)[0]
    if len(first) > 1 or not is_ordinal(first[0].text) or first[0].bbox[2] > columns[1] + 1:
        return False
    filled = sum(any(within(w, a, b) for w in line.words) for a, b in pairwise(columns))
    return filled > 2 and not crossing_words(line.words, columns[1:-1])


def _is_between_sides(words: Sequence[Word], columns: Sequence[float], starts: set[float]) -> bool:
    """True if a line ends no farther right than the table, or a longer text of the last column does.

    Such a text begins where others of its column did, or stands apart from what is left of it.
    """
    beyond = OUTSIDE if words[-1].confidence is None else OUTSIDE_ON_SCANS
    wide_number = is_ordinal(words[0].text) and words[0].bbox[2] <= columns[1] + 1  # numbers stand in their middle
    if words[0].bbox[0] < columns[0] - OUTSIDE and not wide_number:
        return False
    if words[-1].bbox[2] <= columns[-1] + beyond:
        return True
    last = next((w for w in words if (w.bbox[0] + w.bbox[2]) / 2 >= columns[-2]), None)
    if last is None or words[-1].confidence is not None:
        return False
    apart = tight_runs(Line(tuple(words)))[-1][0] is last
    return apart or any(abs(last.bbox[0] - start) <= SAME_LEFT for start in starts)


def _begins_alike(line: Line, columns: Sequence[float], starts: set[float]) -> bool:
    """True if each run of a printed line begins where others above did, and stands on one border at most.

    What begins with a label is a section's.
    """
    first = line.words[0].text
    labelled = is_ordinal(first) and any(map(str.isalnum, first)) and not first.isdigit()
    if line.words[0].confidence is not None or labelled or _ends_table(line):
        return False
    runs = [(run[0].bbox[0], run[-1].bbox[2]) for run in tight_runs(line)]
    alike = all(any(abs(x0 - start) <= SAME_LEFT for start in starts) for x0, _ in runs)
    return alike and all(sum(x0 < border < x1 for border in columns) <= 1 for x0, x1 in runs)


def _is_one_text(line: Line, columns: Sequence[float]) -> bool:
    """True for a printed line without number that runs on over a border: prose, or the rest of a group's title."""
    runs = tight_runs(line)
    if len(runs) > 1 or line.words[0].confidence is not None:
        return False
    x0, _, x1, _ = line.bbox
    return any(x0 + OVER < border < x1 - OVER for border in columns[1:-1])


def _starts(lines: Sequence[Line]) -> set[float]:
    """Where runs of words begin."""
    return {run[0].bbox[0] for line in lines for run in tight_runs(line)}


def _legible(line: Line) -> list[Word]:
    """The line's words without those that may be blots, which stand anywhere."""
    return [w for w in line.words if not may_be_a_blot(w)]
