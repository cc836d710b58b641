"""Builders with defaults: a test names only what it is about."""

from __future__ import annotations

import datetime as dt
from typing import Any

from nghiquyet.normalize.model import (
    Agency,
    Assignment,
    Box,
    DataTable,
    Deadline,
    Finding,
    FrontMatter,
    Implemented,
    Period,
    Resolution,
    Review,
    Signer,
    Source,
    Target,
    Task,
    TaskGroup,
)


def assignment(text: str = "Sở Xây dựng", **changes: Any) -> Assignment:
    known: dict[str, Any] = {"agency": "so-xay-dung", "name": "Sở Xây dựng", "judgement": "matched", "score": 1.0}
    return Assignment(**{"text": text, **known, **changes})


def task(id: str = "I.1", **changes: Any) -> Task:
    known: dict[str, Any] = {
        "origin": "appendix",
        "group": "I",
        "number": id.rpartition(".")[2],
        "title": "Lập quy hoạch mạng lưới trạm sạc",
        "deadline": Deadline(text="Tháng 12/2027", end=dt.date(2027, 12, 31), precision="month"),
        "lead": (assignment(),),
        "where": {"title": (Box(page=8, bbox=(50.0, 60.0, 200.5, 90.0)),)},
    }
    return Task(**{"id": id, **known, **changes})


def target(id: str = "II.1.a", **changes: Any) -> Target:
    known: dict[str, Any] = {
        "section": "II.1",
        "kind": "quantitative",
        "statement": "giảm ít nhất 43,5% phát thải so với năm 2020",
        "indicator": "giảm phát thải",
        "comparator": "ge",
        "value": 43.5,
        "unit": "%",
    }
    return Target(**{"id": id, **known, **changes})


def table(id: str = "T1", **changes: Any) -> DataTable:
    """A table of two tasks under a group's heading and over a sum."""
    known: dict[str, Any] = {
        "kind": "tasks",
        "reason": "Có cột nhiệm vụ và cột thời hạn.",
        "headings": (("TT",), ("Nhiệm vụ",), ("Thời gian", "Hoàn thành")),
        "rows": (
            ("I", "Giao thông xanh", ""),
            ("1", "Lập quy hoạch mạng lưới trạm sạc", "Tháng 12/2027"),
            ("2", "Thay xe buýt", "2030"),
            ("", "Tổng cộng", "2"),
        ),
        "row_kinds": ("group", "record", "record", "total"),
        "records": (("I",), ("I.1",), ("I.2",), None),
        "pages": (8,),
        "where": (Box(page=8, bbox=(50.0, 40.0, 540.0, 400.0)),),
    }
    return DataTable(**{"id": id, **known, **changes})


def review(field: str = "lead", code: str = "agency-ambiguous") -> Review:
    return Review(field=field, code=code, message="Tên này có thể là hai cơ quan; hãy đối chiếu với bản gốc.")


def finding(severity: str = "warning", subject: str | None = None, **changes: Any) -> Finding:
    known: dict[str, Any] = {"code": "rows-missing", "message": "Thiếu một dòng; hãy đối chiếu với bản gốc."}
    return Finding(**{"severity": severity, "subject": subject, **known, **changes})


def front_matter(**changes: Any) -> FrontMatter:
    known: dict[str, Any] = {
        "number": "10-CTr/ĐU",
        "symbol": "CTr/ĐU",
        "kind": "Chương trình hành động",
        "issuer": "Ban Thường vụ Đảng ủy",
        "place": "Hải Phòng",
        "title": "thực hiện Nghị quyết số 08-NQ/TU",
        "period": Period(**{"from": 2026, "to": 2030, "vision": 2050}),
        "implements": (Implemented(number="08-NQ/TU", issued_on=dt.date(2026, 1, 29)),),
        "signer": Signer(name="Lê Văn A", position="Phó Bí thư"),
    }
    return FrontMatter(**{**known, **changes})


def resolution(**changes: Any) -> Resolution:
    """One document with one group of two tasks, one of them doubtful, and one target."""
    known: dict[str, Any] = {
        "source": Source(file="10-CTr-DU.pdf", sha256="ab" * 32, pages=12, medium="born_digital"),
        "document": front_matter(),
        "targets": (target(),),
        "task_groups": (TaskGroup(id="I", title="Giao thông xanh", declared_tasks=2, extracted_tasks=2),),
        "tasks": (task(), task("I.2", title="Thay xe buýt", review=(review(),))),
        "tables": (table(),),
        "agencies": (Agency(id="so-xay-dung", name="Sở Xây dựng", kind="department"),),
    }
    return Resolution(**{**known, **changes})
