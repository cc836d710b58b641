"""The bytes of a Word file → whether they may be unpacked: what the archive's list says of sizes, before all else."""

from __future__ import annotations

import io
import zipfile

from nghiquyet.extract.errors import UnreadableInput

# A text of 30 pages is half a megabyte of XML; thirty times the longest resolution met is no text to read.
XML_LIMIT = 32 * 1024 * 1024
# Pictures are carried along unread.
WHOLE_LIMIT = 512 * 1024 * 1024
ENTRIES_LIMIT = 5_000


def check_package(data: bytes, name: str) -> None:
    """Raises UnreadableInput where ``data`` is no archive of a Word file, or one that would unpack to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableInput(f"Tệp Word {name} bị hỏng; hãy lấy lại tệp gốc rồi chạy lại.") from error
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableInput(f"Tệp Word {name} có mật khẩu; hãy gỡ mật khẩu rồi chạy lại.")
    large = [e for e in entries if e.filename.lower().endswith((".xml", ".rels")) and e.file_size > XML_LIMIT]
    if large or len(entries) > ENTRIES_LIMIT or sum(e.file_size for e in entries) > WHOLE_LIMIT:
        raise UnreadableInput(f"Tệp Word {name} bung ra quá lớn; hãy kiểm tra lại nguồn của tệp.")


def is_word_package(data: bytes) -> bool:
    """True if ``data`` is an archive that holds a Word document."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False
    return any(n.startswith("word/") for n in names) and "[Content_Types].xml" in names
