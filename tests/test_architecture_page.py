"""docs/architecture.md and the house: every folder is drawn and described, every function named is where it is said."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from tests.test_docs import ARCHITECTURE, ROOT, blocks

TEXT = ARCHITECTURE.read_text(encoding="utf-8")
ROOMS = ("extract", "normalize", "output")
FOLDERS = {
    f"{room}/{entry.name}/"
    for room in ROOMS
    for entry in (ROOT / room).iterdir()
    if entry.is_dir() and entry.name != "__pycache__"
}
# What only the files of others hold is no step of the flow.
NOT_DRAWN = {"output/templates/"}
CONTRACTS = [
    contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
]


def drawn(picture: str) -> set[str]:
    """The folders of a picture: each box ``name["folder/<br>…"]`` inside its room's ``subgraph``."""
    found: set[str] = set()
    for room, inside in re.findall(r"subgraph (\w+)\[(.*?)^    end$", picture, re.DOTALL | re.MULTILINE):
        found |= {f"{room}/{name}/" for name in re.findall(r'\["(\w+)/<br>', inside)}
    return found


def test_the_picture_has_every_folder_and_no_other() -> None:
    (picture,) = blocks(ARCHITECTURE, "mermaid")
    assert drawn(picture) == FOLDERS - NOT_DRAWN


def test_a_folder_that_is_not_drawn_is_missed() -> None:
    picture = 'flowchart LR\n    subgraph extract["extract/"]\n        ntables["tables/<br>rows"]\n    end\n'
    assert drawn(picture) == {"extract/tables/"}


def test_every_arrow_joins_boxes_that_are_drawn() -> None:
    (picture,) = blocks(ARCHITECTURE, "mermaid")
    boxes = set(re.findall(r"(\w+)[\[(]", picture)) | {"file", "folder"}
    bare = re.sub(r"\[.*?\]|\(.*?\)", "", picture)
    for line in bare.splitlines():
        if "-->" in line or ".->" in line:
            ends = re.split(r"-->|-- \w+ -->|-\. ?\w* ?\.->|-\.->|&", line)
            assert {end.strip() for end in ends} <= boxes, line


def test_every_folder_is_described_and_no_other() -> None:
    described = set(re.findall(r"^\| `([\w/]+/)` \|", TEXT, re.MULTILINE))
    assert described == FOLDERS | {"nghiquyet/"}


def test_the_contracts_are_those_that_are_checked() -> None:
    listed = re.findall(r"^- (.+)$", TEXT, re.MULTILINE)
    assert sorted(listed) == sorted(CONTRACTS)


@pytest.mark.parametrize(("name", "path"), re.findall(r"\[`(\w+)`\]\(\.\./([\w/]+\.py)\)", TEXT))
def test_a_function_is_defined_where_the_page_leads(name: str, path: str) -> None:
    assert name in defined_in(ROOT / path)


def defined_in(path: Path) -> set[str]:
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return {node.name for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
