from __future__ import annotations

import re
from html.parser import HTMLParser

from nghiquyet.normalize.model import TaskGroup
from nghiquyet.output.report.report_html import resolution_to_report, task_blocks
from tests.output import build

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """Collects the text, the attributes that could fetch something, and tags that are not closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.fetched, self.open, self.ids = "", [], list[str](), set[str]()
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name in ("src", "href", "data", "action") and not (value or "").startswith("#"):
                self.fetched.append((tag, value))
            if name == "href" and value:
                self.links.append(value.lstrip("#"))
            if name == "id" and value:
                self.ids.add(value)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, self.getpos()

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_is_well_formed_and_fetches_nothing() -> None:
    page = Page(resolution_to_report(build.resolution(findings=(build.finding(subject="/tasks/0/lead"),))))
    assert page.open == []
    assert page.fetched == []
    assert page.links
    assert set(page.links) <= page.ids


def test_findings_stand_before_tasks_and_tasks_before_targets() -> None:
    html = resolution_to_report(build.resolution(findings=(build.finding("error", "/tasks/0/lead"),)))
    assert html.index("Thiếu một dòng") < html.index("Lập quy hoạch") < html.index("giảm ít nhất 43,5%")


def test_a_doubtful_field_is_marked_and_its_message_stands_below() -> None:
    html = resolution_to_report(build.resolution())
    assert len(re.findall(r'<td class="[^"]*flagged', html)) == 1
    assert html.count("Tên này có thể là hai cơ quan") == 2  # in the list at the top and below the row


def test_a_document_without_doubts_says_so_and_marks_nothing() -> None:
    html = resolution_to_report(build.resolution(tasks=(build.task(),)))
    assert "Không có chỗ nào cần xem lại." in html
    assert not re.search(r'<td class="[^"]*flagged', html)


def test_words_of_the_document_are_never_markup() -> None:
    nasty = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&"
    one = build.task(title=nasty, extra={nasty: nasty}, markers={nasty: True}, lead=(build.assignment(nasty),))
    target = build.target(statement=nasty, unit=nasty)
    resolution = build.resolution(
        document=build.front_matter(title=nasty, recipients=(nasty,)), tasks=(one,), targets=(target,)
    )
    page = Page(resolution_to_report(resolution))
    assert page.fetched == []
    assert nasty in page.text


def test_an_empty_document_gives_a_page() -> None:
    page = Page(
        resolution_to_report(build.resolution(tasks=(), targets=(), task_groups=(), document=build.FrontMatter()))
    )
    assert "Không tìm thấy nhiệm vụ nào" in page.text
    assert "Không tìm thấy chỉ tiêu nào" in page.text


def test_every_task_stands_in_one_block() -> None:
    groups = (TaskGroup(id="I", title="Một"), TaskGroup(id="1", title="Trong một", parent="I"))
    tasks = (
        build.task("0", group=None),
        build.task("I.1"),
        build.task("1.1", group="1"),
        build.task("III.2/1", group=None, origin="body"),
        build.task("X.1", group="X"),
    )
    blocks = list(task_blocks(build.resolution(task_groups=groups, tasks=tasks)))
    assert [(block.title, block.level, [index for index, _ in block.tasks]) for block in blocks] == [
        ("", 1, [0, 4]),
        ("I. Một", 1, [1]),
        ("1. Trong một", 2, [2]),
        ("Nhiệm vụ giao trong phần lời văn", 1, [3]),
    ]


def test_groups_that_contain_each_other_do_not_hang() -> None:
    groups = (TaskGroup(id="I", title="Một", parent="II"), TaskGroup(id="II", title="Hai", parent="I"))
    assert len(list(task_blocks(build.resolution(task_groups=groups)))) == 2
