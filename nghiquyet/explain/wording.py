"""Decisions → Vietnamese: what was chosen, what else could have been, what spoke for it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from nghiquyet.extract.decisions.decision import Alternative, Decision, Evidence, Value
from nghiquyet.extract.language.packaged_yaml import packaged_yaml
from nghiquyet.output.files.vietnamese import date_text, number_text

WORDS = Path(__file__).with_name("wording.yaml")
# Longer printed texts are cut: whoever asks has the page.
LONGEST_VALUE = 90
_INTERVAL = re.compile(r"(?P<start>\d{4}-\d\d-\d\d)?/(?P<end>\d{4}-\d\d-\d\d)?")


def decision_to_lines(decision: Decision) -> Iterator[str]:
    """``Loại dòng: nhiệm vụ``, then lines with the alternatives and the evidence, indented."""
    score = "" if decision.score is None else f", độ tin cậy {number_text(round(decision.score, 3))}"
    yield f"{kind_name(decision)}: {choice_text(decision.chosen)}{score}"
    if decision.alternatives:
        yield f"  phương án khác: {'; '.join(map(_alternative, decision.alternatives))}"
    for evidence in decision.evidence:
        yield f"  căn cứ: {evidence_text(evidence)}"


def kind_name(decision: Decision) -> str:
    return str(words()["kinds"].get(decision.kind, decision.kind))


def choice_text(choice: str) -> str:
    """The choice in Vietnamese, word by word: what is no word of the program's own (an id, a date) stays as it is."""
    known = words()["choices"]
    return " ".join(str(known.get(word) or _dates(word)) for word in choice.split(" "))


def _dates(word: str) -> str:
    """``/2030-12-31`` → ``đến 31/12/2030``; any other word stays as it is."""
    found = _INTERVAL.fullmatch(word)
    if found is None or word == "/":
        return word
    ends = (("từ", found["start"]), ("đến", found["end"]))
    return " ".join(f"{side} {date_text(dt.date.fromisoformat(day))}" for side, day in ends if day)


def evidence_text(evidence: Evidence) -> str:
    """``chữ hai bên chỗ ngắt: ngày tháng bị ngắt (trọng số +1)``."""
    name = str(words()["features"].get(evidence.feature, evidence.feature))
    value = "" if evidence.value is None or evidence.value == "" else f": {_value(evidence.value)}"
    sign = "+" if evidence.weight is not None and evidence.weight > 0 else ""
    weight = "" if evidence.weight is None else f" (trọng số {sign}{number_text(evidence.weight)})"
    return f"{name}{value}{weight}"


def _value(value: Value) -> str:
    match value:
        case bool():
            return "có" if value else "không"
        case int() | float():
            return number_text(value)
        case _:
            text = " ".join(str(value).split())
            told = str(words()["values"].get(text) or words()["choices"].get(text, text).strip("()"))
            return told if len(told) <= LONGEST_VALUE else told[:LONGEST_VALUE].rsplit(" ", 1)[0] + " …"


def _alternative(alternative: Alternative) -> str:
    score = "" if alternative.score is None else f" ({number_text(alternative.score)})"
    return f"{choice_text(alternative.choice)}{score}"


@cache
def words() -> dict[str, dict[str, str]]:
    """What kinds, choices, features and their values are called, by the program's own words for them."""
    data: dict[str, dict[str, str]] = packaged_yaml(WORDS)
    return data
