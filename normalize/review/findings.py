"""Doubts about the whole: how a finding of each kind is worded. One place, so that codes and words stay stable."""

from __future__ import annotations

from collections.abc import Iterable

from nghiquyet.extract.model import Page, Trouble
from nghiquyet.normalize.model import Finding, Severity

# Trouble of the reader → how grave it is, and what the officer reads.
_TROUBLES: dict[str, tuple[Severity, str]] = {
    "page-overfull": (
        "error",
        "Trang có quá nhiều nét vẽ hoặc chữ nên chỉ đọc được một phần; hãy kiểm tra lại trang này.",
    ),
    "page-broken": ("error", "Nội dung trang bị hỏng, không đọc được; hãy lấy lại tệp gốc rồi chạy lại."),
    "page-empty": (
        "error",
        "Trang không có nội dung nào giữa các trang có chữ, có thể bị mất; hãy đối chiếu với bản gốc.",
    ),
    "file-damaged": (
        "error",
        "Tệp có phần dữ liệu bị cụt hoặc hỏng, có thể thiếu chữ, bảng hay trang; hãy lấy lại tệp gốc rồi chạy lại.",
    ),
    "letters-unmapped": ("error", "Một số chữ của trang không có mã; hãy đọc lại các từ có “(cid:” bằng mắt."),
    "page-illegible": (
        "error",
        "Trang không có lớp chữ dùng được (bản chụp hoặc phông sai mã); hãy đọc trang này bằng mắt.",
    ),
    "ruled-page-without-table": (
        "error",
        "Trang có đường kẻ của bảng nhưng không đọc được bảng nào; nhiệm vụ ở đó có thể bị mất, hãy đọc trang "
        "bằng mắt.",
    ),
    "table-left-out": (
        "error",
        "Có các dòng xếp như bảng (tiêu đề cột, tên cơ quan, thời hạn đứng riêng) nhưng không đọc được thành bảng; "
        "nhiệm vụ ở đó có thể bị mất hoặc thiếu, hãy đối chiếu với bản gốc và nhập tay.",
    ),
    "text-repaired": (
        "info",
        "Đã ghép lại các ô của bảng bị ngắt ở cuối trang{detail}; hãy đối chiếu với bản gốc nếu cần.",
    ),
    "page-foreign": (
        "warning",
        "Trang viết bằng tiếng nước ngoài; chương trình chỉ hiểu văn bản tiếng Việt, hãy đọc trang này bằng mắt.",
    ),
    "text-struck-out": (
        "warning",
        "Chữ bị gạch bỏ không được tính vào nội dung{detail}; hãy đối chiếu với bản gốc.",
    ),
    "embedded-file-unread": (
        "error",
        "Tệp Word nhúng nội dung của tệp khác mà chương trình không đọc được; hãy mở bằng Word, lưu thành tệp .docx "
        "mới rồi chạy lại.",
    ),
    "tracked-changes-accepted": (
        "warning",
        "Tệp còn thay đổi chưa được chấp nhận (Track Changes), đã đọc như khi chấp nhận hết; hãy kiểm tra đây có phải "
        "bản cuối cùng không.",
    ),
}
# A finding quotes no more of the document than this many letters.
QUOTE = 60


def quote(text: str) -> str:
    """The beginning of a text, for a person to find its place by."""
    return text if len(text) <= QUOTE else text[:QUOTE].rsplit(" ", 1)[0] + "…"


def finding(
    severity: Severity, code: str, message: str, subject: str | None = None, pages: Iterable[int] = ()
) -> Finding:
    """A finding with its pages in order, each once."""
    return Finding(severity=severity, code=code, message=message, subject=subject, pages=tuple(sorted(set(pages))))


def troubles_to_findings(troubles: Iterable[Trouble]) -> tuple[Finding, ...]:
    """What the reader could not read, as findings."""
    return tuple(finding(*_graded(t), pages=t.pages) for t in troubles)


def furniture_to_findings(pages: Iterable[Page]) -> tuple[Finding, ...]:
    """What stands on pages beside the text and is no page's number: running lines, signature stamps; each once."""
    places: dict[str, list[int]] = {}
    for page in pages:
        for line in page.furniture:
            if any(letter.isalpha() for letter in line.text):
                places.setdefault(line.text, []).append(page.number)
    return tuple(
        finding("info", "page-furniture", f"“{text}” là dòng ngoài nội dung văn bản; không cần làm gì.", pages=numbers)
        for text, numbers in places.items()
    )


def _graded(trouble: Trouble) -> tuple[Severity, str, str]:
    severity, message = _TROUBLES[trouble.code]
    detail = f" ({trouble.detail})" if trouble.detail else ""
    return severity, trouble.code, message.replace("{detail}", detail)
