from __future__ import annotations

import csv
import hashlib
import io
import re

import pytest

from nghiquyet.output.files.data_package import data_package, package_name
from nghiquyet.output.files.folder import resolution_to_files
from tests.output import build


def test_it_describes_the_files_that_lie_beside_it() -> None:
    resolution = build.resolution()
    files = resolution_to_files(resolution)
    package = data_package(resolution, files)
    for resource in package["resources"]:
        content = files[resource["path"]]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        header = next(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        assert [field["name"] for field in resource["schema"]["fields"]] == header


@pytest.mark.parametrize(
    ("file", "name"),
    [("10-CTr-ĐU.pdf", "10-ctr-du"), ("Kế hoạch số 5 (bản ký).pdf", "ke-hoach-so-5-ban-ky"), ("…", "data")],
)
def test_names_are_what_the_standard_allows(file: str, name: str) -> None:
    assert package_name(file) == name
    assert re.fullmatch(r"[a-z0-9._-]+", name)
