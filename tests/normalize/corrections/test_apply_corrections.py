from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.normalize.corrections import Corrections, CorrectionsError, apply_corrections
from nghiquyet.normalize.corrections.model import Blank, Plain
from nghiquyet.normalize.model import Milestone, Resolution, Review, TaskGroup
from tests.normalize.corrections.build import Linker, codes, corrected, correction, one
from tests.output import build

TITLE = "Lập quy hoạch mạng lưới trạm sạc"


def test_a_correction_is_applied_and_the_field_says_who_when_and_why() -> None:
    task = one("title", TITLE, "Lập đề án").tasks[0]
    assert task.title == "Lập đề án"
    (entry,) = task.review
    assert (entry.field, entry.code) == ("title", "corrected")
    assert all(part in entry.message for part in ("Trần Thị A", "22/11/2026", "đọc nhầm dòng", TITLE))


def test_the_other_doubts_of_that_field_go_and_those_of_others_stay() -> None:
    doubtful = build.task(review=(build.review("title"), build.review("deadline", "deadline-vague")))
    resolution = build.resolution(
        tasks=(doubtful,),
        findings=(
            build.finding("warning", "/tasks/0/title"),
            build.finding("warning", "/tasks/0/lead"),
            build.finding("error", "/tasks/0/title"),
        ),
    )
    after = one("title", TITLE, "Lập đề án", resolution)
    assert [entry.code for entry in after.tasks[0].review] == ["deadline-vague", "corrected"]
    assert [(f.severity, f.subject) for f in after.findings] == [
        ("warning", "/tasks/0/lead"),
        ("error", "/tasks/0/title"),
    ]


@pytest.mark.parametrize(
    ("field", "expected", "value"),
    [
        ("title", TITLE, "Lập đề án"),
        ("result", None, "Đề án"),
        ("lead", "Sở Xây dựng", "Sở Tài chính; Sở Y tế"),
        ("lead", ["Sở Xây dựng"], ["Sở Tài chính"]),
        ("lead", [{"name": "Sở Xây dựng"}], [{"name": "Sở Tài chính", "scope": "phần vốn"}]),
        ("lead.0", "Sở Xây dựng", "Sở Tài chính"),
        ("lead.0.name", "Sở Xây dựng", "Sở Tài chính"),
        ("lead.0.scope", None, "phần vốn"),
        ("coordinating", None, "Sở Y tế"),
        ("lead", "Sở Xây dựng", None),
        ("deadline", "Tháng 12/2027", "Tháng 6/2028"),
        ("deadline", {"text": "Tháng 12/2027", "end": "2027-12-31", "precision": "month"}, {"end": "2028-06-30"}),
        ("deadline.end", "2027-12-31", "2028-06-30"),
        ("deadline.text", "Tháng 12/2027", "Tháng 6/2028"),
        ("deadline", "Tháng 12/2027", None),
        ("markers.Trọng tâm", None, True),
        ("extra.Ghi chú", None, "Theo đề án"),
        ("group", "I", None),
    ],
)
def test_whatever_is_corrected_a_second_time_changes_nothing(field: str, expected: Plain, value: Plain) -> None:
    before = build.resolution()
    entry = correction(field, expected, value)
    once = corrected(before, entry)
    assert once.tasks[0] != before.tasks[0]
    assert [review.code for review in once.tasks[0].review] == ["corrected"]
    assert corrected(once, entry) == once
    assert Resolution.model_validate_json(once.model_dump_json(by_alias=True)) == once


def test_words_of_a_deadline_are_read_and_a_date_beside_them_keeps_the_words() -> None:
    assert one("deadline", "Tháng 12/2027", "Tháng 6/2028").tasks[0].deadline.end == dt.date(2028, 6, 30)
    kept = one("deadline", "Tháng 12/2027", {"end": "2028-06-30"}).tasks[0].deadline
    assert (kept.text, kept.end, kept.precision) == ("Tháng 12/2027", dt.date(2028, 6, 30), "day")


def test_what_the_new_words_leave_doubtful_is_told_anew() -> None:
    assert [r.code for r in one("lead", "Sở Xây dựng", "UBND").tasks[0].review] == ["corrected", "agency-ambiguous"]
    task = one("deadline", "Tháng 12/2027", "khoảng tháng 6/2028").tasks[0]
    assert [r.code for r in task.review] == ["corrected", "deadline-vague"]


def test_agencies_are_those_that_the_document_now_uses() -> None:
    after = one("lead", "Sở Xây dựng", "Sở Tài chính", build.resolution(tasks=(build.task(),)))
    assert after.tasks[0].lead[0].agency == "so-tai-chinh"
    assert [agency.id for agency in after.agencies] == ["so-tai-chinh"]
    both = one("lead", "Sở Xây dựng", "Sở Tài chính")
    assert [agency.id for agency in both.agencies] == ["so-xay-dung", "so-tai-chinh"]


def test_a_name_given_to_one_agency_keeps_its_printed_words() -> None:
    printed = build.task(lead=(build.assignment("UBND", agency=None, name=None, judgement="ambiguous", score=0.5),))
    lead = one("lead.0.name", None, "Sở Y tế", build.resolution(tasks=(printed,))).tasks[0].lead[0]
    assert (lead.text, lead.name, lead.agency, lead.judgement) == ("UBND", "Sở Y tế", "so-y-te", "matched")


def test_saying_that_a_doubtful_value_is_right_settles_it() -> None:
    unsure = build.task(lead=(build.assignment(score=0.6),), review=(build.review("lead", "agency-uncertain"),))
    before = build.resolution(tasks=(unsure,))
    entry = correction("lead", "Sở Xây dựng", "Sở Xây dựng")
    after = corrected(before, entry)
    assert [r.code for r in after.tasks[0].review] == ["corrected"]
    assert after.tasks[0].lead[0].name == "Sở Xây dựng"
    assert corrected(after, entry) == after


def test_a_correction_that_the_reading_has_caught_up_with_is_not_needed() -> None:
    after = one("title", "Lập qui hoạch", TITLE)
    assert codes(after) == ["correction-unneeded"]
    assert after.tasks == build.resolution().tasks


@pytest.mark.parametrize(
    ("field", "expected", "value", "record", "code", "subject"),
    [
        ("title", "khác", "Lập đề án", "I.1", "correction-value-changed", "/tasks/0/title"),
        ("lead", "Sở Y tế", "Sở Tài chính", "I.1", "correction-value-changed", "/tasks/0/lead"),
        ("lead", ["Sở Xây dựng", "Sở Y tế"], "Sở Tài chính", "I.1", "correction-value-changed", "/tasks/0/lead"),
        ("deadline", "Tháng 11/2027", "Năm 2028", "I.1", "correction-value-changed", "/tasks/0/deadline"),
        ("deadline", {"text": "Tháng 12/2027"}, "Năm 2028", "I.1", "correction-value-changed", "/tasks/0/deadline"),
        ("title", TITLE, "Lập đề án", "I.9", "correction-record-gone", None),
        ("lead.3", "Sở Y tế", "Sở Tài chính", "I.1", "correction-record-gone", "/tasks/0/lead"),
        ("group", "I", "IX", "I.1", "correction-reference-unknown", "/tasks/0/group"),
        ("targets", [], ["X.1"], "I.1", "correction-reference-unknown", "/tasks/0/targets"),
        ("parent", None, "I.9", "I.1", "correction-reference-unknown", "/tasks/0/parent"),
    ],
)
def test_what_does_not_fit_is_reported_and_not_applied(
    field: str, expected: Plain, value: Plain, record: str, code: str, subject: str | None
) -> None:
    before = build.resolution()
    after = one(field, expected, value, record=record)
    (found,) = after.findings
    assert (found.code, found.severity, found.subject) == (code, "warning", subject)
    assert "mục" in found.message.casefold()
    assert after.model_copy(update={"findings": ()}) == before


def test_targets_groups_and_the_document_are_corrected_too() -> None:
    after = corrected(
        build.resolution(findings=(build.finding("warning", "/document/issued_on"),)),
        correction("value", "43,5", "44,5", record="II.1.a"),
        correction("issued_on", None, "2026-03-05", record="document", number=2),
        correction("period.to", "2030", "2035", record="document", number=3),
        correction("title", "Giao thông xanh", "Giao thông", record="I", number=4),
    )
    assert after.targets[0].value == 44.5
    assert after.document.issued_on == dt.date(2026, 3, 5)
    assert after.document.period is not None
    assert after.document.period.to == 2035
    assert after.task_groups[0].title == "Giao thông"
    assert [(f.severity, f.code, f.subject) for f in after.findings] == [
        ("info", "corrected", "/document/issued_on"),
        ("info", "corrected", "/document/period"),
        ("info", "corrected", "/task_groups/0/title"),
    ]


def test_groups_count_anew_when_a_task_moves() -> None:
    groups = (TaskGroup(id="I", title="Một", extracted_tasks=2), TaskGroup(id="II", title="Hai"))
    after = one("group", "I", "II", build.resolution(task_groups=groups))
    assert [group.extracted_tasks for group in after.task_groups] == [1, 1]


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("deadline.end", "cuối năm", "2030-12-31"),
        ("deadline.precision", "decade", "chỉ nhận"),
        ("lead", True, "tên cơ quan"),
        ("lead.0", "Sở Y tế; Sở Tài chính", "một cơ quan"),
        ("title", None, "cần chữ"),
        ("title", ["a"], "cần chữ"),
        ("markers.Trọng tâm", "x", "true hoặc false"),
        ("deadline.ends", "2030-12-31", "không có trong trường này"),
        ("id", "I.2", "không có trường id"),
        ("review", [], "không có trường review"),
        ("tilte", "x", "không có trường tilte"),
        ("statement", "x", "không có trường statement"),
    ],
)
def test_a_value_that_the_field_cannot_have_is_refused_with_entry_and_field(
    field: str, value: Plain, says: str
) -> None:
    with pytest.raises(CorrectionsError) as error:
        one(field, None, value)
    assert str(error.value).startswith("corrections.yaml, mục 1: ")
    assert field in str(error.value)
    assert says in str(error.value)


@pytest.mark.parametrize("value", ["1.500", "1,500", "nan", "inf", "nhiều", "9" * 400])
def test_a_number_that_is_none_or_two_is_refused(value: str) -> None:
    with pytest.raises(CorrectionsError, match="mục 1"):
        one("value", "43.5", value, record="II.1.a")


def test_numbers_of_milestones_are_read_as_written() -> None:
    target = build.target(milestones=(Milestone(year=2026, value=20.0),))
    value: Plain = [{"year": "2026", "value": "20,5"}]
    after = one(
        "milestones", [{"year": "2026", "value": "20"}], value, build.resolution(targets=(target,)), record="II.1.a"
    )
    assert after.targets[0].milestones == (Milestone(year=2026, value=20.5),)


def test_blank_entries_are_counted() -> None:
    corrections = Corrections("c.yaml", (), (Blank(1), Blank(2, "10-CTr-DU.pdf"), Blank(3, "other.pdf")))
    (found,) = apply_corrections(build.resolution(), corrections, Linker()).findings
    assert (found.code, found.severity) == ("correction-unfilled", "info")
    assert found.message.startswith("2 mục")


def test_an_id_that_a_task_and_a_target_share_means_the_one_that_has_the_value() -> None:
    resolution = build.resolution(tasks=(build.task("II.1.a"),), targets=(build.target(deadline={"text": "Năm 2030"}),))
    after = one("deadline", "Năm 2030", "Năm 2031", resolution, record="II.1.a")
    assert after.tasks == resolution.tasks
    assert after.targets[0].deadline.end == dt.date(2031, 12, 31)


@given(st.lists(st.sampled_from(["title", "result", "lead", "deadline", "coordinating"]), unique=True), st.data())
def test_in_any_order_corrections_are_idempotent(fields: list[str], data: st.DataObject) -> None:
    ways: dict[str, tuple[Plain, Plain]] = {
        "title": (data.draw(st.sampled_from([TITLE, "khác"])), "Lập đề án"),
        "result": (None, data.draw(st.sampled_from(["Đề án", None]))),
        "lead": ("Sở Xây dựng", data.draw(st.sampled_from(["Sở Xây dựng", "UBND", "Sở Y tế; Sở Tài chính"]))),
        "deadline": ("Tháng 12/2027", data.draw(st.sampled_from(["Tháng 12/2027", "Quý I/2028", None]))),
        "coordinating": (data.draw(st.sampled_from([None, "Sở Y tế"])), "Sở Y tế"),
    }
    entries = [correction(field, *ways[field], number=n) for n, field in enumerate(fields, 1)]
    doubtful = build.task(review=tuple(Review(field=f, code="x", message="y") for f in ("lead", "deadline")))
    once = corrected(build.resolution(tasks=(doubtful,)), *entries)
    assert corrected(once, *entries) == once
