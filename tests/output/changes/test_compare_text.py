"""Substance or wording of a text, by words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from nghiquyet.output.changes.compare_text import align_words, compare_text
from tests.output.changes.strategies import texts

WORDING = [
    ("hoà giải ở cơ sở", "hòa giải ở cơ sở"),
    ("kĩ thuật, mĩ thuật", "kỹ thuật, mỹ thuật"),
    ("Giao Sở Y tế chủ trì", "Sở Y tế chủ trì"),
    ("giai đoạn 2026-2030", "giai đoạn 2026 – 2030"),
    ("ngày 29 tháng 01 năm 2026", "ngày 29/1/2026"),
    ("tháng 12 năm 2030", "tháng 12/2030"),
    ("05 mô hình", "5 mô hình"),
    ("1.000 ha lúa", "1000 héc ta lúa"),
    ("đạt 43,5%", "đạt 43.5 %"),
    ("kiểm tra, giám sát, xử lý", "giám sát, xử lý, kiểm tra"),
    ("xây dựng cầu, xây dựng đường lớn", "xây dựng đường lớn, xây dựng cầu"),
    ("phát triển KT-XH", "phát triển kinh tế - xã hội"),
    ("Sở KHCN và ĐMST", "Sở khoa học công nghệ và đổi mới sáng tạo"),
    ("thưc hiện tốt", "thực hiện tốt"),
    ("làm viêc", "làm việc"),
    ("xây dựng và tổ chức thưc hiện", "xây dựng và tổ chức thực hiện"),
    ("PCT.UBND tỉnh", "PCT. UBND tỉnh"),
    ("phát triển các - bon thấp", "phát triển các-bon thấp"),
    ("CHUYỂN ĐỔI SỐ", "Chuyển đổi số"),
]
SUBSTANCE = [
    ("hoàn thành 50%", "hoàn thành 60%"),
    ("đảm bảo an toàn", "bảo đảm an toàn, trật tự"),
    ("giai đoạn 2026-2030", "giai đoạn 2026-2035"),
    ("tai nạn", "tay nạn"),
    ("giám sát", "giảm sát"),
    ("Sở A phối hợp với Sở B", "Sở B phối hợp với Sở A"),
    ("phát triển KCN", "phát triển khu chăn nuôi"),
    ("xây dựng 02 nhà máy", "xây dựng 03 nhà máy"),
    ("được phép xả thải", "không được phép xả thải"),
    ("Nghị quyết số 08-NQ/TU", "Nghị quyết số 09-NQ/TU"),
    ("thu 5%, chi 7%", "thu 7%, chi 5%"),
    ("Sở A: cầu; Sở B: đường", "Sở A: đường; Sở B: cầu"),
    ("từ 20% trở lên", "dưới 20%"),
]


@pytest.mark.parametrize(("before", "after"), WORDING)
def test_wording(before: str, after: str) -> None:
    assert compare_text(before, after).weight == compare_text(after, before).weight == "wording"


@pytest.mark.parametrize(("before", "after"), SUBSTANCE)
def test_substance(before: str, after: str) -> None:
    assert compare_text(before, after).weight == compare_text(after, before).weight == "substance"


def test_the_reason_quotes_what_differs() -> None:
    assert compare_text("Giao Sở Y tế bảo đảm", "Sở Y tế đảm bảo và kiểm tra").reason == "thêm “kiểm tra”"
    assert compare_text("đạt 50%", "đạt 60%").reason == "“50” thành “60”"
    assert compare_text("đảm bảo tốt", "bảo đảm tốt").reason == (
        "cách viết khác, cùng nội dung: “đảm bảo” thành “bảo đảm”"
    )
    assert compare_text("Kiểm tra; xử lý", "kiểm tra, xử lý").reason == "chỉ khác dấu câu"
    assert compare_text("Kiểm tra", "kiểm  tra").reason == "chỉ khác chữ hoa, chữ thường"
    assert compare_text("kiểm tra", "kiểm  tra").reason == "chỉ khác khoảng trắng"


def test_a_long_quote_is_cut_in_its_middle() -> None:
    assert len(compare_text("kiểm tra", "kiểm tra " + "công trình lớn " * 40).reason) < 100


def test_stretches_carry_their_own_weight() -> None:
    stretches = align_words("Giao Sở Y tế đảm bảo 50%", "Sở Y tế bảo đảm 60%")
    assert [(s.kind, s.before, s.after) for s in stretches] == [
        ("wording", "Giao ", ""),
        ("same", "Sở Y tế ", "Sở Y tế "),
        ("wording", "đảm bảo ", "bảo đảm "),
        ("substance", "50", "60"),
        ("same", "%", "%"),
    ]


@given(texts, texts)
@settings(max_examples=150, deadline=None)
def test_stretches_lose_nothing(before: str, after: str) -> None:
    stretches = align_words(before, after)
    assert "".join(s.before for s in stretches) == before
    assert "".join(s.after for s in stretches) == after


@given(texts, texts)
@settings(max_examples=150, deadline=None)
def test_the_weight_is_the_same_either_way_round(before: str, after: str) -> None:
    if before != after:
        assert compare_text(before, after).weight == compare_text(after, before).weight


def test_endless_texts_are_compared_as_wholes() -> None:
    long = " ".join(str(n) for n in range(9000))
    assert compare_text(long, long + " thêm").weight == "substance"
