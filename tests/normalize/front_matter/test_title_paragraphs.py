"""Titles of files that have no places: nothing is centred, bold or set in; paragraphs and words tell where they end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.model import Document
from nghiquyet.extract.readers.layout_blocks import Paragraph, Run
from nghiquyet.extract.readers.synthetic_layout.set_pages import lay_out
from nghiquyet.normalize.front_matter import read_front_matter
from nghiquyet.normalize.front_matter.title_paragraphs import lines_to_paragraphs, title_by_paragraphs

HEAD = (
    "UBND TỈNH LÂM ĐỒNG",
    "Số: 15/KH-UBND",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Lâm Đồng, ngày 05 tháng 3 năm 2026",
    "KẾ HOẠCH",
)
TITLE = "Cải cách hành chính năm 2026"
OPENING = (
    "Ủy ban nhân dân tỉnh ban hành Kế hoạch cải cách hành chính với những mục tiêu, nhiệm vụ và giải pháp sau đây để "
    "các sở, ban, ngành và địa phương tổ chức thực hiện:"
)
REST = ("1. Mục tiêu", "Đến năm 2026, 95% hồ sơ được giải quyết đúng hạn, người dân hài lòng với kết quả.")


def stream(*texts: str, word: bool = True) -> Document:
    """A file of paragraphs that all look alike: a Word file, or a text, whose reader knows no paragraphs."""
    blocks = [Paragraph((Run(t),), address=f"paragraph {i}" if word else "") for i, t in enumerate(texts, start=1)]
    laid = lay_out(blocks)
    return Document("a", "0" * 64, "docx" if word else "text", laid.pages, laid.lines, ())


def title_of(*title: str, word: bool = True) -> tuple[str | None, set[str]]:
    matter, _, findings = read_front_matter(stream(*HEAD, *title, *REST, word=word))
    return matter.title, {f.code for f in findings}


@pytest.mark.parametrize("word", [True, False])
@pytest.mark.parametrize(
    ("paragraphs", "title"),
    [
        ((TITLE, OPENING), TITLE),
        ((TITLE, "Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:"), TITLE),
        ((TITLE, "Năm 2025 đạt nhiều kết quả. Nay tỉnh ban hành kế hoạch.", OPENING), TITLE),
        ((TITLE, "MỤC TIÊU", OPENING), TITLE),
        ((TITLE, "Kính gửi: Các sở, ban, ngành", OPENING), TITLE),
        ((TITLE.upper(), OPENING), TITLE.upper()),
        (("Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021", "của Chính phủ", OPENING),
         "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ"),
        (("Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của", "Chính phủ", OPENING),
         "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ"),
        (("Triển khai trên địa bàn tỉnh các nội dung thuộc dự án 2 của", "Chương trình mục tiêu quốc gia", OPENING),
         "Triển khai trên địa bàn tỉnh các nội dung thuộc dự án 2 của Chương trình mục tiêu quốc gia"),
    ],
)  # fmt: skip
def test_the_title_ends_where_a_paragraph_of_text_begins(paragraphs: tuple[str, ...], title: str, word: bool) -> None:
    assert title_of(*paragraphs, word=word) == (title, set())


@pytest.mark.parametrize("word", [True, False])
@pytest.mark.parametrize(
    "paragraphs",
    [
        (TITLE, "Ủy ban nhân dân tỉnh ban hành kế hoạch như sau"),  # no mark at its end
        ("Phát triển du lịch", "Giai đoạn 2026 - 2030", OPENING),
        (TITLE, "Ủy ban nhân dân tỉnh ban hành kế hoạch với", "những mục tiêu, nhiệm vụ chủ yếu sau đây:"),
        (TITLE, OPENING.removesuffix(":")),
    ],
)
def test_an_end_that_nothing_tells_is_doubted(paragraphs: tuple[str, ...], word: bool) -> None:
    title, doubts = title_of(*paragraphs, word=word)
    assert title is not None
    assert title.startswith(paragraphs[0])
    assert "title-unsure" in doubts


def test_a_text_right_under_the_kind_is_no_title() -> None:
    assert title_of("Căn cứ Luật Tổ chức chính quyền địa phương;", OPENING) == (None, {"title-missing"})
    assert title_of(OPENING) == (None, {"title-missing"})


def test_a_long_title_of_one_paragraph_is_whole() -> None:
    title = "Thực hiện Nghị quyết số 76/NQ-CP của Chính phủ về cải cách hành chính " + "và chuyển đổi số " * 20
    assert title_of(title, OPENING) == (title.strip(), set())


def test_lines_of_one_paragraph_stay_together() -> None:
    for word in (True, False):
        lines = stream(OPENING, TITLE, OPENING, word=word).lines
        assert [p.text for p in lines_to_paragraphs(lines)] == [OPENING, TITLE, OPENING]


@given(st.lists(st.text("aBĐề .:;-*1\u00a0", min_size=1, max_size=120), min_size=1, max_size=12))
def test_any_stream_gives_a_title_of_its_own_first_lines(texts: list[str]) -> None:
    lines = stream(*texts).lines
    if not lines:
        return
    own, at, _ = title_by_paragraphs(lines, 0, begun=False)
    assert 0 <= at <= len(lines)
    told = "".join("".join(own).split())
    shown = "".join("".join(line.text.split()) for line in lines[:at])
    assert len(told) <= len(shown)
