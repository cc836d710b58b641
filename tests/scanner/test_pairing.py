"""Words of a scan find those of the printed page, through shift and skew, and wrong ones are named."""

from __future__ import annotations

import math

import pytest

from nghiquyet.extract.model import Word
from tests.scanner.pairing import pair_words
from tests.scanner.scans import HELD_OUT_PAIRS, Combination, combinations
from tests.scanner.words import BINS, Measured, bin_of, bin_table, correction_line, error_line, sure_but_wrong

TEXT = "Sở Tài chính chủ trì, phối hợp với Sở Xây dựng báo cáo Ủy ban nhân dân tỉnh trước ngày 30/6/2026".split()


def word(text: str, x: float, top: float, confidence: float | None = None, recognised: str = "") -> Word:
    return Word(text, (x, top, x + 6 * len(text), top + 12), 1, confidence=confidence, recognised=recognised)


def printed() -> list[Word]:
    return [word(text, 60 + 70 * (i % 6), 100 + 20 * (i // 6)) for i, text in enumerate(TEXT)]


def scan(skew: float = 0.0, shift: float = 0.0, **changes: str) -> list[Word]:
    """The words as they come from a scan that lies a little off; ``w3="x"`` reads the fourth as x."""
    turn = math.radians(skew)
    found = []
    for i, w in enumerate(printed()):
        x, y = w.bbox[0] - 300, w.bbox[1] - 400
        place = (x * math.cos(turn) - y * math.sin(turn) + 300 + shift, x * math.sin(turn) + y * math.cos(turn) + 400)
        found.append(word(changes.get(f"w{i}", w.text), *place, confidence=0.95))
    return found


@pytest.mark.parametrize(("skew", "shift"), [(0, 0), (0, 30), (2, 0), (-2, -15)])
def test_words_find_their_places(skew: float, shift: float) -> None:
    found = pair_words(printed(), scan(skew, shift, w20="30/8/2026", w1="Tai"))
    assert [(a.text, b.text) for a, b in found.wrong] == [("Tài", "Tai"), ("30/6/2026", "30/8/2026")]
    assert not found.missed
    assert not found.invented


def test_a_page_read_right_has_nothing_wrong() -> None:
    found = pair_words(printed(), scan(1.0, 5.0))
    assert len(found.pairs) == len(TEXT)
    assert not found.wrong


def test_missed_and_invented_words_are_named() -> None:
    found = pair_words(printed(), [*scan()[1:], word("‡", 500, 700, 0.4)])
    assert [w.text for w in found.missed] == ["Sở"]
    assert [w.text for w in found.invented] == ["‡"]


def test_pages_without_words_pair_with_nothing() -> None:
    assert pair_words([], []).pairs == ()
    assert len(pair_words(printed(), []).missed) == len(TEXT)


def measured(words: list[Word], layout: str = "01") -> Measured:
    return Measured(Combination("kodak_200_one_bit", layout), 1, pair_words(printed(), words))


def test_error_rates_count_wrong_missed_and_invented() -> None:
    line = error_line("all", [measured([*scan(w1="Tai")[1:], word("‡", 500, 700, 0.4)])])
    assert line.split() == ["all", "1", "21", "1", "1", "1", "14.29%"]


def test_bins_hold_the_share_of_wrong_words() -> None:
    lines = bin_table([measured(scan(w1="Tai"))])
    filled = [line for line in lines[1:] if line.split()[2] != "0"]
    assert [line.split()[1:4] for line in filled] == [["0.95", "21", "4.76%"]]


@pytest.mark.parametrize(("confidence", "start"), [(0.0, 0.0), (0.5, 0.5), (0.949, 0.93), (1.0, 0.99), (-1.0, 0.0)])
def test_a_bin_holds_its_start(confidence: float, start: float) -> None:
    assert BINS[bin_of(confidence)] == start


def test_corrections_are_counted_both_ways() -> None:
    words = scan(w3="chú")
    words[0] = word("Sở", 60, 100, 0.9, recognised="Sớ")  # made right
    words[3] = word("chú", *words[3].bbox[:2], 0.9, recognised="chủ")  # made wrong
    assert correction_line([measured(words)]) == "corrected 2 words: 1 became right, 1 became wrong"


def test_sure_but_wrong_words_are_listed_for_open_combinations_only() -> None:
    wrong = scan(w20="30/8/2026")
    assert len(sure_but_wrong([measured(wrong)], 0.9)) == 1
    assert sure_but_wrong([measured(wrong)], 0.96) == []
    assert sure_but_wrong([measured(wrong, "06-cells-merged-down")], 0.9) == []


def test_held_out_pairs_are_held_out_and_their_twins_are_not() -> None:
    assert all(Combination(*pair).held_out for pair in HELD_OUT_PAIRS)
    assert not Combination("kodak_200_one_bit", "01-landscape-repeated-header").held_out
    assert Combination("kodak_200_one_bit", "held_out/m1-province-two-level-header-funds-notes-below").held_out


def test_what_is_measured_by_default_holds_every_layout_and_look() -> None:
    chosen = combinations([], [])
    layouts = {c.layout for c in combinations([], [], every=True)}
    assert {c.layout for c in chosen} == layouts
    assert {(c.look, c.layout) for c in chosen} >= HELD_OUT_PAIRS
    with pytest.raises(ValueError, match="no such look"):
        combinations(["fax"], [])
