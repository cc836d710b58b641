"""Joins and refusals become decisions, with the same evidence and the same score."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nghiquyet.extract.decisions.decision import Decision, Evidence, Subject
from nghiquyet.extract.decisions.table_decisions import document_to_decisions, join_to_decision, words_to_spots
from nghiquyet.extract.model import Document, Join, RefusedJoin, Table
from nghiquyet.extract.tables.stitch import stitch
from tests.extract.builders import fragment, line, words

HEADINGS = ("TT", "Nhiệm vụ", "Thời hạn", "Cơ quan chủ trì")
FIRST = [["1", "Lập quy hoạch", "2026", "Sở Y tế"], ["2", "Xây dựng đề án về", "2027", "Sở Xây"]]


def tables(below: list[list[str]], *between: str) -> tuple[Table, ...]:
    """Two pages of one heading: the rows ``FIRST``, then lines of text, then the rows ``below``."""
    first = fragment([list(HEADINGS), *FIRST], page=1)
    second = fragment([list(HEADINGS), *below], page=2)
    text = tuple(line(words_, page=2) for words_ in between)
    return stitch([(first, ()), (second, text)])


def decisions(*found: Table) -> list[Decision]:
    return list(document_to_decisions(Document("a.pdf", "", "born_digital", (), (), found)))


def of_kind(kind: str, *found: Table) -> list[Decision]:
    return [d for d in decisions(*found) if d.kind == kind]


def test_a_cut_row_is_a_decision_with_the_join_s_score_and_evidence() -> None:
    (table,) = tables([["", "nhà ở xã hội", "", "dựng"]])
    (decision,) = of_kind("row_join", table)
    (join,) = table.rows[1].joins
    assert (decision.chosen, decision.score, decision.evidence) == ("joined", join.confidence, join.evidence)
    assert decision.subject == Subject("table", "1", "row 2")
    assert {spot.page for spot in decision.spots} == {1, 2}
    assert [a.choice for a in decision.alternatives] == ["separate"]


def test_a_row_with_its_own_number_is_not_joined_and_that_is_a_decision_too() -> None:
    (table,) = tables([["3", "Rà soát", "2028", "Sở Tài chính"]])
    (decision,) = of_kind("row_join", table)
    assert (decision.chosen, decision.score) == ("separate", None)
    assert decision.evidence == (Evidence("own_number", "3"),)


def test_a_repeated_heading_joins_two_fragments() -> None:
    (decision,) = of_kind("table_join", *tables([["3", "Rà soát", "2028", "Sở Tài chính"]]))
    assert decision.chosen == "joined"
    assert decision.score is not None
    assert decision.score >= 0.99
    assert "heading_repeated" in {e.feature for e in decision.evidence}


def test_text_between_two_fragments_parts_them_and_is_quoted() -> None:
    found = tables([["3", "Rà soát", "2028", "Sở Tài chính"]], "Danh mục nhiệm vụ thứ hai")
    assert len(found) == 2
    (decision,) = of_kind("table_join", *found)
    assert (decision.chosen, decision.subject) == ("separate", Subject("table", "2"))
    assert decision.score is not None
    assert decision.score < 0.2
    assert ("title_between", "Danh mục nhiệm vụ thứ hai") in {(e.feature, e.value) for e in decision.evidence}


def test_the_heading_says_how_many_of_its_cells_are_known() -> None:
    (decision,) = of_kind("heading_rows", *tables([["3", "Rà soát", "2028", "Sở Tài chính"]]))
    assert decision.chosen == "1"
    assert decision.evidence[0] == Evidence("known_headings", "4/4")


def test_one_table_alone_was_joined_with_nothing() -> None:
    found = stitch([(fragment([list(HEADINGS), *FIRST]), ())])
    assert {d.kind for d in decisions(*found)} == {"heading_rows"}


@pytest.mark.parametrize("made", [Join("row", (1, 2), (), 0.4), RefusedJoin("table", (1, 2), (), None)])
def test_a_score_is_never_made_up(made: Join | RefusedJoin) -> None:
    decision = join_to_decision(made, Subject("table", "1"))
    assert decision.score == made.confidence
    assert all(a.score is None for a in decision.alternatives)


def test_the_document_s_own_decisions_come_first() -> None:
    own = Decision("page_kind", Subject("page", "1"), "printed")
    found = Document("a.pdf", "", "born_digital", (), (), tables([["3", "Rà", "2028", "Sở Y tế"]]))
    assert document_to_decisions(replace(found, decisions=(own,)))[0] == own


def test_words_have_a_spot_a_page() -> None:
    both = [*words("một hai", page=1), *words("ba", page=2)]
    assert [spot.page for spot in words_to_spots(both)] == [1, 2]
    assert words_to_spots([]) == ()
