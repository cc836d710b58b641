"""``corrections.yaml`` → ``Corrections``.

A list of entries, or a mapping with that list under ``corrections`` and ``who``, ``when``, ``why`` for all entries that
give none of their own::

    who: Trần Thị A
    when: 2026-11-22
    corrections:
      - file: 10-CTr-DU.pdf        # the document; may be left out where the file is for one document
        record: I.2                # id of a task, target or group, or "document"
        field: deadline            # or what lies inside it: deadline.end, lead.0.scope, extra.Ghi chú
        expected: Tháng 12/2027    # the value before
        value: Tháng 12/2030       # the new one; "null" clears it; nothing at all: not filled in yet
        why: Ô bị ngắt qua trang
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from nghiquyet.normalize.corrections.model import Blank, Correction, Corrections, CorrectionsError, Plain
from nghiquyet.normalize.corrections.yaml_text import MAX_BYTES, NOTHING, Nothing, UnusableYaml, yaml_to_plain

MAX_ENTRIES = 5_000
# More is a text to read, no reason.
MAX_REASON = 500
_COMMON = ("who", "when", "why")
_KEYS = ("file", "record", "field", "expected", "value", *_COMMON)
_FORM = "hãy ghi như mẫu mà lệnh “nghiquyet corrections new” viết ra (xem docs/corrections.md)"


def read_corrections(content: bytes, name: str) -> Corrections:
    """The entries of a file called ``name``. Raises CorrectionsError for what is not of that form."""
    try:
        root = yaml_to_plain(content)
    except UnusableYaml as error:
        place = f" ở dòng {error.line}" if error.line else ""
        large = f"lớn quá {MAX_BYTES:,} byte".replace(",", ".")
        fault = large if len(content) > MAX_BYTES else f"không đúng cú pháp YAML đơn giản{place}"
        raise CorrectionsError(f"Tệp {name} {fault}; {_FORM}.") from error
    items, common = _items(root, name)
    made = list(_entries(items, common, name))
    return Corrections(
        name,
        tuple(one for one in made if isinstance(one, Correction)),
        tuple(one for one in made if isinstance(one, Blank)),
    )


def _items(root: Plain, name: str) -> tuple[list[Plain], dict[str, Plain]]:
    """The entries, and what holds for all of them."""
    common: dict[str, Plain] = {}
    if isinstance(root, dict):
        if not set(root) <= {"corrections", *_COMMON}:
            strange = ", ".join(sorted(set(root) - {"corrections", *_COMMON}))
            raise CorrectionsError(f"Tệp {name} có khóa lạ: {strange}; {_FORM}.")
        common = {key: root[key] for key in _COMMON if key in root}
        root = root.get("corrections", NOTHING)
    if isinstance(root, Nothing) or root is None:
        return [], common
    if not isinstance(root, list) or len(root) > MAX_ENTRIES:
        raise CorrectionsError(f"Tệp {name} phải là một danh sách không quá {MAX_ENTRIES} mục; {_FORM}.")
    return root, common


def _entries(items: list[Plain], common: dict[str, Plain], name: str) -> Iterator[Correction | Blank]:
    for number, item in enumerate(items, 1):
        if not isinstance(item, dict):
            raise Corrections(name).error(number, f"không phải các cặp “khóa: giá trị”; {_FORM}.")
        given = {key: value for key, value in item.items() if not isinstance(value, Nothing)}
        yield _CorrectionEntry(name, number, item.keys() - set(_KEYS), {**common, **given}).read("expected" in item)


class _CorrectionEntry:
    """One entry in the reading: whoever asks for a key gets it, or a refusal that names the entry and the key."""

    def __init__(self, name: str, number: int, strange: set[str], given: dict[str, Plain]) -> None:
        self._of = Corrections(name)
        self._number = number
        self._given = {key: value for key, value in given.items() if not isinstance(value, Nothing)}
        if strange:
            raise self._fail(f"có khóa lạ: {', '.join(sorted(strange))}; chỉ dùng {', '.join(_KEYS)}.")

    def read(self, has_expected: bool) -> Correction | Blank:
        file = self._text("file") if "file" in self._given else None
        if "value" not in self._given:
            return Blank(self._number, file)
        if not has_expected:
            raise self._fail("thiếu “expected”; hãy ghi giá trị trước khi sửa (không có gì thì ghi null).")
        path = tuple(self._text("field").split("."))
        if path[0] in ("extra", "markers") and len(path) > 1:  # the rest is a printed heading, dots and all
            path = (path[0], ".".join(path[1:]))
        if not all(path):
            raise self._fail("“field” có dấu chấm thừa; hãy ghi như deadline hoặc deadline.end.")
        return Correction(
            number=self._number,
            record=self._text("record"),
            path=path,
            expected=self._given.get("expected"),
            value=self._given["value"],
            why=self._text("why").rstrip(".;"),
            who=self._text("who"),
            when=self._day("when"),
            file=file,
        )

    def _text(self, key: str) -> str:
        value = self._given.get(key)
        if not isinstance(value, str) or not value:
            raise self._fail(f"thiếu “{key}” hoặc “{key}” không phải chữ; hãy điền {key}.")
        if len(value) > MAX_REASON:
            raise self._fail(f"“{key}” dài quá {MAX_REASON} chữ; hãy ghi ngắn lại.")
        return value

    def _day(self, key: str) -> dt.date:
        text = self._text(key)
        for form in ("%Y-%m-%d", "%d/%m/%Y"):
            try:
                return dt.datetime.strptime(text, form).date()
            except ValueError:
                continue
        raise self._fail(f"“{key}” không phải một ngày; hãy ghi như 2026-11-22 hoặc 22/11/2026.")

    def _fail(self, what: str) -> CorrectionsError:
        return self._of.error(self._number, what)
