"""Pages that only one recogniser has read → a finding: the second one is not installed."""

from __future__ import annotations

from nghiquyet.extract.model import Document
from nghiquyet.normalize.model import Finding
from nghiquyet.normalize.review.findings import finding

# Lone marks are read by their shapes; a page of any text has a longer word.
LONGER_THAN_A_MARK = 4
MESSAGE = (
    "Máy này chỉ có một bộ nhận dạng chữ nên chữ đọc từ ảnh kém chắc hơn; hãy cài bộ thứ hai rồi chạy lại: "
    "sudo apt-get install tesseract-ocr-script-viet"
)


def check_readers(document: Document) -> tuple[Finding, ...]:
    """A finding where pages were recognised and no word of theirs was read a second time."""
    read = [
        word
        for page in document.pages
        for word in page.words
        if word.confidence is not None and len(word.text) > LONGER_THAN_A_MARK
    ]
    if not read or any(word.second is not None for word in read):
        return ()
    return (finding("info", "second-reader-missing", MESSAGE, pages=(word.page for word in read)),)
