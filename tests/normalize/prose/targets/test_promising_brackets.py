"""What stands in brackets and promises something of its own, each with its twin."""

from __future__ import annotations

import pytest

from nghiquyet.normalize.prose.targets.masking import masked
from nghiquyet.normalize.prose.targets.promising_brackets import promising_brackets
from nghiquyet.normalize.prose.targets.target_clauses import text_to_clauses


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("Đẩy nhanh thi công (phấn đấu sản lượng mỗi tháng đạt tối thiểu 20%).", 1),
        ("Cắt bỏ đầu tư dàn trải (kế hoạch trung hạn bảo đảm không quá 3.000 dự án).", 1),
        ("Đã giải ngân vốn đầu tư (bảo đảm tỷ lệ giải ngân đạt 95% kế hoạch).", 0),
        ("Tăng trưởng vượt mục tiêu được giao (10%).", 0),
        ("Rà soát các dự án (chiếm 12% tổng số dự án của tỉnh).", 0),
    ],
)
def test_brackets_that_promise(text: str, promised: int) -> None:
    small = masked(text)
    (clause,) = text_to_clauses(text, small)
    assert len(promising_brackets(clause, small)) == promised
