"""Words naming an agency, with what was judged about them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nghiquyet.normalize.fields.agencies.bodies import Body
from nghiquyet.normalize.model import Agency, Assignment, Judgement

CERTAIN = 0.8  # an assignment scored below this deserves a reviewer's look
_MAX_CANDIDATES = 5
_CITED = re.compile(r"\bsố\s+\d+\S*/\S", re.IGNORECASE)  # "Quyết định số 1737/QĐ-UBND"


@dataclass(frozen=True, slots=True)
class Mention:
    """``text`` and ``scope`` are verbatim; ``record`` is the agency if it is matched, else None."""

    text: str
    judgement: Judgement
    score: float
    reason: str
    record: Agency | None = None
    scope: str | None = None
    candidates: tuple[Agency, ...] = ()
    body: Body | None = None

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


def pointing(text: str) -> Mention:
    """Words that name no body but say where the bodies are named; sure if they cite a numbered paper."""
    sure = 0.9 if _CITED.search(text) else 0.0
    return Mention(text, "unknown", sure, "Không nêu tên cơ quan mà dẫn chiếu; cần tra văn bản được dẫn.")


def unknown(text: str, reason: str, candidates: tuple[Agency, ...] = ()) -> Mention:
    kind: Judgement = "ambiguous" if candidates else "unknown"
    return Mention(text, kind, 0.4 if candidates else 0.0, reason, candidates=candidates[:_MAX_CANDIDATES])
