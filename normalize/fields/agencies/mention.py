"""Words naming an agency, with what was judged about them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nghiquyet.extract.decisions.decision import Alternative, Decision, Evidence, Subject
from nghiquyet.extract.language.spelling import slug
from nghiquyet.normalize.fields.agencies.bodies import Body, BodyReader
from nghiquyet.normalize.fields.agencies.collectives import Collective
from nghiquyet.normalize.model import Agency, Assignment, Judgement

CERTAIN = 0.8  # an assignment scored below this deserves a reviewer's look
_MAX_CANDIDATES = 5
_CITED = re.compile(r"\bsố\s+\d+\S*/\S", re.IGNORECASE)  # "Quyết định số 1737/QĐ-UBND"
FREE_COLLECTIVE = 0.9  # a collective described in free words
TWO_IN_ONE = 0.7  # a second name stands in the scope without a separator


@dataclass(frozen=True, slots=True)
class Mention:
    """``text`` and ``scope`` are verbatim; ``record`` is the agency if it is matched, else None.

    ``rule`` is the way in which it was found, ``rivals`` are other agencies whose names are like it, with how like.
    """

    text: str
    judgement: Judgement
    score: float
    reason: str
    record: Agency | None = None
    scope: str | None = None
    candidates: tuple[Agency, ...] = ()
    body: Body | None = None
    rule: str = ""
    rivals: tuple[tuple[str, float], ...] = ()

    def within(self, scope: str | None) -> Mention:
        """The same with ``scope`` added to the part that is theirs."""
        if not scope:
            return self
        return replace(self, scope=f"{self.scope} {scope}" if self.scope else scope)

    def assignment(self) -> Assignment:
        matched = self.judgement == "matched" and self.record is not None
        return Assignment(
            text=self.text,
            agency=self.record.id if matched and self.record else None,
            name=self.record.name if matched and self.record else None,
            scope=self.scope,
            judgement=self.judgement,
            score=round(self.score, 3),
            reason=self.reason,
            candidates=() if matched else tuple(a.id for a in self.candidates),
        )


def agency_decision(subject: Subject, one: Assignment, mention: Mention | None) -> Decision:
    """Why the agency of an assignment was judged as it was; ``mention`` is what it was made of, if that is known."""
    rivals = dict(mention.rivals) if mention is not None else {}
    others = [c for c in dict.fromkeys((*rivals, *one.candidates)) if c != one.agency]
    told = [Evidence("printed", one.text)]
    if mention is not None:
        told += [Evidence(mention.rule or "given")]
        told += [Evidence("likeness", rivals[one.agency])] if one.agency in rivals else []
        told += [Evidence("place_printed", mention.body.place_printed)] if mention.body is not None else []
    told += [Evidence("scope", one.scope)] if one.scope else []
    told += [Evidence("reason", one.reason)] if one.reason else []
    return Decision(
        "agency",
        subject,
        one.agency or one.judgement,
        one.score,
        tuple(Alternative(agency, rivals.get(agency)) for agency in others),
        tuple(told),
    )


def matched_body(text: str, body: Body) -> Mention:
    """A body of the registry; ambiguous if several bear the name."""
    if body.others:
        candidates = (body.record, *body.others)[:_MAX_CANDIDATES]
        return Mention(
            text,
            "ambiguous",
            0.5,
            f"Có {1 + len(body.others)} cơ quan cùng tên này; cần chọn theo ngữ cảnh.",
            candidates=candidates,
            body=body,
        )
    return Mention(text, "matched", body.score, body.reason, body.record, body=body)


def matched_collective(bodies: BodyReader, text: str, collective: Collective) -> Mention:
    """Bodies named together, with the committees that are their members."""
    record = Agency(
        id=f"collective:{slug(collective.name)}",
        name=collective.name,
        kind="collective",
        members=bodies.committees(collective.name, collective.kinds),
    )
    reason = "Nhóm cơ quan, ghi theo tên trong văn bản."
    return Mention(text, "matched", 1.0 if collective.known else FREE_COLLECTIVE, reason, record)


def pointing(text: str) -> Mention:
    """Words that name no body but say where the bodies are named; sure if they cite a numbered paper."""
    sure = 0.9 if _CITED.search(text) else 0.0
    return Mention(text, "unknown", sure, "Không nêu tên cơ quan mà dẫn chiếu; cần tra văn bản được dẫn.")


def found_by(rule: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions with the rule that found them, where none before it is named."""
    return tuple(m if m.rule else replace(m, rule=rule) for m in mentions)


def unknown(text: str, reason: str, candidates: tuple[Agency, ...] = ()) -> Mention:
    kind: Judgement = "ambiguous" if candidates else "unknown"
    return Mention(text, kind, 0.4 if candidates else 0.0, reason, candidates=candidates[:_MAX_CANDIDATES])


def is_of_many(found: tuple[Mention, ...]) -> bool:
    """True for one collective."""
    return len(found) == 1 and found[0].record is not None and found[0].record.kind == "collective"


def doubted(mention: Mention) -> Mention:
    reason = "Trong phần phạm vi có tên cơ quan khác; cần kiểm tra có phải hai cơ quan không."
    return replace(mention, score=min(mention.score, TWO_IN_ONE), reason=reason)
