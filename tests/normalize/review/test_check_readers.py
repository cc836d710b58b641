from __future__ import annotations

from nghiquyet.extract.model import Document, Page, Word
from nghiquyet.extract.second_reading import SecondReading
from nghiquyet.normalize.review.check_readers import check_readers

BOX = (50.0, 100.0, 90.0, 112.0)
TWICE = SecondReading("nghiệm", 0.9)


def read(*words: Word) -> Document:
    return Document("a.pdf", "0" * 64, "scanned", (Page(3, 600, 800, words),), (), ())


def test_pages_that_one_recogniser_read_are_told_with_the_command_that_installs_the_other() -> None:
    (found,) = check_readers(read(Word("nghiệm", BOX, 3, confidence=0.9)))
    assert (found.severity, found.code, found.pages) == ("info", "second-reader-missing", (3,))
    assert found.message.endswith("sudo apt-get install tesseract-ocr-script-viet")


def test_pages_that_two_read_are_not() -> None:
    once = Word("thu", BOX, 3, confidence=0.9)
    assert check_readers(read(Word("nghiệm", BOX, 3, confidence=0.9, second=TWICE), once)) == ()


def test_nor_are_printed_pages_and_lone_marks() -> None:
    assert check_readers(read(Word("nghiệm", BOX, 3))) == ()
    assert check_readers(read(Word("II.1", BOX, 3, confidence=0.9))) == ()
