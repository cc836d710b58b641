"""Labels and all their readings: the table of examples, and what every label obeys."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.language.numbering.alphabet import OFFICE, letter_to_place, place_to_letter
from nghiquyet.extract.language.numbering.parse_labels import readings
from nghiquyet.extract.language.numbering.reading import LETTERED, Reading, Style, written
from nghiquyet.extract.language.numbering.roman import LARGEST_LABEL
from nghiquyet.extract.language.packaged_yaml import packaged_yaml

DATA = packaged_yaml(files("nghiquyet.extract.language.numbering").joinpath("label_names.yaml"))
COUNTS = st.integers(1, 99)


def shown(reading: Reading) -> str:
    first, *below = reading.levels
    head = place_to_letter(first) if reading.style in LETTERED else str(first)
    return " ".join([reading.style, head, *map(str, below)])


@pytest.mark.parametrize(("label", "expected"), DATA["examples"].items())
def test_labels_have_the_readings_that_the_table_lists(label: str, expected: str) -> None:
    assert "; ".join(map(shown, readings(label))) == expected


@st.composite
def labels(draw: st.DrawFn) -> Reading:
    """A label as some office prints it."""
    style: Style = draw(st.sampled_from(["arabic", "roman", "upper", "lower", "lower_roman"]))
    if style in LETTERED:
        head = letter_to_place(draw(st.sampled_from(OFFICE)))
    else:
        head = draw(COUNTS if style == "arabic" else st.integers(1, LARGEST_LABEL))
    below = draw(st.lists(COUNTS, max_size=0 if style == "lower_roman" else 2))
    bracketed = draw(st.booleans())
    closing = "" if bracketed else draw(st.sampled_from(["", ".", ")", "/", ":"]))
    return written(style, (head, *below), closing, draw(st.sampled_from([1, 2])), bracketed)


@given(labels())
def test_every_label_that_is_written_is_read_back(label: Reading) -> None:
    (found,) = (r for r in readings(label.printed) if r.style == label.style)
    assert found == label
    assert (found.closing, found.bracketed, found.seldom) == (label.closing, label.bracketed, False)


@given(st.text("IVXLCDMabcđê10.()/: -", max_size=12) | st.text(max_size=30))
def test_readings_of_any_text_are_different_and_end_it(text: str) -> None:
    found = readings(text)
    assert len({r.style for r in found}) == len(found)
    assert all(r.printed == (text.strip() if r.style == "bullet" else r.printed) for r in found)
    assert [r.seldom for r in found] == sorted(r.seldom for r in found)


def test_an_item_s_name_is_read_with_its_number_only() -> None:
    assert readings("Nội dung") == readings("Nhiệm vụ trọng tâm") == readings("Điều kiện") == ()
