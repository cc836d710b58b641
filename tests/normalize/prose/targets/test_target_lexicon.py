"""The lexicons' own examples."""

from __future__ import annotations

import pytest

from nghiquyet.normalize.prose.targets.masking import has_number, masked
from nghiquyet.normalize.prose.targets.quantities import find_quantities, read_number
from nghiquyet.normalize.prose.targets.target_doubts import codes_to_reviews, doubt_table
from nghiquyet.normalize.prose.targets.target_words import TargetCue, lexicon, units

AT_START = {"listed_nouns", "rank_after"}
CUES = [(name, cue) for name, family in lexicon().cues.items() for cue in family]


def matches(name: str, cue: TargetCue, example: str) -> bool:
    small = example.lower()
    return (cue.pattern.match(small) if name in AT_START else cue.pattern.search(small)) is not None


@pytest.mark.parametrize(("name", "cue"), CUES)
def test_examples_match_and_their_opposites_do_not(name: str, cue: TargetCue) -> None:
    assert cue.examples
    assert [e for e in cue.examples if not matches(name, cue, e)] == []
    assert [e for e in cue.never if matches(name, cue, e)] == []


@pytest.mark.parametrize(("kind", "example"), units().examples)
def test_units_are_read_back(kind: str, example: str) -> None:
    quantity = find_quantities(example, masked(example))[0]
    assert quantity.unit_kind == kind
    number = example[: quantity.number[1]]
    assert f"{number} {quantity.unit}" == example
    assert quantity.value == read_number(number)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 08-NQ/TU ngày 29/01/2026",
        "khoản 3 Điều 14 Nghị định số 118/2025/NĐ-CP",
        "giai đoạn 2026 - 2030, tầm nhìn đến năm 2050",
        "Luật số 72/2025/QH15",
        "trẻ em dưới 5 tuổi",
        "Quốc lộ 1A, đường tỉnh 356",
        "chuẩn quốc gia mức độ 2",
        "phương châm “4 tại chỗ”",
    ],
)
def test_names_and_dates_count_nothing(text: str) -> None:
    assert not has_number(masked(text))
    assert len(masked(text)) == len(text)


@pytest.mark.parametrize("text", ["nâng cấp 250 km đường", "tuổi thọ đạt 75,5 tuổi", "đạt 100% vào năm 2030", "02 xã"])
def test_counts_stay(text: str) -> None:
    assert has_number(masked(text))


def test_every_doubt_has_a_field_and_one_sentence() -> None:
    for code, (field, message) in doubt_table().items():
        review = codes_to_reviews([code, code])
        assert [r.field for r in review] == [field]
        assert message.endswith(".")
        assert "hãy" in message
