from __future__ import annotations

from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.language.spelling import tone_last
from nghiquyet.extract.ocr.correct.bigrams import Counts, Language, language, phrase_pairs

SOME = Language(Counts({"a": {"b": 4.0, "c": 1.0}, "d": {"b": 2.0}}, {"b": 6.0, "c": 1.0}))


@pytest.mark.parametrize(
    ("likelier", "than"),
    [("chuyển đổi", "chuyến đổi"), ("thông tin", "thông tín"), ("nhà thầu", "nhà thâu"), ("kiểm tra", "kiếm tra")],
)
def test_what_is_said_is_likelier(likelier: str, than: str) -> None:
    known = language()
    (one,), (other,) = phrase_pairs(likelier), phrase_pairs(than)
    assert known.log_likelihood(*one) > known.log_likelihood(*other) + 2


def test_names_are_known_besides() -> None:
    (pair,) = phrase_pairs("Krông Nô")
    assert not language().knows(pair)
    assert language(["Krông Nô"]).knows(pair)


@given(st.sampled_from([None, "a", "d", "x"]), st.sampled_from(["b", "c", "x"]))
def test_a_likelihood_is_never_above_one(first: str | None, second: str) -> None:
    assert SOME.log_likelihood(first, second) <= 0


def test_a_pair_met_oftener_is_likelier_and_one_never_met_is_possible() -> None:
    often, seldom, never = (SOME.log_likelihood("a", s) for s in ("b", "c", "x"))
    assert often > seldom > never > log(1e-9)
    assert exp(often) > 0.5


def test_what_is_no_syllable_tells_nothing() -> None:
    assert SOME.log_likelihood("a", None) == 0.0


@given(
    st.lists(st.sampled_from(["a", "b", "d", "x"]), min_size=1, unique=True),
    st.lists(st.sampled_from(["b", "c", "x"]), min_size=1, unique=True),
)
def test_steps_are_the_likelihoods_of_all_pairs(firsts: list[str], seconds: list[str]) -> None:
    steps = SOME.steps(tuple(firsts), tuple(seconds))
    met = {(i, j): likelihood for i, j, likelihood in steps.met}
    for i, first in enumerate(firsts):
        for j, second in enumerate(seconds):
            apart = steps.opens[i] + steps.alone[j]
            assert met.get((i, j), apart) == pytest.approx(SOME.log_likelihood(first, second))
            assert met.get((i, j), apart) >= apart


def test_no_word_is_a_step_that_costs_nothing() -> None:
    steps = SOME.steps(("a", "d"), (None,))
    assert (steps.opens, steps.alone, steps.met) == ((0.0, 0.0), (0.0,), ())
    assert SOME.steps((None,), ("b",)).alone == (SOME.log_likelihood(None, "b"),)


def test_pairs_are_added_without_changing_the_language() -> None:
    more = SOME.with_pairs({("a", "x"): 5.0})
    assert more.log_likelihood("a", "x") > SOME.log_likelihood("a", "x")
    assert not SOME.knows(("a", "x"))


def test_neighbours_are_those_met_on_either_side() -> None:
    assert SOME.between("a", None) == {"b", "c"}
    assert SOME.between(None, "b") == {"a", "d"}
    assert SOME.between("x", "y") == frozenset()


def test_pairs_end_at_a_mark() -> None:
    assert list(phrase_pairs("các sở, ngành")) == [(tone_last("các"), tone_last("sở"))]
