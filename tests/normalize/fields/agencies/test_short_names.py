"""Names that a document shortens: found where they are defined, known in its cells, part of a name in brackets."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.normalize.fields.agencies import AgencyLinker
from nghiquyet.normalize.fields.agencies.short_names import (
    ShortName,
    abbreviates,
    short_names,
    without_short_name,
)
from nghiquyet.normalize.fields.jurisdiction import Jurisdiction

CENTRAL = Jurisdiction("central", as_of=dt.date(2014, 2, 8))
DEFINED = short_names(
    ["Tổng cục Thủy lợi (TCTL) và Ban soạn thảo (BST)", "Tổ công tác liên ngành (sau đây gọi là TCT)"]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("giao Tổng cục Thủy lợi (TCTL) chủ trì", [("TCTL", "Tổng cục Thủy lợi")]),
        ("Sở Khoa học và Công nghệ (SKHCN)", [("SKHCN", "Sở Khoa học và Công nghệ")]),
        ("Tổ công tác liên ngành (TCTL)", [("TCTL", "Tổ công tác liên ngành")]),
        ("Tổ công tác liên ngành (sau đây gọi tắt là “TCT”)", [("TCT", "Tổ công tác liên ngành")]),
        ("Công an tỉnh (PC06)", []),
        ("Sở Y tế (CDC)", []),
        ("kinh tế tư nhân (KTTN)", []),
        ("Hội nghị tổng kết (HNTK)", []),
        ("Tổng cục Thủy lợi; (TCTL)", []),
    ],
)
def test_a_bracket_with_a_bodys_initials_defines_its_short_name(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.short, one.name) for one in short_names([text])] == found


def test_what_is_defined_twice_is_known_only_if_both_say_the_same() -> None:
    assert short_names(["Tổ biên tập (TBT)", "Tổ Biên tập (TBT)"]) == (ShortName("TBT", "Tổ biên tập"),)
    assert short_names(["Tổ biên tập (TBT)", "Thanh tra Bộ Tư pháp, Tổ bầu tuyển (TBT)"]) == ()


def read(cell: str, short: tuple[ShortName, ...] = DEFINED) -> list[tuple[str, str | None, str | None]]:
    return [(a.text, a.name, a.scope) for a in AgencyLinker(CENTRAL, short=short).read_cell([cell])]


def test_short_names_are_known_in_the_documents_cells() -> None:
    assert read("Các cơ quan của Quốc hội, TCTL (chủ trì); BST, TCT") == [
        ("Các cơ quan của Quốc hội", "Các cơ quan của Quốc hội", None),
        ("TCTL", "Tổng cục Thủy lợi", "chủ trì"),
        ("BST", "Ban soạn thảo", None),
        ("TCT", "Tổ công tác liên ngành", None),
    ]
    assert [name for _, name, _ in read("TCTL", ())] == [None]


def test_a_short_name_is_the_body_that_the_whole_name_is() -> None:
    linker = AgencyLinker(CENTRAL, short=DEFINED)
    pairs = [("TCTL", "Tổng cục Thủy lợi"), ("BST", "Ban soạn thảo")]
    for short, name in pairs:
        assert linker.resolve_name(short).agency == linker.resolve_name(name).agency is not None
    assert linker.known_end("TCTL chủ trì") == len("TCTL")


def test_a_bodys_usual_short_name_is_taken_from_it_only_by_all_initials() -> None:
    assert read("UBND", short_names(["Ủy ban nhân dân cấp xã (UBND)"])) == [("UBND", "Ủy ban nhân dân", None)]
    assert read("BTC", short_names(["Ban tổ chức (BTC)"])) == [("BTC", "Ban tổ chức", None)]
    assert read("BTC") == [("BTC", "Bộ Tài chính", None)]


def test_a_short_name_in_brackets_is_no_scope() -> None:
    assert read("Tổng cục Thủy lợi (TCTL)", ()) == [("Tổng cục Thủy lợi (TCTL)", "Tổng cục Thủy lợi", None)]
    assert read("Tổ công tác (TCT)", ()) == [("Tổ công tác (TCT)", "Tổ công tác", None)]
    assert read("Bộ Công an (PC06)", ()) == [("Bộ Công an", "Bộ Công an", "PC06")]
    assert without_short_name("Bộ Y tế (BYT)") == "Bộ Y tế"
    assert without_short_name("Bộ Y tế (CDC)") == without_short_name("(BYT)") == ""


@given(st.lists(st.sampled_from(["Tổng", "cục", "Thủy", "lợi", "và", "đê", "điều"]), min_size=3, max_size=9))
def test_all_initials_abbreviate_a_name(name: list[str]) -> None:
    initials = "".join(word[0].upper() for word in name if word != "và")
    if len(initials) >= 3:
        assert abbreviates(initials, " ".join(name), least=1.0)
        assert not abbreviates(f"{initials}X", " ".join(name), least=0.0)


@given(st.text(alphabet="TổngcụcBan (TCTL)BSTlà.;“”\n", max_size=200))
def test_any_text_gives_names_printed_in_it(text: str) -> None:
    for one in short_names([text]):
        assert one.short in text
        assert one.name in " ".join(text.split())
