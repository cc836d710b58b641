import pytest

from nghiquyet.extract.readers.ocr_text.page_marks import text_to_pages


def numbers(text: str) -> list[tuple[int, str]]:
    return [(p.number, " ".join(" ".join(p.lines).split())) for p in text_to_pages(text)]


@pytest.mark.parametrize(
    "end",
    ["\f", "\n\n--- Trang 2 ---\n\n", "\n\n--- Page 2 of 3 ---\n", "\n## Trang 2\n", "\n\n---\n\n", "\n\n***\n\n",
     "\n<!-- PageBreak -->\n", "\n{2}------------------------\n", "\n\n- 2 -\n\f"],
)  # fmt: skip
def test_pages_end_at_marks(end: str) -> None:
    assert numbers(f"Kế hoạch{end}Mục tiêu")[0] == (1, "Kế hoạch")
    assert numbers(f"Kế hoạch{end}Mục tiêu")[1] == (2, "Mục tiêu")


def test_marks_above_the_text_name_the_page_below() -> None:
    assert numbers("Trang 1\nA b\nTrang 2\nC d\nTrang 4\nE f") == [(1, "A b"), (2, "C d"), (4, "E f")]


def test_marks_below_the_text_name_the_page_above() -> None:
    assert numbers("A b\n\nTrang 1/2\n\nC d\n\nTrang 2/2") == [(1, "A b"), (2, "C d")]


def test_page_numbers_that_count_on_part_pages() -> None:
    assert numbers("A b\n\n2\n\nC d\n\n3\n\nE f") == [(1, "A b"), (2, "C d"), (3, "E f")]


def test_numbers_of_rows_written_a_cell_a_line_part_no_pages_but_its_marks_do() -> None:
    rows = [["STT", "Nhiệm vụ", "Thời hạn"], *([str(n), f"Việc {n}", "Năm 2027"] for n in range(1, 5))]
    text = ["\n\n".join(cell for row in part for cell in row) for part in (rows[:3], rows[3:])]
    assert [n for n, _ in numbers("\n\n".join(text))] == [1]
    assert [(n, t[:4]) for n, t in numbers("\n\n--- Trang 2 ---\n\n".join(text))] == [(1, "STT "), (2, "3 Vi")]


@pytest.mark.parametrize(
    "text",
    ["Kế hoạch\n\n12\n\nnhiệm vụ", "Độc lập - Tự do - Hạnh phúc\n\n---\n\nKẾ HOẠCH", "Tiêu đề\n---\nNội dung",
     "Trang thiết bị 3 bộ\nMua 12 xe", "1\t2\t3\n4\t5\t6"],
)  # fmt: skip
def test_what_is_no_mark_parts_nothing(text: str) -> None:
    assert len(text_to_pages(text)) == 1


def test_marks_are_kept_beside_the_text() -> None:
    assert [p.marks for p in text_to_pages("A b\n--- Trang 2 ---\nC d")] == [(), ("--- Trang 2 ---",)]
