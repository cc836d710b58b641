"""Every word that the program has for a decision is told in Vietnamese."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import get_args

import pytest

from nghiquyet.explain.wording import choice_text, decision_to_lines, evidence_text, words
from nghiquyet.extract.decisions.decision import Alternative, Decision, Evidence, Kind, Subject
from nghiquyet.extract.language.column_headings import Role
from nghiquyet.extract.language.numbering.reading import Style
from nghiquyet.extract.outline.nesting import Rule
from nghiquyet.extract.readers.ocr_text.page_breaks.repair_record import RepairKind
from nghiquyet.normalize.model import Judgement, Precision, Recurrence
from nghiquyet.normalize.tables.row_kinds import RowKind
from tests.sample import ROOT

# Calls whose argument at this place is a feature of a decision.
FEATURES = {"Evidence": 0, "note": 0, "found_by": 0}
SNAKE = re.compile(r"[a-z]+(_[a-z]+)*")


def constants(node: ast.expr) -> Iterator[str]:
    """The words that an expression may be: a constant, or either side of a condition."""
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def features() -> dict[str, str]:
    """Every feature that a module writes down, with the module."""
    found: dict[str, str] = {}
    for room in ("extract", "normalize", "nghiquyet"):
        for path in sorted((ROOT / room).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for call in (n for n in ast.walk(tree) if isinstance(n, ast.Call)):
                name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
                place = FEATURES.get(name)
                if place is not None and len(call.args) > place:
                    found.update((word, path.name) for word in constants(call.args[place]) if SNAKE.fullmatch(word))
    return found


def test_every_feature_that_the_code_names_has_words() -> None:
    named = features() | dict.fromkeys(get_args(Rule), "nesting.py")
    assert len(named) > 50
    repairs = set(get_args(RepairKind))  # of a note on recognised text the first argument is what was done
    assert {f: place for f, place in named.items() if f not in words()["features"]}.keys() <= repairs


@pytest.mark.parametrize("words_of", [Role, Style, Judgement, Precision, Recurrence, RowKind])
def test_every_choice_has_words(words_of: object) -> None:
    assert set(get_args(words_of)) <= set(words()["choices"])


def test_every_kind_has_words_and_there_are_no_others() -> None:
    assert set(words()["kinds"]) == set(get_args(Kind))


def test_every_way_in_which_a_text_flows_has_words() -> None:
    source = (ROOT / "extract/tables/continuation/text_flow.py").read_text(encoding="utf-8")
    calls = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "Flow"]
    reasons = {word for call in calls for word in constants(call.args[1])}
    assert len(reasons) > 10
    assert reasons <= set(words()["values"])


@pytest.mark.parametrize(
    ("choice", "text"),
    [
        ("task", "nhiệm vụ"),
        ("I roman", "I (số La Mã)"),
        ("/2030-12-31 year", "đến 31/12/2030 (năm)"),
        ("2026-01-01/2030-12-31 range yearly", "từ 01/01/2026 đến 31/12/2030 (khoảng thời gian) hằng năm"),
        ("hai-phong/so-xay-dung", "hai-phong/so-xay-dung"),
        ("/", "/"),
    ],
)
def test_choices_are_told_word_by_word(choice: str, text: str) -> None:
    assert choice_text(choice) == text


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (Evidence("text_flow", "a_date_is_cut", 1.0), "chữ hai bên chỗ ngắt: ngày tháng bị ngắt (trọng số +1)"),
        (Evidence("reads_as_group", None, -0.6), "giống tên nhóm (trọng số -0,6)"),
        (Evidence("pictured", False), "có ảnh phủ trang hoặc chữ vẽ thành nét: không"),
        (Evidence("parent", ""), "thuộc"),
        (Evidence("of_tomorrow", "x"), "of_tomorrow: x"),
    ],
)
def test_evidence_is_told_with_value_and_weight(evidence: Evidence, text: str) -> None:
    assert evidence_text(evidence) == text


def test_a_long_value_is_cut() -> None:
    assert evidence_text(Evidence("printed", "từ " * 100)).endswith(" …")


def test_a_score_is_told_only_where_there_is_one() -> None:
    without = Decision("row_kind", Subject("task", "I.1"), "task", None, (Alternative("group"),))
    assert list(decision_to_lines(without)) == ["Loại dòng: nhiệm vụ", "  phương án khác: nhóm"]
    agency = Decision("agency", Subject("task", "I.1", "lead"), "bo-y-te", 0.75, (Alternative("bo-y", 0.5),))
    assert list(decision_to_lines(agency)) == ["Cơ quan: bo-y-te, độ tin cậy 0,75", "  phương án khác: bo-y (0,5)"]
