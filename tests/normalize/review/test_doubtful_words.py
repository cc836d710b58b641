from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from nghiquyet.extract.model import UNREAD, Document, Line, Page, Word
from nghiquyet.normalize.model import Assignment, Box, Deadline, FrontMatter, Resolution, Section, Source, Target
from nghiquyet.normalize.review.doubtful_words import SURE_WORD, doubt_weak_words
from tests.normalize.builders import task

WEAK = SURE_WORD - 0.1
EVERYWHERE = (Box(page=1, bbox=(0, 0, 600, 800)),)
ELSEWHERE = (Box(page=1, bbox=(0, 700, 600, 800)),)


def line(text: str, weak: str = "", top: float = 100.0, **changes: Any) -> Line:
    """The words of ``text`` on page 1, those in ``weak`` hard to read."""
    words = []
    for i, part in enumerate(text.split()):
        confidence = WEAK if part in weak.split() else 0.95
        words.append(Word(part, (50 + 40 * i, top, 85 + 40 * i, top + 12), 1, confidence=confidence, **changes))
    return Line(tuple(words))


def document(*lines: Line) -> Document:
    words = tuple(w for own in lines for w in own.words)
    return Document("a.pdf", "0" * 64, "scanned", (Page(1, 600, 800, words),), lines, ())


def resolution(**changes: Any) -> Resolution:
    source = Source(file="a.pdf", sha256="0" * 64, pages=1, medium="scanned")
    return Resolution(source=source, **{"document": FrontMatter(), **changes})


def target(**changes: Any) -> Target:
    known: dict[str, Any] = {
        "id": "I.a",
        "section": "I",
        "kind": "quantitative",
        "statement": "đạt 43,5% so với năm 2020",
        "indicator": "đạt",
        "value": 43.5,
        "unit": "%",
        "deadline": Deadline(),
        "where": {"statement": EVERYWHERE},
    }
    return Target(**{**known, **changes})


def doubted(record: Any) -> set[str]:
    return {r.field for r in record.review if r.code == "recognition-weak"}


def task_with(text: str, weak: str, **changes: Any) -> set[str]:
    made = doubt_weak_words(resolution(tasks=(task(**changes),)), document(line(text, weak)))
    return doubted(made.tasks[0])


def test_a_field_that_holds_a_weak_word_is_doubted() -> None:
    assert task_with("Lập quy hoạch tỉnh", "quy", title="Lập quy hoạch tỉnh", where={"title": EVERYWHERE}) == {"title"}


def test_a_field_of_sure_words_is_not() -> None:
    assert task_with("Lập quy hoạch tỉnh", "", title="Lập quy hoạch tỉnh", where={"title": EVERYWHERE}) == set()


def test_a_weak_word_elsewhere_on_the_page_doubts_nothing() -> None:
    assert task_with("Lập quy hoạch tỉnh", "quy", title="Lập quy hoạch tỉnh", where={"title": ELSEWHERE}) == set()


def test_a_word_beside_other_neighbours_is_another() -> None:
    found = task_with("tổ chức hội nghị", "chức", title="công chức tham gia", where={"title": EVERYWHERE})
    assert found == set()


def test_a_name_surely_known_is_right_however_hard_it_was_to_read() -> None:
    known = Assignment(text="Sở Xây dựng", agency="x", name="Sở Xây dựng", judgement="matched", score=1.0)
    where = {"lead": EVERYWHERE}
    assert task_with("Sở Xây dựng", "Xây", lead=(known,), where=where) == set()
    unsure = known.model_copy(update={"score": 0.9})
    assert task_with("Sở Xây dựng", "Xây", lead=(unsure,), where=where) == {"lead"}


def test_ink_that_was_not_read_doubts_the_field_it_stands_in() -> None:
    shown = document(line(UNREAD, UNREAD))
    made = doubt_weak_words(resolution(tasks=(task(result="x", where={"result": EVERYWHERE}),)), shown)
    assert "result" in doubted(made.tasks[0])


@pytest.mark.parametrize(("sign", "fields"), [("[", {"title"}), ("-", set())])
def test_a_weak_bar_doubts_the_field_it_stands_in_and_a_weak_dash_does_not(sign: str, fields: set[str]) -> None:
    text = f"Đường bộ {sign} Yên Bái"
    assert task_with(text, sign, title=text, where={"title": EVERYWHERE}) == fields


def test_a_weak_mark_doubts_the_ticks() -> None:
    assert task_with("x", "x", markers={"Ưu tiên": True}, where={"markers": EVERYWHERE}) >= {"markers"}


@pytest.mark.parametrize(("weak", "fields"), [("43,5%", {"statement", "value"}), ("năm", {"statement"})])
def test_a_weak_figure_doubts_the_values_read_from_it(weak: str, fields: set[str]) -> None:
    shown = document(line("đạt 43,5% so với năm 2020", weak))
    made = doubt_weak_words(resolution(targets=(target(),)), shown)
    assert doubted(made.targets[0]) - {"unit"} == fields


def test_the_head_is_doubted_by_the_words_above_the_first_heading_only() -> None:
    front = FrontMatter(title="về chuyển đổi số", place="Huế")
    sections = (Section(id="I", label="I", title="Mục tiêu", level=1, text="", where=ELSEWHERE),)
    above = document(line("về chuyển đổi số", "đổi", top=100))
    made = doubt_weak_words(resolution(document=front, sections=sections), above)
    assert [f.subject for f in made.findings if f.code == "recognition-weak"] == ["/document/title"]
    below = document(line("về chuyển đổi số", "đổi", top=750))
    made = doubt_weak_words(resolution(document=front, sections=sections), below)
    assert not [f for f in made.findings if f.code == "recognition-weak"]


def test_words_that_were_changed_or_are_hard_to_read_are_recorded() -> None:
    changed = line("đổi", top=120, recognised="đối")
    made = doubt_weak_words(resolution(), document(line("Lập quy hoạch", "quy"), changed))
    assert [(w.read, w.text, w.confidence) for w in made.recognised_words] == [
        ("quy", "quy", pytest.approx(WEAK)),
        ("đối", "đổi", 0.95),
    ]
    assert [f.code for f in made.findings] == ["recognition-weak-words"]


def test_what_was_left_out_as_dirt_is_recorded_too() -> None:
    shown = document(line("quy hoạch"))
    speck = Word("`", (300, 90, 303, 95), 1, confidence=0.3)
    with_speck = replace(shown, pages=(replace(shown.pages[0], specks=(speck,)),))
    (found,) = doubt_weak_words(resolution(), with_speck).recognised_words
    assert (found.read, found.text) == ("`", "")


def test_what_was_printed_is_left_as_it_is() -> None:
    printed = Line((Word("quy", (50, 100, 85, 112), 1),))
    before = resolution(tasks=(task(title="quy", where={"title": EVERYWHERE}),))
    assert doubt_weak_words(before, document(printed)) == before
