"""``pairs.yaml``: read as text, refused with a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from nghiquyet.normalize.model import Resolution
from nghiquyet.output.changes import PairsError, compare, load_pairs
from nghiquyet.output.changes.pins import Pin, PinnedPairs
from tests.output.build import resolution, target, task


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "pairs.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_ids_stay_text(tmp_path: Path) -> None:
    path = written(tmp_path, "pin:\n  - [[1.10], [2]]\n  - [[I.4], [I.4, I.5]]\npart:\n  - [no, 1_0]\n")
    assert load_pairs(path) == PinnedPairs(
        pin=(Pin(("1.10",), ("2",)), Pin(("I.4",), ("I.4", "I.5"))), part=(("no", "1_0"),)
    )


@pytest.mark.parametrize("text", ["", "pin:\npart:\n", "pin: []\n"])
def test_an_empty_file_pins_nothing(tmp_path: Path, text: str) -> None:
    assert load_pairs(written(tmp_path, text)) == PinnedPairs()


@pytest.mark.parametrize(
    "text",
    [
        "- a",
        "pins: []",
        "pin: a",
        "pin: [[a, b]]",
        "pin: [[[a], []]]",
        "pin: [[[a, b], [c, d]]]",
        "part: [[a]]",
        "pin: [",
    ],
)
def test_another_form_is_refused_with_the_form(tmp_path: Path, text: str) -> None:
    with pytest.raises(PairsError, match=r"pairs\.yaml: .*Hãy ghi"):
        load_pairs(written(tmp_path, text))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PairsError, match="không đọc được"):
        load_pairs(tmp_path / "none.yaml")


def compared(pin: Pin, previous: Resolution, current: Resolution) -> None:
    compare(previous, current, PinnedPairs(pin=(pin,)))


def test_ids_must_be_there_and_of_one_kind() -> None:
    made = resolution()
    with pytest.raises(PairsError, match=r"Bản cũ không có mã “I\.9”"):
        compared(Pin(("I.9",), ("I.1",)), made, made)
    with pytest.raises(PairsError, match="không cùng loại"):
        compared(Pin(("II.1.a",), ("I.1",)), made, made)
    with pytest.raises(PairsError, match="hai lần"):
        compare(made, made, PinnedPairs(pin=(Pin(("I.1",), ("I.1",)), Pin(("I.1",), ("I.2",)))))


def test_an_id_of_both_kinds_takes_a_prefix() -> None:
    made = resolution(tasks=(task("I.a"),), targets=(target("I.a"),))
    with pytest.raises(PairsError, match="task:"):
        compared(Pin(("I.a",), ("I.a",)), made, made)
    compared(Pin(("task:I.a",), ("task:I.a",)), made, made)
