from __future__ import annotations

from dataclasses import replace

from nghiquyet.extract.model import Line, Ruling
from nghiquyet.extract.page.footnotes import split_footnotes
from tests.extract.builders import across, line, word, words

HEIGHT, SIZE = 842.0, 14.0
RULE = across(695, 50, 194)


def body(*tops: float) -> list[Line]:
    return [line(f"Nội dung {top:.0f}", top=top, size=SIZE) for top in tops]


def note(text: str, top: float = 700, mark: str = "1", raised: bool = True) -> Line:
    first = replace(word(mark, 50, top, size=6), raised=raised)
    return Line((first, *words(text, 58, top, size=10)))


def split(lines: list[Line], *rulings: Ruling) -> tuple[list[str], list[str]]:
    text, notes = split_footnotes(lines, rulings, HEIGHT, SIZE)
    return [x.text for x in text], [x.text for x in notes]


def test_small_lines_behind_a_raised_mark_at_the_foot_are_a_footnote() -> None:
    lines = [*body(600, 620), note("Gồm các xã biên giới."), line("và hải đảo.", top=714, size=10)]
    assert split(lines) == (["Nội dung 600", "Nội dung 620"], ["1 Gồm các xã biên giới.", "và hải đảo."])


def test_a_mark_on_the_line_needs_the_short_ruling_above() -> None:
    lines = [*body(600), note("Gồm các xã.", raised=False)]
    assert split(lines, RULE)[1] == ["1 Gồm các xã."]
    assert split(lines)[1] == []
    assert split(lines, across(695, 50, 545))[1] == []


def test_several_notes_are_all_notes() -> None:
    lines = [*body(600), note("Một.", 700), note("Hai.", 714, "2"), note("Ba.", 728, "(3)")]
    assert len(split(lines)[1]) == 3


def test_a_note_glued_to_its_mark_is_one() -> None:
    lines = [*body(600), line("1Gồm các xã.", top=700, size=10)]
    assert split(lines, RULE)[1] == ["1Gồm các xã."]


def test_a_recogniser_may_lose_the_mark_under_the_ruling() -> None:
    lines = [*body(600), line("Gồm các xã.", top=700, size=10, confidence=0.9)]
    assert split(lines, RULE)[1] == ["Gồm các xã."]
    assert split(lines)[1] == []
    assert split([*body(600), line("Gồm các xã.", top=700, size=10)], RULE)[1] == []


def test_small_print_above_text_of_full_size_is_no_footnote() -> None:
    lines = [note("Đơn vị: triệu đồng", 500), *body(600)]
    assert split(lines)[1] == []


def test_a_mark_high_on_the_page_begins_none() -> None:
    lines = [note("Ghi chú đầu trang.", 100)]
    assert split(lines)[1] == []


def test_text_of_full_size_with_a_number_is_no_footnote() -> None:
    lines = [*body(600), line("1. Sở Tài chính chủ trì.", top=700, size=SIZE)]
    assert split(lines, RULE) == (["Nội dung 600", "1. Sở Tài chính chủ trì."], [])


def test_nothing_stays_nothing() -> None:
    assert split([]) == ([], [])


def test_a_tables_last_rows_are_no_footnote_however_their_signs_were_read() -> None:
    mark = note("Báo cáo kết quả", 700)
    read = Line(tuple(replace(w, confidence=0.6) for w in mark.words))
    lines = [*body(600), read, line("4.4 Báo cáo tổng kết", top=730, size=10)]
    assert split(lines, across(720, 50, 545))[1] == []
    assert len(split(lines)[1]) == 2
