from __future__ import annotations

import pytest

from nghiquyet.normalize.model import Box
from nghiquyet.output.changes.model import Change
from nghiquyet.output.changes.rendering.view import ShownChange, changes_to_view
from tests.output import build
from tests.output.changes.rendering.build import (
    ALL,
    CURRENT,
    CUT,
    DOUBTED,
    LATER,
    LOWER,
    NEW,
    PREVIOUS,
    PROGRAM,
    SPELLED,
    UNSURE,
    change,
    changeset,
    field,
)


def shown(one: Change) -> ShownChange:
    view = changes_to_view(changeset(one), PREVIOUS, CURRENT)
    (found,) = (*view.substance, *view.look, *view.wording)
    return found


def test_every_change_is_in_one_part() -> None:
    view = changes_to_view(ALL, PREVIOUS, CURRENT)
    parts = [len(part) for part in (view.substance, view.look, view.wording)]
    assert (parts, sum(parts)) == ([6, 3, 1], len(ALL.changes))
    assert len({one.anchor for part in (view.substance, view.look, view.wording) for one in part}) == len(ALL.changes)


@pytest.mark.parametrize(("one", "look"), [(UNSURE, True), (DOUBTED, True), (PROGRAM, True), (LOWER, False)])
def test_what_is_not_sure_has_to_be_looked_at(one: Change, look: bool) -> None:
    assert shown(one).to_look_at is look


def test_of_what_has_to_be_looked_at_substance_comes_first() -> None:
    assert [one.substance for one in changes_to_view(ALL, PREVIOUS, CURRENT).look] == [True, True, False]


@pytest.mark.parametrize(
    ("one", "name", "gist"),
    [
        (LOWER, "Chỉ tiêu II.1.a", "giá trị giảm từ 43,5 xuống 40"),
        (NEW, "Nhiệm vụ I.3", "thêm mới"),
        (CUT, "Nhiệm vụ I.1 → I.1, I.2", "tên: tách làm hai"),
        (SPELLED, "Nhiệm vụ I.2 → I.3", "tên: cách viết khác"),
        (change(record="document", previous=(), current=()), "Văn bản", "sửa đổi"),
    ],
)
def test_a_change_is_told_in_a_line(one: Change, name: str, gist: str) -> None:
    assert (shown(one).name, shown(one).gist) == (name, gist)


def test_beside_substance_the_wording_is_minor_and_alone_it_is_not() -> None:
    assert [[f.label for f in fields] for fields in (shown(LATER).fields, shown(LATER).minor)] == [
        ["thời hạn"],
        ["tên"],
    ]
    assert [[f.label for f in fields] for fields in (shown(SPELLED).fields, shown(SPELLED).minor)] == [["tên"], []]


def test_pages_are_those_of_each_side() -> None:
    assert (shown(LATER).places_before, shown(LATER).places_after) == ("trang 8", "trang 9")


def test_of_a_file_without_pages_the_place_of_the_title_is_told() -> None:
    boxes = {
        "title": (Box(page=None, address="table 2, row 5, cell 1"),),
        "lead": (Box(page=None, address="table 2, row 5, cell 4"),),
    }
    word = build.resolution(tasks=(build.task(where=boxes),))
    (told,) = changes_to_view(changeset(LATER), word, CURRENT).substance
    assert told.places_before == "bảng 2, dòng 5, ô 1"


def test_a_split_has_its_values_side_by_side_by_id() -> None:
    (title,) = shown(CUT).fields
    assert [(side.id, side.lines) for side in (*title.before, *title.after)] == [
        ("I.1", ("Lập và trình đề án",)),
        ("I.1", ("Lập đề án",)),
        ("I.2", ("Trình đề án",)),
    ]


def test_a_list_that_happens_to_be_as_long_as_the_ids_is_one_value_where_there_is_one_id() -> None:
    (shown_field,) = shown(change(field("lead", [], [{"text": "A"}, {"text": "B"}]))).fields
    assert [line.stretches[0].after for line in shown_field.lines] == ["A", "B"]
