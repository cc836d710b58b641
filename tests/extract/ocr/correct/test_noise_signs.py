from __future__ import annotations

from dataclasses import replace

import pytest

from nghiquyet.extract.model import UNREAD
from nghiquyet.extract.ocr.correct.noise_signs import without_dirt
from tests.extract.ocr.correct.build import recognised, texts


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("UBND thành phố ` ` ˆ", "UBND thành phố"),
        ("10-CTr/ĐU`` ngày", "10-CTr/ĐU ngày"),
        ("phối hợp, ' báo cáo", "phối hợp, báo cáo"),
        ("nội đô .", "nội đô"),
        ("Nguồn lực! (triệu đồng)!", "Nguồn lực (triệu đồng)"),
        ("báo cáo .kết quả", "báo cáo kết quả"),
        ("(Smart Port &: PCS)", "(Smart Port & PCS)"),
        ("sinh khối, amoniac...}", "sinh khối, amoniac...)"),
        ("26/3/2018 —- 20/4/2018", "26/3/2018 – 20/4/2018"),
        ("Hoàn thành Tháng 12/2028:", "Hoàn thành Tháng 12/2028"),
        ("UBND thành phố -", "UBND thành phố"),
    ],
)
def test_specks_go(read: str, printed: str) -> None:
    assert texts(without_dirt(recognised(read))) == printed


@pytest.mark.parametrize(
    "read",
    [
        "- Sở Xây dựng; Sở Tài chính.",
        "26/4/2018 – 21/5/2018",
        "giai đoạn 2026 - 2030, tầm nhìn",
        "Bao gồm: (1) thuốc; (2) vật tư",
        "các ông/bà v.v. và tr. năm",
        "tại TP. Hà Nội",
        "hội đồng &ĐT thông qua",
        "của đoàn viên. c) Trường cao đẳng",
    ],
)
def test_signs_stay(read: str) -> None:
    assert texts(without_dirt(recognised(read))) == read


@pytest.mark.parametrize("dash", ["-", "—", "--"])
def test_an_unsure_dash_between_words_is_a_speck(dash: str) -> None:
    block = [*recognised("UBND"), *recognised(dash, confidence=0.5), *recognised("thành phố")]
    assert texts(without_dirt(block)) == "UBND thành phố"


@pytest.mark.parametrize(("width", "text"), [(1.0, "tiếp nhận thông tin"), (3.5, "tiếp nhận - thông tin")])
def test_a_dash_as_narrow_as_a_speck_is_one(width: float, text: str) -> None:
    (dash,) = recognised("-", confidence=0.9)
    dash = replace(dash, bbox=(dash.bbox[0], dash.bbox[1], dash.bbox[0] + width, dash.bbox[3]))
    assert texts(without_dirt([*recognised("tiếp nhận"), dash, *recognised("thông tin")])) == text


def test_a_full_stop_before_a_small_letter_is_taken_off_and_doubted() -> None:
    word = without_dirt(recognised("Sở Nông nghiệp và Môi. trường"))[-2]
    assert (word.text, word.recognised) == ("Môi", "Môi.")
    assert word.confidence is not None
    assert word.confidence < 0.75


@pytest.mark.parametrize("mark", ["*", "-", UNREAD, "."])
def test_a_lone_mark_in_a_cell_is_no_dirt(mark: str) -> None:
    assert texts(without_dirt(recognised(mark))) == mark
