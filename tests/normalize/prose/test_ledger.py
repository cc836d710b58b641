"""Every paragraph and number of the prose is taken for one thing, and what may be work or a measure is named."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nghiquyet.extract.outline.model import OutlineSection
from nghiquyet.normalize.fields.jurisdiction import Jurisdiction
from nghiquyet.normalize.prose.all_targets import prose_to_targets
from nghiquyet.normalize.prose.ledger import Ledger, ledger_to_findings, prose_to_ledger
from nghiquyet.normalize.prose.orders import prose_to_orders
from nghiquyet.normalize.prose.published_sections import outline_to_prose
from nghiquyet.normalize.prose.targets import TargetContext
from tests.normalize.printed_prose import Printed, linker, passage, printed, time

CONTEXT = TargetContext(Jurisdiction(), None, dt.date(2026, 3, 1))
LINKER = linker()


def ledger_of(*sections: OutlineSection) -> tuple[Ledger, list[tuple[str, str]]]:
    """The ledger of the sections, and the codes and messages of its findings."""
    prose = outline_to_prose(Printed(sections))
    untabled = outline_to_prose(Printed(sections), range(9), headings=False)
    promised = prose_to_targets(untabled, CONTEXT)
    orders = prose_to_orders(prose, LINKER, time())
    ledger = prose_to_ledger(prose, orders.verdicts, untabled, promised.readings, promised.numbers)
    found = ledger_to_findings(ledger, prose, untabled)
    return ledger, [(f.code, f.message) for f in found]


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("NHIỆM VỤ", "- Rà soát quy định về đất đai.", "order"),
        ("NHIỆM VỤ", "Các đơn vị tập trung thực hiện các nhiệm vụ sau:", "lead_in"),
        ("MỤC ĐÍCH, YÊU CẦU", "- Nâng cao nhận thức của cán bộ.", "purpose"),
        ("KẾT QUẢ ĐẠT ĐƯỢC", "Công tác chuyển đổi số được quan tâm.", "situation"),
        ("MỤC TIÊU", "Phấn đấu 100% xã có trạm y tế.", "target"),
        ("NHIỆM VỤ", "Trên đây là Kế hoạch của tỉnh.", "closing"),
        ("HIỆU LỰC", "Quyết định này có hiệu lực kể từ ngày ký.", "closing"),
        ("HIỆU LỰC", "Bãi bỏ toàn bộ Quyết định số 12/2020/QĐ-UBND.", "enactment"),
        ("NHIỆM VỤ", "Sở Y tế đã hoàn thành kế hoạch năm 2025.", "situation"),
        ("ĐỐI TƯỢNG", "Người dân trên địa bàn tỉnh.", "statement"),
    ],
)
def test_what_a_paragraph_is_taken_for(title: str, text: str, kind: str) -> None:
    lines = (text, "- Sở Y tế rà soát.") if kind == "lead_in" else (text,)
    ledger, _ = ledger_of(printed("I", *lines, title=title))
    assert [v.kind for v in ledger.passages][:2] == ["heading", kind]


def test_a_number_of_an_order_is_the_orders_and_one_of_nothing_is_named() -> None:
    ledger, found = ledger_of(
        printed("I", "- Xây dựng 12 km đường giao thông nông thôn.", title="NHIỆM VỤ"),
        printed("II", "Diện tích rừng của vùng là 1.200 ha.", title="GIỚI THIỆU"),
    )
    assert [n.place.verdict for n in ledger.numbers] == ["order", "unread"]
    assert [code for code, _ in found] == ["number-unread"]
    assert "Diện tích rừng của vùng là 1.200 ha" in found[0][1]


def test_a_passage_near_the_line_is_quoted() -> None:
    _, found = ledger_of(
        printed("I", "Hội thảo khoa học về chuyển đổi số, xong trước ngày 15/12/2026.", title="Nhiệm vụ")
    )
    assert [code for code, _ in found] == ["order-unread"]
    assert "Hội thảo khoa học về chuyển đổi số" in found[0][1]


def test_rows_of_a_table_do_not_move_what_stands_behind_them() -> None:
    row = passage("1\tRà soát\t45%", table=0)
    ledger, _ = ledger_of(printed("I", row, "Phấn đấu 100% xã có trạm y tế.", title="MỤC TIÊU"))
    assert [v.kind for v in ledger.passages] == ["heading", "target"]
    assert [n.place.verdict for n in ledger.numbers] == ["target"]


PIECES = ("Sở Y tế", "rà soát", "100%", "đã", "phấn đấu", "trước ngày 15/12/2026", "gồm:", "- ", "kế hoạch", ".", ";")
LINE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINE, min_size=1, max_size=6), st.sampled_from(["NHIỆM VỤ", "MỤC TIÊU", "MỤC ĐÍCH", "KINH PHÍ"]))
def test_each_paragraph_has_one_verdict(lines: list[str], title: str) -> None:
    ledger, _ = ledger_of(printed("I", *lines, title=title))
    texts = [v for v in ledger.passages if v.part == "text"]
    assert len(texts) == len(lines)
    assert len({v.start for v in texts}) == len(lines)
    assert sum(ledger.coverage().paragraphs.values()) == len(ledger.passages)
    assert sum(ledger.coverage().numbers.values()) == len(ledger.numbers)
