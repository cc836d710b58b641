"""An older Word file (.doc, or RTF and HTML under that name) → the document, by way of LibreOffice and .docx.

LibreOffice works in a profile and folder of its own that are gone afterwards, with macros off, links not followed, and
its proxies set to a place where nobody answers; it is stopped after a time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from nghiquyet.extract.errors import MissingSystemPart, UnreadableInput
from nghiquyet.extract.model import Document
from nghiquyet.extract.readers.word.read_docx import read_docx

# A paper of 100 pages takes LibreOffice ten seconds on an old machine.
TIME_LIMIT = 180
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF = b"{\\rtf"
# The first letters of a file among which a web page names itself.
HTML_HEAD = 2_000
# LibreOffice's name for each form; named, it opens the file as that and nothing else.
_FILTERS = {"doc": "MS Word 97", "rtf": "Rich Text Format", "html": "HTML (StarWriter)"}
# An encrypted .docx is kept in an archive of the old form, with a stream of this name.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" \
oor:op="fuse"><value>true</value></prop><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>\
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>\
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse">\
<value>0</value></prop></item>
</oor:items>
"""


def form_of(data: bytes) -> str | None:
    """ "doc", "rtf" or "html" by content; None for other files."""
    if data.startswith(OLE):
        return "doc"
    if data.lstrip()[:5] == RTF:
        return "rtf"
    head = data[:HTML_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "html" if re.match(rb"<(?:!doctype html|html|\?xml[^>]*>\s*<(?:!doctype html|html))", head) else None


def read_doc(data: bytes, name: str) -> Document:
    """The file ``data``, called ``name``, as a document of medium "docx".

    Raises MissingSystemPart where LibreOffice is not installed, UnreadableInput where it makes nothing of the file.
    """
    form = form_of(data)
    if form is None:
        raise UnreadableInput(f"Tệp {name} không phải văn bản Word; hãy lưu lại tệp dưới dạng .docx rồi chạy lại.")
    if form == "doc" and _ENCRYPTED in data:
        raise UnreadableInput(f"Tệp Word {name} có mật khẩu; hãy gỡ mật khẩu rồi chạy lại.")
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise MissingSystemPart(
            f"Đọc tệp {name} cần LibreOffice Writer; hãy cài bằng “sudo apt-get install libreoffice-writer”, "
            "hoặc lưu lại tệp dưới dạng .docx."
        )
    converted = _converted(data, form, office)
    if converted is None:
        raise UnreadableInput(f"LibreOffice không mở được tệp {name}; hãy lưu lại tệp dưới dạng .docx rồi chạy lại.")
    return read_docx(converted, name, hashlib.sha256(data).hexdigest())


def _converted(data: bytes, form: str, office: str) -> bytes | None:
    """The file as .docx, or None where LibreOffice fails, stops or takes too long."""
    with tempfile.TemporaryDirectory(prefix="nghiquyet-") as folder:
        home = Path(folder)
        (home / f"input.{form}").write_bytes(data)
        profile = home / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        command = [office, f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless", "--norestore",
                   "--nolockcheck", "--nodefault", f"--infilter={_FILTERS[form]}", "--convert-to",
                   "docx:MS Word 2007 XML", "--outdir", str(home / "out"), str(home / f"input.{form}")]  # fmt: skip
        if not _ran(command, home):
            return None
        made = home / "out" / "input.docx"
        return made.read_bytes() if made.is_file() else None


def _ran(command: list[str], home: Path) -> bool:
    """True if the command ended well in time; what it started ends with it."""
    nowhere = "http://127.0.0.1:9"
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "TMPDIR": str(home),
        "LANG": "C.UTF-8",
        "http_proxy": nowhere,
        "https_proxy": nowhere,
    }
    process = subprocess.Popen(
        command,
        cwd=home,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return process.wait(TIME_LIMIT) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
