from __future__ import annotations

from nghiquyet.normalize.model import Milestone
from nghiquyet.output.files.record_lines import record_to_lines, resolution_to_lines
from tests.output import build


def test_a_record_begins_at_the_margin_and_its_fields_are_set_in() -> None:
    lines = list(resolution_to_lines(build.resolution()))
    assert [line for line in lines if line and not line.startswith(" ")] == [
        "văn bản",
        "chỉ tiêu II.1.a",
        "nhóm I",
        "nhiệm vụ I.1",
        "nhiệm vụ I.2",
    ]
    assert "  thời hạn: Tháng 12/2027 (= 31/12/2027)" in lines
    assert "  cơ quan chủ trì: Sở Xây dựng" in lines


def test_what_is_printed_and_what_is_meant_both_stand_there() -> None:
    task = build.task(
        lead=(build.assignment("Sở XD", scope="phần nhà ở"),),
        markers={"Trọng tâm": True, "Khác": False},
        extra={"Ghi chú": "x"},
    )
    assert set(record_to_lines(task)) >= {
        ("cơ quan chủ trì", "Sở Xây dựng (in là “Sở XD”), phần nhà ở"),
        ("Trọng tâm", "có"),
        ("Ghi chú", "x"),
    }
    assert "Khác" not in dict(record_to_lines(task))


def test_a_target_says_how_much_until_when() -> None:
    target = build.target(milestones=(Milestone(year=2026, value=20.5),), modality="aspirational")
    assert set(record_to_lines(target)) >= {
        ("mức phải đạt", "từ 43,5 % trở lên"),
        ("mốc 2026", "20,5"),
        ("mức cam kết", "phấn đấu"),
    }
