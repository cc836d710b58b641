"""The rows of a table's fragments → whole rows: a row cut by a page's end is mended, a merged cell cut by it too.

A cut row is a decision with evidence (``Join``): an empty number cell alone proves nothing, since an unnumbered task or
the second row of a merged number begins so too.
"""

from __future__ import annotations

from collections.abc import Sequence

from nghiquyet.extract.decisions.decision import Evidence
from nghiquyet.extract.language.frame_phrases import match_cue
from nghiquyet.extract.language.noise import is_few_unsure_signs
from nghiquyet.extract.language.numbering.ordinals import is_ordinal, ordinal_column
from nghiquyet.extract.language.numbering.parse_labels import readings
from nghiquyet.extract.model import Join, RefusedJoin, TableFragment, TableRow
from nghiquyet.extract.tables.continuation.items_in_cells import item_flow
from nghiquyet.extract.tables.continuation.row_drafts import CellDraft, RowDraft, drafts_to_rows, fragment_to_drafts
from nghiquyet.extract.tables.continuation.text_flow import BODY_ANEW, MAY_OPEN, flow

# Where rows have numbers, a first row without one is a continuation if more speaks for it than against; where they have
# none, more is asked.
NUMBERED_JOINS, OTHERS_JOIN = 0.5, 0.75
# A join refused with at least this confidence leaves both rows in doubt.
DOUBTED_REFUSAL = 0.33
# A page with more room than this (points; three lines of text) below its last row had no need to cut a row.
ROOM_LEFT = 42.0
# A column speaks for a text that goes on from this weight.
SPEAKS_FOR = 0.4
# So many rows, all with numbers, tell that a row of this table has one: an estimate.
NUMBERED_ROWS = 5
# A column is usually filled if this share of the whole rows fills it. Of 160 columns of twenty set layouts, 146 are
# filled by 88 % of the rows or more, the others by 81 % or fewer.
USUALLY_FILLED = 0.85


def join_rows(bodies: Sequence[tuple[TableFragment, int]]) -> tuple[TableRow, ...]:
    """Whole rows of fragments on common columns, each fragment given with the depth of its heading."""
    fragments = [fragment_to_drafts(fragment, depth) for fragment, depth in bodies]
    column = ordinal_column([row.narrow_texts() for rows in fragments for row in rows])
    floor = max((f.bbox[3] for f, _ in bodies), default=0.0)
    rows: list[RowDraft] = []
    for (fragment, _), (before, _), new in zip(bodies, [bodies[0], *bodies], fragments, strict=False):
        if rows and new:
            room = _room(floor, bodies, before)
            _join_at_break(rows, new, column, (before.page, fragment.page), room)
        rows += new
    return drafts_to_rows(rows)


def _room(floor: float, bodies: Sequence[tuple[TableFragment, int]], before: TableFragment) -> float:
    """How much farther down other pages' fragments of the same width reach than this one does."""
    width = before.bbox[2] - before.bbox[0]
    peers = [f.bbox[3] for f, _ in bodies if abs(f.bbox[2] - f.bbox[0] - width) < 20]
    return max(peers, default=floor) - before.bbox[3]


def _join_at_break(
    rows: list[RowDraft], new: list[RowDraft], column: int | None, pages: tuple[int, int], room: float
) -> None:
    """Mends what the break between ``rows`` and ``new`` cut; takes from ``new`` what it mends."""
    last, first = rows[-1], new[0]
    below = list(first.cells)
    join = _row_join(rows, new, column, pages, room)
    if isinstance(join, Join) and _holds(join, column):
        for c in range(len(last.cells)):
            if below[c] not in below[:c]:
                _absorb(last.cells[c], below[c], new)
        last.pages += [p for p in first.pages if p not in last.pages]
        last.joins.append(join)
        last.joins += first.joins
        del new[0]
        return
    first.refused.append(join if isinstance(join, RefusedJoin) else _refusal(join, column))
    if isinstance(join, Join) and (join.confidence > DOUBTED_REFUSAL or _leaves_cells(join)):
        _doubt_both(last, first, join, column)
    for c in range(len(last.cells)):
        cell_join = _cell_join(rows, new, c, column, pages)
        if cell_join is not None:
            _absorb(last.cells[c], below[c], new)
            last.cells[c].joins.append(cell_join)


def _holds(join: Join, column: int | None) -> bool:
    return join.confidence > NUMBERED_JOINS if column is not None else join.confidence >= OTHERS_JOIN


def _refusal(join: Join, column: int | None) -> RefusedJoin:
    asked = Evidence("least_confidence", NUMBERED_JOINS if column is not None else OTHERS_JOIN)
    return RefusedJoin("row", join.pages, (*join.evidence, asked), join.confidence)


def _leaves_cells(join: Join) -> bool:
    """True if the lower row leaves cells empty that whole rows fill, and a body's first word alone says it is new."""
    told = {e.value for e in join.evidence if e.feature == "text_flow"}
    return bool(told) and told <= {MAY_OPEN, BODY_ANEW} and any(e.feature == "usual_cells_empty" for e in join.evidence)


def _doubt_both(last: RowDraft, first: RowDraft, join: Join, column: int | None) -> None:
    """Two rows that may be one: the cells that hold text on both sides of the break bear the doubt."""
    doubt = Join("cell", join.pages, (Evidence("may_be_one_row"), *join.evidence), min(join.confidence, NUMBERED_JOINS))
    for c, (above, below) in enumerate(zip(last.cells, first.cells, strict=True)):
        if c != column and above.text and below.text and not (above.merged_down or below.merged_down):
            above.joins.append(doubt)
            below.joins.append(doubt)


def _absorb(above: CellDraft, below: CellDraft, new: list[RowDraft]) -> None:
    if above is below:
        return
    above.parts += [p for p in below.parts if p not in above.parts]
    above.joins += below.joins
    for row in new:
        row.cells = [above if c is below else c for c in row.cells]


def _row_join(
    rows: list[RowDraft], new: list[RowDraft], column: int | None, pages: tuple[int, int], room: float
) -> Join | RefusedJoin:
    """How sure it is that the first new row goes on with the last one; refused where its number says that it does not.

    Weights are of the sum that the confidence is made of; of the texts that flow on, the best and the worst count.
    """
    last, first = rows[-1], new[0]
    evidence: list[Evidence] = []
    weight = 0.0
    total = next((c.text for c in first.cells if match_cue("totals", c.text)), None)
    if total is not None:
        return RefusedJoin("row", pages, (Evidence("sums_up", total),))
    if column is not None:
        number = first.cells[column].text
        if number and (last.cells[column].text or not is_ordinal(number)):
            return RefusedJoin("row", pages, (Evidence("own_number", number),))
        if number and not _unnumbered_rest(rows, column):
            return RefusedJoin("row", pages, (Evidence("own_number", number),))
        evidence.append(Evidence("number_above_empty", number) if number else Evidence("number_empty"))
    flows = _flows(rows, new, column)
    if flows:
        best, worst = max(f[0] for f in flows), min(f[0] for f in flows)
        weight = best + min(0.0, worst) if best >= SPEAKS_FOR else max(-0.8, sum(f[0] for f in flows))
        evidence += [Evidence("text_flow", reason, told) for told, reason in sorted(set(flows), reverse=True)]
    if column is not None and _second_row(new, column) and not any(f[0] >= SPEAKS_FOR for f in flows):
        weight -= 0.4
        evidence.append(Evidence("second_row_of_number", None, -0.4))
    if room > ROOM_LEFT:
        weight -= 0.8
        evidence.append(Evidence("points_left_on_page", round(room), -0.8))
    for sign in (_missing(rows, new, column), _unlike_numbered(rows, new, column)):
        if sign is not None:
            weight += sign.weight or 0.0
            evidence.append(sign)
    if _is_banner(first, column):
        weighed = 0.6 if _is_rest_of_title(rows, first, column) else -0.6
        weight += weighed
        evidence.append(Evidence("title_goes_on" if weighed > 0 else "reads_as_group", None, weighed))
    return Join("row", pages, tuple(evidence), round(max(0.0, min(1.0, 0.5 + weight / 2)), 3))


def _unnumbered_rest(rows: list[RowDraft], column: int) -> bool:
    """True if the last row has no number though rows here do: its number may stand on the next page."""
    numbered = sum(bool(r.cells[column].text) for r in rows[:-1])
    return not rows[-1].cells[column].text and numbered * 2 > len(rows) - 1


def _flows(rows: list[RowDraft], new: list[RowDraft], column: int | None) -> list[tuple[float, str]]:
    """Evidence of each column that is filled on both sides of the break."""
    found = []
    last, whole = rows[-1], [*rows[:-1], *new[1:]]
    for c, (above, below) in enumerate(zip(last.cells, new[0].cells, strict=True)):
        if c == column or (c > 0 and above is last.cells[c - 1]) or not above.text or not below.text:
            continue
        one = item_flow(flow(above.text, below.text), below, [r.cells[c] for r in whole])
        weight = one.weight
        if below.text.lstrip()[0].islower() and one.weight > 0.5 and _often_small(rows, c):
            weight = one.weight / 2  # cells here begin with a small letter anyway: "các sở, ngành"
        found.append((weight, one.reason))
    return found


def _often_small(rows: list[RowDraft], c: int) -> bool:
    texts = [r.cells[c].text for r in rows[:-1] if r.cells[c].text]
    return len(texts) > 2 and sum(t[0].islower() for t in texts) * 5 >= len(texts)


def _missing(rows: list[RowDraft], new: list[RowDraft], column: int | None) -> Evidence | None:
    """A rest of a row leaves cells empty that whole rows fill; a row that fills them all is whole."""
    whole = [r for r in [*rows[:-1], *new[1:]] if _filled(r, column) > 1]
    usual = [c for c in range(len(new[0].cells)) if c != column and _share_filled(whole, c) >= USUALLY_FILLED]
    filled = sum(bool(new[0].cells[c].text) for c in usual)
    alone = column is not None and not filled and _filled(new[0], column) == 1  # a row has more than a body or a date
    if len(whole) < 3 or len(usual) < (1 if alone else 2):
        return None
    if filled == len(usual):
        return Evidence("usual_cells_filled", None, -0.2)
    few = filled * 5 > len(usual) * 2 or _has_unnumbered_banners(rows, column)
    return Evidence("usual_cells_empty", f"{len(usual) - filled}/{len(usual)}", 0.3 if few else 0.9)


def _unlike_numbered(rows: list[RowDraft], new: list[RowDraft], column: int | None) -> Evidence | None:
    """A row without a number where all others but sums have one; headings and second rows of a number need none."""
    if column is None or new[0].cells[column].text or _is_banner(new[0], column) or _second_row(new, column):
        return None
    others = [r for r in [*rows, *new[1:]] if not any(match_cue("totals", c.text) for c in r.cells)]
    if len(others) < NUMBERED_ROWS or not all(r.cells[column].text for r in others):
        return None
    return Evidence("others_all_numbered", len(others), 0.4)


def _filled(row: RowDraft, column: int | None) -> int:
    """How many cells besides the number hold text."""
    return len({id(c) for i, c in enumerate(row.cells) if c.text and i != column})


def _share_filled(rows: Sequence[RowDraft], c: int) -> float:
    return sum(bool(r.cells[c].text) for r in rows) / max(len(rows), 1)


def _has_unnumbered_banners(rows: Sequence[RowDraft], column: int | None) -> bool:
    """True if other rows here have one text and no number: groups' headings of which this row may be one."""
    return any(
        len({id(c) for c in r.cells if c.text}) == 1 and (column is None or not r.cells[column].text) for r in rows[:-1]
    )


def _is_banner(row: RowDraft, column: int | None) -> bool:
    """One text that is bold, or has a group's number (I, A), and nothing else: a group's heading."""
    filled = list(dict.fromkeys(c for i, c in enumerate(row.cells) if c.text and i != column and not _is_dirt(c)))
    if len(filled) != 1:
        return False
    grouped = column is not None and any(n.heads_group for n in readings(row.cells[column].text) if not n.seldom)
    return grouped or all(p.bold for p in filled[0].parts if p.lines)


def _is_rest_of_title(rows: list[RowDraft], first: RowDraft, column: int | None) -> bool:
    """True for a group's title without a number below one with a number, where all groups' have one."""
    if column is None or first.cells[column].text or not rows[-1].cells[column].text:
        return False
    return _is_banner(rows[-1], column) and not _has_unnumbered_banners(rows, column)


def _is_dirt(cell: CellDraft) -> bool:
    """A sign or two that a recogniser was not sure of."""
    return is_few_unsure_signs([w for part in cell.parts for line in part.lines for w in line.words], cell.text)


def _cell_join(
    rows: list[RowDraft], new: list[RowDraft], c: int, column: int | None, pages: tuple[int, int]
) -> Join | None:
    """Joins a merged cell that the page's end cut between two of its rows."""
    above, below = rows[-1].cells[c], new[0].cells[c]
    if not above.text or _is_banner(rows[-1], column) or _is_banner(new[0], column):
        return None
    numbered = column is not None and bool(new[0].cells[column].text)
    if below.text:
        one = flow(above.text, below.text)
        if one.weight >= 0.9 and (above.merged_down or below.merged_down) and c != column:
            told = (Evidence("merged_cell_cut"), Evidence("text_flow", one.reason, one.weight))
            return Join("cell", pages, told, 0.9)
        return None
    if below.merged_down:
        return Join("cell", pages, (Evidence("merged_cell_empty"),), 0.9)
    if column is not None and not numbered and c == column and not rows[-1].cells[c].merged_down:
        return Join("cell", pages, (Evidence("number_of_row_above"),), 0.8) if _second_row(new, c) else None
    if not _ever_empty(rows, new, c, column):
        if above.merged_down:
            return Join("cell", pages, (Evidence("merged_above"), Evidence("column_never_empty")), 0.85)
        if numbered and any(r.cells[c].merged_down for r in [*rows, *new]):
            return Join("cell", pages, (Evidence("others_merged"), Evidence("column_never_empty")), 0.6)
    if column is not None and not numbered and _second_row(new, column) and c == column + 1:
        return Join("cell", pages, (Evidence("second_row_of_number"),), 0.8)
    return None


def _second_row(new: list[RowDraft], column: int) -> bool:
    """True if a row without number and title, but otherwise filled, follows: one number's second row."""
    if column + 1 >= len(new[0].cells):
        return False
    rest = [c.text for c in new[0].cells[column + 2 :]]
    return not new[0].cells[column + 1].text and sum(bool(t) for t in rest) >= 2


def _ever_empty(rows: list[RowDraft], new: list[RowDraft], c: int, column: int | None) -> bool:
    """True if a row that is more than a group's heading leaves this cell empty."""
    return any(not r.cells[c].text and _filled(r, column) > 1 for r in [*rows, *new[1:]])
