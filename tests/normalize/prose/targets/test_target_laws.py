"""Laws that hold for any text, and the letters, places and findings of readings."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nghiquyet.extract.language.numbering.alphabet import number_to_letters
from nghiquyet.normalize.fields.jurisdiction import Jurisdiction
from nghiquyet.normalize.model import Section
from nghiquyet.normalize.prose.targets import TargetContext, read_targets
from nghiquyet.normalize.prose.targets.masking import masked
from nghiquyet.normalize.prose.targets.quantities import find_quantities, read_number

CONTEXT = TargetContext(Jurisdiction(), None, dt.date(2026, 1, 15))
PIECES = (
    "Tỷ lệ|hộ nghèo|đạt|100%|50|tối thiểu|trên|dưới|từ|đến|năm 2030|và|,|;|.|:|(|)|\n- |\n|phấn đấu|so với năm 2020"
    "|trở lên|02 xã|trong đó|giảm|12%/năm|nhóm|1.200|3,5|tỷ đồng|“0”|gấp đôi|10-15%|12/15|hằng năm|Điều 3|08-NQ/TU"
)
WORDS = st.sampled_from(PIECES.split("|"))


def section(text: str, title: str = "Mục tiêu cụ thể", **fields: object) -> Section:
    values = {"id": "I.1", "label": "1", "title": title, "level": 2, "text": text} | fields
    return Section.model_validate(values)


def read(text: str, title: str = "Mục tiêu cụ thể") -> list[str]:
    return [r.target.statement for r in read_targets([section(text, title)], CONTEXT)[0]]


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_statements_are_printed_where_the_reading_says(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    readings, _ = read_targets([section(text)], CONTEXT)
    for reading in readings:
        assert " ".join(text[reading.start : reading.end].split()) == reading.target.statement
        assert 0 <= reading.start <= reading.end <= len(text)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_ids_run_without_gaps_and_kinds_have_their_fields(text: str) -> None:
    readings, _ = read_targets([section(unicodedata.normalize("NFC", text))], CONTEXT)
    assert [r.target.id for r in readings] == [f"I.1.{number_to_letters(k + 1)}" for k in range(len(readings))]
    for reading in readings:
        target = reading.target
        measured = target.kind == "quantitative"
        assert (target.value is not None) == measured
        assert (target.comparator is not None) == measured
        assert bool(target.indicator) == measured
        assert (target.value_max is not None) == (target.comparator == "between")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_trouble(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert len(masked(text)) == len(text)
    find_quantities(text, masked(text))
    read(text)


@given(st.integers(min_value=0, max_value=10**9))
def test_dots_part_thousands(number: int) -> None:
    assert read_number(f"{number:,}".replace(",", ".")) == (float(number), ())


def test_a_comma_before_three_digits_is_doubted() -> None:
    assert read_number("1,500") == (1.5, ("number-ambiguous",))
    assert read_number("0,125") == (0.125, ())
    assert read_number("43,5") == (43.5, ())


def test_letters_go_on_after_z() -> None:
    assert [number_to_letters(n) for n in (1, 26, 27, 28, 53)] == ["a", "z", "aa", "ab", "ba"]


def verdicts(text: str, title: str = "Mục tiêu cụ thể") -> list[str]:
    return [n.place.verdict for n in read_targets([section(text, title)], CONTEXT)[1]]


@pytest.mark.parametrize(
    ("text", "title", "found"),
    [
        ("Tập trung thực hiện 05 nhóm giải pháp chủ yếu và toàn diện.", "Mục tiêu cụ thể", ["listed", "unread"]),
        ("Phấn đấu 100% xã có trạm y tế.", "Mục tiêu cụ thể", ["target"]),
        ("Hoàn thành mục tiêu của Nghị quyết số 08-NQ/TU ngày 29/01/2026, giai đoạn 2026 - 2030.", "Mục tiêu", []),
        ("Triển khai 05 nhóm giải pháp.", "Nhiệm vụ", ["listed"]),
        ("Tỷ lệ che phủ rừng của tỉnh là 54%.", "Nhiệm vụ", ["unread"]),
        ("Đã giải ngân được 54% kế hoạch vốn.", "Nhiệm vụ", ["result"]),
        ("Thu ngân sách tăng 12%.", "Kết quả đạt được", ["result"]),
    ],
)
def test_each_number_is_taken_for_something(text: str, title: str, found: list[str]) -> None:
    assert verdicts(text, title) == found


def test_the_nearest_heading_gives_the_date_and_the_title_never() -> None:
    sections = [
        section("", "Kế hoạch đến năm 2045", id="0", label="0", level=0),
        section("", "MỤC TIÊU ĐẾN NĂM 2030", id="I", label="I", level=1),
        section("100% xã đạt chuẩn.", "Về nông thôn", parent="I"),
        section("100% xã đạt chuẩn.", "Mục tiêu chung", id="II", label="II", level=1),
    ]
    found = read_targets(sections, CONTEXT)[0]
    assert [r.target.deadline.end for r in found] == [dt.date(2030, 12, 31), None]


def test_a_lead_in_reaches_into_the_sections_below() -> None:
    sections = [
        section("Phấn đấu đến năm 2028:", "Mục tiêu", id="I", label="I", level=1),
        section("100% xã đạt chuẩn nông thôn mới.", "", id="I.1", label="1", parent="I"),
    ]
    ((reading,), _) = read_targets(sections, CONTEXT)
    assert reading.target.modality == "aspirational"
    assert reading.target.deadline.end == dt.date(2028, 12, 31)


def test_the_only_target_of_a_section_takes_its_footnotes() -> None:
    one = section("100% xã đạt chuẩn.", notes=("Theo tiêu chí mới.",))
    two = section("100% xã đạt chuẩn; 50% thôn đạt chuẩn.", notes=("Theo tiêu chí mới.",))
    assert [r.target.notes for r in read_targets([one], CONTEXT)[0]] == [("Theo tiêu chí mới.",)]
    assert [r.target.notes for r in read_targets([two], CONTEXT)[0]] == [(), ()]


def test_a_promise_in_a_heading_is_read() -> None:
    title = "Củng cố mạng lưới cấp cứu. 100% cán bộ y tế nắm được các kỹ thuật sơ cứu, cấp cứu ban đầu"
    ((reading,), _) = read_targets([section("", title)], CONTEXT)
    assert reading.part == "title"
    assert reading.target.statement.startswith("100% cán bộ y tế")


def measured(text: str, title: str = "Mục tiêu cụ thể") -> list[tuple[str, float | None]]:
    found = [r.target for r in read_targets([section(text, title)], CONTEXT)[0]]
    return [(t.indicator or "", t.value) for t in found if t.kind == "quantitative"]


def test_things_counted_stay_in_the_indicator_units_of_a_measure_do_not() -> None:
    counted = measured("Hướng dẫn 12.500 hộ kinh doanh do phụ nữ làm chủ đăng ký thành lập doanh nghiệp.")
    assert counted == [("Hướng dẫn hộ kinh doanh do phụ nữ làm chủ đăng ký thành lập doanh nghiệp", 12500)]
    assert measured("Tổng số hợp tác xã đạt 200 hợp tác xã.") == [("Tổng số hợp tác xã", 200)]


def test_what_is_measured_whole_behind_within_takes_no_head() -> None:
    found = measured("Số xã đạt chuẩn trên 90%, trong đó, phấn đấu 50% số xã đạt chuẩn nâng cao.")
    assert [indicator for indicator, _ in found] == ["Số xã đạt chuẩn", "số xã đạt chuẩn nâng cao"]


def test_a_whole_years_word_goes_with_the_year() -> None:
    assert measured("Tốc độ tăng trưởng cả năm 2026 đạt trên 8%.")[0][0] == "Tốc độ tăng trưởng"


def test_quotation_marks_of_an_indicator_are_paired() -> None:
    assert measured("Xây dựng 20% xã, phường “không ma túy”.")[0][0].count("”") == 1


def test_shares_listed_with_a_promise_are_promised() -> None:
    text = "Rà soát thủ tục, bảo đảm cắt giảm ít nhất 30% thời gian giải quyết, 30% chi phí tuân thủ, 30% điều kiện."
    assert [value for _, value in measured(text, "Nhiệm vụ")] == [30, 30, 30]


def test_what_a_bracket_promises_is_not_passed_over() -> None:
    text = "Đẩy mạnh giải ngân vốn đầu tư công (phấn đấu giải ngân đạt 100% kế hoạch vốn)."
    (found,), (number,) = read_targets([section(text, "Nhiệm vụ")], CONTEXT)
    assert (number.place.verdict, found.target.value, found.target.modality) == ("target", 100, "aspirational")
    assert found.target.statement == "phấn đấu giải ngân đạt 100% kế hoạch vốn"
    (number,) = read_targets([section("Phấn đấu tăng trưởng vượt mục tiêu được giao (10%).", "Nhiệm vụ")], CONTEXT)[1]
    assert number.place.verdict == "unread"
    (plain,) = read_targets([section("Rà soát các dự án (chiếm 12% tổng số).", "Nhiệm vụ")], CONTEXT)[1]
    assert plain.place.verdict == "explains"


def test_the_date_of_a_nearer_heading_goes_before_that_of_a_lead_in_higher_up() -> None:
    above = section("Thông qua Chương trình, định hướng đến năm 2035 với nội dung sau:", "", id="I", level=1)
    goals = section("90% hồ sơ được xử lý trên mạng.", "Mục tiêu đến năm 2030", parent="I")
    plain = section("90% hồ sơ được xử lý trên mạng.", "Mục tiêu", parent="I")
    for own, year in ((goals, 2030), (plain, 2035)):
        (found,) = [r.target for r in read_targets([above, own], CONTEXT)[0] if r.target.section == "I.1"]
        assert found.deadline.end == dt.date(year, 12, 31)
