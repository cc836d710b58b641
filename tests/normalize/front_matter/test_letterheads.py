"""The table of letterheads: what is printed → the front matter and whose document it is."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from nghiquyet.extract.model import Document, Line
from nghiquyet.normalize.front_matter import read_front_matter
from tests.normalize.front_matter.builders import document

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "letterheads.yaml").read_text("utf-8"))
PARTS = ("left", "right", "title", "body", "recipients", "signature")


def unemphasised(read: Document) -> Document:
    """The same without bold letters, as recognised pages come."""
    lines = tuple(Line(tuple(replace(w, bold=False) for w in line.words)) for line in read.lines)
    return replace(read, lines=lines)


@pytest.mark.parametrize("form", ["halves", "merged", "recognised"])
@pytest.mark.parametrize("case", CASES, ids=lambda c: c["id"])
def test_letterhead(case: dict[str, Any], form: str) -> None:
    printed = document(**{part: case[part] for part in PARTS if part in case}, merged=form == "merged")
    matter, jurisdiction, findings = read_front_matter(unemphasised(printed) if form == "recognised" else printed)
    got: dict[str, Any] = {
        **matter.model_dump(),
        "period": matter.period and [matter.period.from_, matter.period.to, matter.period.vision],
        "implements": [[i.number, i.issued_on, i.issuer] for i in matter.implements],
        "signer": matter.signer and [matter.signer.name, matter.signer.position, matter.signer.on_behalf_of],
        "recipients": list(matter.recipients),
        "bases": list(matter.bases),
        "level": jurisdiction.level,
        "province": jurisdiction.province,
        "unit": jurisdiction.unit,
        "as_of": jurisdiction.as_of,
    }
    assert {field: got[field] for field in case["want"]} == case["want"]
    assert [f.code for f in findings] == case.get("doubts", [])


def test_table_is_large() -> None:
    assert len(CASES) >= 40
