import copy
from typing import Any

import pytest

from tests.scoring import figures, report, score


def task(**fields: Any) -> dict[str, Any]:
    return {
        "id": "I.1",
        "origin": "appendix",
        "group": "I",
        "number": "1",
        "title": "Xây dựng bến xe",
        "deadline": {"text": "Quý I/2026", "end": "2026-03-31"},
        "lead": [{"text": "Sở Xây dựng", "name": "Sở Xây dựng", "scope": None}],
        "extra": {"Kinh phí": "2 tỷ"},
        "markers": {"Ưu tiên": True},
    } | fields


def reading(**fields: Any) -> dict[str, Any]:
    whole = {
        "document": {"number": "1/KH-UBND"},
        "task_groups": [{"id": "I", "title": "Giao thông"}],
        "tasks": [task()],
    }
    return whole | fields


def wrong(gold: dict[str, Any], got: dict[str, Any]) -> list[tuple[str, bool]]:
    return [(v.field, v.flagged) for v in score(gold, got) if not v.right]


def test_a_gold_is_right_against_itself() -> None:
    gold = reading(tasks=[task(title=["Xây dựng bến xe", "- Xây dựng bến xe"])])
    assert figures(score(gold, copy.deepcopy(gold))).right_share == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": "Xây dựng bến"}, "task.title"),
        ({"deadline": {"text": "Quý I/2026", "end": "2026-06-30"}}, "task.deadline"),
        ({"lead": []}, "task.lead"),
        ({"lead": [{"name": "Sở Xây dựng", "scope": "đối với bến xe"}]}, "task.lead"),
        ({"lead": [{"name": "Sở Tài chính", "scope": None}]}, "task.lead"),
        ({"extra": {}}, "task.extra"),
        ({"extra": {"Ghi chú": "2 tỷ"}}, "task.extra"),
        ({"markers": {"Ưu tiên": False}}, "task.markers"),
        ({"markers": {"Trọng tâm": True}}, "task.marker_headings"),
    ],
)
def test_a_changed_field_is_wrong_and_silent(change: dict[str, Any], field: str) -> None:
    assert wrong(reading(), reading(tasks=[task(**change)])) == [(field, False)]


def test_a_wrong_field_that_review_names_is_flagged() -> None:
    review = [{"field": "/lead/0", "code": "agency-ambiguous", "message": ""}]
    assert wrong(reading(), reading(tasks=[task(lead=[], review=review)])) == [("task.lead", True)]


def test_a_right_field_that_review_names_is_over_flagged() -> None:
    got = reading(tasks=[task(review=[{"field": "title"}])])
    assert figures(score(reading(), got)).over_flagged == 1


@pytest.mark.parametrize(
    "same",
    [
        {"title": "Xây  dựng bến xe"},
        {"deadline": {"text": "Quý I / 2026", "end": "2026-03-31"}},
        {"lead": [{"name": "SỞ XÂY DỰNG", "scope": ""}]},
        {"extra": {"Kinh phí (1)": "2 tỷ"}},
    ],
)
def test_folding_forgives_spaces_quotes_and_case_of_names(same: dict[str, Any]) -> None:
    assert wrong(reading(), reading(tasks=[task(**same)])) == []


def test_a_lost_task_makes_all_its_fields_wrong() -> None:
    fields = len(task()) - 2
    assert len(wrong(reading(), reading(tasks=[]))) == fields


def test_an_invented_task_and_a_repeated_id_are_one_wrong_field_each() -> None:
    got = reading(tasks=[task(), task(), task(id="I.2")])
    assert wrong(reading(), got) == [("task.extra_record", False)] * 2


def test_an_order_in_the_prose_is_not_scored() -> None:
    assert wrong(reading(), reading(tasks=[task(), task(id="III/1", origin="body")])) == []


def test_a_finding_flags_the_documents_field() -> None:
    finding = {"subject": "/document/number"}
    got = reading(document={"number": None}, findings=[finding])
    assert wrong(reading(), got) == [("document.number", True)]


def test_an_unknown_group_is_wrong() -> None:
    groups = [{"id": "I", "title": "Giao thông"}, {"id": "II", "title": "Xây dựng bến xe"}]
    assert wrong(reading(), reading(task_groups=groups)) == [("group.extra_record", False)]


def target(**fields: Any) -> dict[str, Any]:
    return {
        "id": "I.a",
        "kind": "quantitative",
        "section": "I",
        "statement": "phấn đấu 50% khu công nghiệp có trạm xử lý nước thải",
        "indicator": "khu công nghiệp có trạm xử lý nước thải",
        "value": 50,
        "unit": "%",
    } | fields


def test_targets_are_paired_by_likeness_and_value() -> None:
    gold = reading(
        targets=[target(), target(value=80, statement="phấn đấu 80% khu công nghiệp có trạm xử lý nước thải")]
    )
    got = reading(targets=list(reversed(gold["targets"])))
    assert wrong(gold, got) == []


def test_a_target_left_unread_is_flagged_by_its_finding() -> None:
    message = "Kiểm tra câu: “phấn đấu 50% khu công nghiệp có trạm xử lý nước thải”."
    got = reading(targets=[], findings=[{"code": "number-unread", "message": message}])
    assert {flagged for _, flagged in wrong(reading(targets=[target()]), got)} == {True}
    assert {flagged for _, flagged in wrong(reading(targets=[target()]), reading(targets=[]))} == {False}


def test_the_report_names_what_was_wanted_and_what_came() -> None:
    text = report(score(reading(), reading(tasks=[task(title="Sai")])))
    assert "SILENT I.1 task.title" in text
    assert "Xây dựng bến xe" in text
