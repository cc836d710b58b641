from __future__ import annotations

from nghiquyet.extract.readers.ocr_text.lines_to_blocks import page_to_blocks
from nghiquyet.extract.readers.ocr_text.model import TextLine
from nghiquyet.extract.readers.ocr_text.page_marks import text_to_pages
from nghiquyet.extract.readers.ocr_text.soft_wraps import without_soft_wraps


def lines(text: str) -> list[str]:
    pages = without_soft_wraps([page_to_blocks(page) for page in text_to_pages(text)])
    return [block.text for page in pages for block in page.blocks if isinstance(block, TextLine)]


ITEMS = [f"{n}. Rà soát các quy định của ngành,\nbáo cáo Chính phủ trong năm." for n in range(1, 7)]
WHOLE = [item.replace("\n", " ") for item in ITEMS]


def test_lines_go_on_where_blank_lines_part_the_paragraphs() -> None:
    assert lines("\n\n".join(ITEMS)) == WHOLE


def test_lines_stay_apart_where_no_blank_lines_part_them() -> None:
    assert lines("\n".join(ITEMS)) == [line for item in ITEMS for line in item.split("\n")]


def test_list_marks_labels_and_lines_in_capitals_begin_anew() -> None:
    text = "\n\n".join([*ITEMS, "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG", "Gồm:\n- Sở Y tế;\n- Sở Nội vụ."])
    assert lines(text)[-5:] == ["ỦY BAN NHÂN DÂN", "TỈNH LÂM ĐỒNG", "Gồm:", "- Sở Y tế;", "- Sở Nội vụ."]


def test_a_few_labels_tell_no_habit() -> None:
    assert lines("\n\n".join(ITEMS[:2])) == [line for item in ITEMS[:2] for line in item.split("\n")]


def test_a_heading_in_capitals_goes_on_in_capitals() -> None:
    text = "\n\n".join([*ITEMS, "II. NỘI\nDUNG THỰC HIỆN"])
    assert lines(text)[-1] == "II. NỘI DUNG THỰC HIỆN"
