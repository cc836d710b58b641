"""Values and field names as a Vietnamese officer reads them."""

from __future__ import annotations

import datetime as dt

from nghiquyet.normalize.model import Deadline, Target

ROLES = {
    "lead": "Chủ trì",
    "advising": "Tham mưu",
    "coordinating": "Phối hợp",
    "monitoring": "Theo dõi, đôn đốc",
}
FIELDS = {
    "id": "mã",
    "group": "nhóm",
    "number": "số thứ tự",
    "parent": "nhiệm vụ cha",
    "title": "tên",
    "result": "kết quả, sản phẩm",
    "markers": "cột đánh dấu",
    "deadline": "thời hạn",
    "lead": "cơ quan chủ trì",
    "advising": "cơ quan tham mưu",
    "coordinating": "cơ quan phối hợp",
    "monitoring": "cơ quan theo dõi, đôn đốc",
    "extra": "các cột khác",
    "targets": "chỉ tiêu",
    "declared_tasks": "số nhiệm vụ văn bản nêu",
    "declared_priority": "số nhiệm vụ trọng tâm văn bản nêu",
    "extracted_tasks": "số nhiệm vụ đọc được",
    "extracted_priority": "số nhiệm vụ trọng tâm đọc được",
    "section": "mục",
    "kind": "loại",
    "statement": "nội dung",
    "indicator": "chỉ số",
    "comparator": "phép so sánh",
    "value": "giá trị",
    "value_max": "giá trị lớn nhất",
    "unit": "đơn vị tính",
    "baseline": "mốc so sánh",
    "milestones": "các mốc",
    "modality": "mức cam kết",
    "scope": "phạm vi",
    "notes": "chú thích",
    "text": "nội dung",
    "symbol": "ký hiệu",
    "issuer": "cơ quan ban hành",
    "place": "địa phương",
    "issued_on": "ngày ban hành",
    "period": "giai đoạn",
    "implements": "văn bản được thực hiện",
    "bases": "căn cứ",
    "signer": "người ký",
    "recipients": "nơi nhận",
}
# What a table is.
TABLE_KINDS = {
    "tasks": "bảng nhiệm vụ",
    "targets": "bảng chỉ tiêu",
    "results": "bảng kết quả, số liệu đã có",
    "schedule": "lịch",
    "roster": "danh sách",
    "scores": "bảng điểm, tiêu chí",
    "form": "biểu mẫu",
    "other": "bảng khác",
}
# What a row of a table is.
ROW_KINDS = {"group": "nhóm", "record": "dòng", "subtotal": "cộng", "total": "tổng cộng", "note": "ghi chú"}
# What passages and numbers of the prose were taken for.
VERDICTS = {
    "order": "nhiệm vụ",
    "order_part": "phần của nhiệm vụ (ai, khi nào, kết quả)",
    "target": "chỉ tiêu, mục tiêu",
    "lead_in": "câu dẫn",
    "heading": "đề mục",
    "goal": "lời văn trong mục tiêu",
    "purpose": "mục đích, yêu cầu, quan điểm",
    "situation": "tình hình, kết quả đã có",
    "result": "kết quả đã có",
    "basis": "căn cứ",
    "enactment": "hiệu lực, thi hành, sửa đổi, bãi bỏ",
    "rule": "mức, định mức, quy định",
    "listed": "số đếm của danh sách",
    "enumeration": "thành viên, tiêu chí, ví dụ",
    "explains": "giải thích cho số khác",
    "count": "số đếm khác",
    "statement": "lời văn không giao việc",
    "closing": "lời kết",
    "frame": "đầu văn bản, chữ ký, nơi nhận",
    "unread": "chưa đọc được, cần xem lại",
}
# The words of an address in a Word file.
_PARTS_OF_A_FILE = {
    "paragraph": "đoạn",
    "table": "bảng",
    "row": "dòng",
    "cell": "ô",
    "column": "cột",
    "text box": "khung chữ",
    "footnote": "chú thích cuối trang",
    "endnote": "chú thích cuối văn bản",
}
COMPARATORS = {
    "eq": "",
    "ge": "từ {} trở lên",
    "gt": "trên {}",
    "le": "không quá {}",
    "lt": "dưới {}",
    "top": "trong nhóm {} đứng đầu",
    "approx": "khoảng {}",
}
RECURRENCES = {
    "yearly": "hằng năm",
    "quarterly": "hằng quý",
    "monthly": "hằng tháng",
    "weekly": "hằng tuần",
    "continuous": "thường xuyên",
}
JUDGEMENTS = {
    "matched": "",
    "ambiguous": "chưa chắc là cơ quan nào",
    "person": "cá nhân",
    "unknown": "chưa xác định được cơ quan",
}
SEVERITIES = {"error": "Lỗi", "warning": "Cảnh báo", "info": "Thông tin"}


def date_text(date: dt.date | None) -> str:
    return f"{date:%d/%m/}{date.year:04d}" if date else ""


def number_text(value: float | None) -> str:
    """``43.5`` → ``43,5``; ``12000.0`` → ``12.000``; nothing is rounded."""
    if value is None:
        return ""
    whole, _, fraction = f"{value:,.10f}".partition(".")
    fraction = fraction.rstrip("0")
    return whole.replace(",", ".") + ("," + fraction if fraction else "")


def deadline_text(deadline: Deadline) -> str:
    """What we understood, to stand beside the words printed: ``01/01/2026 – 31/12/2030, còn tiếp tục``."""
    dates = date_text(deadline.end)
    if deadline.start:
        start = date_text(deadline.start)
        dates = f"{start} – {dates}" if dates else f"từ {start}"
    parts = [dates, RECURRENCES.get(deadline.recurring or "", ""), "còn tiếp tục" if deadline.open_ended else ""]
    return ", ".join(part for part in parts if part)


def quantity_text(target: Target) -> str:
    """``từ 43,5 % trở lên``, ``10 – 15 %``; empty where nothing is measured."""
    if target.value is None:
        return ""
    value = number_text(target.value)
    if target.value_max is not None:
        value = f"{value} – {number_text(target.value_max)}"
    value = f"{value} {target.unit or ''}".strip()
    return (COMPARATORS.get(target.comparator or "") or "{}").format(value)


def address_in_vietnamese(address: str) -> str:
    """``table 2, row 5, cell 3`` → ``bảng 2, dòng 5, ô 3``."""
    return ", ".join(
        f"{_PARTS_OF_A_FILE.get(part.rpartition(' ')[0], part.rpartition(' ')[0])} {part.rpartition(' ')[2]}"
        for part in address.split(", ")
    )


def field_name(field: str) -> str:
    return FIELDS.get(field, field)
