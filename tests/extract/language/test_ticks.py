from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.language.ticks import is_box, is_sure_tick, is_tick, is_unticked, tick_data

EXAMPLES = [(kind, sign) for kind, signs in tick_data()["examples"].items() for sign in signs]


@pytest.mark.parametrize(("kind", "sign"), EXAMPLES)
def test_the_data_s_own_examples(kind: str, sign: str) -> None:
    assert is_tick(sign) == (kind in ("sure", "loose"))
    assert is_sure_tick(sign) == (kind == "sure")
    assert is_box(sign) == (kind == "boxes")
    assert is_unticked(sign) == (kind in ("boxes", "blanks") or not sign)


@given(st.text(max_size=3))
def test_a_sure_tick_is_a_tick_in_any_case_and_between_spaces(text: str) -> None:
    assert is_tick(text) or not is_sure_tick(text)
    assert is_tick(f" {text.casefold()} ") == is_tick(text)
