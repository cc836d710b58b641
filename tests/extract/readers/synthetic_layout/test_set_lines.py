"""Paragraphs broken and placed as a printer would, every letter kept."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.model import Line
from nghiquyet.extract.readers.layout_blocks import Align, Paragraph, Run
from nghiquyet.extract.readers.synthetic_layout.set_lines import leading_of, paragraph_to_lines, wanted_width

WIDE = 300.0
TEXT = "Ủy ban nhân dân tỉnh ban hành kế hoạch thực hiện nghị quyết về phát triển giao thông xanh giai đoạn mới"


def paragraph(text: str, **changes: object) -> Paragraph:
    return Paragraph((Run(text),), **changes)  # type: ignore[arg-type]


def lines(made: Paragraph, width: float = WIDE, wrapped: bool = True) -> list[Line]:
    return [line for line in paragraph_to_lines(made, 50.0, width, 100.0, 1, wrapped) if line is not None]


def test_full_lines_end_at_the_margin_and_the_last_one_where_it_ends() -> None:
    *full, last = lines(paragraph(TEXT))
    assert full
    assert all(line.bbox[2] == pytest.approx(350.0) for line in full)
    assert last.bbox[2] < 350.0


def test_lines_stand_under_each_other() -> None:
    made = paragraph(TEXT, size=14.0)
    tops = [line.bbox[1] for line in lines(made)]
    assert [b - a for a, b in pairwise(tops)] == pytest.approx([leading_of(made)] * (len(tops) - 1))


@pytest.mark.parametrize(("align", "place"), [("left", 50.0), ("centre", 175.0), ("right", 300.0)])
def test_alignment(align: Align, place: float) -> None:
    (line,) = lines(paragraph("m" * 5, size=50 / 5 / 0.778, align=align))
    assert line.bbox[0] == pytest.approx(place)


def test_indents() -> None:
    first, second, *_ = lines(paragraph(TEXT, left=30.0, first=20.0))
    assert (first.bbox[0], second.bbox[0]) == pytest.approx((100.0, 80.0))
    hanging, below, *_ = lines(paragraph(TEXT, left=30.0, first=-20.0))
    assert (hanging.bbox[0], below.bbox[0]) == pytest.approx((60.0, 80.0))


def test_no_broken_line_begins_with_what_looks_like_a_label() -> None:
    made = paragraph("thực hiện theo quy định tại điểm này và Điều 5. a) b) - 1. Chương II " * 4)
    assert all(line.words[0].text.islower() and len(line.words[0].text) > 1 for line in lines(made)[1:])


def test_a_word_wider_than_the_column_stands_alone() -> None:
    assert [line.text for line in lines(paragraph("a " + "x" * 90 + " b"), 100.0)] == ["a", "x" * 90, "b"]


def test_lines_end_where_the_text_says_so() -> None:
    assert [line.text for line in lines(paragraph("một\nhai\n\nba"))] == ["một", "hai", "ba"]
    assert [line is None for line in paragraph_to_lines(paragraph("một\n\nba"), 0, WIDE, 0, 1)] == [False, True, False]
    assert len(lines(paragraph(TEXT), wrapped=False)) == 1


def test_an_empty_paragraph_is_an_empty_line() -> None:
    assert paragraph_to_lines(Paragraph(), 0, WIDE, 0, 1) == (None,)
    assert paragraph_to_lines(paragraph(" \t "), 0, WIDE, 0, 1) == (None,)


def test_tabs_and_rows_of_spaces_make_gaps_and_a_space_does_not() -> None:
    (line,) = lines(paragraph("Số:\tA          B C"))
    gaps = [b.bbox[0] - a.bbox[2] for a, b in pairwise(line.words)]
    assert gaps[0] > 5
    assert gaps[1] > 30
    assert gaps[2] == pytest.approx(3.25)


def test_words_may_change_their_look_and_raised_letters_are_joined() -> None:
    made = Paragraph((Run("CO"), Run("2", raised=True), Run(", kế "), Run("ho", bold=True), Run("ạch")))
    (line,) = lines(made)
    assert line.text == "CO2, kế hoạch"
    assert [(w.text, w.raised, w.joined) for w in line.words] == [
        ("CO", False, False),
        ("2", True, True),
        (",", False, True),
        ("kế", False, False),
        ("hoạch", False, False),
    ]
    assert line.words[1].bbox[3] < line.words[0].bbox[3]


def test_spaces_that_hold_words_together_part_them_too() -> None:
    assert lines(paragraph("Điều\u00a05"))[0].text == "Điều 5"
    assert [w.text for w in lines(paragraph("Điều\u00a05"))[0].words] == ["Điều", "5"]


def test_a_column_is_wider_where_little_is_wanting_and_not_where_much_is() -> None:
    motto = paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    wide = wanted_width(motto, 230.0)
    assert wide > 230.0
    assert len(lines(motto, wide)) == 1
    assert len(lines(replace(motto, first=28.0), wanted_width(replace(motto, first=28.0), 230.0))) == 1
    assert wanted_width(motto, 100.0) == 100.0
    assert wanted_width(motto, 400.0) == 400.0


@given(
    st.lists(st.text(alphabet=" \n\tabĐệ1.)-\u00a0", max_size=40), max_size=5),
    st.floats(20, 400),
    st.sampled_from(["left", "centre", "right", "justified"]),
)
def test_every_letter_is_set_once_and_in_order(texts: list[str], width: float, align: Align) -> None:
    made = Paragraph(tuple(Run(t, bold=i % 2 == 0) for i, t in enumerate(texts)), align=align)
    told = "".join(w.text for line in lines(made, width) for w in line.words)
    assert told == "".join("".join(texts).split())
