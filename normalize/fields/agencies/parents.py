"""A unit and the ministry that it is in, said with no more than a comma or a line's end between: one body."""

from __future__ import annotations

from dataclasses import replace

from nghiquyet.extract.language.spelling import words
from nghiquyet.normalize.fields.agencies.abbreviations import write_out
from nghiquyet.normalize.fields.agencies.bodies import Body, BodyReader
from nghiquyet.normalize.fields.agencies.mention import TWO_IN_ONE, Mention
from nghiquyet.normalize.fields.agencies.role_words import lexicon
from nghiquyet.normalize.fields.agencies.runs import Runs

_JOINTS = ("comma", "wrap", "break")
_STARTS = ("start", "hard")
_OTHERS_UNIT = "Có thể là hai cơ quan: một đơn vị của cơ quan ban hành và “{}”; cần đối chiếu với văn bản."


def unit_of_ministry(runs: Runs, at: int) -> int:
    """The piece after "Vụ Pháp chế | Bộ Xây dựng", "Cục X, Bộ Y" that begin at ``at``; else 0.

    The two must be all that stands between semicolons: in a longer list each counts for itself.
    """
    pieces = runs.cell.pieces
    if pieces[at].before not in _STARTS:
        return 0
    end = next((k for k in range(at + 1, runs.count) if pieces[k].before == "hard"), runs.count)
    ministry = _end_of_unit(runs, at)
    if not at < ministry < end or pieces[ministry].before not in _JOINTS:
        return 0
    size, found = runs.known(ministry)
    whole = ministry + size == end and len(found) == 1 and found[0].scope is None
    return end if whole and _is_ministry(found[0].body) else 0


def _end_of_unit(runs: Runs, at: int) -> int:
    """The piece after a central unit that begins at ``at``, known or by its first word and the end of its line; 0."""
    size, found = runs.known(at)
    body = found[0].body if len(found) == 1 else None
    if body is not None and body.entry is not None:
        central = body.entry.level == "central" and body.entry.kind == "department"
        return at + size if central and found[0].scope is None else 0
    if found or not lexicon("central_unit").starting(words(write_out(runs.cell.between(at, at + 1)))):
        return 0
    after = at + 1
    while after < runs.count and runs.cell.pieces[after].before == "wrap" and not runs.known(after)[1]:
        after += 1
    return after


def _is_ministry(body: Body | None) -> bool:
    return body is not None and body.entry is not None and body.entry.kind == "ministry"


def other_ministry(bodies: BodyReader, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions with a doubt if the issuer is a ministry and theirs is another: the unit may be the issuer's own."""
    issuer = bodies.exact(bodies.territory.issuer or "")
    if issuer is None or not _is_ministry(issuer):
        return found
    return tuple(
        m
        if m.record is None or m.record.id == issuer.record.id
        else replace(m, score=min(m.score, TWO_IN_ONE), reason=_OTHERS_UNIT.format(m.record.name))
        for m in found
    )
