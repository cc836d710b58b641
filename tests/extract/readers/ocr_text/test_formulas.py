"""Formulas that are plain words are read as words; sums of money are no formulas."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.readers.ocr_text.formulas import without_formulas


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"Giảm $60\%$ số điểm", "Giảm 60% số điểm"),
        (r"$\text{Quý III}/2026$", "Quý III/2026"),
        (r"$3,2 \mathrm{~km}$ kè", "3,2 km kè"),
        (r"$2026 - 2029$", "2026 - 2029"),
        (r"tỷ lệ $1/10.000$", "tỷ lệ 1/10.000"),
        (r"biết bơi$^{(1)}$", "biết bơi<sup>(1)</sup>"),
        (r"$\mathrm{CO}_{2}$", "CO2"),
        (r"100 $\mathrm{m}^{2}$", "100 m<sup>2</sup>"),
        (r"$\geq 95\%$ và $\leqslant 3$", "≥ 95% và ≤ 3"),
        (r"$\frac{1}{3}$ số xã", "1/3 số xã"),
        (r"\(100\%\) xã", "100% xã"),
        ("Trước ngày <eq>15/7/2026</eq>", "Trước ngày 15/7/2026"),
        (r"$\text{Từ } \mathbf{\text{Quý I}}$", "Từ Quý I"),
    ],
)
def test_plain_words_are_read(written: str, read: str) -> None:
    assert without_formulas(written) == read


@pytest.mark.parametrize(
    "text",
    ["5$ đến 10$ mỗi lượt", "giá $ 5 và $ 6", r"$\sum_{i=1}^{n} x_i^{2}$ $\unknown{x}$", "không có gì", r"\$5 và \$6"],
)
def test_what_is_no_plain_formula_stays(text: str) -> None:
    assert without_formulas(text) == text


@given(st.text(alphabet="aâ1 .,%/đ-\n|", max_size=60))
def test_text_without_marks_of_formulas_stays(text: str) -> None:
    assert without_formulas(text) == text
