"""Columns of row numbers as recognisers read them, and as they were printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.ocr.correct.decode_numbers import Read, likeliest_steps


def counted(*texts: str, confidence: float | None = 0.95, begins: tuple[int, ...] = (0,)) -> list[str]:
    steps = likeliest_steps([Read(t, confidence, i in begins) for i, t in enumerate(texts)])
    return [t if s.numeral is None or s.as_read else s.numeral.printed for t, s in zip(texts, steps, strict=True)]


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("1 1 2 3 II 1 2", "I 1 2 3 II 1 2"),  # the first is no figure: II goes on from it
        ("T1 1 2 II 1", "I 1 2 II 1"),
        ("I 1 2 11 1 2 HI 1", "I 1 2 II 1 2 III 1"),
        ("1 2 3 4 S 6 7 8 g 10 1I", "1 2 3 4 5 6 7 8 9 10 11"),
        ("1 2 \ufffd 4", "1 2 3 4"),
        ("1 2 2.1 2,2 3", "1 2 2.1 2.2 3"),
        ("01 02 O3 04", "01 02 03 04"),
        ("1 2 8 1 2 3", "1 2 3 1 2 3"),
        ("1 2 3 3) b) c) 4 á) b)", "1 2 3 a) b) c) 4 a) b)"),
        ("1 a) \ufffd 2 a) \ufffd 3", "1 a) b) 2 a) b) 3"),
        ("I L.1 L.2 L.3 2 2.] 2.2 3 3.l", "1 1.1 1.2 1.3 2 2.1 2.2 3 3.1"),  # a bold one looks like a stroke
        ("I l.1 I.2 Il II.1 IL2", "I I.1 I.2 II II.1 II.2"),
        (
            "1 11 12 1.3 II H.1 IL2 III H1 HI.2 IV IV.I IV.2 IV.3",
            "I I.1 I.2 I.3 II II.1 II.2 III III.1 III.2 IV IV.1 IV.2 IV.3",
        ),
        (
            "1 11 12 1.3 II H.1 IL2 13 14 III H1 12 HI.3 11.4 IV IV.I 1V2 IV.3",
            "I I.1 I.2 I.3 II II.1 II.2 II.3 II.4 III III.1 III.2 III.3 III.4 IV IV.1 IV.2 IV.3",
        ),
        ("1 1.1 1.2 II 1L1 12 II 14 III IH.1 IH.2", "I I.1 I.2 II II.1 II.2 II.3 II.4 III III.1 III.2"),
        ("A T 1 2 H 1 B T 1", "A I 1 2 II 1 B I 1"),  # Roman numbers begin anew below each letter
    ],
)
def test_numbers_are_read_so_that_they_count(read: str, printed: str) -> None:
    assert counted(*read.split()) == printed.split()


@pytest.mark.parametrize(
    "printed",
    [
        "1 2 4 5",  # a number left out by its author
        "1 2 3 1 2",  # groups without a number
        "5 6 7",  # goes on from a page that is not here
        "I 1 2 3 II 4 5 III 6",  # numbers run on
        "A I 1 2 II 1 B I 1",
        "1 2 a b 3 a b c d e 4",
        "1 a) b) c) d) đ) e) 2",
        "I 1 2 - - 3 II 1",
        "1 1.1 1.2 2 2.1 2.1.1 2.1.2 3",
        "I I.1 I.2 II II.1 II.2 II.2.1 III III.1",
        "A A.1 A.2 B B.1",
    ],
)
def test_what_counts_or_is_surely_read_stays(printed: str) -> None:
    assert counted(*printed.split()) == printed.split()


def test_another_table_begins_below_a_heading_only() -> None:
    assert counted("I", "1", "2", "I", "1", begins=(0, 3)) == ["I", "1", "2", "I", "1"]
    assert counted("I", "1", "2", "I", "1") == ["I", "1", "2", "II", "1"]


def test_groups_without_a_place_for_numbers_begin_anew() -> None:
    read = ["Hạ tầng", "1", "8", "Năng", "1", "4", "III.", "1"]
    column = [Read(t, 0.95, banner=len(t) > 2) for t in read]
    steps = likeliest_steps(column)
    assert [s.numeral.printed for s in steps if s.numeral] == ["1", "8", "1", "4", "1"]
    assert [s.out_of_step for s in steps] == [False, False, True, False, False, True, False, False]


def test_numbers_before_titles_of_groups_are_counted_with_the_rest() -> None:
    read = ["L.", "1", "LH.", "1", "ị", "HI.", "1", "IV.", "1"]
    steps = likeliest_steps([Read(t, 0.95, banner=t.endswith(".")) for t in read])
    assert [s.numeral.printed for s in steps if s.numeral] == ["I.", "1", "II.", "1", "2", "III.", "1", "IV.", "1"]


def test_a_group_whose_number_was_lost_counts() -> None:
    column = [Read(t, 0.95, banner=not t) for t in ("I", "1", "", "1", "2", "III", "1")]
    assert [s.numeral.printed for s in likeliest_steps(column) if s.numeral] == ["I", "1", "1", "2", "III", "1"]


def test_numbers_of_columns_are_no_numbers_of_rows() -> None:
    column = [Read("1", 0.95, True), Read("2", 0.95), Read("(1)", 0.95, True, of_column=True), Read("3", 0.95)]
    assert [s.numeral.printed if s.numeral else "" for s in likeliest_steps(column)] == ["1", "2", "", "3"]


def test_a_five_among_groups_is_no_ten() -> None:
    column = [Read(t, 0.95) for t in ("III", "1", "IV", "2", "X", "3")]
    assert [s.numeral.printed for s in likeliest_steps(column) if s.numeral] == ["III", "1", "IV", "2", "V", "3"]
    column = [Read(t, 0.95) for t in ("IX", "1", "X", "2")]
    assert [s.numeral.printed for s in likeliest_steps(column) if s.numeral] == ["IX", "1", "X", "2"]


def test_a_number_out_of_step_is_told() -> None:
    steps = likeliest_steps([Read(t, 0.95) for t in ("1", "2", "4", "5")])
    assert [s.out_of_step for s in steps] == [False, False, True, False]


@given(st.lists(st.text("IVX1234567890abc.)-T", min_size=1, max_size=4), max_size=12))
def test_printed_numbers_are_never_changed(texts: list[str]) -> None:
    assert counted(*texts, confidence=None) == texts


def test_a_lost_stop_is_found_below_its_number() -> None:
    steps = likeliest_steps([Read(t, 0.93) for t in ("VII", "1", "2", "21", "22")])
    assert [s.numeral.printed for s in steps if s.numeral] == ["VII", "1", "2", "2.1", "2.2"]


def test_a_number_of_two_figures_that_counts_is_kept() -> None:
    read = ["19", "20", "21", "22"]
    steps = likeliest_steps([Read(t, 0.93) for t in read])
    assert [s.numeral.printed for s in steps if s.numeral] == read
