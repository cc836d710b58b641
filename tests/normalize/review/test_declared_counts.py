"""Counts in the prose: read, given to their groups, and held against the rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.normalize.review.declared_counts import check_counts, count_examples, declare_counts, read_count
from tests.normalize.printed_prose import group, section, task


@pytest.mark.parametrize(("text", "tasks", "priority"), count_examples())
def test_every_example_of_the_data(text: str, tasks: int | None, priority: int | None) -> None:
    found = read_count(text)
    assert (found.tasks if found else None, found.priority if found else None) == (tasks, priority)


@given(whole=st.integers(1, 99), part=st.integers(1, 99))
def test_the_part_is_never_more_than_the_whole(whole: int, part: int) -> None:
    found = read_count(f"(gồm {whole} nhiệm vụ, trong đó có {part} nhiệm vụ trọng tâm)")
    assert found is not None
    assert found.tasks == whole
    assert found.priority == (part if part <= whole else None)


def declared(title: str, *paragraphs: str) -> tuple[int | None, int | None]:
    (made,) = declare_counts([group(title=title)], [section(text="\n".join(paragraphs))])
    return made.declared_tasks, made.declared_priority


def test_a_group_takes_the_count_of_the_paragraph_that_begins_with_its_title() -> None:
    paragraphs = ("+ Cải cách thể chế: Rà soát văn bản (08 nhiệm vụ).", "+ Cải cách bộ máy: Sắp xếp (03 nhiệm vụ).")
    assert declared("Cải cách thể chế", *paragraphs) == (8, None)
    assert declared("Cải cách bộ máy", *paragraphs) == (3, None)
    assert declared("Cải cách tài chính công", *paragraphs) == (None, None)


def test_a_title_with_a_slip_is_known_and_a_longer_title_is_not_taken_for_it() -> None:
    assert declared("Chuyển đổi xanh nông nghiệp", "+ Chuyển đổi xanh nông nghiêp: Phát triển (03 nhiệm vụ)") == (
        3,
        None,
    )
    groups = [group("I", "Chuyển đổi xanh"), group("II", "Chuyển đổi xanh du lịch")]
    made = declare_counts(groups, [section(text="+ Chuyển đổi xanh du lịch: Phát triển (03 nhiệm vụ)")])
    assert [g.declared_tasks for g in made] == [None, 3]


def test_a_heading_of_the_groups_name_may_hold_the_count() -> None:
    (made,) = declare_counts([group()], [section(title="Cải cách thể chế", text="Gồm 05 nhiệm vụ tại Phụ lục.")])
    assert made.declared_tasks == 5


def test_claims_that_contradict_each_other_declare_nothing_and_are_told() -> None:
    paragraphs = "+ Cải cách thể chế (08 nhiệm vụ)\n+ Cải cách thể chế (09 nhiệm vụ)"
    groups = declare_counts([group(extracted_tasks=8)], [section(text=paragraphs)])
    assert groups[0].declared_tasks is None
    assert [f.code for f in check_counts(groups, [section(text=paragraphs)], [])] == ["count-contradicted"]


def test_a_count_unlike_the_rows_is_an_error_at_its_group() -> None:
    prose = [section(text="+ Cải cách thể chế: Rà soát (08 nhiệm vụ)")]
    (short,) = declare_counts([group(extracted_tasks=7)], prose)
    (found,) = check_counts([short], prose, [])
    assert (found.severity, found.code, found.subject) == ("error", "count-mismatch", "/task_groups/0")
    (whole,) = declare_counts([group(extracted_tasks=8)], prose)
    assert check_counts([whole], prose, []) == ()


def test_an_outer_groups_count_is_held_against_all_groups_under_it() -> None:
    prose = [section(text="Cải cách thể chế: gồm 05 nhiệm vụ")]
    groups = declare_counts([group(), group("I.1", "Rà soát", parent="I", extracted_tasks=5)], prose)
    assert check_counts(groups, prose, []) == ()


def test_the_plans_own_total_is_held_against_the_table() -> None:
    prose = [section(text="Ban hành kèm theo Kế hoạch này Phụ lục gồm 03 nhiệm vụ.")]
    rows = [task(f"I.{n}") for n in (1, 2)]
    (found,) = check_counts([], prose, rows)
    assert (found.severity, found.code, found.subject) == ("error", "count-mismatch", "/sections/0")
    assert check_counts([], prose, [*rows, task("I.3")]) == ()


def test_counts_of_what_is_over_or_of_others_are_no_totals() -> None:
    prose = [section(text="Tổng số nhiệm vụ được giao là 123, đã hoàn thành đúng hạn 123/123 nhiệm vụ.")]
    assert check_counts([], prose, [task()]) == ()
