"""Who is named: from the words of a role cell to agencies, each with a judgement, a score and a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from nghiquyet.extract.decisions.decision import Decision, Subject
from nghiquyet.normalize.fields.agencies.bodies import BodyReader
from nghiquyet.normalize.fields.agencies.cutting import fold
from nghiquyet.normalize.fields.agencies.judging import Judge
from nghiquyet.normalize.fields.agencies.mention import Mention, agency_decision
from nghiquyet.normalize.fields.agencies.own_names import read_own_names
from nghiquyet.normalize.fields.agencies.read_cell import RoleCellReader
from nghiquyet.normalize.fields.agencies.registry import own_registry
from nghiquyet.normalize.fields.agencies.short_names import ShortName
from nghiquyet.normalize.fields.agencies.territory import TerritoryReader
from nghiquyet.normalize.fields.jurisdiction import Jurisdiction
from nghiquyet.normalize.model import Agency, Assignment

# Names of one subject that are read side by side, and words of the longest of them with its place.
_NAMES_IN_A_ROW = 12
_LONGEST_NAME = 16
_WORD = re.compile(r"\S+")
_BESIDE = re.compile(r"\s*[,;]\s+|\s+(?:và|hoặc)\s+")


class AgencyLinker:
    """Links the agencies of one document.

    ``jurisdiction`` says whose words they are; ``own_names`` is an office's own file of names (see ``own_names.py`` for
    its form; OwnNamesError if it can't be used). ``short`` are the names that the document itself shortens.
    """

    def __init__(
        self, jurisdiction: Jurisdiction, own_names: Path | None = None, short: Iterable[ShortName] = ()
    ) -> None:
        own = (read_own_names(own_names),) if own_names is not None else ()
        self._judge = Judge(BodyReader((*own, own_registry()), TerritoryReader(jurisdiction)), short)
        self._reader = RoleCellReader(self._judge)
        self._used: dict[str, Agency] = {}
        self._cells: dict[tuple[str, ...], tuple[Assignment, ...]] = {}
        self._mentions: dict[Assignment, Mention] = {}

    def read_cell(self, lines: Sequence[str]) -> tuple[Assignment, ...]:
        """The agencies that the printed lines of one role cell name, in order; nothing for an empty cell."""
        key = tuple(lines)
        if key not in self._cells:
            self._cells[key] = self._published(self._reader.read(key))
        return self._cells[key]

    def resolve_name(self, text: str) -> Assignment:
        """The judgement on one name, as it stands in a letterhead or on the command line; it is not cut."""
        found = self._judge.judge(fold(text))
        if not found:
            return Assignment(text=fold(text), judgement="unknown", reason="Không có chữ nào để tra.")
        return self._published(found[:1])[0]

    def decision(self, subject: Subject, assignment: Assignment) -> Decision:
        """Why an assignment made here, about the field ``subject``, names the agency that it names."""
        return agency_decision(subject, assignment, self._mentions.get(assignment))

    def known_end(self, text: str) -> int:
        """How many letters of ``text`` the names of registered bodies take up with which it begins; 0 for none.

        Names side by side ("Sở Nội vụ, Sở Tài chính và Công an tỉnh tiếp thu …") count together. Nothing is judged or
        remembered as used.
        """
        end = 0
        for _ in range(_NAMES_IN_A_ROW):
            separator = _BESIDE.match(text, end) if end else None
            start = separator.end() if separator else end
            reach = self._known_name_end(text, start) if separator or not end else 0
            if not reach:
                return end
            end = reach
        return end

    def _known_name_end(self, text: str, start: int) -> int:
        """Where the longest registered name that begins at ``start`` ends; 0 if none does."""
        ends = [match.end() for match in islice(_WORD.finditer(text, start), _LONGEST_NAME)]
        for end in reversed(ends):
            name = text[start:end].rstrip(",;.:)")
            if name and self._judge.names_body(name):
                return start + len(name)
        return 0

    def agencies(self) -> tuple[Agency, ...]:
        """The record of every agency that an assignment or a candidate named so far, in order of first use."""
        return tuple(self._used.values())

    def agency(self, agency_id: str) -> Agency | None:
        """The record of an agency used so far."""
        return self._used.get(agency_id)

    def _published(self, mentions: tuple[Mention, ...]) -> tuple[Assignment, ...]:
        published: list[Assignment] = []
        for mention in mentions:
            for record in (*((mention.record,) if mention.record else ()), *mention.candidates):
                self._used.setdefault(record.id, record)
            record_used = self._used[mention.record.id] if mention.record else None
            published.append(replace(mention, record=record_used).assignment())
            self._mentions.setdefault(published[-1], mention)
        return tuple(published)
