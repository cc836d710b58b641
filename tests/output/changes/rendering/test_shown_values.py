from __future__ import annotations

from typing import Any

import pytest

from nghiquyet.normalize.model import FrontMatter, Target, Task
from nghiquyet.output.changes.rendering.shown_values import field_label, value_lines


@pytest.mark.parametrize(
    ("record", "field", "value", "lines"),
    [
        ("task", "title", "Lập đề án", ("Lập đề án",)),
        ("task", "result", None, ()),
        ("target", "value", 12000.5, ("12.000,5",)),
        ("target", "value", 0.0, ("0",)),
        ("target", "comparator", "le", ("không quá mức này",)),
        ("target", "modality", "aspirational", ("phấn đấu",)),
        ("target", "kind", "qualitative", ("định tính",)),
        ("document", "kind", "Kế hoạch", ("Kế hoạch",)),
        (
            "task",
            "deadline",
            {"text": "Năm 2030", "end": "2030-12-31", "precision": "year"},
            ("Năm 2030 (= 31/12/2030)",),
        ),
        ("task", "deadline", {"text": None}, ()),
        (
            "task",
            "lead",
            [{"text": "Sở XD", "name": "Sở Xây dựng", "scope": "vốn"}],
            ("Sở Xây dựng (in là “Sở XD”), vốn",),
        ),
        ("task", "markers", {"Trọng tâm": True}, ("Trọng tâm: có",)),
        ("task", "extra", {"Ghi chú": "x"}, ("Ghi chú: x",)),
        ("task", "targets", ["II.1.a", "II.1.b"], ("II.1.a", "II.1.b")),
        ("target", "milestones", [{"year": 2026, "value": 20.5}], ("năm 2026: 20,5",)),
        ("target", "baseline", {"year": 2020, "text": "so với năm 2020"}, ("so với năm 2020",)),
        ("document", "period", {"from": 2026, "to": 2030, "vision": None}, ("2026 – 2030",)),
        ("document", "issued_on", "2026-01-29", ("29/01/2026",)),
        ("document", "signer", {"name": "A", "position": None}, ("họ tên: A",)),
        ("document", "implements", [{"number": "8", "issued_on": "2026-01-29"}], ("8, 29/01/2026",)),
        ("document", "task_groups", [{"id": "I", "title": "Một", "parent": None}], ("I. Một",)),
    ],
)
def test_a_value_is_written_as_an_officer_reads_it(record: str, field: str, value: Any, lines: tuple[str, ...]) -> None:
    assert value_lines(record, field, value) == lines


def test_every_compared_field_has_a_vietnamese_name() -> None:
    skipped = {"id", "where", "review"}
    for record, model in (("task", Task), ("target", Target), ("document", FrontMatter)):
        for field in (name for name in model.model_fields if name not in skipped):
            assert field_label(record, field) != field, field
