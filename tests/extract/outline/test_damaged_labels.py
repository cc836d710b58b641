"""Labels that a recogniser read wrong are told by the list that they go on; printed ones are left as they stand."""

from __future__ import annotations

import pytest

from nghiquyet.extract.model import Document, Line, Page, Word
from nghiquyet.extract.outline import document_to_outline
from nghiquyet.extract.outline.damaged_labels import damaged_labels


@pytest.mark.parametrize(
    ("read", "label"),
    [
        ("II,KINH PHÍ THỰC HIỆN", "III"),
        ("ø).Trung tâm y tế huyện.", "g"),
        ("Đ) Trình cơ quan có thẩm quyền", "b"),
        ("§. Năng lực chuyên môn", "8"),
        ("3, Miễn trừ cấp phép", "3"),
        ("Điều:8. Hiệu lực thi hành", "Điều 8"),
        ("VII. Bãi bỏ điều kiện", "VIII"),
        ("D3. Ông Vũ Việt Linh ghi biên bản", "4.3"),
        ("43. Ông Vũ Việt Linh ghi biên bản", "4.3"),
        ("đd) Trung tâm truyền thông", "d"),
    ],
)
def test_what_may_be_printed_is_among_the_readings(read: str, label: str) -> None:
    assert label in [found.text for found in damaged_labels(read)]


@pytest.mark.parametrize("read", ["Nâng cao năng lực", "- Xây dựng tài liệu", "thực hiện. Sau đó"])
def test_ordinary_words_are_no_labels(read: str) -> None:
    assert damaged_labels(read) == ()


def _labels(*texts: str, confidence: float | None = 0.9) -> list[tuple[str, bool]]:
    lines = []
    for i, text in enumerate(texts):
        words = []
        x = 120.0
        for part in text.split():
            words.append(Word(part, (x, 100 + 20 * i, x + 6 * len(part), 112 + 20 * i), 1, confidence=confidence))
            x += 6 * len(part) + 4
        lines.append(Line(tuple(words)))
    page = Page(1, 595.0, 842.0, tuple(w for line in lines for w in line.words))
    document = Document("a.pdf", "", "scanned", (page,), tuple(lines), ())
    return [(s.label, s.guessed) for s in document_to_outline(document).sections if s.label]


def test_a_label_is_restored_where_its_list_needs_it() -> None:
    told = _labels(
        "I. Mục tiêu.",
        "II. Nội dung chính.",
        "II, Kinh phí thực hiện.",
        "IV. Tổ chức thực hiện kế hoạch của ngành y tế.",
    )
    assert told == [("I", False), ("II", False), ("III", True), ("IV", False)]


def test_a_roman_one_before_a_two_in_figures_is_a_figure() -> None:
    told = _labels("I. Quy định.", "II. Điều kiện chung.", "I. Tổ chức được thành lập.", "2. Kho đáp ứng quy định.")
    assert told == [("I", False), ("II", False), ("1", True), ("2", False)]


def test_a_roman_one_before_a_roman_two_begins_a_list_anew() -> None:
    told = _labels("I. Quy định.", "II. Điều kiện chung.", "I. Tổ chức được thành lập.", "II. Kho đáp ứng quy định.")
    assert told == [("I", False), ("II", False), ("I", False), ("II", False)]


def test_a_printed_label_is_never_changed() -> None:
    told = _labels("I. Mục tiêu.", "II. Nội dung.", "II. Kinh phí.", "IV. Tổ chức thực hiện", confidence=None)
    assert told == [("I", False), ("II", False), ("II", False), ("IV", False)]
