from __future__ import annotations

import re

import pytest

from nghiquyet.output.changes.model import Changeset
from nghiquyet.output.changes.rendering.markdown import escaped, view_to_markdown
from nghiquyet.output.changes.rendering.view import changes_to_view
from tests.output.changes.rendering.build import ALL, CURRENT, LATER, LOWER, PREVIOUS, changeset, hostile


def markdown(changes: Changeset) -> str:
    return view_to_markdown(changes, changes_to_view(changes, PREVIOUS, CURRENT))


def test_its_parts_stand_in_the_order_of_their_weight() -> None:
    assert re.findall(r"^## (.*)$", markdown(ALL), re.MULTILINE) == [
        "Thay đổi về nội dung",
        "Cần xem lại",
        "Chỉ khác cách viết",
    ]


def test_a_change_reads_as_it_stands() -> None:
    text = markdown(changeset(LOWER, LATER))
    assert "### Chỉ tiêu II.1.a – sửa đổi" in text
    assert "~~43,5~~ **40** – giá trị giảm từ 43,5 xuống 40" in text
    assert "bản cũ trang 8, bản mới trang 9" in text


def test_without_changes_it_says_so() -> None:
    text = markdown(changeset())
    assert "Không có thay đổi nào về nội dung." in text
    assert "Cần xem lại" not in text


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("a *b* _c_", r"a \*b\* \_c\_"),
        ("[x](http://y)", r"\[x\](http://y)"),
        ("<b>&", "&lt;b&gt;&amp;"),
        ("1. Một", r"1\. Một"),
        ("- Hai", r"\- Hai"),
        ("# Ba", r"\# Ba"),
        ("xe - tàu 1.5", "xe - tàu 1.5"),
        ("hai\n\n# dòng", "hai # dòng"),
        ("`c` | ~~d~~", r"\`c\` \| \~\~d\~\~"),
    ],
)
def test_words_are_never_markup_and_stay_readable(words: str, written: str) -> None:
    assert escaped(words) == written


def test_hostile_documents_make_no_tag_link_or_heading() -> None:
    changes, document = hostile()
    text = view_to_markdown(changes, changes_to_view(changes, document, document))
    assert re.search(r"<(?!/?details)", text) is None
    assert re.search(r"(?<!\\)\[[^]]*(?<!\\)\]\(", text) is None
    assert "\\*b\\*" in text
