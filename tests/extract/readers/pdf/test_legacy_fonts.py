"""The tests write the two old codings themselves and read them back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.readers.pdf.legacy_fonts import coding_of_font, legacy_to_unicode

# TCVN 5712:1993, VN3, as code page 1252 shows it: a letter of Unicode and its byte.
TCVN3 = dict(
    zip(
        "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ",
        bytes.fromhex(
            "b8b5b6b7b9 a8bebbbcbdc6 a9cac7c8c9cb ae d0cccecfd1 aad5d2d3d4d6 ddd7d8dcde"
            "e3dfe1e2e4 abe8e5e6e7e9 aced eaebecee f3eff1f2f4 adf8f5f6f7f9 fdfafbfcfe"
        ),
        strict=True,
    )
)
# VNI for Windows: the base letter, then a letter that stands for its marks.
VNI_MARKS = {
    "\u0301": "ù",
    "\u0300": "ø",
    "\u0309": "û",
    "\u0303": "õ",
    "\u0323": "ï",
    "\u0306": "ê",
    "\u0306\u0301": "é",
    "\u0306\u0300": "è",
    "\u0306\u0309": "ú",
    "\u0306\u0303": "ü",
    "\u0306\u0323": "ë",
    "\u0302": "â",
    "\u0302\u0301": "á",
    "\u0302\u0300": "à",
    "\u0302\u0309": "å",
    "\u0302\u0303": "ã",
    "\u0302\u0323": "ä",
}
VNI_ALONE = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}
LETTERS = "abcdeghiklmnopqrstuvxy" + "".join(TCVN3)
TEXT = st.text(alphabet=LETTERS + " .,;0123456789/-%()", max_size=60)


def to_tcvn3(text: str) -> str:
    return "".join(chr(TCVN3[c]) if c in TCVN3 else c for c in text)


def to_vni(text: str) -> str:
    return "".join(_vni_letter(c) for c in text)


def _vni_letter(letter: str) -> str:
    small = letter.lower()
    if small in VNI_ALONE:
        coded = VNI_ALONE[small]
    else:
        parts = unicodedata.normalize("NFD", small)
        base, marks = parts[0], parts[1:]
        if "\u031b" in marks:  # the horn has letters of its own
            base, marks = {"o": "ô", "u": "ö"}[base], marks.replace("\u031b", "")
        # below before above in NFD; VNI names the shape of the letter first
        marks = "".join(sorted(marks, key="\u0306\u0302\u0301\u0300\u0309\u0303\u0323".index))
        coded = base + (VNI_MARKS[marks] if marks else "")
    return coded.upper() if letter.isupper() else coded


@given(TEXT)
def test_tcvn3_comes_back(text: str) -> None:
    assert legacy_to_unicode(to_tcvn3(text), ".VnTime") == text


@given(TEXT)
def test_a_capital_font_of_tcvn3_draws_capitals(text: str) -> None:
    assert legacy_to_unicode(to_tcvn3(text), ".VnTimeH") == text.upper()


@given(st.text(alphabet=LETTERS + LETTERS.upper() + " .,;0123456789/-%()", max_size=60))
def test_vni_comes_back(text: str) -> None:
    assert legacy_to_unicode(to_vni(text), "VNI-Times") == text


@pytest.mark.parametrize(
    ("drawn", "font", "text"),
    [
        ("Uû ban nh©n d©n tØnh", ".VnTime", "Uỷ ban nhân dân tỉnh"),
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "ABCDEF+.VnTime", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("§éc lËp - Tù do - H¹nh phóc", ".VnTime-Bold", "Độc lập - Tự do - Hạnh phúc"),
        ("quyÕt ®Þnh", ".VnTimeH", "QUYẾT ĐỊNH"),
        ("n\u00adíc", ".VnArial", "nước"),
        ("Uûy ban nhaân daân tænh", "VNI-Times", "Ủy ban nhân dân tỉnh"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "ABCDEF+VNI-Times", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("ÑOÄC LAÄP - TÖÏ DO", "VNI-Helve", "ĐỘC LẬP - TỰ DO"),
    ],
)
def test_what_offices_typed(drawn: str, font: str, text: str) -> None:
    assert unicodedata.normalize("NFC", legacy_to_unicode(drawn, font)) == unicodedata.normalize("NFC", text)


@given(st.text(max_size=30))
def test_text_of_other_fonts_is_left_alone(text: str) -> None:
    assert legacy_to_unicode(text, "TimesNewRomanPSMT") == text


@pytest.mark.parametrize(
    ("font", "coding"),
    [
        (".VnTime", "tcvn3"),
        ("ABCDEF+.VnTimeH", "tcvn3"),
        (".vnarial narrow", "tcvn3"),
        ("VNI-Times,Bold", "vni"),
        ("XYZABC+VNI-Helve", "vni"),
        ("TimesNewRomanPSMT", None),
        ("UVNHongHa", None),
        ("Vnimatic", None),
    ],
)
def test_the_coding_is_told_by_the_fonts_name(font: str, coding: str | None) -> None:
    assert coding_of_font(font) == coding
