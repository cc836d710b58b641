"""The words by which orders are told are in small letters, each once in its family."""

from __future__ import annotations

import pytest
import yaml

from nghiquyet.normalize.fields.order_words import DATA, families, words
from nghiquyet.normalize.prose.orders.section_contexts import heading_kind


@pytest.mark.parametrize("family", families())
def test_words_are_small_and_unlike(family: str) -> None:
    entries = [str(e) for e in yaml.safe_load(DATA.read_text(encoding="utf-8"))[family]]
    assert entries == [e.casefold() for e in entries]
    assert len(words(family)) == len(entries)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("NHIỆM VỤ, GIẢI PHÁP", "task"),
        ("CHỈ TIÊU, NHIỆM VỤ", "task"),
        ("Tổ chức thực hiện", "task"),
        ("MỤC ĐÍCH, YÊU CẦU", "other"),
        ("Về mục tiêu", "other"),
        ("Kinh phí thực hiện", "neutral"),
        ("Cải cách thể chế", None),
        ("", None),
    ],
)
def test_what_a_heading_opens(title: str, kind: str | None) -> None:
    opened = heading_kind(title)
    assert (opened[0] if opened else None) == kind
