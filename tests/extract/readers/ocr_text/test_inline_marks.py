import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.readers.ocr_text.inline_marks import marked_words
from nghiquyet.extract.readers.ocr_text.model import words_to_text


def styled(text: str) -> str:
    """The words with their styles: b, i, r for raised, n for a line's beginning."""
    marks = [
        ("b" * w.bold) + ("i" * w.italic) + ("r" * w.raised) + ("n" * w.begins_line) for w in marked_words(text, 1)
    ]
    return " ".join(f"{w.text}/{m}" if m else w.text for w, m in zip(marked_words(text, 1), marks, strict=True))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("**T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ**", "T/M/b BAN/b THƯỜNG/b VỤ/b PHÓ/bn BÍ/b THƯ/b"),
        ("(*05 chương trình,*", "(05/i chương/i trình,/i"),
        ("Phó Bí thư**", "Phó Bí thư"),
        ("__Hạ tầng__ và _số_", "Hạ/b tầng/b và số/i"),
        ("<b>Hạ</b> tầng<br>số", "Hạ/b tầng số/n"),
        ("thành phố¹, tối thiểu", "thành phố 1/r , tối thiểu"),
        ("thành phố[^2] và $^{3}$", "thành phố 2/r và 3/r"),
        ("xe<sup>1</sup> điện", "xe 1/r điện"),
        ("1\\. Xây dựng \\*", "1. Xây dựng *"),
        ("nhỏ hơn &lt;5% &amp; lớn", "nhỏ hơn <5% & lớn"),
        ("[Kế hoạch](https://a.vn/b) này", "Kế hoạch này"),
    ],
)
def test_marks_become_styles(text: str, wanted: str) -> None:
    assert styled(text) == wanted


@pytest.mark.parametrize("text", ["(*) ghi chú", "5 * 3 = 15", "Số: ____/KH-UBND", "a_b_c", "10 m² và 3 km²", "< 5%"])
def test_what_is_no_mark_stays(text: str) -> None:
    assert words_to_text(marked_words(text, 1)) == text
    assert not any(w.bold or w.italic or w.raised for w in marked_words(text, 1))


def test_powers_of_measures_are_no_notes() -> None:
    assert styled("500 km<sup>2</sup>") == "500 km²"


@given(st.text("abc *_<>[]()^$\\¹\n", max_size=60))
def test_letters_are_never_lost(text: str) -> None:
    told = words_to_text(marked_words(text, 1))
    assert [c for c in told if c in "abc"] == [c for c in text if c in "abc"] or "<" in text or "[" in text
