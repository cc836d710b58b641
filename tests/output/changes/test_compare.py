"""Verdicts, pairs, causes and order of a changeset."""

from __future__ import annotations

from typing import Any

import pytest

from nghiquyet.normalize.model import Resolution, Section, TaskGroup
from nghiquyet.output.changes import Change, Changeset, apply, compare, compared_fields
from nghiquyet.output.changes.pins import Pin, PinnedPairs
from tests.output.build import assignment, finding, front_matter, resolution, review, target, task

TITLES = (
    "Lập quy hoạch mạng lưới trạm sạc xe điện",
    "Thay xe buýt chạy dầu bằng xe buýt điện",
    "Ban hành cơ chế khuyến khích doanh nghiệp vận tải",
    "Nâng cấp lưới điện truyền tải khu vực cảng biển",
    "Trồng rừng phòng hộ ven sông và bãi bồi",
    "Xây dựng cơ sở dữ liệu quan trắc môi trường nước",
)
GROUPS = (TaskGroup(id="I", title="Giao thông xanh"), TaskGroup(id="II", title="Năng lượng sạch và môi trường"))


def tasks(*titles: str, group: str = "I", **changes: Any) -> tuple[Any, ...]:
    return tuple(
        task(f"{group}.{n}", title=title, group=group, number=str(n), **changes) for n, title in enumerate(titles, 1)
    )


def version(*records: Any, sha: str = "cd", **changes: Any) -> Resolution:
    known: dict[str, Any] = {"tasks": tuple(records), "targets": (), "task_groups": GROUPS}
    made = resolution(**{**known, **changes})
    return made.model_copy(update={"source": made.source.model_copy(update={"sha256": sha * 32})})


OLD = version(*tasks(*TITLES), sha="ab")


def told(changes: Changeset) -> list[tuple[Any, ...]]:
    return [(c.verdict, c.previous, c.current) for c in changes.changes]


def only(changes: Changeset) -> Change:
    assert len(changes.changes) == 1
    return changes.changes[0]


def test_an_inserted_task_renumbers_those_after_it() -> None:
    new = version(*tasks(TITLES[0], "Hỗ trợ người dân chuyển đổi xe máy cũ", *TITLES[1:]))
    found = compare(OLD, new)
    assert told(found)[:3] == [
        ("added", (), ("I.2",)),
        ("renumbered", ("I.2",), ("I.3",)),
        ("renumbered", ("I.3",), ("I.4",)),
    ]
    assert found.changes[0].records == (new.tasks[1],)
    assert (found.summary.substance, found.summary.wording, found.summary.unchanged) == (1, 5, 2)


def test_a_removed_task_stands_where_it_stood() -> None:
    found = compare(OLD, version(*tasks(TITLES[0], *TITLES[2:])))
    assert told(found)[0] == ("removed", ("I.2",), ())
    assert found.changes[0].records == (OLD.tasks[1],)


def test_a_task_under_another_heading_moved() -> None:
    new = version(*tasks(*TITLES[:5]), *tasks(TITLES[5], group="II"))
    change = only(compare(OLD, new))
    assert (change.verdict, change.class_, change.previous, change.current) == ("moved", "wording", ("I.6",), ("II.1",))
    assert [f.field for f in change.fields] == ["group", "number"]


def test_a_task_far_from_its_place_moved_and_the_others_are_renumbered() -> None:
    found = compare(OLD, version(*tasks(*TITLES[1:], TITLES[0])))
    assert [c.verdict for c in found.changes].count("moved") == 1
    assert ("moved", ("I.1",), ("I.6",)) in told(found)


def test_a_renumbered_group_moves_nothing() -> None:
    groups = (TaskGroup(id="I", title="Lối sống xanh"), *(g.model_copy(update={"id": f"I{g.id}"}) for g in GROUPS))
    found = compare(OLD, version(*tasks(*TITLES, group="II"), task_groups=groups))
    assert {c.verdict for c in found.changes if c.record == "task"} == {"renumbered"}
    assert found.changes[0].fields[0].reason == "thêm nhóm “Lối sống xanh”"


def test_a_pair_that_moved_and_changed_is_changed() -> None:
    moved = tasks(f"{TITLES[5]} và không khí", group="II")
    change = only(compare(OLD, version(*tasks(*TITLES[:5]), *moved)))
    assert (change.verdict, change.class_) == ("changed", "substance")
    assert [f.field for f in change.fields] == ["group", "number", "title"]


def test_an_inserted_target_shifts_letters_only() -> None:
    promises = ("giảm 43,5% phát thải khí nhà kính", "100% xe buýt dùng điện", "trồng 5 triệu cây xanh")
    old = [target(f"II.1.{x}", statement=s) for x, s in zip("abc", promises, strict=True)]
    inserted = target("II.1.a", statement="xây dựng 06 khu đô thị sinh thái")
    news = [inserted, *(target(f"II.1.{x}", statement=s) for x, s in zip("bcd", promises, strict=True))]
    found = compare(version(targets=tuple(old), sha="ab"), version(targets=tuple(news)))
    assert told(found)[0] == ("added", (), ("II.1.a",))
    assert [c.verdict for c in found.changes] == ["added", "renumbered", "renumbered", "renumbered"]


def test_the_one_rate_that_fell_is_seen_beside_wording() -> None:
    old = target(statement="đảm bảo 100% xe buýt dùng điện", value=100.0)
    new = target(statement="bảo đảm 90% xe buýt dùng điện", value=90.0)
    change = only(compare(version(targets=(old,), sha="ab"), version(targets=(new,))))
    assert change.class_ == "substance"
    assert {f.field: f.reason for f in change.fields} == {
        "statement": "“100” thành “90”",
        "value": "giá trị giảm từ 100 xuống 90",
    }


def test_a_task_is_split_and_the_mirror_is_merged() -> None:
    whole = tasks(f"{TITLES[0]}; {TITLES[1].lower()}", TITLES[2])
    parts = tasks(*TITLES[:3])
    one, many = version(*whole, sha="ab"), version(*parts)
    split, merged = compare(one, many).changes[0], compare(many, one).changes[0]
    assert (split.verdict, split.previous, split.current, split.class_) == (
        "split",
        ("I.1",),
        ("I.1", "I.2"),
        "wording",
    )
    assert (merged.verdict, merged.previous, merged.current) == ("merged", ("I.1", "I.2"), ("I.1",))
    assert split.fields[-1].after == [t.title for t in parts[:2]]
    assert apply(compare(one, many), one) == compared_fields(many)


def test_a_split_that_drops_an_agency_is_substance() -> None:
    both = (assignment(), assignment("Sở Y tế", agency="so-y-te", name="Sở Y tế"))
    whole = tasks(f"{TITLES[0]}; {TITLES[1].lower()}", lead=both)
    parts = (tasks(*TITLES[:2], lead=both)[0], tasks(*TITLES[:2], lead=both[:1])[1])
    change = only(compare(version(*whole, sha="ab"), version(*parts)))
    assert (change.verdict, change.class_) == ("split", "substance")


def test_a_short_order_cut_off_a_long_one_is_a_part() -> None:
    long = "triển khai thực hiện Nghị quyết số 08-NQ/TU về chuyển đổi xanh thành phố giai đoạn 2026-2030, tầm nhìn 2050"
    whole, parts = tasks(f"Tổ chức tuyên truyền, quán triệt, {long}"), tasks("Tổ chức tuyên truyền, quán triệt", long)
    assert only(compare(version(*whole, sha="ab"), version(*parts))).verdict == "split"
    parts = tasks("Trồng rừng phòng hộ", long)
    assert "split" not in {c.verdict for c in compare(version(*whole, sha="ab"), version(*parts)).changes}


def test_a_record_only_like_the_whole_is_no_part() -> None:
    like = f"{TITLES[0]} và đường dây trung thế"
    old = version(*tasks(TITLES[0], TITLES[1], like), sha="ab")
    found = compare(old, version(*tasks(f"{TITLES[0]}; {TITLES[1].lower()}")))
    assert set(told(found)) == {("merged", ("I.1", "I.2"), ("I.1",)), ("removed", ("I.3",), ())}


def test_a_split_that_loses_one_not_of_two_is_substance() -> None:
    title = "Không xả nước thải ra sông Cấm; không đốt rơm rạ ngoài đồng ruộng"
    parts = tasks("Không xả nước thải ra sông Cấm", "Đốt rơm rạ ngoài đồng ruộng")
    change = only(compare(version(*tasks(title), sha="ab"), version(*parts)))
    assert (change.verdict, change.class_) == ("split", "substance")


def test_other_words_at_the_same_place_are_another_task() -> None:
    found = compare(OLD, version(*tasks("Tổ chức hội thi tuyên truyền pháp luật", *TITLES[1:])))
    assert sorted(c.verdict for c in found.changes) == ["added", "removed"]


def test_pins_join_and_parts_divide() -> None:
    new = version(*tasks("Tổ chức hội thi tuyên truyền pháp luật", *TITLES[1:]))
    pinned = only(compare(OLD, new, PinnedPairs(pin=(Pin(("I.1",), ("I.1",)),))))
    assert (pinned.verdict, pinned.score, pinned.review) == ("changed", 1.0, False)
    parted = compare(OLD, version(*OLD.tasks), PinnedPairs(part=(("I.2", "I.2"),)))
    assert {("removed", ("I.2",), ()), ("added", (), ("I.2",))} == set(told(parted))
    split = compare(OLD, new, PinnedPairs(pin=(Pin(("I.1",), ("I.1", "I.2")),)))
    assert ("split", ("I.1",), ("I.1", "I.2")) in told(split)


@pytest.mark.parametrize(
    ("reviews", "findings", "cause"),
    [
        ((), (), "document"),
        ((review("title"),), (), "doubt"),
        ((review("lead"),), (), "document"),
        ((), (finding(subject="/tasks/0/title"),), "doubt"),
        ((), (finding(subject="/tasks/0"),), "doubt"),
        ((), (finding(subject="/tasks/1/title"),), "document"),
    ],
)
def test_the_cause_is_doubt_where_the_changed_value_is_flagged(reviews: Any, findings: Any, cause: str) -> None:
    new = version(*tasks(f"{TITLES[0]} và xe máy điện", *TITLES[1:]))
    flagged = OLD.model_copy(
        update={"tasks": (OLD.tasks[0].model_copy(update={"review": reviews}), *OLD.tasks[1:]), "findings": findings}
    )
    assert only(compare(flagged, new)).cause == only(compare(new, flagged)).cause == cause


def test_the_cause_is_the_program_where_the_bytes_are_the_same() -> None:
    new = version(*tasks(f"{TITLES[0]} và xe máy điện", *TITLES[1:]), sha="ab")
    assert only(compare(OLD, new)).cause == "program"


def test_the_document_comes_first_without_ids() -> None:
    new = version(*OLD.tasks, document=front_matter(title="thực hiện Nghị quyết số 09-NQ/TU"))
    change = only(compare(OLD, new))
    assert (change.record, change.previous, change.current, change.class_) == ("document", (), (), "substance")


def test_headings_of_sections_are_followed() -> None:
    sections = [
        Section(id=i, label=i, title=t, level=1, text="") for i, t in (("I", "Mục tiêu chung"), ("II", "Cụ thể"))
    ]
    old = version(targets=(target("I.a", section="I"),), sections=tuple(sections[:1]), sha="ab")
    renumbered = [s.model_copy(update={"id": "II" if s.id == "I" else "I"}) for s in sections]
    new = version(targets=(target("II.a", section="II"),), sections=tuple(renumbered))
    assert only(compare(old, new)).verdict == "renumbered"


def test_a_pair_near_the_line_is_to_be_looked_at() -> None:
    words = TITLES[0].split()
    halves = [" ".join((*words[:n], *"tổ chức hội thi tuyên truyền".split()[: len(words) - n])) for n in range(3, 9)]
    found = [compare(version(*tasks(TITLES[0]), sha="ab"), version(*tasks(title))) for title in halves]
    assert any(changes.summary.review for changes in found)
    assert not compare(OLD, OLD).summary.review
