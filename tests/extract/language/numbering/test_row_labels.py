from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.language.numbering.row_labels import follows, leading_label, read_label


@pytest.mark.parametrize(
    ("printed", "text", "style", "levels"),
    [
        ("1", "1", "arabic", (1,)),
        ("01.", "01", "arabic", (1,)),
        ("09", "09", "arabic", (9,)),
        ("2.1", "2.1", "arabic", (2, 1)),
        ("(2.1)", "(2.1)", "arabic", (2, 1)),
        ("1 . 2.", "1.2", "arabic", (1, 2)),
        ("(1)", "(1)", "arabic", (1,)),
        ("1)", "1", "arabic", (1,)),
        ("I", "I", "roman", (1,)),
        ("VII.", "VII", "roman", (7,)),
        ("XIV", "XIV", "roman", (14,)),
        ("I.2", "I.2", "roman", (1, 2)),
        ("A", "A", "upper", (1,)),
        ("B.", "B", "upper", (2,)),
        ("A.1", "A.1", "upper", (1, 1)),
        ("Đ", "Đ", "upper", (5,)),
        ("a)", "a", "lower", (1,)),
        ("đ)", "đ", "lower", (5,)),
        ("b1", "b1", "lower", (2, 1)),
        ("-", "-", "bullet", (0,)),
        ("+", "+", "bullet", (0,)),
    ],
)
def test_labels_as_printed(printed: str, text: str, style: str, levels: tuple[int, ...]) -> None:
    label = read_label(printed)
    assert label is not None
    assert (label.text, label.style, label.levels) == (text, style, levels)


@pytest.mark.parametrize(
    "text", ["", "Tổng", "2026-2030", "12/2027", "1.234.567 đồng", "IIII", "AB", "x x", "1,5", "100%"]
)
def test_what_is_no_label(text: str) -> None:
    assert read_label(text) is None


@pytest.mark.parametrize(
    "sequence",
    [
        [str(n) for n in range(1, 120)],
        [f"{n:02}." for n in range(1, 100)],
        [f"2.{n}" for n in range(1, 30)],
        [f"{c})" for c in "abcdđeghiklmn"],
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"],
        [f"(1.{n})" for n in range(1, 9)],
    ],
    ids=["1", "01.", "2.1", "a)", "I", "(1.1)"],
)
def test_each_label_follows_the_one_before_and_no_other(sequence: list[str]) -> None:
    labels = [read_label(text) for text in sequence]
    for before, after in pairwise(labels):
        assert before is not None
        assert after is not None
        assert follows(before, after)
        assert not follows(after, before)
        assert not follows(before, before)


@pytest.mark.parametrize("sequence", ["abcdeghik", "abcdđefghi", "ABCDEG"])
def test_letters_are_counted_with_or_without_those_that_offices_leave_out(sequence: str) -> None:
    labels = [x for c in sequence if (x := read_label(c, after_letter=True)) is not None]
    assert len(labels) == len(sequence)
    assert all(follows(a, b) for a, b in pairwise(labels))


def test_a_letter_left_out_is_a_gap() -> None:
    a, c, e, h = (read_label(x) for x in "aceh")
    assert a is not None
    assert c is not None
    assert e is not None
    assert h is not None
    assert not follows(a, c)
    assert not follows(c, e)
    assert not follows(e, h)


def test_letters_are_counted_over_those_that_are_roman_numbers_too() -> None:
    labels = [read_label(c, after_letter=i > 0) for i, c in enumerate("ABCDĐ")]
    assert [x.style for x in labels if x] == ["upper"] * 5


def test_i_alone_is_one_and_behind_h_a_letter() -> None:
    first, ninth = read_label("I"), read_label("I", after_letter=True)
    assert first is not None
    assert ninth is not None
    assert (first.style, ninth.style) == ("roman", "upper")
    h = read_label("H")
    assert h is not None
    assert follows(h, ninth)


@pytest.mark.parametrize(
    ("inner", "outer", "answer"),
    [
        ("2.1", "2", True),
        ("2.1.3", "2.1", True),
        ("2.1.3", "2", True),
        ("02.1", "2", True),
        ("I.2", "I", True),
        ("21", "2", False),
        ("2", "2", False),
        ("3.1", "2", False),
        ("2", "2.1", False),
        ("II.1", "I", False),
    ],
)
def test_a_label_that_contains_another(inner: str, outer: str, answer: bool) -> None:
    a, b = read_label(inner), read_label(outer)
    assert a is not None
    assert b is not None
    assert a.contains(b) is answer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("II. Nhiệm vụ trọng tâm", ("II", "Nhiệm vụ trọng tâm")),
        ("A - Chỉ tiêu", ("A", "Chỉ tiêu")),
        ("1) Rà soát", ("1", "Rà soát")),
        ("1.2. Rà soát", ("1.2", "Rà soát")),
        ("IV/ TỔ CHỨC", ("IV", "TỔ CHỨC")),
        ("100% cơ quan", None),
        ("Nhiệm vụ 1. Rà soát", None),
        ("2026 - 2030", None),
        ("Các nhiệm vụ", None),
        ("I.", None),
    ],
)
def test_a_number_at_the_start_of_a_text(text: str, found: tuple[str, str] | None) -> None:
    assert leading_label(text) == found


def test_a_number_without_a_mark_behind_it_only_where_asked_for() -> None:
    assert leading_label("II Phát triển hạ tầng") is None
    assert leading_label("II Phát triển hạ tầng", bare=True) == ("II", "Phát triển hạ tầng")
    assert leading_label("05 dự án trọng điểm", bare=True) is None


@given(st.text(max_size=30))
def test_any_text_is_read_or_not(text: str) -> None:
    label = read_label(text)
    assert label is None or label.depth >= 1
