"""Files without a letterhead, unread pages, enclosed documents, signatures under the list, any lines at all."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.model import Document, Line, Word
from nghiquyet.normalize.front_matter import read_front_matter
from nghiquyet.normalize.model import FrontMatter
from tests.normalize.front_matter.builders import document, line, of_lines

STATE = ("*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "*Độc lập - Tự do - Hạnh phúc", "Yên Bái, ngày 5 tháng 5 năm 2024")


def test_an_appendix_alone_leaves_all_fields_empty() -> None:
    lines = [line("*PHỤ LỤC I", 297, 60), line("*DANH MỤC NHIỆM VỤ NĂM 2025", 297, 76)]
    matter, jurisdiction, findings = read_front_matter(of_lines(lines))
    assert matter == FrontMatter()
    assert jurisdiction.province is None
    assert [(f.code, f.subject) for f in findings] == [("letterhead-missing", "/document")]


def test_each_field_is_doubted_where_a_scan_may_have_spoilt_the_letterhead() -> None:
    lines = [line("*PHỤ LỤC I", 297, 60), line("*DANH MỤC NHIỆM VỤ NĂM 2025", 297, 76)]
    recognised = [Line(tuple(replace(w, confidence=0.9) for w in read.words)) for read in lines]
    matter, _, findings = read_front_matter(of_lines(recognised))
    assert matter == FrontMatter()
    assert {f.code for f in findings} == {"letterhead-missing"}
    assert {"/document/number", "/document/issued_on", "/document/title"} <= {f.subject for f in findings}


def test_the_second_line_of_the_motto_tells_a_letterhead_whose_first_is_spoilt() -> None:
    right = ("*GÔNGÌÍÒA XÃ HỘI CHỦ NGHĨÄ'VIỆTNAM", *STATE[1:])
    left = ("UBND TỈNH YÊN BÁI", "*SỞ NỘI VỤ", "Số: 12/KH-SNV")
    matter, _, _ = read_front_matter(document(left, right, ("*KẾ HOẠCH", "*Cải cách hành chính năm 2024")))
    assert (matter.number, matter.issuer, matter.kind) == ("12/KH-SNV", "Sở Nội vụ", "Kế hoạch")
    assert matter.issued_on is not None


def test_an_appendix_says_its_place_and_day_in_its_caption() -> None:
    caption = "(Kèm theo Công văn số 77/SNV-CCHC ngày 10/11/2025 của Sở Nội vụ tỉnh Cà Mau)"
    lines = [line("*PHỤ LỤC", 297, 60), line("*DANH MỤC", 297, 76), line(caption, 297, 92)]
    matter, jurisdiction, _ = read_front_matter(of_lines(lines))
    assert (matter.place, matter.number, matter.title) == ("Cà Mau", None, None)
    assert (jurisdiction.province, jurisdiction.as_of) == ("Cà Mau", dt.date(2025, 11, 10))


def test_a_first_page_that_cant_be_read_doubts_every_field() -> None:
    matter, _, findings = read_front_matter(of_lines([line("6Ӣ CÔNG 7+ѬѪ1*", 165, 60)], legible=False))
    assert matter == FrontMatter()
    assert {f.code for f in findings} == {"front-page-unread"}
    assert "/document/number" in {f.subject for f in findings}


def test_a_document_without_lines() -> None:
    matter, _, findings = read_front_matter(Document("a.pdf", "0", "scanned", (), (), ()))
    assert matter == FrontMatter()
    assert findings


def test_a_decision_with_an_enclosed_plan_is_the_decision() -> None:
    decision = document(
        ["*ỦY BAN NHÂN DÂN", "*TỈNH YÊN BÁI", "Số: 88/QĐ-UBND"],
        STATE,
        ["*QUYẾT ĐỊNH", "*Về việc ban hành Kế hoạch phát triển rừng năm 2024"],
        recipients=["Nơi nhận:", "- Như Điều 3;", "- Lưu: VT."],
        signature=["*CHỦ TỊCH", "*Trần Huy Tuấn"],
    )
    plan = [
        line("*KẾ HOẠCH", 312, 80, page=3, size=14),
        line("*Phát triển rừng", 312, 96, page=3, size=14),
        line("(Ban hành kèm theo Quyết định số 88/QĐ-UBND)", 312, 112, page=3),
        line("Nơi nhận:", None, 500, page=3),
        line("*PHÓ CHỦ TỊCH", 437, 500, page=3),
        line("*Người Khác Hẳn", 437, 560, page=3),
    ]
    matter, _, _ = read_front_matter(of_lines([*decision.lines, *plan], 3))
    assert matter.kind == "Quyết định"
    assert matter.title == "Về việc ban hành Kế hoạch phát triển rừng năm 2024"
    assert matter.signer is not None
    assert matter.signer.name == "Trần Huy Tuấn"
    assert matter.recipients == ("Như Điều 3",)


def test_a_signature_under_the_recipients() -> None:
    texts = ["Nơi nhận:", "- Huyện ủy,", "- Lưu VP.", "T/M BAN CHẤP HÀNH", "BÍ THƯ", "Lò Văn Muôn"]
    lines = [line(text, None, 400 + 14.0 * i) for i, text in enumerate(texts)]
    head = document(
        ["ĐẢNG BỘ TỈNH SƠN LA", "*HUYỆN ỦY MƯỜNG LA", "Số 3-KH/HU"], ["*ĐẢNG CỘNG SẢN VIỆT NAM"], ["*KẾ HOẠCH"]
    )
    matter, _, _ = read_front_matter(of_lines([*head.lines, *lines], 2))
    assert matter.recipients == ("Huyện ủy",)
    assert matter.signer is not None
    assert (matter.signer.name, matter.signer.position, matter.signer.on_behalf_of) == (
        "Lò Văn Muôn",
        "Bí thư",
        "Ban Chấp hành",
    )


def test_stamps_are_not_read() -> None:
    stamped = document(
        ["Người ký: SỞ Y TẾ", "UBND TỈNH YÊN BÁI", "*SỞ Y TẾ", "Số: 5/KH-SYT"],
        STATE,
        ["*HỎA TỐC", "*KẾ HOẠCH", "*Phòng, chống dịch"],
        recipients=["Nơi nhận:", "- Bộ Y tế;", "- Lưu: VT."],
        signature=["*GIÁM ĐỐC", "(Đã ký)", "Ký bởi: Sở Y Tế", "*Lê Thị Hồng Vân"],
    )
    matter, _, findings = read_front_matter(stamped)
    assert (matter.issuer, matter.kind, matter.title) == ("Sở Y tế", "Kế hoạch", "Phòng, chống dịch")
    assert matter.signer is not None
    assert matter.signer.name == "Lê Thị Hồng Vân"
    assert not findings


TEXTS = st.sampled_from(
    [
        *STATE,
        "Số: 5/KH-SYT",
        "*KẾ HOẠCH",
        "Nơi nhận:",
        "- Bộ Y tế;",
        "KT. CHỦ TỊCH",
        "Căn cứ Luật;",
        "PHỤ LỤC",
        "CỦA",
        "*",
        "Số",
    ]
)
PLACES = st.tuples(st.floats(0, 500), st.floats(0, 800), st.integers(1, 3))


@given(st.lists(st.tuples(st.one_of(TEXTS, st.text(min_size=1, max_size=40)), PLACES), max_size=25))
def test_any_lines_at_all(items: list[tuple[str, tuple[float, float, int]]]) -> None:
    lines = []
    for text, (x, y, page) in items:
        words = tuple(Word(w, (x + 7 * i, y, x + 7 * i + 6, y + 12), page) for i, w in enumerate(text.split()))
        if words:
            lines.append(Line(words))
    lines.sort(key=lambda made: made.page)
    matter, _, findings = read_front_matter(of_lines(lines, 3))
    printed = "".join(made.text for made in lines).replace(" ", "")
    assert (matter.title or "").replace(" ", "") in printed
    assert all(finding.message for finding in findings)
