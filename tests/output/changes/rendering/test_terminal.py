from __future__ import annotations

from nghiquyet.output.changes.rendering.terminal import LONGEST, MOST, changes_to_lines, counts
from tests.output.changes.rendering.build import ALL, CURRENT, LOWER, PREVIOUS, UNSURE, change, changeset, field


def test_substance_is_told_line_by_line_the_unsure_last_and_wording_not() -> None:
    lines = list(changes_to_lines(ALL, PREVIOUS, CURRENT))
    assert lines[0] == "Văn bản: người ký: thêm người ký"
    assert [line.endswith("[cần xem lại]") for line in lines] == [False] * 6 + [True] * 2


def test_many_changes_are_cut_and_the_rest_counted() -> None:
    lines = list(changes_to_lines(changeset(*[LOWER] * (MOST + 3)), PREVIOUS, CURRENT))
    assert len(lines) == MOST + 1
    assert lines[-1].startswith("… và 3 thay đổi nội dung khác")


def test_a_line_is_never_long_nor_two() -> None:
    long = change(field("title", "a", "b", reason="x " * 200))
    (line,) = changes_to_lines(changeset(long), PREVIOUS, CURRENT)
    assert LONGEST - 1 <= len(line) <= LONGEST


def test_the_counts_are_those_of_the_summary_and_what_needs_a_look() -> None:
    told = "1 thay đổi nội dung, 0 thay đổi cách viết, 5 không đổi, 1 chỗ cần xem lại"
    assert counts(changeset(UNSURE), PREVIOUS, CURRENT) == told
