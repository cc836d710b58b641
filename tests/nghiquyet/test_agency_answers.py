from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner

from nghiquyet.agency_answers import agency_answers, answer_line
from nghiquyet.cli import main
from nghiquyet.normalize.model import Agency, Assignment


def test_a_name_in_its_place_and_time() -> None:
    (line,) = agency_answers(["Sở Công thương"], "Hải Phòng", dt.date(2026, 1, 29), None)
    assert line.startswith("Sở Công thương → Sở Công Thương [hai-phong/so-cong-thuong], độ tin cậy 1: ")


def test_a_name_that_names_nobody_says_so() -> None:
    (line,) = agency_answers(["Nông nghiệp"], "Hải Phòng", None, None)
    assert line.startswith("Nông nghiệp → chưa xác định được cơ quan, độ tin cậy 0: ")


def test_what_is_near_is_named() -> None:
    several = Assignment(text="Sở X", judgement="ambiguous", score=0.7, reason="Gần hai tên.", candidates=("a", "b"))
    assert answer_line("Sở X", several, None) == (
        "Sở X → chưa chắc là cơ quan nào, độ tin cậy 0,7: Gần hai tên. Có thể là: a, b."
    )


def test_a_body_that_is_no_more_names_its_successor() -> None:
    old = Agency(id="old", name="Sở Cũ", kind="department", valid_to=dt.date(2025, 2, 28), successor="new")
    found = Assignment(text="Sở Cũ", agency="old", name="Sở Cũ", judgement="matched", score=0.95)
    assert answer_line("Sở Cũ", found, old) == "Sở Cũ → Sở Cũ [old], độ tin cậy 0,95. Từ ngày 01/03/2025 là: new."


def test_an_offices_own_names_count(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("- name: Sở Công Thương\n  aliases: [Ngành CT]\n", encoding="utf-8")
    (line,) = agency_answers(["Ngành CT"], "Hải Phòng", None, own)
    assert line.startswith("Ngành CT → Sở Công Thương [hai-phong/so-cong-thuong]")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--place", "Hải Phong"], "hãy viết đủ dấu"),
        (["--aliases", "nowhere.yaml"], "hãy"),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence(arguments: list[str], says: str) -> None:
    result = CliRunner().invoke(main, ["agencies", "Sở Y tế", *arguments])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert says in result.stderr.lower()
    assert len(result.stderr.splitlines()) == 1
