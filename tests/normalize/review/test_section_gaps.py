from __future__ import annotations

from dataclasses import replace

import pytest

from nghiquyet.extract.outline.model import OutlineSection
from nghiquyet.normalize.fields.jurisdiction import Jurisdiction
from nghiquyet.normalize.prose.all_targets import prose_to_targets
from nghiquyet.normalize.prose.targets import TargetContext
from nghiquyet.normalize.review.section_gaps import doubtful_sections, section_steps
from tests.normalize.printed_prose import Prose, printed, prose


def seen(section: OutlineSection) -> OutlineSection:
    """The section as a recogniser gives it."""
    paragraphs = tuple(
        replace(p, words=tuple(replace(w, confidence=0.95) for w in p.words)) for p in section.paragraphs
    )
    return replace(section, paragraphs=paragraphs, label="" if section.id == "0" else section.label)


def scanned(*ids: str) -> Prose:
    return prose(*(seen(printed(id_, "Phấn đấu đạt 90% hộ dân dùng nước sạch.")) for id_ in ids))


@pytest.mark.parametrize(
    "ids", ["I II III", "I I.1 I.2 II II.1", "1 2 3", "I.a I.b I.c I.d I.e", "0 I", "I II PL1:I PL2:I"]
)
def test_labels_in_step(ids: str) -> None:
    assert list(section_steps(scanned(*ids.split()))) == []


@pytest.mark.parametrize(
    ("ids", "label", "doubtful"),
    [
        ("I II IV", "IV", {"II"}),
        ("I I.1 I.3 II", "3", {"I.1"}),
        ("I I.1 I.2 III", "III", {"I", "I.1", "I.2"}),
        ("0 II III", "II", {"0"}),
        ("1 II III", "II", {"1"}),
    ],
)
def test_labels_that_skip_leave_the_sections_between_in_doubt(ids: str, label: str, doubtful: set[str]) -> None:
    made = scanned(*ids.split())
    (step,) = section_steps(made)
    assert step.label == label
    assert doubtful_sections(made) == doubtful


@pytest.mark.parametrize(("ids", "skipped"), [("I III", ["III"]), ("II III", []), ("I II I II", []), ("1 2 5", ["5"])])
def test_printed_labels_that_skip_are_told_and_those_that_begin_anew_are_not(ids: str, skipped: list[str]) -> None:
    made = prose(*(printed(id_, "Phấn đấu đạt 90% hộ dân dùng nước sạch.") for id_ in ids.split()))
    assert [step.label for step in section_steps(made)] == skipped


def test_a_target_where_a_heading_may_be_lost_is_doubted() -> None:
    first = seen(printed("I", "Phấn đấu đạt 90% hộ dân dùng nước sạch.", title="MỤC TIÊU"))
    made = prose(first, seen(printed("III", "Tổ chức thực hiện.")))
    read = prose_to_targets(made, TargetContext(Jurisdiction(), None, None))
    assert [f.code for f in read.findings] == ["section-number-out-of-step"]
    assert all("section" in {r.field for r in t.review} for t in read.targets if t.section == "I")


def test_appendices_are_counted_through_the_document() -> None:
    def appendix(id_: str, label: str) -> OutlineSection:
        return replace(seen(printed(id_, "Nội dung.")), label=label, parent=None)

    first, second, third = (
        appendix("PL1:0", "PHỤ LỤC I"),
        appendix("PL2:0", "PHỤ LỤC II"),
        appendix("PL3:0", "PHỤ LỤC III"),
    )
    assert list(section_steps(prose(first, second, third))) == []
    (step,) = section_steps(prose(first, third))
    assert (step.label, step.last) == ("PHỤ LỤC III", "PHỤ LỤC I")


def test_articles_run_on_through_chapters() -> None:
    made = scanned("Chương I", "Chương I.Điều 1", "Chương I.Điều 2", "Chương II", "Chương II.Điều 3")
    assert list(section_steps(made)) == []
    (step,) = section_steps(scanned("Chương I", "Chương I.Điều 1", "Chương II", "Chương II.Điều 3"))
    assert step.label == "Điều 3"
