"""Cells as offices of many provinces, levels and years print them, each with the reading that a person gave it."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from nghiquyet.extract.language.spelling import words
from nghiquyet.normalize.fields.agencies import CERTAIN, AgencyLinker
from nghiquyet.normalize.fields.jurisdiction import Jurisdiction
from nghiquyet.normalize.model import Assignment

TABLE = Path(__file__).parent / "cells.txt"
SIGNS = {"ambiguous": "~", "unknown": "?", "person": "@"}
# words that stand between two names and belong to neither
JOINTS = {"và", "hoặc", "cùng", "với", "thuộc", "trực", "v"}


@lru_cache(maxsize=64)
def linker(issuer: str) -> AgencyLinker:
    level, province, unit, day, name = (part.strip() or None for part in issuer.split(";"))
    return AgencyLinker(
        Jurisdiction(level or "province", province, unit, name, dt.date.fromisoformat(day) if day else None)  # type: ignore[arg-type]
    )


def cases() -> list[tuple[str, str, str]]:
    issuer, found = "", []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            issuer = line[3:]
        elif line and not line.startswith("#"):
            cell, _, wanted = line.partition(" => ")
            found.append((issuer, cell, wanted))
    return found


def shown(found: Assignment) -> str:
    name = found.name or SIGNS[found.judgement]
    doubt = "!" if found.judgement == "matched" and found.score < CERTAIN else ""
    return f"{doubt}{name} [{found.scope}]" if found.scope else f"{doubt}{name}"


def read(issuer: str, cell: str) -> tuple[Assignment, ...]:
    return linker(issuer).read_cell(cell.split(" ⏎ "))


def in_order() -> list[ParameterSet]:
    """The cases of one issuer go to one worker: a name is written as its first cell has it."""
    return [pytest.param(*case, marks=pytest.mark.xdist_group(f"cells of {case[0]}")) for case in cases()]


@pytest.mark.parametrize(("issuer", "cell", "wanted"), in_order())
def test_cell_is_read_as_a_person_reads_it(issuer: str, cell: str, wanted: str) -> None:
    assert " | ".join(shown(a) for a in read(issuer, cell)) == wanted


def test_plain_cells_are_rarely_doubted() -> None:
    found = [
        a for issuer, cell, wanted in cases() if "?" not in wanted and "~" not in wanted for a in read(issuer, cell)
    ]
    doubted = [a for a in found if a.score < CERTAIN]
    assert len(doubted) <= 0.05 * len(found)


def test_no_word_of_a_cell_is_lost() -> None:
    for issuer, cell, _ in cases():
        kept = Counter(w for a in read(issuer, cell) for w in (*words(a.text), *words(a.scope or "")))
        lost = [w for w in words(cell) if not kept[w] and w not in JOINTS and not re.fullmatch(r"\d+|[a-zđ]", w)]
        assert lost == [], cell


def test_every_text_is_printed_in_the_cell() -> None:
    for issuer, cell, _ in cases():
        printed = words(cell)
        for found in read(issuer, cell):
            spoken = words(found.text)
            assert any(printed[i : i + len(spoken)] == spoken for i in range(len(printed))), (cell, found.text)


def test_a_canonical_name_is_read_as_itself() -> None:
    for issuer, cell, _ in cases():
        for found in read(issuer, cell):
            if found.judgement != "matched" or found.agency is None or "/" not in found.agency:
                continue
            again = linker(issuer).resolve_name(found.name or "")
            if found.agency in again.candidates:  # two wards of one name: only the district, not the name, tells them
                continue
            assert (again.agency, again.name) == (found.agency, found.name), (cell, found.name)


def test_lines_of_one_cell_may_be_wrapped_anywhere() -> None:
    """Where every separator is printed, the width of the column changes nothing."""
    issuer = "province; Hải Phòng; ; 2026-02-01; "
    cell = "Sở Văn hóa, Thể thao và Du lịch; Văn phòng UBND thành phố; Ban Quản lý Khu kinh tế Hải Phòng"
    whole = [a.name for a in read(issuer, cell)]
    tokens = cell.split(" ")
    for width in range(1, len(tokens)):
        lines = [" ".join(tokens[i : i + width]) for i in range(0, len(tokens), width)]
        assert [a.name for a in linker(issuer).read_cell(lines)] == whole, lines
