import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.readers.ocr_text.decode_bytes import SIZE_LIMIT, decode_text

TEXT = "Ủy ban nhân dân tỉnh Lâm Đồng triển khai Kế hoạch số 12/KH-UBND, bảo đảm tiến độ và chất lượng.\n" * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_known_by_its_mark_or_its_form(encoding: str) -> None:
    assert decode_text(TEXT.encode(encoding), "a.txt") == TEXT


def test_windows_1258_is_believed_where_it_gives_vietnamese() -> None:
    marks = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}  # the code page has tones apart, other marks not
    letters = []
    for letter in TEXT:
        apart = unicodedata.normalize("NFD", letter)
        tones = "".join(c for c in apart if c in marks)
        letters.append(unicodedata.normalize("NFC", "".join(c for c in apart if c not in marks)) + tones)
    assert decode_text("".join(letters).encode("cp1258"), "a.txt") == TEXT


@pytest.mark.parametrize(
    "data", [b"\xff\xd8\xff\xe0\x00\x10JFIF" * 40, "Überprüfung der Größe\n".encode("latin-1") * 20]
)
def test_other_bytes_are_refused_with_the_remedy(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match="UTF-8"):
        decode_text(data, "a.txt")


def test_a_text_without_letters_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="không có chữ"):
        decode_text(b" \n\n ---\n", "a.txt")


def test_too_large_a_file_is_refused_before_it_is_read() -> None:
    with pytest.raises(UnreadableInput, match="tách tệp"):
        decode_text(b"a" * (SIZE_LIMIT + 1), "a.txt")


def test_letters_come_composed_and_line_ends_as_one_sign() -> None:
    data = unicodedata.normalize("NFD", "Kế hoạch\r\nMục tiêu\rNhiệm vụ\u200b").encode()
    assert decode_text(data, "a.txt") == "Kế hoạch\nMục tiêu\nNhiệm vụ"


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_refusal(data: bytes) -> None:
    try:
        text = decode_text(codecs.BOM_UTF8 + data, "a.txt")
    except UnreadableInput:
        return
    assert unicodedata.is_normalized("NFC", text)
