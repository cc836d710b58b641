"""Where labels stand in an outline: under which, beside which."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.language.numbering.leading import leading_readings
from nghiquyet.extract.outline.nesting import Labelled, Open, label_to_id, place_labels


def ids(*labels: str) -> list[str]:
    """The ids that a run of headings gets."""
    stack: list[Open] = []
    found = []
    for placing in place_labels([Labelled(leading_readings(f"{text} Nội dung"), heading=True) for text in labels]):
        assert placing is not None
        del stack[placing.depth :]
        stack.append(Open(placing.label, label_to_id(placing.label, stack[-1] if stack else None, "")))
        found.append(stack[-1].id)
    return found


def test_a_label_that_contains_its_parents_takes_its_place() -> None:
    assert ids("II.", "1.", "1.1.", "1.2.", "(1)", "2.") == ["II", "II.1", "II.1.1", "II.1.2", "II.1.2.(1)", "II.2"]


def test_capital_letters_stand_above_romans_or_below_as_the_numbers_go_on() -> None:
    assert ids("A.", "I.", "II.", "B.", "I.") == ["A", "A.I", "A.II", "B", "B.I"]
    assert ids("I.", "A.", "B.", "II.") == ["I", "I.A", "I.B", "II"]


def test_c_is_a_letter_behind_b_and_i_behind_h() -> None:
    assert ids("A.", "B.", "C.") == ["A", "B", "C"]
    letters = "abcdđeghi"
    assert ids("1.", *(f"{c})" for c in letters)) == ["1", *(f"1.{c}" for c in letters)]


def test_lists_of_both_kinds_nest_in_either_order() -> None:
    assert ids("1.", "a)", "(1)", "(2)", "b)") == ["1", "1.a", "1.a.(1)", "1.a.(2)", "1.b"]
    assert ids("1.", "(1)", "a)", "b)", "(2)") == ["1", "1.(1)", "1.(1).a", "1.(1).b", "1.(2)"]


def test_what_stands_in_brackets_goes_on_no_list_without() -> None:
    assert ids("1.", "(1)", "2.", "(1)", "(2)") == ["1", "1.(1)", "2", "2.(1)", "2.(2)"]


def test_f_goes_on_a_list_of_letters() -> None:
    assert ids("1.", *(f"{c})" for c in "abcdefg")) == ["1", *(f"1.{c}" for c in "abcdefg")]


def test_a_number_in_no_order_is_a_label_in_a_heading_alone() -> None:
    paragraphs = [Labelled(leading_readings(f"{text} Nội dung")) for text in ("1.", "2.", "49.")]
    assert [p is not None for p in place_labels(paragraphs)] == [True, True, False]
    heading = Labelled(paragraphs[2].readings, heading=True)
    assert place_labels([*paragraphs[:2], heading])[2] is not None


def test_a_number_within_a_sentence_breaks_no_list() -> None:
    texts = ("III.", "1.", "2.", "2.1.", "2.2.", "7:", "2.3.", "2.4.", "3.")  # "(of project / 7: …)"
    paragraphs = [Labelled(leading_readings(f"{text} Nội dung"), heading=True) for text in texts]
    assert [p.depth if p else None for p in place_labels(paragraphs)] == [0, 1, 1, 2, 2, None, 2, 2, 1]


def test_a_letter_that_goes_on_no_list_is_no_label() -> None:
    paragraphs = [Labelled(leading_readings(f"{text} Nội dung")) for text in ("1.", "q)", "2.")]
    assert [p is not None for p in place_labels(paragraphs)] == [True, False, True]


def test_a_misread_label_is_taken_only_where_its_list_goes_on() -> None:
    first, misread = (leading_readings(f"{text} Nội dung") for text in ("II.", "III."))
    two, three = place_labels([Labelled(first), Labelled((), misread)], leading_readings("I. Nội dung")[:1])
    assert two is not None
    assert three is not None
    assert (three.label.text, three.guessed) == ("III", True)
    assert place_labels([Labelled((), misread)]) == (None,)


@given(st.lists(st.sampled_from("I. II. V. A. B. 1. 2. 7. 1.1. 1.2. a) b) đ) i) (1) (2) (i)".split()), max_size=25))
def test_every_label_stands_below_open_ones_in_one_of_its_readings(labels: list[str]) -> None:
    paragraphs = [Labelled(leading_readings(f"{label} Nội dung")) for label in labels]
    opened = 0
    for paragraph, placing in zip(paragraphs, place_labels(paragraphs), strict=True):
        if placing is not None:
            assert placing.label in paragraph.readings
            assert 0 <= placing.depth <= opened
            opened = placing.depth + 1
