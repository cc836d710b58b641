"""Corpus, first words, columns and repairs told."""

from nghiquyet.extract.readers.ocr_text.page_breaks.first_words import begins_as_cell, examples
from nghiquyet.extract.readers.ocr_text.page_breaks.own_words import Corpus
from nghiquyet.extract.readers.ocr_text.page_breaks.rejoin_texts import brackets_amiss, ends_amiss
from nghiquyet.extract.readers.ocr_text.page_breaks.repair_record import LONGEST_QUOTE, Repair, repairs_to_troubles
from tests.extract.readers.ocr_text.build import sense


def test_words_stand_together_elsewhere_or_do_not() -> None:
    corpus = Corpus(["Giáo dục xanh trong trường học", "Sở Y tế; Sở Tài chính"])
    assert corpus.together(["Chương", "trình", "Giáo", "dục"], ["Xanh", "trong", "trường", "học"]) >= 5
    assert corpus.together(["Giáo", "dục"], ["thể", "chất"]) == 0
    assert corpus.together(["Sở", "Y", "tế"], ["Sở", "Tài", "chính"]) == 0  # a mark parts them


def test_examples_of_first_words() -> None:
    assert all(begins_as_cell(example) for example in examples())
    assert not begins_as_cell("Khu công nghiệp Nam Cầu Kiền")


def test_columns_are_told_by_heading_and_content() -> None:
    assert [sense(c).kind for c in range(6)] == ["number", "text", "text", "date", "bodies", "bodies"]


def test_brackets_and_ends() -> None:
    assert brackets_amiss("05 phường (An Biên")
    assert brackets_amiss("Biên) An (")
    assert not brackets_amiss("05 phường (An Biên)")
    assert ends_amiss("Sở Y tế,")
    assert ends_amiss("Sở Y tế và")
    assert not ends_amiss("Sở Y tế")


def test_repairs_quote_no_more_than_they_may() -> None:
    repairs = [Repair("glued", (page, page + 1), 2, "một hai", 0.9) for page in range(1, 40)]
    quoted = "".join(t.detail for t in repairs_to_troubles(repairs, 10_000))
    assert 0 < len(quoted) <= 0.003 * 10_000 + LONGEST_QUOTE
    assert not list(repairs_to_troubles([Repair("unresolved", (1, 2), 2, "một", 0.5)], 10_000))
