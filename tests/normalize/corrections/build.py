"""Builders: a correction with defaults, the file that holds it, and a linker that knows three agencies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from nghiquyet.normalize.corrections import Correction, Corrections, apply_corrections
from nghiquyet.normalize.corrections.model import Plain
from nghiquyet.normalize.model import Agency, Assignment, Resolution
from tests.output import build

KNOWN = {
    "Sở Xây dựng": "so-xay-dung",
    "Sở Tài chính": "so-tai-chinh",
    "Sở Y tế": "so-y-te",
}


class Linker:
    """Cuts at ``;`` and knows what is in KNOWN; "UBND" may be two bodies."""

    def __init__(self) -> None:
        self.used: dict[str, Agency] = {}

    def read_cell(self, lines: Sequence[str]) -> tuple[Assignment, ...]:
        return tuple(self.resolve_name(part.strip()) for part in " ".join(lines).split(";") if part.strip())

    def resolve_name(self, text: str) -> Assignment:
        if text == "UBND":
            return Assignment(text=text, judgement="ambiguous", score=0.5, candidates=("so-xay-dung",))
        name = {"Sở XD": "Sở Xây dựng"}.get(text, text)
        if name not in KNOWN:
            return Assignment(text=text, judgement="unknown", score=0.0)
        self.used[KNOWN[name]] = Agency(id=KNOWN[name], name=name, kind="department")
        return Assignment(text=text, agency=KNOWN[name], name=name, judgement="matched", score=1.0)

    def agency(self, agency_id: str) -> Agency | None:
        return self.used.get(agency_id)

    def agencies(self) -> tuple[Agency, ...]:
        return tuple(self.used.values())


def correction(field: str = "title", expected: Plain = None, value: Plain = None, **changes: Any) -> Correction:
    known: dict[str, Any] = {
        "number": 1,
        "record": "I.1",
        "why": "đọc nhầm dòng",
        "who": "Trần Thị A",
        "when": dt.date(2026, 11, 22),
    }
    return Correction(path=tuple(field.split(".")), expected=expected, value=value, **{**known, **changes})


def corrected(resolution: Resolution, *entries: Correction) -> Resolution:
    return apply_corrections(resolution, Corrections("corrections.yaml", entries), Linker())


def one(field: str, expected: Plain, value: Plain, resolution: Resolution | None = None, **changes: Any) -> Resolution:
    """One correction applied to the sample document of the builders."""
    return corrected(resolution or build.resolution(), correction(field, expected, value, **changes))


def codes(resolution: Resolution) -> list[str]:
    return [found.code for found in resolution.findings]
