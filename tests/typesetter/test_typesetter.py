import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
import yaml

from tests.typesetter import flat_odt, gold, load_content, print_pdf
from tests.typesetter.content import ROLES, Content
from tests.typesetter.gold import deadline_meaning

LAYOUTS = Path(__file__).parent.parent / "layouts"
CONTENTS = [p for p in sorted(LAYOUTS.rglob("*.yaml")) if p.stem != "deadlines"]
PAGE_END, PAGE_START = 130, 190  # points from a page's end or start in which the parts of a cut row stand


def content(folder: Path, rows: str, **fields: Any) -> Content:
    """A content file of one table: number, title, lead, coordinating, deadline."""
    columns = [["number", 1, "STT"], ["title", 5, "Nhiệm vụ"], ["lead", 2, "Chủ trì"], ["coordinating", 2, "Phối hợp"]]
    table = {"columns": [*columns, ["deadline", 2, "Thời hạn"]], "rows": rows}
    raw: dict[str, Any] = {
        "document": {"number": "1/KH-UBND"},
        "letterhead": {"left": ["SỞ Y TẾ"], "number_line": "", "dateline": "", "kind_line": "", "title_lines": []},
        "parts": [{"table": table}],
        "agencies": {"UBND tỉnh": "Ủy ban nhân dân tỉnh Hà Nam"},
    }
    (folder / "deadlines.yaml").write_text("Năm 2026: year 2026-12-31\n", encoding="utf-8")
    path = folder / "content.yaml"
    path.write_text(yaml.safe_dump(raw | fields, allow_unicode=True), encoding="utf-8")
    return load_content(path)


def ids(folder: Path, *rows: str) -> list[str]:
    return [task["id"] for task in gold(content(folder, "\n".join(rows)))["tasks"]]


def test_ids_join_groups_and_numbers(tmp_path: Path) -> None:
    assert ids(tmp_path, "# I. | Nhóm", "1 | Việc | | |", "> 1.1 | Phần | | |", "> a) | Ý | | |") == [
        "I.1",
        "I.1.1",
        "I.1.a",
    ]


def test_a_label_that_contains_its_parents_replaces_it(tmp_path: Path) -> None:
    rows = ("# A | Nhóm", "## I | Nhóm", "### 1 | Nhóm", "#### 1.1 | Nhóm", "a) | Việc | | |")
    assert ids(tmp_path, *rows) == ["A.I.1.1.a"]


def test_a_number_that_contains_its_groups_stands_alone(tmp_path: Path) -> None:
    assert ids(tmp_path, "# 1 | Nhóm", "1.1 | Việc | | |") == ["1.1"]


def test_rows_under_one_number_are_told_apart_and_keep_what_is_merged(tmp_path: Path) -> None:
    found = gold(content(tmp_path, "09. | Việc | Sở Y tế | | Năm 2026\n^ | ^ | ^ | UBND tỉnh | ^"))["tasks"]
    assert [(t["id"], t["number"], t["title"]) for t in found] == [("09/1", "09", "Việc"), ("09/2", "09", "Việc")]
    assert [a["name"] for a in found[1]["lead"]] == ["Sở Y tế"]
    assert found[1]["deadline"]["end"] == "2026-12-31"


def test_a_row_without_number_is_a_sub_task_counted_under_its_parent(tmp_path: Path) -> None:
    found = gold(content(tmp_path, "1 | Việc | | |\n> | - Phần | | |\n> | - Khác | | |"))["tasks"]
    assert [(t["id"], t["number"], t["parent"]) for t in found[1:]] == [("1/1", None, "1"), ("1/2", None, "1")]


def test_a_cell_merged_across_counts_for_both_columns(tmp_path: Path) -> None:
    (task,) = gold(content(tmp_path, "1 | Việc | UBND tỉnh | < |"))["tasks"]
    assert task["lead"] == task["coordinating"] != []


def test_scope_stands_beside_the_mention_before_it(tmp_path: Path) -> None:
    (task,) = gold(content(tmp_path, "1 | Việc | {Sở Y tế} (~đối với bệnh viện~), {UBND tỉnh} | |"))["tasks"]
    assert [(a["text"], a["scope"]) for a in task["lead"]] == [("Sở Y tế", "đối với bệnh viện"), ("UBND tỉnh", None)]


def test_an_abbreviation_without_its_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="UBND huyện"):
        gold(content(tmp_path, "1 | Việc | UBND huyện | |"))


def test_a_deadline_without_its_meaning_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="Năm 2031"):
        gold(content(tmp_path, "1 | Việc | | | Năm 2031"))


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("day 2026-06-30", {"end": "2026-06-30", "precision": "day", "start": None}),
        ("range 2026-01-01..2030-12-31 open", {"start": "2026-01-01", "end": "2030-12-31", "open_ended": True}),
        ("none yearly", {"precision": "none", "recurring": "yearly", "end": None}),
    ],
)
def test_meanings_of_deadlines(text: str, stated: dict[str, Any]) -> None:
    assert deadline_meaning(text).items() >= stated.items()


def test_after_a_tilde_only_what_is_said_counts() -> None:
    assert deadline_meaning("~ yearly") == {"recurring": "yearly"}


@pytest.mark.parametrize("path", CONTENTS, ids=lambda p: p.stem)
def test_the_kept_gold_is_what_its_content_says(path: Path) -> None:
    kept = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    made = json.loads(json.dumps(gold(load_content(path)), default=str))
    assert kept == made, "print it again: python -m tests.typesetter " + path.stem


@pytest.mark.parametrize("path", CONTENTS, ids=lambda p: p.stem)
def test_a_content_is_of_one_piece(path: Path) -> None:
    """A comma that YAML takes for its own would cut a name or a title."""
    content = load_content(path)
    assert " ".join(line for line in content.letterhead["title_lines"] if line.strip("-")) == content.document["title"]
    names = [
        name for said in gold(content)["tasks"] for role in ROLES for a in said[role] for name in listed(a["name"])
    ]
    assert not [name for name in names if name and not (name[0].isupper() or name.startswith("các "))]


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def words(page: Any) -> Iterator[tuple[str, float, float]]:
    for word in page.extract_words():
        yield word["text"], round(word["top"]), word["x0"]


def stands(text: str, page: Any, top: float, bottom: float) -> bool:
    """Whether the words of ``text`` stand one after another, in one column, between two heights of a page."""
    wanted = text.split()
    near = [(w, x) for w, y, x in sorted(words(page), key=lambda w: (w[1], w[2])) if top <= y <= bottom]
    for start, (first, left) in enumerate(near):
        if first != wanted[0]:
            continue
        rest = [w for w, x in near[start:] if abs(x - left) < PAGE_END]
        if all(w in rest for w in wanted):
            return True
    return False


PROMISES = [(p, line) for p in CONTENTS for line in load_content(p).promises]


@pytest.mark.parametrize(("path", "promise"), PROMISES, ids=lambda v: v.stem if isinstance(v, Path) else str(v))
def test_a_row_is_cut_where_the_shape_promises(path: Path, promise: str) -> None:
    """``Trước ngày | 05/9/2022``: what is before the bar ends a page, what is after it begins the next."""
    above, below = (part.strip() for part in promise.split("|"))
    with pdfplumber.open(path.with_suffix(".pdf")) as pdf:
        pairs = zip(pdf.pages, pdf.pages[1:], strict=False)
        assert any(
            stands(above, a, a.height - PAGE_END - 60, a.height) and stands(below, b, 0, PAGE_START) for a, b in pairs
        )


@pytest.mark.slow
@pytest.mark.parametrize("path", CONTENTS, ids=lambda p: p.stem)
def test_printed_again_the_pages_say_the_same(path: Path, tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is missing: apt-get install libreoffice-writer fonts-liberation2 fonts-croscore")
    printed = tmp_path / "printed.pdf"
    print_pdf(load_content(path), printed)
    with pdfplumber.open(path.with_suffix(".pdf")) as kept, pdfplumber.open(printed) as again:
        for a, b in zip(kept.pages, again.pages, strict=True):
            assert a.extract_text() == b.extract_text()


def test_the_flat_text_is_the_same_each_time() -> None:
    path = CONTENTS[0]
    assert flat_odt(load_content(path)) == flat_odt(load_content(path))
