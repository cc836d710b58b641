"""Signs of orders: each holds for its example and not for its twin; more of them never make an order less likely."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nghiquyet.normalize.prose.orders.actors import read_agents
from nghiquyet.normalize.prose.orders.order_evidence import SIGNS, Standing, weigh
from tests.normalize.printed_prose import linker

LINKER = linker()
PLAIN = Standing()


def signs(text: str, standing: Standing = PLAIN) -> set[str]:
    return {e.feature for e in weigh(text, read_agents(text, LINKER), standing).evidence}


@pytest.mark.parametrize(
    ("sign", "holds", "twin"),
    [
        ("orders_a_body", "Sở Y tế rà soát quy định của tỉnh.", "Rà soát quy định của tỉnh về y tế."),
        ("body_is_something", "Sở Y tế là cơ quan chủ trì việc này.", "Sở Y tế chủ trì thực hiện việc này."),
        ("begins_with_verb", "Tổ chức hội nghị về y tế.", "Hội nghị về y tế của tỉnh."),
        ("told_as_done", "Tỉnh đã ban hành kế hoạch mới.", "Tỉnh ban hành kế hoạch mới."),
        ("states_what_is", "Việc rà soát quy định của tỉnh.", "Rà soát quy định của tỉnh."),
        ("names_attribute", "Kinh phí thực hiện của tỉnh.", "Bố trí kinh phí thực hiện của tỉnh."),
        ("attribute_as_label", "Nguyên nhân: cán bộ chưa chủ động.", "Nguyên nhân chủ quan của cán bộ."),
        ("few_words", "Rà soát quy định.", "Rà soát quy định của tỉnh."),
        ("says_when", "Rà soát xong trước ngày 15/12/2026.", "Rà soát xong trong năm 2026."),
        ("small_letter_first", "rà soát quy định của tỉnh.", "Rà soát quy định của tỉnh."),
        ("ends_with_colon", "Rà soát các quy định sau:", "Rà soát các quy định sau."),
    ],
)
def test_a_sign_and_its_twin(sign: str, holds: str, twin: str) -> None:
    assert sign in signs(holds)
    assert sign not in signs(twin)


@pytest.mark.parametrize(
    ("sign", "standing"),
    [
        ("under_a_body", replace(PLAIN, under="Sở Y tế")),
        ("section_of_tasks", replace(PLAIN, kind="task")),
        ("section_of_other_things", replace(PLAIN, kind="other")),
        ("item_of_a_list", replace(PLAIN, listed=True)),
        ("label_lines_follow", replace(PLAIN, labelled=True)),
    ],
)
def test_where_a_clause_stands_is_a_sign(sign: str, standing: Standing) -> None:
    assert sign in signs("Quy định của tỉnh về y tế.", standing)
    assert sign not in signs("Quy định của tỉnh về y tế.")


def test_steps_of_a_form_order_nobody_unless_a_day_is_named() -> None:
    form = replace(PLAIN, kind="form")
    assert "form_of_nobody" in signs("Trình Chủ tịch phê duyệt hồ sơ.", form)
    assert "form_of_nobody" not in signs("Trình Chủ tịch phê duyệt hồ sơ trong tháng 11/2026.", form)
    assert "form_of_nobody" in signs("Trình Chủ tịch hồ sơ theo Nghị định ngày 14/6/2025.", form)
    assert "form_of_nobody" not in signs("Sở Y tế thẩm định hồ sơ của tỉnh.", form)


def test_a_verb_that_names_a_body_is_an_act_where_somebody_acts() -> None:
    act = "Thanh tra đột xuất việc mua sắm thiết bị."
    assert "begins_with_verb" in signs(act, replace(PLAIN, under="Thanh tra tỉnh"))
    assert "names_idle_body" in signs(act)


def test_a_small_letter_before_a_word_of_ordering_tears_nothing() -> None:
    assert "small_letter_first" not in signs("yêu cầu Sở Y tế rà soát quy định của tỉnh.")


def test_every_sign_has_a_weight_and_every_weight_a_sign() -> None:
    weighed = weigh("Rà soát quy định.", None, replace(PLAIN, kind="task", listed=True))
    assert all(e.weight for e in weighed.evidence)
    assert len({sign.name for sign in SIGNS}) == len(SIGNS)


@settings(deadline=None)  # the first call loads the tagger
@given(st.sampled_from(["Quy định của tỉnh về y tế.", "Hệ thống thông tin của tỉnh.", "Rà soát quy định của tỉnh."]))
def test_a_better_place_makes_an_order_likelier(text: str) -> None:
    bare = weigh(text, None, PLAIN).likelihood
    assert bare <= weigh(text, None, replace(PLAIN, listed=True)).likelihood
    assert bare <= weigh(text, None, replace(PLAIN, kind="task")).likelihood
    assert bare >= weigh(text, None, replace(PLAIN, kind="other")).likelihood
