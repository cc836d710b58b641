"""The linker's promises beyond single cells: records, ids, doubt, an office's own names, laws for any cell."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nghiquyet.extract.language.fuzzy import likeness
from nghiquyet.extract.language.spelling import words
from nghiquyet.normalize.fields.agencies import CERTAIN, AgencyLinker, OwnNamesError
from nghiquyet.normalize.fields.jurisdiction import Jurisdiction

NAMES = {
    "Sở Xây dựng": "Sở Xây dựng",
    "Sở Công thương": "Sở Công Thương",
    "Sở Văn hóa, Thể thao và Du lịch": "Sở Văn hóa, Thể thao và Du lịch",
    "Sở NN&MT": "Sở Nông nghiệp và Môi trường",
    "UBND các xã, phường, đặc khu": "Ủy ban nhân dân các xã, phường, đặc khu",
    "Công an tỉnh": "Công an tỉnh Lâm Đồng",
    "Văn phòng UBND tỉnh": "Văn phòng Ủy ban nhân dân tỉnh Lâm Đồng",
    "UBND xã Ka Đô": "Ủy ban nhân dân xã Ka Đô",
    "các sở, ban, ngành liên quan": "Các sở, ban, ngành liên quan",
    "Ban Tuyên giáo và Dân vận Tỉnh ủy": "Ban Tuyên giáo và Dân vận Tỉnh ủy Lâm Đồng",
    "Hội Nông dân tỉnh": "Hội Nông dân tỉnh Lâm Đồng",
}


def linker(
    province: str | None = "Lâm Đồng", day: dt.date | None = dt.date(2026, 3, 1), own: Path | None = None
) -> AgencyLinker:
    level = "province" if province else "central"
    return AgencyLinker(Jurisdiction(level, province, as_of=day), own)  # type: ignore[arg-type]


LAM_DONG = linker()


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(sorted(NAMES)), min_size=1, max_size=6, unique=True),
    st.sampled_from(["; ", ", ", "\n", "\n- "]),
    st.integers(min_value=12, max_value=60),
)
def test_known_names_joined_by_separators_are_those_names(names: list[str], joint: str, width: int) -> None:
    cell = joint.join(names)
    lines = cell.split("\n") if "\n" in joint else _wrapped(cell, width)
    assert [a.name for a in LAM_DONG.read_cell(lines)] == [NAMES[n] for n in names]


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(alphabet='SởUBNDcáxãphườ ,;/()-.:&"“1a', max_size=40), max_size=6))
def test_any_lines_give_judged_assignments_of_printed_words(lines: list[str]) -> None:
    printed = set(words(" ".join(lines)))
    for found in LAM_DONG.read_cell(lines):
        assert set(words(found.text)) <= printed
        assert 0 <= found.score <= 1
        assert (found.name is None) == (found.judgement != "matched")
        assert found.reason


def test_an_ended_body_keeps_its_name_and_tells_its_successor() -> None:
    found = LAM_DONG.resolve_name("Sở Tài nguyên và Môi trường")
    record = LAM_DONG.agency(found.agency or "")
    assert found.name == "Sở Tài nguyên và Môi trường"
    assert record is not None
    assert record.valid_to == dt.date(2025, 2, 28)
    assert record.successor == "lam-dong/so-nong-nghiep-va-moi-truong"


def test_a_body_of_an_abolished_province_passes_to_the_new_one() -> None:
    found = linker("Bình Thuận", dt.date(2024, 1, 1)).resolve_name("UBND tỉnh")
    assert found.agency == "binh-thuan/ubnd"
    there = linker("Bình Thuận", dt.date(2024, 1, 1))
    there.resolve_name("UBND tỉnh")
    record = there.agencies()[0]
    assert (record.successor, record.valid_to) == ("lam-dong/ubnd", dt.date(2025, 6, 30))


def test_records_come_in_order_of_first_use_and_collectives_list_their_members() -> None:
    some = linker()
    some.read_cell(["Sở Y tế; UBND các xã, phường, đặc khu; Sở Y tế"])
    first, second = some.agencies()
    assert (first.id, second.kind) == ("lam-dong/so-y-te", "collective")
    assert len(second.members) == 124
    assert all(m.startswith("lam-dong/") and m.endswith("/ubnd") for m in second.members)


@pytest.mark.parametrize(
    ("province", "day", "name"),
    [
        ("Đồng Nai", dt.date(2026, 4, 29), "Ủy ban nhân dân tỉnh Đồng Nai"),
        ("Đồng Nai", dt.date(2026, 4, 30), "Ủy ban nhân dân thành phố Đồng Nai"),
        ("Thừa Thiên Huế", dt.date(2024, 12, 31), "Ủy ban nhân dân tỉnh Thừa Thiên Huế"),
        ("Huế", dt.date(2025, 1, 1), "Ủy ban nhân dân thành phố Huế"),
    ],
)
def test_a_province_is_a_city_from_its_day_on(province: str, day: dt.date, name: str) -> None:
    assert linker(province, day).resolve_name("UBND").name == name


@pytest.mark.parametrize("text", ["Sở Thương", "Sở Công nghệ", "UBND xã Đơn Dươg", "UBND xã Không Có", "Hằng năm"])
def test_what_is_not_clear_is_below_certain(text: str) -> None:
    assert LAM_DONG.resolve_name(text).score < CERTAIN


@pytest.mark.parametrize(
    "text", ["Sở Công Thuơng", "So Xay dung", "Sở Nông ngiệp và Môi trường", "Uỷ ban nhân dân tỉnh"]
)
def test_a_slip_of_the_pen_is_read_and_said(text: str) -> None:
    found = LAM_DONG.resolve_name(text)
    assert found.judgement == "matched"
    assert found.score >= CERTAIN


def test_a_department_s_inspectors_over_two_lines_are_its_own_and_the_province_s_are_not() -> None:
    found = linker().read_cell(["Thanh tra", "Sở Xây dựng"])
    assert [(a.name, a.scope) for a in found] == [("Sở Xây dựng", "Thanh tra")]
    found = linker().read_cell(["Thanh tra tỉnh", "Sở Xây dựng"])
    assert [a.scope for a in found] == [None, None]


def test_likeness_knows_a_lost_word_from_another_body() -> None:
    name = ("ban", "quản", "lý", "khu", "kinh", "tế")
    assert likeness(("ban", "quản", "lý", "kinh", "tế"), name) > 0.84
    assert likeness(("ban", "quản", "lý", "khu", "kinh", "tế", "oda"), name) < 0.84
    assert likeness(("ban", "quản", "lý", "rừng", "kinh", "tế"), name) < 0.84


def write(folder: Path, text: str) -> Path:
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_own_names_add_spellings_and_bodies(tmp_path: Path) -> None:
    text = """
- name: Sở Công Thương
  aliases: [Ngành Thương mại]
- name: Công ty Cổ phần Cảng Hải Phòng
  kind: enterprise
  aliases: [Cảng HP]
"""
    some = linker("Hải Phòng", own=write(tmp_path, text))
    assert some.resolve_name("Ngành Thương mại").agency == "hai-phong/so-cong-thuong"
    assert some.resolve_name("Cảng HP").name == "Công ty Cổ phần Cảng Hải Phòng"
    assert linker("Hải Phòng").resolve_name("Ngành Thương mại").agency != "hai-phong/so-cong-thuong"


@pytest.mark.parametrize(
    "text",
    ["name: x", "- aliases: [a]", "- name: A\n  aliases: b", "- name: A\n  kind: x", "[", "- name: A\n  other: 1",
     "- name: Sở A\n  aliases: [X Y]\n- name: Sở B\n  aliases: [X Y]"],
)  # fmt: skip
def test_a_bad_file_of_own_names_is_refused_with_the_remedy(tmp_path: Path, text: str) -> None:
    with pytest.raises(OwnNamesError, match="xem README"):
        linker(own=write(tmp_path, text))


def test_a_missing_file_of_own_names_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OwnNamesError):
        linker(own=tmp_path / "none.yaml")


def test_plain_cells_import_neither_recogniser_nor_fuzzy_matcher() -> None:
    code = (
        "import sys; from nghiquyet.normalize.fields.agencies import AgencyLinker;"
        "from nghiquyet.normalize.fields.jurisdiction import Jurisdiction;"
        "AgencyLinker(Jurisdiction(province='Lâm Đồng')).read_cell(['Sở Xây dựng; UBND xã Ka Đô; Tổ thẩm định']);"
        "print([m for m in ('underthesea', 'yaml', 'pandas') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "line",
    ["a, " * 240, "(" * 2900 + ")" * 2900, "các xã, " * 240, "xã Đông Sơn và " * 200, "Trung tâm " * 500, "- " * 2000,
     "Chủ tịch " * 500, "UBND các xã: " + "Hồng Bàng, " * 200, "Sở, " * 5000],
)  # fmt: skip
def test_hostile_cells_are_read_or_refused_whole(line: str) -> None:
    found = LAM_DONG.read_cell([line])
    assert set(words(" ".join(a.text for a in found))) <= set(words(line))


def test_a_cell_too_long_to_be_one_of_roles_is_kept_and_doubted() -> None:
    (found,) = LAM_DONG.read_cell(["Sở Y tế, " * 1000])
    assert (found.judgement, found.score) == ("unknown", 0.0)
    assert words(found.text) == words("Sở Y tế, " * 1000)
