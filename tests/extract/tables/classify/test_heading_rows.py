from __future__ import annotations

import pytest

from nghiquyet.extract.model import TableFragment
from nghiquyet.extract.tables.classify.heading_rows import column_headings, header_lines, header_rows, is_column_numbers
from tests.extract.as_recognised import recognised_fragment
from tests.extract.builders import fragment

ONE_LEVEL = ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"]
TASK = ["1", "Lập quy hoạch trạm sạc", "Sở Xây dựng", "2027"]


def depth(*rows: list[str]) -> int:
    return header_rows(fragment(rows))


def headings(made: TableFragment) -> list[tuple[str, ...]]:
    return list(column_headings(made, header_rows(made)))


def test_one_level() -> None:
    made = fragment([ONE_LEVEL, TASK])
    assert header_rows(made) == 1
    assert headings(made) == [("TT",), ("Nhiệm vụ",), ("Chủ trì",), ("Thời hạn",)]
    assert [x.text for x in header_lines(made, 1)] == ["TT", "Nhiệm", "vụ"][:1] + ONE_LEVEL[1:]


def test_two_levels_with_merged_cells() -> None:
    made = fragment([["TT", "Nhiệm vụ", "Phân công", "<"], ["^", "^", "Chủ trì", "Phối hợp"], TASK])
    assert header_rows(made) == 2
    assert headings(made) == [("TT",), ("Nhiệm vụ",), ("Phân công", "Chủ trì"), ("Phân công", "Phối hợp")]


def test_two_levels_whose_lower_words_mean_nothing_alone() -> None:
    made = fragment([["TT", "Nhiệm vụ", "Phân loại", "<"], ["^", "^", "A", "Trọng tâm"], TASK])
    assert header_rows(made) == 2


@pytest.mark.parametrize("numbers", [["(1)", "(2)", "(3)", "(4)"], ["1", "2", "3", "4"], ["A", "B", "1", "2=1+3"]])
def test_a_row_of_column_numbers_belongs_to_the_heading(numbers: list[str]) -> None:
    assert depth(ONE_LEVEL, numbers, TASK) == 2
    made = fragment([ONE_LEVEL, numbers, TASK])
    assert headings(made) == [("TT",), ("Nhiệm vụ",), ("Chủ trì",), ("Thời hạn",)]


@pytest.mark.parametrize(
    ("numbers", "answer"),
    [
        (["I", "(2)", "(3)", "4)", "(5)"], True),
        (["(1)", "(2)", "@)", "(4)"], True),
        (["(1)", ".(2)", "(3)", "(4),-"], True),
        (["(1)", "(2)", "(3)", "Sở Xây dựng"], False),
        (["(1)", "", "@)", "4)", "@)", "(6)"], True),
        (["I", "(2)", "3)", "4)"], False),
    ],
)
def test_recognised_column_numbers_may_be_misread(numbers: list[str], answer: bool) -> None:
    printed = fragment([numbers])
    assert is_column_numbers(recognised_fragment(printed).cells) is answer
    assert not is_column_numbers(printed.cells) or "@)" not in numbers


def test_a_first_task_is_no_row_of_column_numbers() -> None:
    assert depth(ONE_LEVEL, TASK) == 1


def test_content_is_no_heading() -> None:
    assert depth(TASK, ["2", "Trình", "Sở Tài chính", "2028"]) == 0


def test_one_known_word_in_a_row_of_content_is_no_heading() -> None:
    assert depth(["1", "Nhiệm vụ", "Sở Xây dựng", "2027"], TASK) == 0


@pytest.mark.parametrize("number", [["4"], []], ids=["numbered", "without numbers"])
def test_a_task_in_words_that_head_columns_is_no_heading(number: list[str]) -> None:
    words = ["Rà soát mạng lưới trạm sạc giai đoạn 2026 - 2030", "Đề án được phê duyệt", "Giai đoạn 2026 - 2030"]
    assert depth([*number, *words, "Sở Xây dựng"]) == 0
    assert depth([*number, "Lập đề án", "Đề án", "Kết quả"]) == int(not number)


def test_a_number_read_on_a_picture_may_be_a_heading() -> None:
    made = fragment([["11", *ONE_LEVEL[1:]], TASK])
    assert header_rows(made) == 0
    assert header_rows(recognised_fragment(made)) == 1


def test_a_paragraph_is_no_heading() -> None:
    assert depth(["TT", "Nhiệm vụ", "Chủ trì", "x " * 100], TASK) == 0


def test_a_groups_row_over_all_columns_is_no_lower_level() -> None:
    assert depth(ONE_LEVEL, ["Nhóm nhiệm vụ về hạ tầng", "<", "<", "<"], TASK) == 1


def test_a_table_of_headings_alone_is_all_heading() -> None:
    assert depth(ONE_LEVEL) == 1


def test_an_empty_heading_cell_gives_no_text() -> None:
    assert headings(fragment([["TT", "Nhiệm vụ", "", "Chủ trì"], TASK]))[2] == ()


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        (["(1)", "(2)", "(3)"], True),
        (["1", "", "3"], True),
        (["[1]", "[2]", "[3]=[1]+[2]"], True),
        (["7=5x6", "8", "9"], True),
        (["1", "Lập kế hoạch", ""], False),
        (["", "", "1"], False),
        (["2026", "2027", "2028"], False),
    ],
)
def test_rows_of_column_numbers(texts: list[str], answer: bool) -> None:
    assert is_column_numbers(fragment([texts]).cells) is answer


def test_a_heading_s_word_that_a_narrow_column_breaks_stands_whole() -> None:
    made = fragment([["TT", "Nhiệm vụ", "Chủ trì", "phươn\ng"], TASK], widths=(90, 90, 90, 44))
    assert header_rows(made) == 1
    assert headings(made)[3] == ("phương",)
