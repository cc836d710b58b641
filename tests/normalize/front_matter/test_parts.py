"""Proper case, periods, cited documents, kinds by symbol, and the laws of the word lists."""

import datetime as dt

import pytest

from nghiquyet.normalize.front_matter.casing import proper_case, written_out
from nghiquyet.normalize.front_matter.citing import read_implements, read_period
from nghiquyet.normalize.front_matter.letterhead_words import bare, vocabulary
from nghiquyet.normalize.front_matter.number_and_date import kind_of_symbol, read_date, read_number
from nghiquyet.normalize.front_matter.whose import read_bodies


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("UBND TỈNH LÂM ĐỒNG", "Ủy ban nhân dân tỉnh Lâm Đồng"),
        ("UỶ BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        ("SỞ CÔNG THƯƠNG", "Sở Công Thương"),
        ("BỘ CHỈ HUY QUÂN SỰ TỈNH BÀ RỊA - VŨNG TÀU", "Bộ Chỉ huy quân sự tỉnh Bà Rịa - Vũng Tàu"),
        ("CHI CỤC THỦY LỢI", "Chi cục Thủy lợi"),
        ("BAN THƯỜNG VỤ ĐẢNG ỦY ỦY BAN NHÂN DÂN THÀNH PHỐ", "Ban Thường vụ Đảng ủy Ủy ban nhân dân thành phố"),
        ("BAN QUẢN LÝ KHU KINH TẾ NGHI SƠN", "Ban Quản lý Khu kinh tế Nghi Sơn"),
        ("BẢO HIỂM XÃ HỘI TỈNH HÀ NAM", "Bảo hiểm xã hội tỉnh Hà Nam"),
        ("UBND QUẬN 1", "Ủy ban nhân dân quận 1"),
        ("Sở Xây dựng", "Sở Xây dựng"),
    ],
)
def test_written_out(printed: str, written: str) -> None:
    assert written_out(printed) == written


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("PHÓ CHỦ TỊCH THƯỜNG TRỰC", "Phó Chủ tịch Thường trực"),
        ("CHÁNH VĂN PHÒNG", "Chánh Văn phòng"),
        ("BÍ THƯ", "Bí thư"),
    ],
)
def test_positions(printed: str, written: str) -> None:
    assert proper_case(printed) == written


@pytest.mark.parametrize(
    ("title", "period", "unsure"),
    [
        ("Phát triển du lịch giai đoạn 2021 - 2025, tầm nhìn đến năm 2030", (2021, 2025, 2030), False),
        ("Cải cách hành chính năm 2026", (2026, 2026, None), False),
        ("Công tác năm 2025 và phương hướng, nhiệm vụ năm 2026", (2025, 2026, None), True),
        ("Chiến lược đến năm 2030, định hướng đến năm 2045", (None, 2030, 2045), False),
        ("thực hiện Quyết định số 15/QĐ-TTg ngày 05/01/2024", None, False),
        ("Triển khai Luật Đất đai năm 2024", None, False),
        ("thi hành pháp luật về đất đai năm 2024", (2024, 2024, None), False),
        ("từ năm 2026 đến năm 2028", (2026, 2028, None), False),
        ("Nhiệm vụ trọng tâm quý II/2026", (2026, 2026, None), False),
        ("Tăng cường kỷ luật, kỷ cương", None, False),
    ],
)
def test_period(title: str, period: tuple[int | None, ...] | None, unsure: bool) -> None:
    got, doubt = read_period(title)
    assert (got and (got.from_, got.to, got.vision)) == period
    assert doubt == unsure


def test_implements() -> None:
    title = (
        "thực hiện Nghị quyết số 57 - NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị và Chương trình hành động số "
        "12-CTr/TU, ngày 5/3/2025 của Ban Thường vụ Tỉnh ủy về khoa học, công nghệ"
    )
    assert [(i.number, i.issued_on, i.issuer) for i in read_implements(title)] == [
        ("57-NQ/TW", dt.date(2024, 12, 22), "Bộ Chính trị"),
        ("12-CTr/TU", dt.date(2025, 3, 5), "Ban Thường vụ Tỉnh ủy"),
    ]
    assert read_implements("Phát triển giáo dục giai đoạn 2026-2030") == ()
    assert read_implements(None) == ()


@pytest.mark.parametrize(
    ("row", "number", "symbol"),
    [
        ("Số: 115 /KH-SNNMT", "115/KH-SNNMT", "KH-SNNMT"),
        ("Số 10 - CTr/ĐU", "10-CTr/ĐU", "CTr/ĐU"),
        ("Số: /2026/NQ-HĐND", None, "NQ-HĐND"),
        ("Số:…./KH-UBND", None, "KH-UBND"),
        ("Số: 3070. /KH-UBND", "3070/KH-UBND", "KH-UBND"),
        ("Số: 19/2026/NQ-CP", "19/2026/NQ-CP", "NQ-CP"),
    ],
)
def test_number(row: str, number: str | None, symbol: str) -> None:
    got = read_number(("UBND TỈNH A", row))
    assert (got.number, got.symbol, got.doubts) == (number, symbol, ())


def test_a_number_that_is_none_is_doubted() -> None:
    assert read_number(("UBND TỈNH A",)).doubts == ("number-missing",)
    assert read_number(("Số: 12",)).doubts == ("number-line-unread",)


def test_date() -> None:
    assert read_date(("Độc lập", "Gia Lai, ngày 0 4 tháng 8 năm 2026")).day == dt.date(2026, 8, 4)
    blank = read_date(("Gia Lai, ngày     tháng 8 năm 2026",))
    assert (blank.place, blank.day, blank.about) == ("Gia Lai", None, dt.date(2026, 8, 1))


def test_kinds() -> None:
    assert "Kế hoạch" in kind_of_symbol("KH-UBND")
    assert kind_of_symbol("SNV-CCHC") == ()
    names = [bare(kind.name) for kind in vocabulary().kinds]
    assert len(names) == len(set(names))


def test_doubts_say_what_to_do() -> None:
    for message in vocabulary().doubts.values():
        assert message.endswith(".")
        assert "hãy" in message


def test_dots_behind_a_name_are_no_part_of_it() -> None:
    assert read_bodies(("THÀNH ỦY ĐÀ NẴNG...",), (True,)).own == "Thành ủy Đà Nẵng"


def test_the_decision_that_set_a_body_up_belongs_to_its_name_and_the_document_s_number_does_not() -> None:
    head = ("SỞ CÔNG THƯƠNG TỈNH LÀO CAI", "ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH", "SỐ 1050/QĐ-SCT", "Số: 1105/KH-ĐKT")
    found = read_bodies(head, (False, True, True, False))
    assert (found.parent, found.own) == (
        "Sở Công Thương tỉnh Lào Cai",
        "Đoàn kiểm tra theo quyết định số 1050/QĐ-SCT",
    )
    assert read_bodies(("TỈNH LÀO CAI", "SỞ Y TẾ", "SỐ 12/KH-SYT"), (False, True, False)).own == "Sở Y tế"
