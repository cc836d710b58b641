"""A section's label says by which rule it was placed, under what, and what else it could have been."""

from __future__ import annotations

from nghiquyet.extract.decisions.decision import Decision, Evidence
from nghiquyet.extract.language.numbering.leading import leading_readings
from nghiquyet.extract.outline.label_decision import label_decision
from nghiquyet.extract.outline.nesting import Labelled, place_labels


def decisions(*labels: str) -> list[Decision]:
    """The decisions about a run of headings, each without its parent's id and the label before it."""
    paragraphs = [Labelled(leading_readings(f"{text} Nội dung"), heading=True) for text in labels]
    placed = place_labels(paragraphs)
    return [
        label_decision(text, paragraph.readings, placing, None, None)
        for text, paragraph, placing in zip(labels, paragraphs, placed, strict=True)
        if placing is not None
    ]


def rules(*labels: str) -> list[str]:
    return [decision.evidence[0].feature for decision in decisions(*labels)]


def test_the_rule_that_placed_a_label_is_named() -> None:
    assert rules("I.", "1.", "1.1.", "2.", "II.") == [
        "begins_list",
        "begins_list",
        "spells_out_parent",
        "goes_on_list",
        "goes_on_list",
    ]
    assert rules("Điều 3.", "Điều 4.") == ["named_rank", "goes_on_list"]
    assert rules("I.", "1.", "2.", "2.") == ["begins_list", "begins_list", "goes_on_list", "repeats_label"]
    assert rules("1.", "2.", "49.") == ["begins_list", "goes_on_list", "out_of_order"]


def test_readings_that_were_not_taken_are_alternatives() -> None:
    (roman,) = decisions("I.")
    assert roman.chosen == "I roman"
    assert [other.choice for other in roman.alternatives] == ["I upper"]
    assert decisions("1.")[0].alternatives == ()


def test_parent_and_label_before_are_told_where_there_are_any() -> None:
    first, second = (leading_readings(f"{text} Nội dung") for text in ("1.", "2."))
    (placing,) = place_labels([Labelled(second, heading=True)], first)
    assert placing is not None
    told = label_decision("II.2", second, placing, "II", first[0]).evidence
    assert told == (
        Evidence("goes_on_list"),
        Evidence("level", placing.depth + 1),
        Evidence("parent", "II"),
        Evidence("label_before", "1"),
    )


def test_a_misread_label_says_what_was_read() -> None:
    one, two = (leading_readings(f"{text} Nội dung") for text in ("I.", "II."))
    (placing,) = place_labels([Labelled((), two)], one[:1])
    assert placing is not None
    assert Evidence("label_restored", None) in label_decision("II", (), placing, None, one[0]).evidence
