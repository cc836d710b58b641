"""Which beginnings of paragraphs are labels, and which only look like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.outline.nesting import Open, label_to_id, place_label
from nghiquyet.extract.outline.paragraph_labels import leading_labels, starts_bullet


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("I. MỤC ĐÍCH", "I", "MỤC ĐÍCH"),
        ("II/ NHIỆM VỤ", "II", "NHIỆM VỤ"),
        ("III - Tổ chức", "III", "Tổ chức"),
        ("1. Mục tiêu", "1", "Mục tiêu"),
        ("01. Mục tiêu", "01", "Mục tiêu"),
        ("1.2. Mục tiêu", "1.2", "Mục tiêu"),
        ("2.5 Về công tác", "2.5", "Về công tác"),
        ("1)Thực hiện", "1", "Thực hiện"),
        ("a) Mục tiêu", "a", "Mục tiêu"),
        ("đ. Thường xuyên", "đ", "Thường xuyên"),
        ("a.1) Mục tiêu", "a.1", "Mục tiêu"),
        ("(1) 100% các cảng", "(1)", "100% các cảng"),
        ("(ii) Chỉ tiêu", "(ii)", "Chỉ tiêu"),
        ("Điều 3. Trách nhiệm", "Điều 3", "Trách nhiệm"),
        ("Chương II", "Chương II", ""),
        ("PHẦN THỨ NHẤT", "PHẦN THỨ NHẤT", ""),
        ("MỤC 1 QUY ĐỊNH CHUNG", "MỤC 1", "QUY ĐỊNH CHUNG"),
        ("A. QUAN ĐIỂM", "A", "QUAN ĐIỂM"),
    ],
)
def test_labels_of_every_style(text: str, label: str, rest: str) -> None:
    (found, *_) = leading_labels(text)
    assert (found.text, text[found.end :]) == (label, rest)


@pytest.mark.parametrize(
    "text",
    [
        "V/v triển khai nhiệm vụ",
        "Điều 5 Luật này quy định",
        "Mục tiêu chung",
        "Phần mềm quản lý",
        "Chương trình hành động",
        "1.500 người tham gia",
        "15/4/2026 ban hành kế hoạch",
        "10.5% số hộ",
        "2.5 triệu đồng",
        "2026. Các đơn vị",
        "TP. Hồ Chí Minh",
        "Sở Y tế",
    ],
)
def test_no_label(text: str) -> None:
    assert leading_labels(text) == ()


@pytest.mark.parametrize("text", ["- Tổ chức", "-Tổ chức", "+ Chuyển đổi", "• Rà soát", "– Ban hành"])
def test_list_marks(text: str) -> None:
    assert starts_bullet(text)


@pytest.mark.parametrize("text", ["-5% so với năm trước", "Tổ chức - thực hiện"])
def test_no_list_marks(text: str) -> None:
    assert not starts_bullet(text)


def ids(*labels: str) -> list[str]:
    """The ids that a run of headings gets."""
    stack: list[Open] = []
    found = []
    readings = [leading_labels(f"{text} Nội dung") for text in labels]
    for i, reading in enumerate(readings):
        placing = place_label(reading, stack, [r[0] for r in readings[i + 1 :]], True)
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


@given(st.text(max_size=60))
def test_a_label_is_the_texts_beginning(text: str) -> None:
    for label in leading_labels(text):
        assert 0 < label.end <= len(text)
        assert all(part in text[: label.end] for part in label.text.split())
