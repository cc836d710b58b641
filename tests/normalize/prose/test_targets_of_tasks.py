"""Which task serves which target: by the same value and wording, never on a hunch."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.normalize.prose.targets_of_tasks import find_links, link_targets
from tests.normalize.printed_prose import target, task

BIKES = target("a", "xe mô tô, xe gắn máy tại khu vực nội thị thành phố sử dụng điện, năng lượng xanh", 35.0)
BUSES = target("b", "xe buýt và xe taxi thay thế, đầu tư mới sử dụng điện, năng lượng xanh", 100.0)
CARS = target("c", "xe công thay thế, đầu tư mới sử dụng điện, năng lượng xanh, thân thiện với môi trường", 100.0)
GOALS = (BIKES, BUSES, CARS)


def served(title: str, result: str | None = None) -> tuple[str, ...]:
    (made,) = link_targets([task(title=title, result=result)], GOALS)
    return made.targets


def test_the_same_value_and_wording_link() -> None:
    assert served(
        "Chuyển đổi 35% xe mô tô, xe gắn máy khu vực nội thị thành phố sang sử dụng điện, năng lượng xanh"
    ) == ("a",)


def test_of_targets_worded_alike_only_the_best_is_taken() -> None:
    assert served("Chuyển đổi 100% xe buýt, xe taxi thay thế, đầu tư mới sử dụng điện, năng lượng xanh") == ("b",)


def test_the_result_may_say_it() -> None:
    assert served(
        "Triển khai Đề án giao thông", "100% xe buýt và xe taxi thay thế, đầu tư mới sử dụng điện, năng lượng xanh"
    ) == ("b",)


def test_another_value_or_another_thing_is_no_link() -> None:
    assert (
        served("Chuyển đổi 20% xe mô tô, xe gắn máy tại khu vực nội thị thành phố sử dụng điện, năng lượng xanh") == ()
    )
    assert served("Bảo đảm 35% trường học đạt chuẩn quốc gia mức độ hai trên địa bàn thành phố") == ()


def test_words_alone_must_agree_nearly_wholly() -> None:
    assert served("Phát triển mạng lưới trạm sạc xe điện tại khu vực nội thị thành phố") == ()


def test_goals_in_words_are_linked_to_nothing() -> None:
    goal = target("q", "Xây dựng nền hành chính hiện đại, chuyên nghiệp, hiệu lực, hiệu quả", None, None)
    assert find_links([task(title="Xây dựng nền hành chính hiện đại, chuyên nghiệp, hiệu lực, hiệu quả")], [goal]) == ()


@given(st.text(max_size=80), st.text(max_size=80))
def test_scores_lie_between_0_and_1_and_ids_exist(title: str, result: str) -> None:
    links = find_links([task(title=title or "x", result=result)], GOALS)
    assert all(0 <= link.score <= 1 and link.target in {g.id for g in GOALS} for link in links)


def test_every_task_comes_back_in_order() -> None:
    tasks = [task("I.1", "Rà soát"), task("I.2", "Tổ chức")]
    assert [t.id for t in link_targets(tasks, GOALS)] == ["I.1", "I.2"]
