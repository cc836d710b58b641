"""Values compared as read: deadlines, agencies, numbers, lists, columns."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from nghiquyet.normalize.model import Baseline, Deadline, Milestone, Period, Signer
from nghiquyet.output.changes.compare_fields import SameTarget, field_to_difference, record_difference
from tests.output.build import assignment

END = dt.date(2030, 12, 31)
MONTH = Deadline(text="Tháng 12/2030", end=END, precision="month")
TWICE = MONTH.model_copy(update={"text": "Tháng 6/2030 và tháng 12/2030"})
YEARLY = Deadline(text="Tháng 6 hằng năm", recurring="yearly")
ROADS = assignment("Sở XD")
HEALTH = assignment("Sở Y tế", agency="so-y-te", name="Sở Y tế")
UNSURE = assignment(agency=None, name=None, judgement="ambiguous")
BASE = Baseline(year=2020, text="so với năm 2020")
STEP = Milestone(year=2026, value=20.0)

CASES: list[tuple[str, Any, Any, str, str]] = [
    ("value", 100.0, 90.0, "substance", "giá trị giảm từ 100 xuống 90"),
    ("value", 43.5, 50.0, "substance", "giá trị tăng từ 43,5 lên 50"),
    ("value", None, 5.0, "substance", "thêm “5”"),
    ("comparator", "ge", "eq", "substance", "“ít nhất” thành “bằng”"),
    ("modality", "committed", "aspirational", "substance", "“cam kết” thành “phấn đấu”"),
    ("unit", "ha", "héc ta", "wording", ""),
    ("unit", "ha", "%", "substance", ""),
    ("scope", None, "các xã ven biển", "substance", "thêm “các xã ven biển”"),
    ("deadline", MONTH, MONTH.model_copy(update={"text": "tháng 12 năm 2030"}), "wording", ""),
    ("deadline", MONTH, MONTH.model_copy(update={"text": "Tháng 12/2030, sau khi có vốn"}), "substance", "điều kiện"),
    ("deadline", MONTH, MONTH.model_copy(update={"end": dt.date(2031, 12, 31)}), "substance", "thời hạn lùi"),
    (
        "deadline",
        TWICE,
        TWICE.model_copy(update={"text": "Tháng 9/2030 và tháng 12/2030"}),
        "substance",
        "“Tháng 6/2030” thành",
    ),
    ("deadline", TWICE, TWICE.model_copy(update={"text": "tháng 6/2030, tháng 12/2030"}), "wording", ""),
    ("deadline", MONTH, Deadline(), "substance", "thời hạn: bỏ “Tháng 12/2030”"),
    ("deadline", YEARLY, YEARLY.model_copy(update={"text": "Tháng 12 hằng năm"}), "substance", ""),
    ("deadline", YEARLY, YEARLY.model_copy(update={"text": "tháng 6 hàng năm"}), "wording", ""),
    (
        "baseline",
        Baseline(year=2020, text="so với năm 2020"),
        Baseline(year=2022, text="so với năm 2022"),
        "substance",
        "",
    ),
    (
        "milestones",
        (Milestone(year=2026, value=20.0),),
        (Milestone(year=2026, value=25.0),),
        "substance",
        "mốc năm 2026",
    ),
    ("lead", (assignment(),), (ROADS,), "wording", "cùng cơ quan"),
    ("lead", (assignment(), HEALTH), (HEALTH, assignment()), "wording", "chỉ đổi thứ tự"),
    ("lead", (assignment(), HEALTH), (HEALTH,), "substance", "bỏ “Sở Xây dựng”"),
    ("lead", (assignment(),), (HEALTH,), "substance", "bỏ “Sở Xây dựng”; thêm “Sở Y tế”"),
    ("lead", (assignment(),), (assignment(scope="phần cầu"),), "substance", "phần việc của “Sở Xây dựng”"),
    (
        "lead",
        (assignment(),),
        (UNSURE,),
        "wording",
        "khác cách hiểu",
    ),
    (
        "lead",
        (assignment("các sở, ngành và địa phương", agency="c:1", name="Các sở, ngành và địa phương"),),
        (assignment("các sở, ngành, địa phương", agency="c:2", name="Các sở, ngành, địa phương"),),
        "wording",
        "",
    ),
    ("notes", ("Gồm 05 phường.", "Trừ xe công."), ("Trừ xe công.", "Gồm 5 phường."), "wording", ""),
    ("notes", ("Gồm 05 phường.",), (), "substance", "bỏ “Gồm 05 phường.”"),
    ("recipients", ("Như trên", "Sở Y tế"), ("Sở Y tế", "Như trên"), "wording", "chỉ đổi thứ tự"),
    ("markers", {"Ưu tiên": True}, {"Ưu tiên": False}, "substance", "bỏ dấu ở cột “Ưu tiên”"),
    ("markers", {"Ưu tiên": True}, {"ưu tiên": True}, "wording", ""),
    ("markers", {"Ưu tiên": True, "Thêm": False}, {"Ưu tiên": True}, "wording", ""),
    ("markers", {"Nhiệm vụ ưu tiên": True}, {"Nhiệm vụ không ưu tiên": True}, "substance", "tên cột"),
    ("extra", {"Kinh phí": "2 tỷ"}, {"Kinh phí": "3 tỷ"}, "substance", "cột “Kinh phí”: “2” thành “3”"),
    ("extra", {"Kinh phí": "2 tỷ"}, {"Kinh phí": "02 tỉ"}, "wording", ""),
    ("extra", {}, {"Ghi chú": "chuyển tiếp"}, "substance", "cột “Ghi chú”: thêm"),
    ("number", None, "10-CTr/ĐU", "substance", "thêm “10-CTr/ĐU”"),
    ("issued_on", None, dt.date(2026, 3, 2), "substance", "thêm “02/03/2026”"),
    ("period", Period(from_=2026, to=2030), Period(from_=2026, to=2035), "substance", "giai đoạn"),
    ("signer", Signer(name="Lê Văn A"), Signer(name="Trần B"), "substance", "người ký: “Lê Văn A” thành “Trần B”"),
    ("signer", Signer(position="CHỦ TỊCH"), Signer(position="Chủ tịch"), "wording", ""),
]


@pytest.mark.parametrize(("field", "before", "after", "weight", "words"), CASES)
def test_each_field(field: str, before: Any, after: Any, weight: str, words: str) -> None:
    told = field_to_difference(field, before, after)
    assert (told.weight, words in told.reason) == (weight, True), told
    assert field_to_difference(field, after, before).weight == weight


TARGETS = SameTarget({"I.a": frozenset({"I.b"}), "I.b": frozenset({"I.c"})})


@pytest.mark.parametrize(
    ("before", "after", "weight"),
    [
        (("I.a",), ("I.b",), "wording"),
        (("I.a",), ("I.c",), "substance"),
        (("I.a", "I.b"), ("I.b",), "substance"),
        (("I.a", "gone"), ("I.b",), "wording"),
        (("I.a",), ("I.b", "new"), "wording"),
        ((), ("I.b",), "substance"),
    ],
)
def test_targets_served_are_followed(before: tuple[str, ...], after: tuple[str, ...], weight: str) -> None:
    assert record_difference("targets", before, after, TARGETS).weight == weight


def test_another_place_is_wording() -> None:
    assert record_difference("group", "I", "II", TARGETS).weight == "wording"
