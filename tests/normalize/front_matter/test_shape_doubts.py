from __future__ import annotations

import pytest

from nghiquyet.normalize.front_matter.shape_doubts import shape_doubts
from nghiquyet.normalize.model import FrontMatter, Signer

SIGNER = Signer(name="Lê Anh Quân")


def doubts(kind_line: str = "KẾ HOẠCH", **fields: object) -> tuple[str, ...]:
    return shape_doubts(FrontMatter(**{"signer": SIGNER, **fields}), kind_line)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "symbol",
    [
        "KH-UBND",
        "CTr/ĐU",
        "QĐ-TTg",
        "NQ-BCSĐ",
        "KH/TU",
        "TTr-SKHĐT",
        "KH-UBND.VX",
        "QĐ-BTTTT",
        "NQ-CP",
        "CTr-HĐND",
        "BC-SKH&ĐT",
    ],
)
def test_symbols_as_they_are_printed_are_not_doubted(symbol: str) -> None:
    assert doubts(symbol=symbol) == ()


@pytest.mark.parametrize("symbol", ["KH-UBNDtua", "KH/TUĐàNẵng,lâu15tháng01năm2026", "kh-UBND", "KH-/UBND"])
def test_symbols_with_letters_of_the_next_line_are(symbol: str) -> None:
    assert doubts(symbol=symbol) == ("symbol-unsure", "number-doubtful")


@pytest.mark.parametrize(
    "issuer",
    [
        "Ủy ban nhân dân phường Đông Kinh",
        "Ủy ban nhân dân tỉnh Lạng Sơn",
        "Tỉnh ủy Cà Mau",
        "Sở Y tế",
        "Ủy ban nhân dân",
        "Thành ủy Đà Nẵng",
    ],
)
def test_bodies_of_places_that_are_known_are_not_doubted(issuer: str) -> None:
    assert doubts(issuer=issuer) == ()


def test_a_body_of_no_place_is() -> None:
    assert doubts(issuer="Ủy ban nhân dân phương đông kinh") == ("issuer-unsure",)


def test_a_line_of_the_kind_that_goes_on_is_doubted() -> None:
    assert doubts("CHƯƠNG TRÌNH HÀXH 4 ĐỒNG") == ("kind-unsure", "title-unsure")
    assert doubts("CHƯƠNG TRÌNH HÀNH ĐỘNG") == ()
    assert doubts("KẾ HOẠCH CỦA BAN THƯỜNG VỤ") == ()


def test_a_scan_without_signer_is_doubted() -> None:
    assert shape_doubts(FrontMatter(), "KẾ HOẠCH") == ("signer-unsure",)
