from __future__ import annotations

import json

import jsonschema
import pytest

from nghiquyet.normalize.model import Resolution
from nghiquyet.output import json_schema
from nghiquyet.output.files.resolution_json import resolution_to_json
from tests.output import build


def test_it_reads_back_as_what_it_was() -> None:
    resolution = build.resolution()
    assert Resolution.model_validate_json(resolution_to_json(resolution)) == resolution


def test_it_is_valid_by_an_independent_validator() -> None:
    record = json.loads(resolution_to_json(build.resolution()))
    jsonschema.Draft202012Validator(json_schema()).validate(record)


def test_keys_stand_in_the_contracts_order_and_none_is_left_out() -> None:
    record = json.loads(resolution_to_json(build.resolution()))
    order = "schema_version source document sections targets task_groups tasks tables agencies findings coverage"
    assert list(record) == order.split()
    task = (
        "id origin group number parent title result markers deadline lead advising coordinating monitoring extra "
        "targets where review"
    )
    assert list(record["tasks"][0]) == task.split()
    assert list(record["document"]["period"]) == ["from", "to", "vision"]
    assert record["document"]["issued_on"] is None


def test_letters_dates_and_layout() -> None:
    text = resolution_to_json(build.resolution())
    assert '"issuer": "Ban Thường vụ Đảng ủy"' in text
    assert '"issued_on": "2026-01-29"' in text
    assert text.startswith('{\n  "schema_version": "1.1",\n')
    assert text.endswith("}\n")


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_number_that_json_has_not_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match=r"value|JSON"):
        resolution_to_json(build.resolution(targets=(build.target(value=value),)))


def test_what_breaks_the_schema_is_not_written() -> None:
    broken = build.resolution().model_copy(update={"schema_version": "0.9"})
    with pytest.raises(ValueError, match="schema_version"):
        resolution_to_json(broken)
