"""Ids as the output contract lays them down for Task and TaskGroup."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.normalize.tables.task_ids import PlacedGroup, PlacedTask
from tests.normalize.builders import REST, bare, ids, placed, row, wide


def test_group_and_number() -> None:
    assert ids([bare("I"), row("1"), row("2"), bare("II"), row("1")]) == ["[I]", "I.1", "I.2", "[II]", "II.1"]


def test_without_groups_the_number_alone_as_printed() -> None:
    assert ids([row("01"), row("02."), row("03")]) == ["01", "02", "03"]


def test_sub_tasks_stand_under_the_number_they_contain() -> None:
    rows = [bare("VII"), row("1"), row("2"), row("2.1"), row("2.2"), row("3")]
    assert ids(rows) == ["[VII]", "VII.1", "VII.2", "VII.2.1", "VII.2.2", "VII.3"]
    parents = [p.parent for p in placed(rows) if isinstance(p, PlacedTask)]
    assert parents == [None, None, "VII.2", "VII.2", None]


def test_a_number_that_contains_its_groups_stands_alone() -> None:
    rows = [bare("1.1"), row("1.1.1"), row("1.1.2"), bare("1.2"), row("1.2.1")]
    assert ids(rows) == ["[1.1]", "1.1.1", "1.1.2", "[1.2]", "1.2.1"]


def test_nested_groups() -> None:
    rows = [
        bare("A", "Kinh tế"),
        bare("I", "Hạ tầng"),
        row("1"),
        bare("II"),
        row("1"),
        bare("B", "Xã hội"),
        bare("I"),
        row("1"),
    ]
    assert ids(rows) == ["[A]", "[A.I]", "A.I.1", "[A.II]", "A.II.1", "[B]", "[B.I]", "B.I.1"]
    assert [p.parent for p in placed(rows) if isinstance(p, PlacedGroup)] == [None, "A", "A", None, "B"]


def test_groups_whose_numbers_contain_the_outer_ones() -> None:
    rows = [bare("1"), bare("1.1"), row("1.1.1"), bare("1.2"), row("1.2.1"), bare("2"), bare("2.1"), row("2.1.1")]
    assert ids(rows) == ["[1]", "[1.1]", "1.1.1", "[1.2]", "1.2.1", "[2]", "[2.1]", "2.1.1"]


def test_roman_groups_that_spell_out_the_letter_above() -> None:
    rows = [bare("A"), bare("A.I"), row("1"), bare("A.II"), row("1"), bare("B"), bare("B.I"), row("1")]
    assert ids(rows) == ["[A]", "[A.I]", "A.I.1", "[A.II]", "A.II.1", "[B]", "[B.I]", "B.I.1"]


def test_small_roman_numbers_stand_under_a_task_as_letters_do() -> None:
    assert ids([row("1"), row("i)"), row("ii)"), row("iii)"), row("2")]) == ["1", "1.i", "1.ii", "1.iii", "2"]
    assert ids([row("1"), row("h)"), row("i)"), row("k)"), row("2")]) == ["1", "1.h", "1.i", "1.k", "2"]


def test_second_and_later_tables_put_their_place_before() -> None:
    assert ids([bare("I"), row("3")], "T2:") == ["[T2:I]", "T2:I.3"]
    assert ids([row("1"), row("1.1")], "T3:") == ["T3:1", "T3:1.1"]


def test_rows_of_one_number_are_counted_behind_a_slash() -> None:
    rows = [bare("VII"), row("2"), ["^", "^", *REST], ["^", "^", *REST], row("3")]
    assert ids(rows) == ["[VII]", "VII.2/1", "VII.2/2", "VII.2/3", "VII.3"]
    assert [p.parent for p in placed(rows) if isinstance(p, PlacedTask)] == [None] * 4


def test_a_number_repeated_by_mistake_gets_a_suffix() -> None:
    found = placed([row("1"), row("2"), row("2", "Trình"), row("3")])
    assert [p.id for p in found] == ["1", "2", "2-2", "3"]
    assert [p.repeated for p in found if isinstance(p, PlacedTask)] == [False, False, True, False]


def test_numbers_that_restart_in_each_group_are_no_repetition() -> None:
    rows = [wide("I. Hạ tầng"), row("1"), row("2"), wide("II. Y tế"), row("1"), row("2")]
    assert not any(p.repeated for p in placed(rows) if isinstance(p, PlacedTask))
    assert len(set(ids(rows))) == 6


def test_lettered_rows_stand_under_the_numbered_task_above() -> None:
    assert ids([row("1"), row("a)"), row("b)"), row("2"), row("a)")]) == ["1", "1.a", "1.b", "2", "2.a"]


def test_rows_without_number_stand_under_the_task_above() -> None:
    rows = [row("1"), row("", "- Rà soát"), row("", "- Trình"), row("2")]
    assert ids(rows) == ["1", "1/1", "1/2", "2"]
    assert [p.parent for p in placed(rows) if isinstance(p, PlacedTask)] == [None, "1", "1", None]


def test_a_table_without_numbers_counts_its_rows() -> None:
    rows = [["", "Lập", *REST], ["", "Trình", *REST]]
    assert ids(rows) == ["1", "2"]
    groups = [wide("**Hạ tầng**"), ["", "Lập", *REST], wide("**Y tế**"), ["", "Trình", *REST]]
    assert ids(groups) == ["[G1]", "G1.1", "[G2]", "G2.1"]


NUMBER = st.sampled_from(
    ["1", "2", "3", "2.1", "2.2", "01", "I", "II", "A", "B", "a)", "b)", "-", "", "1.1", "1.1.1", "x/y", "(1)"]
)
ROWS = st.lists(
    st.one_of(
        NUMBER.map(row),
        NUMBER.map(bare),
        st.just(["^", "^", *REST]),
        st.just(["", "", *REST]),
        st.just(wide("II. Hạ tầng")),
        st.just(wide("**Hạ tầng**")),
    ),
    min_size=1,
    max_size=14,
)


@given(ROWS)
def test_ids_are_unique_and_parents_and_groups_exist(rows: list[list[str]]) -> None:
    if rows[0][0] == "^":
        rows = [row("1"), *rows]
    for i in range(1, len(rows)):
        if rows[i][0] == "^" and "<" in rows[i - 1]:
            rows[i] = row("9")
    found = placed(rows)
    counts = Counter(p.id for p in found)
    assert all(n == 1 for n in counts.values()), counts
    groups = {p.id for p in found if isinstance(p, PlacedGroup)}
    tasks = {p.id for p in found if isinstance(p, PlacedTask)}
    for p in found:
        if isinstance(p, PlacedGroup):
            assert p.parent is None or p.parent in groups
        else:
            assert p.parent is None or p.parent in tasks
            assert p.group is None or p.group in groups
