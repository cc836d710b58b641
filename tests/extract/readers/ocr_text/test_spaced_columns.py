"""White from top to bottom parts columns."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from nghiquyet.extract.readers.ocr_text.spaced_columns import column_starts, parts_of, place_parts

WORD = st.sampled_from(["Sở", "Nội vụ", "Lập quy hoạch", "2026", "x"])


def starts(*lines: str) -> tuple[float, ...]:
    return column_starts([parts_of(line) for line in lines])


def test_two_spaces_or_a_tab_part_a_line_and_one_does_not() -> None:
    assert [(p.at, p.text, p.end) for p in parts_of("a b  c\td")] == [(0, "a b", 3), (5, "c", 6), (7, "d", 8)]


def test_columns_begin_in_the_white_between_them() -> None:
    found = starts("STT  Việc       Hạn", "1    Lập đề án  Năm", "2    Rà soát    Quý")
    assert len(found) == 3
    assert place_parts("2    Rà soát    Quý", found).texts == ((0, "2"), (1, "Rà soát"), (2, "Quý"))


def test_lines_that_keep_to_no_columns_have_none() -> None:
    assert starts("STT  Việc  Hạn", "1  Lập đề án của tỉnh  Năm", "Rà soát văn bản  Quý  x") == ()
    assert starts("STT  Việc  Hạn") == ()


@given(st.lists(st.tuples(WORD, WORD, WORD), min_size=2, max_size=6))
@settings(max_examples=50, deadline=None)
def test_texts_set_in_columns_are_found_in_them(rows: list[tuple[str, str, str]]) -> None:
    lines = ["".join(text.ljust(18) for text in row).rstrip() for row in rows]
    found = starts(*lines)
    assert [[t for _, t in place_parts(line, found).texts] for line in lines] == [list(row) for row in rows]
