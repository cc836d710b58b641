from __future__ import annotations

import datetime as dt

import pytest

from nghiquyet.normalize.corrections import Corrections, CorrectionsError, read_corrections
from tests.normalize.corrections.build import correction

ENTRY = "{record: I.1, field: title, expected: a, value: b, why: x, who: A, when: 2026-11-22}"


def read(text: str) -> Corrections:
    return read_corrections(text.encode(), "c.yaml")


def test_an_entry_says_all_of_it() -> None:
    (entry,) = read(f"- {ENTRY}").entries
    assert (entry.record, entry.path, entry.expected, entry.value) == ("I.1", ("title",), "a", "b")
    assert (entry.who, entry.why, entry.when, entry.file) == ("A", "x", dt.date(2026, 11, 22), None)


def test_ids_stay_as_they_are_written() -> None:
    assert [e.record for e in read(f"- {ENTRY.replace('I.1', '1.10')}\n- {ENTRY.replace('I.1', '2')}").entries] == [
        "1.10",
        "2",
    ]


def test_who_and_when_may_stand_once_for_all() -> None:
    (entry, own) = read(
        "who: A\nwhen: 22/11/2026\ncorrections:\n"
        "- {record: I.1, field: lead, expected: [], value: Sở Y tế, why: x, who: }\n"
        "- {record: I.2, field: lead, expected: [], value: Sở Y tế, why: x, who: B}\n"
    ).entries
    assert (entry.who, entry.when, own.who) == ("A", dt.date(2026, 11, 22), "B")


@pytest.mark.parametrize(
    ("field", "path"),
    [
        ("deadline.end", ("deadline", "end")),
        ("lead.0.scope", ("lead", "0", "scope")),
        ("extra.Kinh phí (tr.đ)", ("extra", "Kinh phí (tr.đ)")),
    ],
)
def test_a_field_may_be_a_path(field: str, path: tuple[str, ...]) -> None:
    (entry,) = read(f"- {ENTRY.replace('field: title', f'field: {field}')}").entries
    assert entry.path == path


def test_an_entry_without_a_new_value_is_left_blank_and_null_is_a_value() -> None:
    found = read(f"- {ENTRY.replace('value: b', 'value:')}\n- {ENTRY.replace('value: b', 'value: null')}")
    assert [blank.number for blank in found.blanks] == [1]
    assert [entry.value for entry in found.entries] == [None]


@pytest.mark.parametrize("text", ["", "[]", "corrections:", "corrections: []", "who: A"])
def test_a_file_without_entries_is_none_to_complain_of(text: str) -> None:
    assert read(text) == Corrections("c.yaml")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- 5", "mục 1"),
        ("x", "danh sách"),
        ("sửa: []", "sửa"),
        (f"- {ENTRY.replace('why: x', 'way: x')}", "way"),
        (f"- {ENTRY.replace('expected: a,', '')}", "expected"),
        (f"- {ENTRY.replace('who: A', 'who: ')}", "who"),
        (f"- {ENTRY.replace('why: x', 'why: [x]')}", "why"),
        (f"- {ENTRY.replace('2026-11-22', '2026-13-22')}", "when"),
        (f"- {ENTRY.replace('2026-11-22', 'hôm qua')}", "when"),
        (f"- {ENTRY.replace('field: title', 'field: deadline..end')}", "field"),
        (f"- {ENTRY.replace('record: I.1,', '')}", "record"),
        (f"- {ENTRY.replace('why: x', 'why: ' + 'x' * 501)}", "dài quá"),
        ("a: [", "YAML"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_file_entry_and_key(text: str, says: str) -> None:
    with pytest.raises(CorrectionsError) as error:
        read(text)
    assert "c.yaml" in str(error.value)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_a_document_gets_its_own_entries_and_those_that_name_none() -> None:
    entries = (
        correction(number=1, record="I.1"),
        correction(number=2, record="I.2", file="a.pdf"),
        correction(number=3, record="I.3", file="b.pdf"),
    )
    assert [e.number for e in Corrections("c.yaml", entries).of_document("a.pdf").entries] == [1, 2]


@pytest.mark.parametrize(
    ("first", "second"), [("title", "title"), ("deadline", "deadline.end"), ("lead.0", "lead"), ("deadline.text",) * 2]
)
def test_two_entries_for_one_place_are_refused(first: str, second: str) -> None:
    entries = (correction(first, number=1), correction(second, number=2))
    with pytest.raises(CorrectionsError, match="mục 2: cùng sửa một chỗ với mục 1"):
        Corrections("c.yaml", entries).of_document("a.pdf")


@pytest.mark.parametrize(("first", "second"), [("deadline.start", "deadline.end"), ("lead.0", "lead.1")])
def test_two_places_of_one_field_may_be_corrected(first: str, second: str) -> None:
    entries = (correction(first, number=1), correction(second, number=2))
    assert len(Corrections("c.yaml", entries).of_document("a.pdf").entries) == 2
