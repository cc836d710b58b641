"""Does a text go on after a break? What the two sides of a page's end say of it, in words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nghiquyet.extract.language.numbering.alphabet import SMALL
from nghiquyet.extract.language.numbering.roman import SIGNS

# Words that can't end a text: what they open stands on the other side. Names of bodies are cut after their first words.
OPENING_WORDS = frozenset(
    "và hoặc hay của cho với về theo tại trong trên dưới từ đến để do bởi các những một mỗi là được bị có không gồm "
    "như giữa nhằm thuộc đối trước sau khi nếu mà thì sẽ đã đang cùng qua ngoài giai tháng quý năm ngày số "
    "sở ủy uỷ ban bộ cục chi phòng hội đồng công văn viện trung tổng liên tỉnh thành huyện xã phường quận "
    "cơ đơn chủ phối thường quyết nghị thông chương kế đề dự nhiệm giải thực triển tổ quản đảm bảo nâng".split()
)
# Words that end a text well though they also open some: "các đơn vị cấp xã", "toàn tỉnh", "hằng năm".
CLOSING_TOO = frozenset(
    "năm ngày tháng quý tỉnh xã phường huyện quận thành bộ ban hội sở công số đồng văn bảo phòng".split()
)
# Reasons that a body's first word gives alone: it may also end a name ("Ban Quản lý Khu kinh tế Hải" / "Phòng").
MAY_OPEN, BODY_ANEW = "the_text_above_may_end_in_an_opening_word", "a_body_name_begins_anew"
# The reason that an item's sign gives: what else the column holds may say more (``items_in_cells``).
NEW_ITEM_BEGINS = "a_new_item_begins"
OPEN_END = re.compile(r"(?:[,(\[“/&+]|[\s\d][-–])$")
CLOSED_END = re.compile(r"[.;:!?…]$")
NEW_ITEM = re.compile(rf"^(?:[-–+*•]\s|\(?\d{{1,2}}[.)]\s|{SMALL}[.)]\s|[{SIGNS}]+\.\s)")
DATE_HEAD = re.compile(r"(?:^|\s)(?:tháng|quý|năm|ngày|số|giai đoạn)$", re.IGNORECASE)
DATE_TAIL = re.compile(rf"^(?:\d{{1,2}}\s*[/.-]\s*\d|\d{{4}}|[{SIGNS}]+\b|\d{{1,2}}\b)")
WHOLE_DATE_END = re.compile(r"(?:\b20\d\d|h[ằà]ng (?:năm|quý|tháng|tuần)|thường xuyên|liên tục)\.?$", re.IGNORECASE)
WHOLE_DATE_START = re.compile(
    r"^(?:Quý|Tháng|Năm|Ngày|Trước|Trong|Từ|Đến|Hằng|Hàng|Thường xuyên|Giai đoạn|Cuối|Đầu)\b|"
    r"^\d{1,2}[/.-]\d|^20\d\d(?:$|\s*[-–])"
)
# "2026" above "- 2030": a span of years, no new item
YEAR_END, REST_OF_SPAN = re.compile(r"\b20\d\d$"), re.compile(r"^[-–]\s?20\d\d\b")
# How names of bodies begin; a name that begins anew behind a whole one is another cell's, unless a mark parts them.
BODY_START = re.compile(
    r"^(?:Sở|Các|UBND|HĐND|Ủy ban|Uỷ ban|Phòng|Ban|Bộ|Công an|Văn phòng|Cục|Chi cục|Vụ|Viện|Trung tâm|Hội|Đoàn|"
    r"Thanh tra|Trường|Công ty|Tập đoàn|Liên minh|Liên đoàn|Báo|Đài)\b"
)


@dataclass(frozen=True, slots=True)
class Flow:
    """``weight``: 1 surely goes on, 0 nothing is known, -1 surely begins anew; ``reason`` names the evidence."""

    weight: float
    reason: str


def flow(before: str, after: str) -> Flow:
    """What the end of ``before`` and the start of ``after`` say of whether they are one text."""
    before, after = before.rstrip(), after.lstrip()
    if not before or not after:
        return Flow(0.0, "one_side_is_empty")
    last, first = before.split()[-1], after.split()[0]
    if YEAR_END.search(before) and REST_OF_SPAN.match(after):
        return Flow(1.0, "a_date_is_cut")
    if NEW_ITEM.match(after):
        return Flow(-0.7, NEW_ITEM_BEGINS)
    if before.count("(") > before.count(")") and after.count(")") > after.count("("):
        return Flow(1.0, "a_bracket_is_open")
    if WHOLE_DATE_END.search(before) and WHOLE_DATE_START.match(after):
        return Flow(-0.8, "a_whole_date_follows_a_whole_date")
    if DATE_HEAD.search(before) and DATE_TAIL.match(after):
        return Flow(1.0, "a_date_is_cut")
    if OPEN_END.search(before):
        return Flow(0.9, "the_text_above_ends_open")
    if first[0] in ").,;:”%/":
        return Flow(1.0, "begins_with_a_closing_mark")
    if before.endswith(";") and BODY_START.match(after):
        return Flow(0.5, "a_list_of_bodies_goes_on")
    if CLOSED_END.search(before):
        return Flow(0.4, "small_letter_after_full_stop") if first[0].islower() else Flow(-0.4, "a_sentence_ended")
    if first[0].islower():
        return Flow(0.9, "goes_on_with_a_small_letter")
    if last.lower() in OPENING_WORDS - CLOSING_TOO:
        return Flow(0.9, "the_text_above_ends_in_an_opening_word")
    if last.lower() in CLOSING_TOO:
        return Flow(0.1, MAY_OPEN)
    if BODY_START.match(after) and BODY_START.match(before):
        return Flow(-0.4, BODY_ANEW)
    return Flow(-0.2, "begins_with_a_capital")
