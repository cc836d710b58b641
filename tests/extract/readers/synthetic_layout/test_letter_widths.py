import pytest

from nghiquyet.extract.readers.synthetic_layout.letter_widths import text_width


@pytest.mark.parametrize(
    ("text", "wanted"), [("", 0.0), ("m", 7.78), ("ệ", 4.44), ("Đ", 7.22), ("đ", 5.0), ("1.", 7.5)]
)
def test_widths_are_those_of_the_bare_letter(text: str, wanted: float) -> None:
    assert text_width(text, 10.0) == pytest.approx(wanted)


def test_marks_written_as_letters_of_their_own_take_no_room() -> None:
    assert text_width("e\u0302\u0323", 10.0) == text_width("ệ", 10.0)


def test_bold_is_wider() -> None:
    assert text_width("nhiệm vụ", 13.0, bold=True) > text_width("nhiệm vụ", 13.0)
