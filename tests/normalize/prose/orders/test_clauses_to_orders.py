"""Which prose is an order, who is to carry it out, with whom and until when; and which prose is none."""

from __future__ import annotations

import datetime as dt

import pytest

from nghiquyet.extract.outline.model import OutlineSection
from nghiquyet.normalize.model import Task
from nghiquyet.normalize.prose.orders import prose_to_orders
from tests.normalize.printed_prose import linker, printed, prose, time

LINKER = linker()


def orders(*sections: OutlineSection) -> tuple[Task, ...]:
    return prose_to_orders(prose(*sections), LINKER, time()).tasks


def order(text: str) -> Task:
    """The only order of a paragraph in a section of tasks."""
    (found,) = orders(printed("I", text, title="TỔ CHỨC THỰC HIỆN"))
    return found


def names(task: Task, role: str = "lead") -> list[str | None]:
    return [a.name for a in getattr(task, role)]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Sở Nội vụ chủ trì, tham mưu Ủy ban nhân dân tỉnh ban hành Kế hoạch.", ["Sở Nội vụ"]),
        ("Sở Nội vụ có trách nhiệm theo dõi, đôn đốc việc thực hiện.", ["Sở Nội vụ"]),
        ("Giao Công an tỉnh triển khai ứng dụng công nghệ.", ["Công an tỉnh Lâm Đồng"]),
        ("Đề nghị Sở Y tế phối hợp thực hiện nội dung trên.", ["Sở Y tế"]),
        ("- Giao Sở Tài chính bố trí kinh phí thực hiện.", ["Sở Tài chính"]),
        (
            "Các sở, ban, ngành và Ủy ban nhân dân các xã, phường căn cứ nhiệm vụ được giao xây dựng kế hoạch.",
            ["Các sở, ban, ngành", "Ủy ban nhân dân các xã, phường"],
        ),
        ("Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Sở Xây dựng khẩn trương hoàn thành hồ sơ.", ["Sở Xây dựng"]),
    ],
)
def test_who_is_ordered(text: str, lead: list[str]) -> None:
    found = order(text)
    assert names(found) == lead
    assert found.origin == "body"
    assert found.id == "I/1"


@pytest.mark.parametrize(
    "text",
    [
        "Sở Nội vụ đã tham mưu ban hành Kế hoạch số 12.",
        "Trên đây là Kế hoạch thực hiện; đề nghị các sở, ngành triển khai thực hiện./.",
        "Giao thông nông thôn được đầu tư nâng cấp đồng bộ trên địa bàn.",
        "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Sở Nội vụ để tổng hợp.",
        "Chánh Văn phòng, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.",
        "(Phân công nhiệm vụ theo Phụ lục đính kèm)",
        "- Nguyên nhân: Cán bộ tham mưu chưa xác định rõ thời hạn.",
    ],
)
def test_what_orders_nothing(text: str) -> None:
    assert orders(printed("I", text, title="TỔ CHỨC THỰC HIỆN")) == ()


@pytest.mark.parametrize(
    "title", ["MỤC ĐÍCH, YÊU CẦU", "Mục tiêu", "Kết quả thực hiện", "Đánh giá chung", "Nguyên nhân"]
)
def test_purposes_goals_and_evaluations_give_none(title: str) -> None:
    assert orders(printed("I", "- Tổ chức thực hiện nghiêm túc các nhiệm vụ được giao.", title=title)) == ()


def test_items_of_a_section_of_tasks_are_orders_without_a_lead() -> None:
    found = orders(printed("II.b", "- Rà soát, hoàn thiện quy định.", "- Có ứng dụng mới.", title="Nhiệm vụ"))
    assert [(t.id, t.title, t.lead) for t in found] == [("II.b/1", "Rà soát, hoàn thiện quy định.", ())]


def test_partners_and_days_are_read() -> None:
    found = order("Sở Y tế chủ trì, phối hợp với Sở Tài chính xây dựng Đề án, hoàn thành trước ngày 30/6/2026.")
    assert (names(found), names(found, "coordinating")) == (["Sở Y tế"], ["Sở Tài chính"])
    assert found.deadline.end == dt.date(2026, 6, 30)
    assert set(found.where) == {"title", "lead", "coordinating", "deadline"}


def test_an_agencys_heading_orders_each_item_below() -> None:
    found = orders(
        printed("III", title="TỔ CHỨC THỰC HIỆN"),
        printed("III.1", "- Theo dõi việc thực hiện.", "- Tổng hợp, báo cáo kết quả.", title="Sở Nội vụ"),
        printed("III.2", title="Giao Văn phòng Ủy ban nhân dân tỉnh:"),
        printed("III.2.a", "Kiểm tra việc thực hiện Kế hoạch này."),
    )
    assert [(t.id, *names(t)) for t in found] == [
        ("III.1/1", "Sở Nội vụ"),
        ("III.1/2", "Sở Nội vụ"),
        ("III.2.a/1", "Văn phòng Ủy ban nhân dân tỉnh Lâm Đồng"),
    ]


def test_an_item_that_names_another_body_is_that_bodys() -> None:
    found = orders(
        printed("III.1", "- Theo dõi chung việc thực hiện.", "- Sở Y tế tổng hợp số liệu.", title="Sở Nội vụ")
    )
    assert [names(t) for t in found] == [["Sở Nội vụ"], ["Sở Y tế"]]


def test_a_lead_in_holds_for_the_items_and_sections_below_it() -> None:
    found = orders(
        printed("II.1", "Giao Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ:", title="Về cải cách thể chế"),
        printed("II.1.a", "Tổ chức rà soát toàn bộ hệ thống văn bản."),
        printed("II.2", "Giao Sở Nội vụ:", "- Tiếp tục đề xuất cải cách bộ máy.", title="Về cải cách bộ máy"),
    )
    assert [(t.id, names(t), names(t, "coordinating")) for t in found] == [
        ("II.1.a/1", ["Sở Tư pháp"], ["Sở Nội vụ"]),
        ("II.2/1", ["Sở Nội vụ"], []),
    ]


def test_one_paragraph_may_order_several() -> None:
    found = orders(printed("I", "Sở Y tế xây dựng kế hoạch; Sở Tài chính bố trí kinh phí.", title="Nhiệm vụ"))
    assert [(t.title, names(t)) for t in found] == [
        ("Sở Y tế xây dựng kế hoạch", ["Sở Y tế"]),
        ("Sở Tài chính bố trí kinh phí.", ["Sở Tài chính"]),
    ]


def test_items_may_say_who_when_and_what_of_the_order_above() -> None:
    (found,) = orders(
        printed("II", title="NHIỆM VỤ"),
        printed(
            "II.1",
            "Rà soát, sửa đổi quy định về phân cấp.",
            "- Cơ quan chủ trì: Sở Nội vụ.",
            "- Cơ quan phối hợp: Sở Tư pháp.",
            "- Thời gian hoàn thành: Tháng 6/2026.",
            "- Sản phẩm: Quyết định của Ủy ban nhân dân tỉnh.",
        ),
    )
    assert (names(found), names(found, "coordinating")) == (["Sở Nội vụ"], ["Sở Tư pháp"])
    assert found.deadline.end == dt.date(2026, 6, 30)
    assert found.result == "Quyết định của Ủy ban nhân dân tỉnh"


def test_label_lines_are_of_the_orders_since_the_last_ones() -> None:
    first, second, third = orders(
        printed("II", title="NHIỆM VỤ"),
        printed(
            "II.1",
            "- Rà soát quy định về phân cấp.",
            "Chủ trì: Sở Nội vụ.",
            "Thời gian: Tháng 6/2026.",
            "- Xây dựng phần mềm quản lý hồ sơ.",
            "- Tập huấn cho công chức cấp xã.",
            "Chủ trì: Sở Tư pháp.",
            "Thời gian: Tháng 9/2026.",
        ),
    )
    assert [names(one) for one in (first, second, third)] == [["Sở Nội vụ"], ["Sở Tư pháp"], ["Sở Tư pháp"]]
    assert [one.deadline.end for one in (first, second, third)] == [
        dt.date(2026, 6, 30),
        dt.date(2026, 9, 30),
        dt.date(2026, 9, 30),
    ]


def test_a_body_that_is_told_of_a_thing_as_the_rules_say_does_not_act() -> None:
    told = "định kỳ báo cáo kết quả thực hiện về Bộ Công an, UBND tỉnh theo quy định."
    found = order(f"Giao Công an tỉnh theo dõi, đôn đốc việc triển khai thực hiện; {told}")
    assert found.title.endswith(told)
    assert names(order("Căn cứ kế hoạch, UBND tỉnh theo thẩm quyền ban hành văn bản hướng dẫn.")) == [
        "Ủy ban nhân dân tỉnh Lâm Đồng"
    ]


def test_within_a_year_says_when_behind_a_plan_too() -> None:
    assert order("Sở Xây dựng hoàn thành dự án trong năm 2026.").deadline.end == dt.date(2026, 12, 31)
    assert order("Sở Xây dựng rà soát quy hoạch vùng đến năm 2030.").deadline.end is None


def test_office_holders_with_their_names_are_members_and_no_orders() -> None:
    members = ("- Thứ trưởng Bộ Quốc phòng Lê Huy B.", "- Phó Thống đốc Ngân hàng Nhà nước Việt Nam Đào Minh D.")
    assert not orders(printed("I", *members, title="Các thành viên Tổ Công tác:"))
    deed = "- Thứ trưởng Bộ Quốc phòng chỉ đạo việc kiểm tra."
    assert orders(printed("I", deed, title="Các thành viên Tổ Công tác:"))


def test_a_heading_of_papers_to_hand_in_lists_no_work() -> None:
    paper = "Báo cáo thành tích của tập thể, cá nhân có xác nhận của cơ quan chủ quản."
    assert not orders(printed("I", title="Hồ sơ đề nghị khen thưởng gồm:"), printed("I.1", paper))
    assert orders(printed("I", title="Nhiệm vụ gồm:"), printed("I.1", "Báo cáo kết quả với cơ quan chủ quản."))


def test_people_are_no_body_and_are_shown_to_a_person() -> None:
    found = order("Giao cán bộ, công chức được phân công theo dõi sổ văn bản.")
    assert [a.judgement for a in found.lead] == ["person"]
    assert [(r.field, r.code) for r in found.review] == [("lead", "agency-person")]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (
            "Các thành viên Tổ công tác kiểm tra, đánh giá chất lượng bệnh viện thực hiện kiểm tra theo phân công.",
            "Các thành viên Tổ công tác kiểm tra, đánh giá chất lượng bệnh viện",
        ),
        ("Đoàn kiểm tra: Các thành viên Đoàn thực hiện nhiệm vụ theo phân công.", "Đoàn kiểm tra"),
        ("Các đơn vị được kiểm tra có trách nhiệm chuẩn bị báo cáo theo đề cương.", "Các đơn vị được kiểm tra"),
        ("Ông. Đỗ Mạnh Cường - Phó Trưởng đoàn: Chủ trì kiểm tra hồ sơ.", "Ông. Đỗ Mạnh Cường - Phó Trưởng đoàn"),
        ("Từng khoa của bệnh viện báo cáo theo Phụ lục I kèm theo Kế hoạch này.", "Từng khoa của bệnh viện"),
        (
            "Trung tâm truyền thông giáo dục sức khỏe chủ trì, phối hợp với Sở Y tế tuyên truyền.",
            "Trung tâm truyền thông giáo dục sức khỏe",
        ),
    ],
)
def test_a_name_goes_on_over_the_verbs_in_it_and_ends_at_its_colon(text: str, lead: str) -> None:
    assert [a.text for a in order(text).lead] == [lead]


def test_what_must_be_in_force_by_a_day_is_ordered_what_this_document_says_of_itself_is_not() -> None:
    found = order("Sở Tư pháp trình ban hành văn bản, bảo đảm có hiệu lực trước ngày 01 tháng 3 năm 2027.")
    assert names(found) == ["Sở Tư pháp"]
    assert not orders(printed("I", "Quyết định này có hiệu lực kể từ ngày ký; Sở Tư pháp thực hiện.", title="Nhiệm vụ"))


def test_an_office_holder_answers_for_the_body() -> None:
    found = order("Thủ trưởng các cơ quan, đơn vị định kỳ hằng tuần tổ chức rà soát hồ sơ.")
    assert names(found) == ["Các cơ quan, đơn vị"]
    assert found.review == ()
    assert found.deadline.recurring == "weekly"


def test_a_recurrence_of_a_noun_is_no_deadline() -> None:
    found = order("- Bố trí kinh phí từ nguồn ngân sách nhà nước hằng năm cho đơn vị sự nghiệp công lập.")
    assert found.deadline.text is None


def test_titles_are_printed_words_and_boxes_are_theirs() -> None:
    text = "Lời dẫn chung. Sở Y tế xây dựng kế hoạch phòng bệnh."
    made = prose(printed("I", text, title="Nhiệm vụ"))
    (found,) = prose_to_orders(made, LINKER, time()).tasks
    start = text.index("Sở Y tế")
    assert found.title == text[start:]
    assert found.where["lead"] == made.boxes(0, "text", start, start + len("Sở Y tế"))


def test_label_sections_say_who_and_when_of_the_orders_beside_them() -> None:
    found = orders(
        printed("II", title="NHIỆM VỤ"),
        printed("II.1", title="Về dữ liệu"),
        printed("II.1.a", "Nhiệm vụ: Rà soát, hoàn thiện cơ sở dữ liệu của tỉnh."),
        printed("II.1.b", "- Đơn vị chủ trì: Sở Y tế.", "- Đơn vị phối hợp: Sở Tài chính.", title="Cơ quan thực hiện:"),
        printed("II.1.c", "Thời gian thực hiện: Trong tháng 8/2026."),
    )
    assert [(t.id, names(t), names(t, "coordinating")) for t in found] == [("II.1.a/1", ["Sở Y tế"], ["Sở Tài chính"])]
    assert found[0].deadline.end == dt.date(2026, 8, 31)


def test_a_heading_over_label_lines_is_the_order() -> None:
    found = orders(
        printed("II", title="NHIỆM VỤ"),
        printed("II.1", title="Xây dựng Đề án chuyển đổi số của tỉnh"),
        printed("II.1.a", "Đơn vị chủ trì: Sở Y tế."),
    )
    assert [(t.id, t.title, names(t)) for t in found] == [
        ("II.1/1", "Xây dựng Đề án chuyển đổi số của tỉnh", ["Sở Y tế"])
    ]


def test_a_passage_that_may_be_an_order_and_became_none_is_told() -> None:
    made = prose(printed("I", "Kinh phí do các sở, ngành bảo đảm, gửi về trước ngày 15/12/2026.", title="Kinh phí"))
    assert [v.kind for v in prose_to_orders(made, LINKER, time()).verdicts] == ["statement"]
    made = prose(printed("I", "Hội thảo khoa học về chuyển đổi số, xong trước ngày 15/12/2026.", title="Nhiệm vụ"))
    found = prose_to_orders(made, LINKER, time())
    assert (found.tasks, [v.kind for v in found.verdicts]) == ((), ["unread"])


def test_years_in_the_names_of_plans_are_no_deadlines() -> None:
    assert order("Sở Xây dựng rà soát Quy hoạch vùng đến năm 2030.").deadline.end is None
    assert order("Sở Xây dựng rà soát các dự án, hoàn thành đến năm 2030.").deadline.end == dt.date(2030, 12, 31)


@pytest.mark.parametrize("text", ["Hội đồng tuyển dụng.", "Ban kiểm tra", "Chính phủ số"])
def test_names_with_a_verb_in_them_are_no_orders(text: str) -> None:
    assert orders(printed("II", f"- {text}", title="Thành phần")) == ()


def test_a_list_of_examples_is_no_list_of_orders() -> None:
    items = ("- Nghiên cứu, triển khai các nền tảng số như:", "+ Nền tảng giám sát giao thông thông minh của tỉnh;")
    assert [t.title for t in orders(printed("II", *items, title="Nhiệm vụ"))] == [
        "Nghiên cứu, triển khai các nền tảng số như"
    ]
    items = ("- Nghiên cứu, triển khai các việc sau:", "+ Xây dựng nền tảng giám sát giao thông của tỉnh;")
    assert [t.title for t in orders(printed("II", *items, title="Nhiệm vụ"))] == [
        "Xây dựng nền tảng giám sát giao thông của tỉnh"
    ]


def test_a_lead_in_that_orders_lists_no_members() -> None:
    lead_in = "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở, ngành rà soát danh sách, thực hiện các nội dung sau:"
    found = orders(printed("II", lead_in, "- Kiểm tra việc thực hiện của các đơn vị.", title="Nhiệm vụ"))
    assert [(t.title, names(t)) for t in found] == [("Kiểm tra việc thực hiện của các đơn vị.", ["Các sở, ngành"])]
    assert (
        orders(printed("II", "Danh sách thành viên gồm:", "- Giám đốc Sở Y tế Nguyễn Văn A.", title="Nhiệm vụ")) == ()
    )


def test_what_a_heading_is_about_belongs_to_the_heading() -> None:
    items = ("- Nội dung: cổng cung cấp thông tin cho người dân.", "- Cơ quan thực hiện: Sở Y tế.")
    found = orders(printed("II", title="NHIỆM VỤ"), printed("II.1", *items, title="Xây dựng Cổng thông tin của tỉnh"))
    assert [(t.title, names(t)) for t in found] == [("Xây dựng Cổng thông tin của tỉnh", ["Sở Y tế"])]
