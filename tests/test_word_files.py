"""Word files whole: against hand readings, against the PDF of the same document, and layouts printed as .docx.

The real files lie beside the project; tests of them skip where they are not there.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from nghiquyet.output import json_schema, write_resolution
from nghiquyet.pipeline import extract_resolution
from tests.extract.readers.word.builders import levels, listed, lvl, p, tbl, tc, tr, word_file
from tests.layouts.readings import OPEN, gold_of
from tests.read_once import data_of
from tests.scoring import PARTS, figures, report, score
from tests.shared_inputs import SHARED, beside, gold_path
from tests.typesetter.content import load_content
from tests.typesetter.flat_odt import flat_odt

REAL = SHARED / "inputs" / "real"
LAM_DONG = REAL / "lamdong-5y.docx"
BOTH_FORMS = ("lamdong-5y", "lamdong-5y-draft")
LAYOUTS = Path(__file__).parent / "layouts"
PRINTED_PARTS = ("document", "groups", "tasks")
# Everything that is read; places and the file's own facts differ by their nature.
READ = ("document", "targets", "task_groups", "tasks", "agencies")


def boxes(reading: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for section in reading["sections"]:
        yield from section["where"]
    for record in (*reading["targets"], *reading["tasks"]):
        for own in record["where"].values():
            yield from own


def small_plan() -> bytes:
    """A plan with an automatic list, a table whose numbers are a list, and a change nobody accepted."""
    head = tr("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành")
    rows = [
        tr(tc(listed("", 1)), "Xây dựng đề án số hóa", "Sở Nội vụ", tc("Sở Tài chính", "Sở Y tế"), "Quý II/2026"),
        tr(tc(listed("", 1)), "Rà soát thủ tục", "Sở Tư pháp", "Các sở, ban, ngành", "Hằng năm"),
    ]
    centred = '<w:jc w:val="center"/>'
    letterhead = tbl(
        tr(
            tc(p("ỦY BAN NHÂN DÂN", look=centred), p("TỈNH LÂM ĐỒNG", look=centred), p("Số: 15/KH-UBND", look=centred)),
            tc(
                p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", look=centred),
                p("Độc lập - Tự do - Hạnh phúc", look=centred),
                p("Lâm Đồng, ngày 05 tháng 3 năm 2026", look=centred),
            ),
        ),
        widths=[3700, 5400],
        borders="",
    )
    return word_file(
        letterhead,
        p("KẾ HOẠCH", look=centred),
        p("Cải cách hành chính năm 2026", look=centred),
        listed("MỤC TIÊU"),
        p("Đến năm 2026, ", '<w:ins w:id="1"><w:r><w:t>95% </w:t></w:r></w:ins>', "hồ sơ được giải quyết đúng hạn."),
        listed("NHIỆM VỤ"),
        tbl(head, *rows, widths=[700, 3500, 2000, 2000, 1500]),
        parts={"numbering": levels(lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%2"))},
    )


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    path = tmp_path_factory.mktemp("word") / "ke-hoach.docx"
    path.write_bytes(small_plan())
    return data_of(path)


def test_a_small_plan_is_read_whole(plan: dict[str, Any]) -> None:
    document = plan["document"]
    assert (document["number"], document["kind"], document["issued_on"]) == ("15/KH-UBND", "Kế hoạch", "2026-03-05")
    assert [s["label"] for s in plan["sections"] if s["label"]] == ["I", "II"]
    assert [(t["number"], t["title"]) for t in plan["tasks"]] == [
        ("1", "Xây dựng đề án số hóa"),
        ("2", "Rà soát thủ tục"),
    ]
    assert [a["name"] for a in plan["tasks"][0]["coordinating"]] == ["Sở Tài chính", "Sở Y tế"]
    assert [t["value"] for t in plan["targets"]] == [95.0]
    assert "tracked-changes-accepted" in [f["code"] for f in plan["findings"]]


def test_places_are_addresses_without_pages_and_boxes(plan: dict[str, Any]) -> None:
    assert plan["source"]["medium"] == "docx"
    assert plan["tasks"][0]["where"]["lead"] == [{"page": None, "bbox": None, "address": "table 2, row 2, cell 3"}]
    assert plan["targets"][0]["where"]["statement"] == [{"page": None, "bbox": None, "address": "paragraph 4"}]
    found = list(boxes(plan))
    assert found
    assert all(box["page"] is None and box["bbox"] is None and box["address"] for box in found)
    assert not any(finding["pages"] for finding in plan["findings"])
    jsonschema_rs.validator_for(json_schema()).validate(plan)


def test_the_report_names_addresses_in_vietnamese(tmp_path: Path) -> None:
    source = tmp_path / "ke-hoach.docx"
    source.write_bytes(small_plan())
    write_resolution(extract_resolution(source), tmp_path / "out")
    told = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "bảng 2, dòng 2, ô 2" in told
    assert "table 2" not in told


def test_every_field_of_a_real_plan_is_right() -> None:
    verdicts = score(json.loads(beside(gold_path("lamdong-5y")).read_text("utf-8")), data_of(LAM_DONG), PARTS)
    found = figures(verdicts)
    assert found.right_share >= 0.995, report(verdicts)
    assert found.silent == 0, report(verdicts)


@pytest.mark.parametrize("stem", BOTH_FORMS)
def test_a_word_file_and_its_print_give_the_same_records(stem: str) -> None:
    word, print_ = (data_of(beside(REAL / f"{stem}{suffix}")) for suffix in (".docx", ".pdf"))
    for part in READ:
        assert without_places(word[part]) == without_places(print_[part]), part
    sections = [{k: v for k, v in s.items() if k != "where"} for s in word["sections"]]
    printed = [{k: v for k, v in s.items() if k != "where"} for s in print_["sections"]]
    # The letterhead's columns are read one after the other where the print joins their rows: the same words.
    assert sorted(sections[0].pop("text").split()) == sorted(printed[0].pop("text").split())
    assert sections == printed


def without_places(part: Any) -> Any:
    if isinstance(part, list):
        return [{k: v for k, v in record.items() if k != "where"} for record in part]
    return part


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_layouts_as_word_files_are_read_as_well_as_printed(tmp_path: Path) -> None:
    sources = []
    for name in OPEN:
        source = tmp_path / f"{name}.fodt"
        source.write_text(flat_odt(load_content(LAYOUTS / f"{name}.yaml")), encoding="utf-8")
        sources.append(str(source))
    office = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
              "docx:MS Word 2007 XML", "--outdir", str(tmp_path), *sources]  # fmt: skip
    subprocess.run(office, capture_output=True, timeout=300, check=True)
    verdicts = [
        verdict for name in OPEN for verdict in score(gold_of(name), data_of(tmp_path / f"{name}.docx"), PRINTED_PARTS)
    ]
    found = figures(verdicts)
    assert found.right_share >= 0.99, report(verdicts)
    assert found.silent == 0, report(verdicts)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_an_older_word_file_is_read() -> None:
    reading = data_of(beside(REAL / "phu-luc-so-lieu-2021-2025.doc"))
    assert reading["source"]["medium"] == "docx"
    assert [s["label"] for s in reading["sections"] if s["label"].startswith("Phụ lục")] == [
        f"Phụ lục {i}" for i in range(1, 8)
    ]
