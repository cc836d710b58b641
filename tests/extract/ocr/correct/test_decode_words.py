from __future__ import annotations

import pytest

from nghiquyet.extract.ocr.correct.bigrams import Language, language
from nghiquyet.extract.ocr.correct.decode_words import decode
from nghiquyet.extract.ocr.correct.word_candidates import candidates


@pytest.fixture(scope="module")
def vietnamese() -> Language:
    return language()


def test_two_words_misread_together_are_told_together(vietnamese: Language) -> None:
    choices = decode([candidates(w) for w in "thực hiện chuyến đối số".split()], vietnamese)
    assert [c.best.letters for c in choices if c] == "thực hiện chuyển đổi số".split()
    assert choices[2] is not None
    assert choices[2].over_read > 3


def test_what_is_right_stays(vietnamese: Language) -> None:
    read = "Ủy ban nhân dân tỉnh chỉ đạo các sở ngành kiểm tra việc thực hiện".split()
    choices = decode([candidates(w) for w in read], vietnamese)
    assert [c.best.letters for c in choices if c] == read
    assert all(c.over_read == 0 for c in choices if c)


def test_words_of_no_letters_part_a_run(vietnamese: Language) -> None:
    choices = decode([candidates("năm"), None, candidates("đạt")], vietnamese)
    assert choices[1] is None
    assert len(choices) == 3


def test_nothing_gives_nothing(vietnamese: Language) -> None:
    assert decode([], vietnamese) == []
