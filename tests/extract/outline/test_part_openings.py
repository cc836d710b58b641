"""Where an enclosed document begins, on a page of its own or not, with the note of what it came with or without."""

from __future__ import annotations

from nghiquyet.extract.outline import document_to_outline
from tests.extract.outline.typeset import Sheet

SENTENCE = "Rà soát, hoàn thiện kế hoạch của các đơn vị trong tỉnh bảo đảm đúng tiến độ được giao."


def decision() -> Sheet:
    sheet = Sheet().add("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thực hiện.")
    sheet.add("Điều 2. Quyết định này có hiệu lực kể từ ngày ký.")
    return sheet.add("Nơi nhận:", "left").add("- Như Điều 2;", "left")


def ids(sheet: Sheet) -> list[str]:
    return [section.id for section in document_to_outline(sheet.document()).sections]


def test_a_plan_begins_on_the_page_of_the_decision() -> None:
    sheet = decision().add("KẾ HOẠCH", "centre", bold=True).add("Triển khai thi hành Luật", "centre", bold=True)
    sheet.add("(Kèm theo Quyết định số 12/QĐ-UBND ngày 01/02/2026)", "centre")
    assert ids(sheet.add("I. NHIỆM VỤ", bold=True).add(f"1. {SENTENCE}")) == ["0", "Điều 1", "Điều 2", "I", "I.1"]


def test_its_kind_in_capitals_is_enough_behind_an_end() -> None:
    sheet = decision().add("KẾ HOẠCH", "centre", bold=True).add("TRIỂN KHAI THI HÀNH LUẬT", "centre", bold=True)
    assert ids(sheet.add("I. NHIỆM VỤ", bold=True).add(f"1. {SENTENCE}"))[-2:] == ["I", "I.1"]


def test_a_list_is_an_appendix() -> None:
    sheet = decision().add("DANH MỤC", "centre", bold=True).add("CÁC CÔNG TRÌNH", "centre", bold=True)
    sheet.add("(Kèm theo Quyết định số 12/QĐ-UBND ngày 01/02/2026)", "centre")
    assert ids(sheet.add("I. NHÓM MỘT", bold=True).add(f"1. {SENTENCE}"))[-2:] == ["PL1:I", "PL1:I.1"]


def test_the_title_of_the_first_document_opens_no_other() -> None:
    sheet = Sheet().add("KẾ HOẠCH", "centre", bold=True).add("TRIỂN KHAI THI HÀNH LUẬT", "centre", bold=True)
    sheet.add("(Kèm theo Quyết định số 12/QĐ-UBND ngày 01/02/2026)", "centre")
    assert ids(sheet.add("I. NHIỆM VỤ", bold=True).add(f"1. {SENTENCE}")) == ["0", "I", "I.1"]


def test_a_sentence_about_a_plan_opens_none() -> None:
    sheet = decision().turn().add("I. NHIỆM VỤ", bold=True).add("Ban hành kèm theo Quyết định này Kế hoạch chi tiết.")
    assert ids(sheet).count("0") == 1
