"""Agencies as they were read → what a person should still look at in them, in one place and the same words."""

from __future__ import annotations

from collections.abc import Iterable

from nghiquyet.normalize.fields.agencies.mention import CERTAIN
from nghiquyet.normalize.model import Assignment, Review


def assignment_doubts(role: str, assignments: Iterable[Assignment], people: bool = False) -> tuple[Review, ...]:
    """The doubts about the agencies of a role, each once: several candidates, a name not surely read.

    ``people`` are doubted too: in a sentence they may stand for a body.
    """
    doubts: dict[Review, None] = {}
    for one in assignments:
        if one.judgement == "ambiguous":
            message = f"Chưa rõ “{one.text}” là cơ quan nào; hãy chọn trong các ứng viên."
            doubts[Review(field=role, code="agency-ambiguous", message=message)] = None
        elif people and one.judgement == "person":
            message = f"“{one.text}” là người, không phải cơ quan; hãy xác định cơ quan theo phân công."
            doubts[Review(field=role, code="agency-person", message=message)] = None
        elif one.score < CERTAIN:
            message = f"Chưa chắc “{one.text}” đã nhận đúng; hãy đối chiếu với bản gốc."
            doubts[Review(field=role, code="agency-uncertain", message=message)] = None
    return tuple(doubts)
