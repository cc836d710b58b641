from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.language.column_headings import (
    DATA,
    Role,
    heading_examples,
    heading_role,
    is_heading,
    nearly_named_role,
    without_note_mark,
)
from nghiquyet.extract.language.spelling import fold

ENTRIES = yaml.safe_load(DATA.read_text(encoding="utf-8"))
NEVER = [(phrase, entry["role"]) for entry in ENTRIES for phrase in entry.get("never", ())]


@pytest.mark.parametrize(("heading", "role"), heading_examples())
def test_the_datas_own_examples(heading: str, role: Role) -> None:
    for printed in (heading, heading.upper(), f" {heading} ", f"{heading} (*)", heading.replace(" ", "\u00a0")):
        found = heading_role(printed)
        assert found is not None
        assert found.role == role


@pytest.mark.parametrize(("phrase", "role"), NEVER)
def test_a_phrase_that_keeps_a_role_away_does(phrase: str, role: Role) -> None:
    found = heading_role(phrase)
    assert found is None or (found.role != role and role not in found.also)


def test_every_entry_has_a_role_of_the_model_and_examples() -> None:
    roles = {
        "number",
        "title",
        "result",
        "deadline",
        "lead",
        "advising",
        "coordinating",
        "monitoring",
        "extra",
        "foreign",
    }
    assert {entry["role"] for entry in ENTRIES} == roles
    assert all(entry.get("examples") for entry in ENTRIES)


def test_no_exact_heading_has_two_roles() -> None:
    pairs = {(fold(text), entry["role"]) for entry in ENTRIES for text in entry.get("exact", ())}
    assert len(pairs) == len({text for text, _ in pairs})


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Tên chương trình, nhiệm vụ", "title"),
        ("Nội dung công việc cần triển khai", "title"),
        ("Cơ quan/đơn vị chủ trì", "lead"),
        ("ĐƠN VỊ CHỦ TRÌ THỰC HIỆN", "lead"),
        ("Cơ quan chủ trì1", "lead"),
        ("Thời gian hoàn thành (dự kiến)", "deadline"),
        ("Thời gian thực hiện", "deadline"),
        ("Kết quả thực hiện", "result"),
        ("Nguồn kinh phí thực hiện", "extra"),
        ("Tình hình thực hiện", "extra"),
        ("Lãnh đạo phụ trách", "extra"),
        ("Đơn vị tính", "foreign"),
        ("Thời hạn giải quyết", "foreign"),
        ("Số thứ tự", "number"),
    ],
)
def test_headings_as_offices_word_them(heading: str, role: Role) -> None:
    found = heading_role(heading)
    assert found is not None
    assert found.role == role


@pytest.mark.parametrize(
    ("heading", "role", "also"),
    [
        ("Chủ trì/phối hợp", "lead", ("coordinating",)),
        ("Đơn vị chủ trì, đơn vị phối hợp", "lead", ("coordinating",)),
        ("Cơ quan chủ trì", "lead", ()),
    ],
)
def test_a_heading_that_names_two_bodies_tells_both(heading: str, role: Role, also: tuple[Role, ...]) -> None:
    found = heading_role(heading)
    assert found is not None
    assert (found.role, found.also) == (role, also)


@pytest.mark.parametrize("text", ["Năm 2026", "Hải Phòng", "Trọng tâm", "1", "", "A"])
def test_what_is_no_known_heading(text: str) -> None:
    assert heading_role(text) is None
    assert not is_heading(text)


def test_a_paragraph_is_no_heading() -> None:
    assert is_heading("Nhiệm vụ")
    assert not is_heading("Nhiệm vụ " * 20)


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("Kinh phí (*)", "Kinh phí"),
        ("Ghi chú1", "Ghi chú"),
        ("Ghi chú**", "Ghi chú"),
        ("Kinh phí²", "Kinh phí"),
        ("Năm 2026", "Năm 2026"),
        ("Giai đoạn 2", "Giai đoạn 2"),
    ],
)
def test_a_footnotes_mark_is_no_part_of_the_heading(printed: str, plain: str) -> None:
    assert without_note_mark(printed) == plain


@pytest.mark.parametrize(
    ("glued", "role"),
    [
        ("Cơ quanchủ trì", "lead"),
        ("Cơquan phốihợp", "coordinating"),
        ("Thờigian", "deadline"),
        ("Thời gianhoànthành", "deadline"),
        ("Nội dunggiám sát", "title"),
    ],
)
def test_headings_that_lost_their_spaces_are_known(glued: str, role: str) -> None:
    found = heading_role(glued)
    assert found is not None
    assert found.role == role


@pytest.mark.parametrize("text", ["Tổng giám đốc", "Cơ quanchủ", "Internet", "Nghiêng nghiêng"])
def test_words_that_only_look_glued_are_none(text: str) -> None:
    assert heading_role(text) is None


@given(st.text(max_size=60))
def test_folding_is_done_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=200))
def test_any_text_is_judged(text: str) -> None:
    assert isinstance(is_heading(text), bool)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Cơ quanphốihợẹp", "coordinating"),
        ("Thơi gian hoàn thảnh", "deadline"),
        ("Cơ quan", None),  # of any role
        ("Hệ số quy đổi", None),
        ("Họp", None),
    ],
)
def test_a_badly_read_heading_is_what_it_is_most_like(heading: str, role: str | None) -> None:
    assert nearly_named_role(heading) == role
