from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nghiquyet.extract.tables.continuation.fragment_joins as module
from nghiquyet.extract.language.packaged_yaml import packaged_yaml
from nghiquyet.extract.model import Join, Line, RefusedJoin
from nghiquyet.extract.tables.continuation.fragment_joins import (
    WEIGHTS,
    Placed,
    border_agreement,
    columns_by_heading,
    is_title,
    join_or_part,
    place,
    weigh_join,
)
from tests.extract import builders as build

HEADING = ["TT", "Nhiệm vụ", "Thời gian"]
FIRST = (HEADING, ["1", "Xây dựng đề án", "2026"], ["2", "Mở lớp tập huấn", "2027"])


def placed(rows: Sequence[Sequence[str]], above: Sequence[Line] = (), **changes: object) -> Placed:
    return place(build.fragment(rows, **changes), tuple(above))


def joined(rows: Sequence[Sequence[str]], above: Sequence[Line] = (), **changes: object) -> bool:
    """Whether a part on page 2 goes on with ``FIRST``."""
    return isinstance(join_or_part([placed(FIRST)], placed(rows, above, **{"page": 2, **changes})), Join)


def test_numbers_that_go_on_below_the_same_borders_are_one_table() -> None:
    assert joined([["3", "Rà soát", "2026"]])
    assert joined([HEADING, ["3", "Rà soát", "2026"]])


def test_other_widths_below_the_same_heading_are_one_table() -> None:
    assert joined([HEADING, ["3", "Rà soát", "2026"]], widths=[40, 200, 60])


def test_a_narrower_page_without_a_heading_goes_on_by_proportion() -> None:
    assert joined([["3", "Rà soát", "2026"]], widths=[88, 88, 88])


def test_another_heading_is_another_table() -> None:
    assert not joined([["TT", "Chỉ tiêu", "Đơn vị tính"], ["1", "Tỷ lệ hộ nghèo", "%"]])


def test_a_title_between_parts_whatever_else_agrees() -> None:
    rows = [HEADING, ["3", "Rà soát", "2026"]]
    assert not joined(rows, [build.line("PHỤ LỤC II")])
    assert joined(rows, [build.line("lưu ý khi thực hiện")])


def test_the_title_of_the_table_printed_again_parts_nothing() -> None:
    title = build.line("DANH MỤC NHIỆM VỤ")
    first = placed(FIRST, [title])
    again = placed([HEADING, ["3", "Rà soát", "2026"]], [title], page=2)
    assert isinstance(join_or_part([first], again), Join)


def test_a_page_without_the_table_parts_it() -> None:
    assert not joined([["3", "Rà soát", "2026"]], page=3)


def test_what_was_decided_names_pages_and_evidence() -> None:
    join = join_or_part([placed(FIRST)], placed([["3", "Rà soát", "2026"]], page=2))
    assert isinstance(join, Join)
    assert join.pages == (1, 2)
    assert "numbers_go_on" in [told.feature for told in join.evidence]
    parted = join_or_part([placed(FIRST)], placed([["3", "Rà soát", "2026"]], page=5))
    assert isinstance(parted, RefusedJoin)
    assert "far_apart" in [told.feature for told in parted.evidence]


@pytest.mark.parametrize(
    ("text", "title"),
    [("PHỤ LỤC", True), ("Phụ lục II", True), ("II. Nhiệm vụ", True), ("cùng các địa phương liên quan", False)],
)
def test_what_opens_another_part_of_the_document(text: str, title: bool) -> None:
    assert is_title(build.line(text)) is title


def test_bold_lines_open_another_part() -> None:
    assert is_title(build.line("Nhiệm vụ của các sở", bold=True))


def test_fewer_columns_go_by_their_headings_in_order() -> None:
    first = placed(FIRST)
    assert columns_by_heading(first, placed([["TT", "Thời gian"], ["3", "2026"]], page=2)) == (0, 2)
    assert columns_by_heading(first, placed([["Thời gian", "TT"], ["2026", "3"]], page=2)) == ()
    assert columns_by_heading(first, placed([["3", "2026"]], page=2)) == ()


def test_every_sign_has_a_weight_and_every_weight_a_sign() -> None:
    source = Path(module.__file__).read_text(encoding="utf-8")
    weights = packaged_yaml(WEIGHTS)["weights"]
    signs = [name for name in weights if name != "bias"]
    assert all(f'"{name}"' in source for name in signs)
    yielded = re.findall(r"yield \(?\"(\w+)\"(?: if .*? else \"(\w+)\")?", source)
    assert {name for pair in yielded for name in pair if name} == set(signs)


ROWS = st.lists(st.lists(st.sampled_from(["", "1", "2", "I", "Nhiệm vụ", "2026"]), min_size=2, max_size=2), min_size=1)


@given(ROWS, ROWS, st.integers(1, 4), st.lists(st.sampled_from(["PHỤ LỤC", "lưu ý"]), max_size=5))
def test_a_likelihood_is_one_whatever_the_parts(
    one: list[list[str]], other: list[list[str]], page: int, between: list[str]
) -> None:
    above = [build.line(text) for text in between]
    part = placed(other, above, page=page)
    assert 0 <= weigh_join([placed(one)], part).value <= 1


@given(st.lists(st.floats(20, 200), min_size=1, max_size=6), st.floats(-100, 100))
def test_borders_agree_with_themselves_wherever_the_margin_is(widths: list[float], shift: float) -> None:
    rows = [["x"] * len(widths)]
    a = build.fragment(rows, widths=widths, left=200)
    b = build.fragment(rows, widths=widths, left=200 + shift)
    assert border_agreement(a, b) == border_agreement(b, a) == 1
