from nghiquyet.extract.readers.ocr_text.lines_to_blocks import page_to_blocks
from nghiquyet.extract.readers.ocr_text.model import TextLine
from nghiquyet.extract.readers.ocr_text.page_marks import text_to_pages
from nghiquyet.extract.readers.ocr_text.zones import place_lines


def places(text: str) -> list[tuple[str, str]]:
    lines = [b for b in page_to_blocks(text_to_pages(text)[0]).blocks if isinstance(b, TextLine)]
    return [(p.place, p.line.text) for p in place_lines([lines])[0]]


HEAD = """ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN
Số: 287/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Nghệ An, ngày 16 tháng 4 năm 2024

KẾ HOẠCH
Phát triển du lịch cộng đồng

Thực hiện Nghị quyết số 82/NQ-CP ngày 18/5/2023 của Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC ĐÍCH
"""


def test_a_letterhead_has_halves_and_a_title_is_centred() -> None:
    found = [place for place, _ in places(HEAD)]
    assert found == ["left"] * 3 + ["right"] * 3 + ["centred"] * 2 + ["body"] * 2


def test_halves_in_one_line_are_parted() -> None:
    found = places(
        "TỈNH ỦY PHÚ THỌ\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 31-CTr/TU\tPhú Thọ, ngày 09 tháng 02 năm 2026\n\nI. A\n"
    )
    assert found[:4] == [
        ("left", "TỈNH ỦY PHÚ THỌ"),
        ("right", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("left", "Số 31-CTr/TU"),
        ("right", "Phú Thọ, ngày 09 tháng 02 năm 2026"),
    ]


def test_recipients_stand_beside_the_signature_and_an_appendix_s_title_is_centred() -> None:
    end = (
        "Câu cuối của văn bản.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn An\n\n"
    )
    found = [place for place, _ in places(HEAD + end + "Phụ lục\n\nDANH MỤC NHIỆM VỤ\n\n1. Nhiệm vụ\n")]
    assert found[10:] == ["body", "left", "left", "left", "right", "right", "right", "centred", "centred", "body"]


def test_a_text_without_a_head_is_body() -> None:
    assert {p for p, _ in places("1. Mục tiêu\n\nĐến năm 2030 đạt 50% số xã.\n")} == {"body"}


def test_an_office_of_many_words_does_not_stop_the_reader() -> None:
    office = "KT. TRƯỞNG BAN GIÁM SÁT QUẢN LÝ VỀ HẢI QUAN"
    assert places(f"I. A\n\n{office}\n\nII. B\n")[1:] == [("body", office), ("body", "II. B")]
