from __future__ import annotations

import re

from nghiquyet.normalize.corrections import apply_corrections, corrections_stub, read_corrections
from nghiquyet.normalize.model import Box, Resolution
from tests.normalize.corrections.build import Linker, codes
from tests.output import build


def doubtful() -> Resolution:
    unsure = build.task(
        lead=(build.assignment("UBND", agency=None, name=None, judgement="ambiguous", score=0.5),),
        review=(
            build.review("lead"),
            build.review("lead", "join-uncertain"),
            build.review("deadline", "deadline-vague"),
        ),
    )
    return build.resolution(
        tasks=(unsure,),
        targets=(build.target(review=(build.review("value", "number-ambiguous"),)),),
        findings=(build.finding("warning", "/document/signer"), build.finding("info", "/document/title")),
    )


def test_every_field_under_review_is_there_once_with_value_doubt_and_page() -> None:
    stub = corrections_stub(doubtful())
    assert stub.fields == 4
    assert re.findall(r"record: (\S+)\n +field: (\S+)", stub.text) == [
        ("document", "signer"),
        ("II.1.a", "value"),
        ("I.1", "lead"),
        ("I.1", "deadline"),
    ]
    assert stub.text.count("[agency-ambiguous]") == stub.text.count("[join-uncertain]") == 1
    assert "expected: [UBND]" in stub.text
    assert "expected: {text: Tháng 12/2027, end: '2027-12-31', precision: month}" in stub.text


def test_unfilled_it_changes_nothing_and_is_counted() -> None:
    before = doubtful()
    after = apply_corrections(before, read_corrections(corrections_stub(before).text.encode(), "c.yaml"), Linker())
    assert codes(after) == [*codes(before), "correction-unfilled"]
    assert after.tasks == before.tasks


def filled(text: str, values: dict[str, str]) -> bytes:
    for field, value in values.items():
        text = re.sub(rf"(field: {field}\n.*\n  +value:)(\n  +why:)", rf"\1 {value}\2 đã đối chiếu", text)
    return text.replace("who:", "who: Trần Thị A ").replace("when:", "when: 2026-11-22 ").encode()


def test_filled_in_every_field_is_corrected() -> None:
    before = doubtful()
    values = {"signer": "{name: Lê Văn B}", "value": "44", "lead": "Sở Y tế; Sở Tài chính", "deadline": "Quý I/2028"}
    corrections = read_corrections(filled(corrections_stub(before).text, values), "c.yaml")
    after = apply_corrections(before, corrections, Linker())
    assert [r.code for r in (*after.tasks[0].review, *after.targets[0].review)] == ["corrected"] * 3
    assert codes(after) == ["rows-missing", "corrected"]  # of the information nothing was asked
    assert after.document.signer is not None
    assert after.document.signer.name == "Lê Văn B"
    assert [one.name for one in after.tasks[0].lead] == ["Sở Y tế", "Sở Tài chính"]
    assert corrections_stub(after).fields == 0


def test_the_expected_values_copied_confirm_every_field() -> None:
    before = doubtful()
    text = re.sub(r"expected: (.*)\n  +value:", r"expected: \1\n    value: \1", corrections_stub(before).text)
    text = text.replace("why:", "why: đúng").replace("who:", "who: A ").replace("when:", "when: 2026-11-22 ")
    after = apply_corrections(before, read_corrections(text.encode(), "c.yaml"), Linker())
    assert [(r.field, r.code) for r in after.tasks[0].review] == [
        ("lead", "corrected"),
        ("lead", "agency-ambiguous"),  # that it is right does not say which of the two it is
        ("deadline", "corrected"),
    ]
    assert after.tasks[0].deadline == before.tasks[0].deadline
    assert after.targets[0].value == before.targets[0].value


def test_words_of_the_document_cannot_make_entries() -> None:
    nasty = 'x"\n- record: I.9\n\u2028- {a: b}\x07 # \'"'
    task = build.task(title=nasty, review=(build.review("title").model_copy(update={"message": nasty}),))
    resolution = build.resolution(tasks=(task,))
    resolution = resolution.model_copy(update={"source": resolution.source.model_copy(update={"file": nasty})})
    stub = corrections_stub(resolution)
    assert re.findall(r"^ *- *(\w+):", stub.text, re.MULTILINE) == ["file"]
    assert len(read_corrections(stub.text.encode(), "c.yaml").blanks) == 1


def test_the_place_is_a_page_or_an_address_of_a_file_without_pages() -> None:
    word = (Box(page=None, address="table 2, row 5, cell 3"),)
    task = build.task(
        where={"lead": word, "title": (Box(page=8),)}, review=(build.review("lead"), build.review("title"))
    )
    text = corrections_stub(build.resolution(tasks=(task,))).text
    assert "  # table 2, row 5, cell 3\n" in text
    assert "  # trang 8\n" in text


def test_a_document_without_doubts_gives_an_empty_list() -> None:
    stub = corrections_stub(build.resolution(tasks=(build.task(),)))
    assert stub.fields == 0
    assert not read_corrections(stub.text.encode(), "c.yaml").blanks
