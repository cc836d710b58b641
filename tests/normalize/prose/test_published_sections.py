from __future__ import annotations

from nghiquyet.extract.outline.model import Note, OutlineSection
from nghiquyet.normalize.prose.published_sections import check_sections, outline_to_prose
from tests.normalize.printed_prose import Printed, passage, printed, prose


def test_text_is_a_passage_a_line() -> None:
    (made,) = prose(printed("I", "Lời dẫn:", "- Một", "- Hai", title="NỘI DUNG")).sections
    assert (made.title, made.text, made.level) == ("NỘI DUNG", "Lời dẫn:\n- Một\n- Hai", 1)
    assert [b.page for b in made.where] == [1]


def test_rows_of_task_tables_are_left_out_and_others_kept() -> None:
    outline = Printed((printed("I", "Lời dẫn:", passage("1\tNhiệm vụ", table=0), passage("1\tChỉ tiêu", table=1)),))
    (made,) = outline_to_prose(outline, task_tables=(0,)).sections
    assert made.text == "Lời dẫn:\n1\tChỉ tiêu"


def test_boxes_are_around_the_words_of_a_stretch() -> None:
    made = prose(printed("I", "Giao Sở Nội vụ", "tham mưu kế hoạch"))
    text = made.sections[0].text
    start = text.index("tham")
    (box,) = made.boxes(0, "text", start, start + len("tham mưu"))
    assert box.bbox == (0.0, 140.0, 48.0, 152.0)
    (both,) = made.boxes(0, "text", text.index("vụ"), start + 4)
    assert both.bbox == (0.0, 120.0, 84.0, 152.0)


def test_a_stretch_over_two_pages_has_a_box_on_each() -> None:
    made = prose(printed("I", passage("Trang một", 1), passage("trang hai", 2)))
    assert [b.page for b in made.boxes(0, "text", 0, len(made.sections[0].text))] == [1, 2]


def test_a_footnote_belongs_to_the_words_before_its_mark() -> None:
    made = prose(printed("I", passage("xe mô tô tại thành phố, xe buýt", 1, 100.0, None, Note(23, "Gồm 05 phường"))))
    assert made.notes(0, "text", 0, 23) == ("Gồm 05 phường",)
    assert made.notes(0, "text", 24, 31) == ()


def test_a_number_printed_twice_is_a_finding() -> None:
    from dataclasses import replace

    once, twice = printed("I.2", "Một"), replace(printed("I.2", "Hai"), id="I.2-2", repeated=True)
    (found,) = check_sections(prose(once, twice))
    assert (found.code, found.subject, found.severity) == ("section-number-repeated", "/sections/1", "warning")
    assert check_sections(prose(once)) == ()


def test_an_outline_outside_all_headings_is_an_error() -> None:
    lines = [f"{n}. Rà soát, hoàn thiện các quy định của ngành trong năm." for n in range(1, 6)]
    lost = OutlineSection("0", "", 0, None, paragraphs=tuple(map(passage, lines)))
    assert [(f.code, f.severity) for f in check_sections(prose(lost))] == [("outline-lost", "error")]
    few = OutlineSection("0", "", 0, None, paragraphs=tuple(map(passage, ["Nơi nhận:", "1. Như trên;", *lines[:2]])))
    assert check_sections(prose(few)) == ()
