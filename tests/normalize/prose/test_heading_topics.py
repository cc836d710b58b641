"""What headings are about, for orders and for targets."""

from __future__ import annotations

import pytest
import yaml

from nghiquyet.normalize.prose.heading_topics import DATA, heading_topic, listed_topics, speaks_of_rules
from nghiquyet.normalize.prose.targets.section_kinds import heading_kind


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Mục tiêu cụ thể", "goal"),
        ("Các chỉ tiêu chủ yếu", "goal"),
        ("Các nhiệm vụ chủ yếu", "task"),
        ("CHỈ TIÊU, NHIỆM VỤ", "task"),
        ("MỤC ĐÍCH, YÊU CẦU", "purpose"),
        ("Khó khăn, vướng mắc", "situation"),
        ("Tổng kết phong trào", "account"),
        ("QUY TRÌNH GIẢI QUYẾT THỦ TỤC", "form"),
        ("Danh mục nhiệm vụ giao các sở", "task"),
        ("Danh mục thủ tục hành chính", "form"),
        ("Định hướng phát triển", "matter"),
        ("Về kinh tế", None),
        ("", None),
    ],
)
def test_what_a_heading_is_about(title: str, topic: str | None) -> None:
    assert heading_topic(title) == topic


def test_a_list_is_about_several_things() -> None:
    assert listed_topics("Hệ thống mục tiêu, nhiệm vụ") == ("goal", "task")
    assert listed_topics("Giải pháp thực hiện mục tiêu") == ("task",)


def test_rules_are_told_by_their_first_words() -> None:
    assert speaks_of_rules("Nội dung và mức hỗ trợ")
    assert not speaks_of_rules("Nhiệm vụ, giải pháp")
    assert speaks_of_rules("Thời gian, địa điểm")
    assert not speaks_of_rules("Nhiệm vụ trong thời gian tới")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Tầm nhìn đến năm 2050", "goals"),
        ("Hệ thống chỉ tiêu", "goals"),
        ("Quan điểm, mục tiêu", "mixed"),
        ("Mục tiêu, nhiệm vụ", "mixed"),
        ("Nhiệm vụ, giải pháp", "other"),
        ("Kết quả đạt được", "results"),
        ("Tồn tại, hạn chế và nguyên nhân", "results"),
        ("Kinh phí thực hiện", "rules"),
        ("Thang điểm đánh giá", "rules"),
        ("Về kinh tế", "neutral"),
    ],
)
def test_what_numbers_under_a_heading_are(title: str, kind: str) -> None:
    assert heading_kind(title) == kind


def test_words_are_small_and_each_in_one_topic() -> None:
    lexicon = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    topics = [
        str(word)
        for name, family in lexicon.items()
        if name not in ("rules", "never_rules", "fillers", "goal_fillers")
        for word in family
    ]
    assert topics == [word.casefold() for word in topics]
    assert [word for word in topics if topics.count(word) > 1 and word != "công tác"] == []
