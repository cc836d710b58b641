from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.output.changes.rendering.redlines import LONGEST, red_lines, without_long_runs


def test_a_reworded_line_is_marked_by_words() -> None:
    (line,) = red_lines(["Giảm 43,5% phát thải khí nhà kính"], ["Giảm 40% phát thải khí nhà kính"])
    assert line.mark == "mixed"
    changed = [(s.before.strip(), s.after.strip()) for s in line.stretches if s.kind == "substance"]
    assert all("phát thải" not in before for before, _ in changed)
    assert any("43,5" in before and "40" in after for before, after in changed)


def test_lines_with_nothing_in_common_go_and_come_whole() -> None:
    old, new = "Ủy ban nhân dân các xã, phường, đặc khu", "Công an tỉnh và Bộ Chỉ huy Quân sự tỉnh Lâm Đồng"
    assert [line.mark for line in red_lines([old], [new])] == ["removed", "added"]


def test_short_values_stand_on_one_line() -> None:
    (line,) = red_lines(["43,5"], ["40"])
    assert [(s.kind, s.before, s.after) for s in line.stretches] == [("substance", "43,5", "40")]


def test_of_a_list_only_what_is_new_is_marked() -> None:
    lines = red_lines(["Sở Xây dựng", "Sở Tài chính"], ["Sở Xây dựng", "Sở Y tế", "Sở Tài chính"])
    assert [line.mark for line in lines] == ["same", "added", "same"]


def test_a_reworded_line_is_found_among_new_ones() -> None:
    old = ["chức vụ: Chủ tịch"]
    new = ["họ tên: Lê Văn B", "chức vụ: Phó Chủ tịch", "thay mặt: Chủ tịch"]
    assert [line.mark for line in red_lines(old, new)] == ["added", "mixed", "added"]


def test_a_long_run_of_lines_that_stay_is_told_by_its_length() -> None:
    lines = red_lines(["Sở A", "Sở B", "Sở C"], ["Sở A", "Sở B", "Sở C", "Công an tỉnh"])
    assert [line.mark for line in without_long_runs(lines)] == ["gap", "added"]
    assert "3 dòng" in without_long_runs(lines)[0].stretches[0].after
    assert without_long_runs(lines[1:]) == lines[1:]


def test_texts_too_long_to_align_are_set_side_by_side() -> None:
    long = "a " * LONGEST
    assert [line.mark for line in red_lines([long], [f"{long}b"])] == ["removed", "added"]


lines = st.lists(st.text("ab ,%1đ", min_size=1, max_size=12), max_size=5)


@given(lines, lines)
def test_no_word_of_either_side_is_lost(before: list[str], after: list[str]) -> None:
    shown = red_lines(before, after)
    assert [t for line in shown if (t := "".join(s.before for s in line.stretches))] == before
    assert [t for line in shown if (t := "".join(s.after for s in line.stretches))] == after
