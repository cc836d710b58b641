"""Which beginnings of paragraphs are labels, and which only look like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.language.numbering.leading import leading_label, leading_readings, starts_bullet


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
        ("f) Mục tiêu", "f", "Mục tiêu"),
        ("xviii) Mục tiêu", "xviii", "Mục tiêu"),
        ("Nội dung 1: Hạ tầng", "Nội dung 1", "Hạ tầng"),
        ("Bước 2. Thẩm định", "Bước 2", "Thẩm định"),
        ("1- Hoàn thiện thể chế", "1", "Hoàn thiện thể chế"),
    ],
)
def test_labels_of_every_style(text: str, label: str, rest: str) -> None:
    (found, *_) = leading_readings(text)
    assert (found.text, text[found.end :]) == (label, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Nội dung 1 được thực hiện trong quý I",
        "66/NQ- CP ngày 26 tháng 3",
        "49/QCPH-UBND-UBMT quy định",
        "2025- 2030",
        "5 - 10% số xã",
        "ô) Mục tiêu",
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
    assert leading_readings(text) == ()


@pytest.mark.parametrize("text", ["- Tổ chức", "-Tổ chức", "+ Chuyển đổi", "• Rà soát", "– Ban hành"])
def test_list_marks(text: str) -> None:
    assert starts_bullet(text)


@pytest.mark.parametrize("text", ["-5% so với năm trước", "Tổ chức - thực hiện"])
def test_no_list_marks(text: str) -> None:
    assert not starts_bullet(text)


@given(st.text(max_size=60))
def test_a_label_is_the_texts_beginning(text: str) -> None:
    for label in leading_readings(text):
        assert 0 < label.end <= len(text)
        assert all(part in text[: label.end] for part in label.text.split())


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
