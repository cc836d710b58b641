"""Documents read by hand, field by field: the sample's reading is kept here, the others lie beside the project."""

import json
from pathlib import Path

import pytest

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.output import json_schema
from tests.read_once import data_of, each_document
from tests.sample import ROOT, SAMPLE
from tests.scoring import PARTS, Verdict, figures, report, score
from tests.shared_inputs import SHARED, SHARED_PRINTS, beside, gold_path

SAMPLE_GOLD = Path(__file__).parent / "golds" / "10-CTr-DU.json"
LAM_DONG = SHARED / "inputs" / "real" / "lamdong-5y.pdf"
GIA_LAI = SHARED / "inputs" / "real" / "115-KH-SNNMT.pdf"
OVER_FLAGGED = 0.05


def verdicts_of(path: Path, gold: Path, parts: tuple[str, ...]) -> list[Verdict]:
    return score(json.loads(gold.read_text(encoding="utf-8")), data_of(path), parts)


@pytest.mark.xdist_group(SAMPLE.stem)
def test_every_field_of_the_sample_is_right() -> None:
    verdicts = verdicts_of(SAMPLE, SAMPLE_GOLD, PARTS)
    found = figures(verdicts)
    assert found.right_share == 1, report(verdicts)
    assert found.over_flagged_share <= OVER_FLAGGED, report(verdicts)


@pytest.mark.xdist_group(LAM_DONG.stem)
def test_tasks_of_a_real_plan_with_merged_cells() -> None:
    verdicts = verdicts_of(beside(LAM_DONG), gold_path("lamdong-5y"), ("tasks", "groups"))
    found = figures(verdicts)
    assert found.right_share >= 0.98, report(verdicts)
    assert found.silent == 0, report(verdicts)
    assert found.over_flagged_share <= OVER_FLAGGED, report(verdicts)


@pytest.mark.parametrize("path", each_document([LAM_DONG, GIA_LAI]))
def test_prose_and_head_of_real_plans(path: Path) -> None:
    verdicts = verdicts_of(beside(path), gold_path(path.stem), PARTS)
    found = figures(verdicts)
    assert found.right_share >= 0.97, report(verdicts)
    assert found.silent == 0, report(verdicts)
    assert found.over_flagged_share <= OVER_FLAGGED, report(verdicts)
    assert not [v for v in verdicts if v.field == "target.extra_record"], report(verdicts)


@pytest.mark.parametrize("path", each_document(SHARED_PRINTS))
def test_every_printed_input_gives_a_valid_resolution_or_a_clear_refusal(path: Path) -> None:
    import jsonschema_rs

    try:
        reading = data_of(path)
    except UnreadableInput as error:
        refusal = str(error)
    else:
        jsonschema_rs.validator_for(json_schema()).validate(reading)
        return
    assert path.name in refusal
    assert "hãy" in refusal


def test_the_kept_gold_is_the_sample_s() -> None:
    assert SAMPLE.is_relative_to(ROOT)
    assert json.loads(SAMPLE_GOLD.read_text(encoding="utf-8"))["document"]["number"] == "10-CTr/ĐU"
