"""What the documentation shows is what happens: its commands are run, its records are looked up, its links followed."""

from __future__ import annotations

import ast
import doctest
import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from nghiquyet.cli import main
from nghiquyet.normalize.corrections import apply_corrections, read_corrections
from nghiquyet.normalize.fields.agencies import AgencyLinker
from nghiquyet.normalize.fields.jurisdiction import Jurisdiction
from nghiquyet.output.changes.pins import Pin, PinnedPairs, load_pairs
from nghiquyet.resolution_file import read_result
from tests.sample import ROOT, SAMPLE, nghiquyet

# Most of these tests look at one run of the command, which one worker makes once.
pytestmark = pytest.mark.xdist_group("docs")

README = ROOT / "README.md"
DOUBTS = ROOT / "docs" / "doubts.md"
CORRECTIONS = ROOT / "docs" / "corrections.md"
COMPARING = ROOT / "docs" / "comparing.md"
ARCHITECTURE = ROOT / "docs" / "architecture.md"
# Folders at the top whose files pages name by their path.
FOLDERS = ("docs", "extract", "normalize", "nghiquyet", "output", "requirements", "samples", "tests", "tools")
PAGES = sorted({*ROOT.glob("*.md"), *(page for folder in FOLDERS for page in (ROOT / folder).rglob("*.md"))})
PATH = re.compile(rf"(?:{'|'.join(FOLDERS)})(?:/[\w.-]*)+")
# Programs that the pages' shell commands begin with, besides our own.
PROGRAMS = {"cd", "echo", "git", "ls", "pip", "sudo"}
# A constant in kebab case is the code of a doubt, save for these pieces of identifiers.
KEBAB = re.compile(r"[a-z]+(-[a-z]+)+")
# The one code without a hyphen, so that no constant tells it from a word.
PLAIN_CODES = {"corrected"}
NO_CODES = {"git-textconv", "thanh-pho", "thi-xa", "thanh-pho-huyen", "ho-chi-minh", "thua-thien-hue"}


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def commands(block: str) -> Iterator[tuple[str, str]]:
    """``$ command`` and what stands below it, up to the next command."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def shown_as(expected: str) -> re.Pattern[str]:
    """A line of only ``…`` stands for any lines; at the end of a line it stands for the line's rest."""
    lines = []
    for line in expected.rstrip("\n").splitlines():
        if line.strip() == "…":
            lines.append(r"(?:.*\n)*")
        elif line.endswith(" …"):
            lines.append(re.escape(line[:-1].rstrip()) + r".*\n")
        else:
            lines.append(re.escape(line) + r"\n")
    return re.compile("".join(lines))


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder like the repository's, with samples/ and the results under build/."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "samples").symlink_to(SAMPLE.parent)
    nghiquyet("extract", "samples/10-CTr-DU.pdf", "--out", "build", cwd=folder)
    return folder


@pytest.mark.parametrize("block", [block for page in PAGES for block in blocks(page, "console")])
def test_commands_say_what_is_shown(block: str, results: Path, tmp_path: Path) -> None:
    own = shutil.copytree(results, tmp_path / "own", symlinks=True)  # a block begins with the results and nothing else
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    for command, shown in commands(block):
        result = subprocess.run(
            command,
            shell=True,
            cwd=own,
            env=environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        assert shown_as(shown).fullmatch(result.stdout), f"$ {command}\n{result.stdout}"


@pytest.mark.parametrize("block", blocks(README, "json"))
def test_the_readmes_records_are_those_of_the_result(block: str, results: Path) -> None:
    shown = json.loads(block)
    result = json.loads((results / "build" / "10-CTr-DU" / "resolution.json").read_text(encoding="utf-8"))
    records = {record["id"]: record for kind in ("tasks", "targets") for record in result[kind]}
    assert {key: records[shown["id"]][key] for key in shown} == shown


@pytest.mark.parametrize("block", blocks(README, "yaml"))
def test_the_readmes_own_names_are_understood(block: str, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(block, encoding="utf-8")
    for entry in yaml.safe_load(block):
        for alias in entry["aliases"]:
            answer = nghiquyet("agencies", alias, "--place", "Hải Phòng", "--aliases", tmp_path / "own.yaml")
            assert answer.stdout.startswith(f"{alias} → {entry['name']} ["), answer.stdout + answer.stderr


def test_the_corrections_shown_are_applied(results: Path) -> None:
    (block,) = blocks(CORRECTIONS, "yaml")
    corrections = read_corrections(block.encode(), "corrections.yaml")
    before = read_result(results / "build" / "10-CTr-DU")
    linker = AgencyLinker(Jurisdiction(province="Hải Phòng"))
    after = apply_corrections(before, corrections, linker)
    changed = [task for task, old in zip(after.tasks, before.tasks, strict=True) if task != old]
    assert [(task.id, [r.code for r in task.review]) for task in changed] == [
        ("I.1", ["corrected"]),
        ("II.1", ["corrected"]),
    ]
    assert after.findings == before.findings


def test_the_pairs_shown_are_understood(tmp_path: Path) -> None:
    (block,) = blocks(COMPARING, "yaml")
    (tmp_path / "pairs.yaml").write_text(block, encoding="utf-8")
    assert load_pairs(tmp_path / "pairs.yaml") == PinnedPairs(
        (Pin(("I.2",), ("II.3",)), Pin(("I.4",), ("I.4", "I.5"))), (("I.7", "I.7"),)
    )


def test_the_readme_shows_something() -> None:
    assert all(blocks(README, language) for language in ("console", "json", "pycon", "yaml"))


def shell_commands(page: Path) -> Iterator[str]:
    """The commands that a page shows in its text (`` `make test` ``) or in a block, without their remarks."""
    text = page.read_text(encoding="utf-8")
    lines = [line for block in blocks(page, "sh") for line in block.splitlines()]
    lines += [command for block in blocks(page, "console") for command, _ in commands(block)]
    inline = re.findall(r"`((?:make|\.venv/bin/\w+|python -m|nghiquyet) [^`]+)`", text)
    for line in (*lines, *inline):
        yield line.partition("  #")[0].partition(" # ")[0].strip()


def words_of(command: str) -> list[str]:
    """The command's words, the program named as one has it on the path."""
    words = shlex.split(command.removeprefix(".venv/bin/"))
    return words[2:] if words[:2] == ["python", "-m"] else words


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_shown_is_known(page: Path) -> None:
    for command in shell_commands(page):
        program, *rest = words_of(command)
        if program == "make":
            made = subprocess.run(["make", "-n", *rest], cwd=ROOT, capture_output=True, text=True, check=False)
            assert made.returncode == 0, f"{command}: {made.stderr}"
        elif program == "nghiquyet":
            assert next(word for word in rest if not word.startswith("-")) in main.commands, command
        elif program == "pytest":
            assert rest, command
            assert all((ROOT / path).exists() for path in rest), command
        elif program.startswith("tests."):
            assert importlib.util.find_spec(program), command
        else:
            assert program in PROGRAMS, command


def test_commands_that_nobody_knows_are_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Say `make nothing` or\n\n```sh\n.venv/bin/python -m tests.none  # why\nfoo\n```\n")
    assert list(shell_commands(page)) == [".venv/bin/python -m tests.none", "foo", "make nothing"]
    for test in ("make nothing", "tests.none", "foo"):
        page.write_text(f"```sh\n{test}\n```\n")
        with pytest.raises((AssertionError, ModuleNotFoundError)):
            test_every_command_shown_is_known(page)


def paths_named(page: Path) -> Iterator[str]:
    """Paths from the repository's top that stand in a page's code spans; ``NAME`` stands for any name."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    words = [word for span in re.findall(r"`([^`\n]+)`", text) for word in span.split()]
    yield from (word for word in words if PATH.fullmatch(word) and "NAME" not in word)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_path_named_is_there(page: Path) -> None:
    assert [path for path in paths_named(page) if not (ROOT / path).exists()] == []


def test_a_path_that_is_gone_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "`extract/gone.py` `tests/NAME.yaml` `build/x` extract/plain `cat samples/README.md`\n```\n`docs/`\n```\n"
    )
    assert list(paths_named(page)) == ["extract/gone.py", "samples/README.md"]


@pytest.mark.parametrize("page", [README, ARCHITECTURE], ids=lambda page: page.stem)
def test_what_a_page_does_in_python_comes_out_as_shown(
    page: Path, results: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(results)
    shown = "\n".join(blocks(page, "pycon"))
    examples = doctest.DocTestParser().get_doctest(shown, {}, page.name, str(page), 0)
    assert examples.examples
    said: list[str] = []
    doctest.DocTestRunner(verbose=False).run(examples, out=said.append)
    assert not said, "".join(said)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        assert link.startswith("https://") or (page.parent / link).exists(), link


@pytest.mark.parametrize("room", ["extract", "normalize", "output", "nghiquyet"])
def test_the_readme_says_where_each_room_is(room: str) -> None:
    assert f"`{room}/`" in README.read_text(encoding="utf-8")


def code_constants() -> dict[str, str]:
    """Every doubt's code in the program, with a module that has it."""
    found: dict[str, str] = {}
    for room in ("extract", "normalize", "nghiquyet"):
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEBAB.fullmatch(node.value):
                    found[node.value] = str(path.relative_to(ROOT))
    return {code: module for code, module in found.items() if code not in NO_CODES}


def documented() -> set[str]:
    return set(re.findall(r"^\| `([a-z-]+)` \|", DOUBTS.read_text(encoding="utf-8"), re.MULTILINE))


def test_every_code_is_documented_and_no_other() -> None:
    used = code_constants()
    assert {code: place for code, place in used.items() if code not in documented()} == {}
    assert documented() - set(used) == PLAIN_CODES


def test_the_codes_of_a_result_are_documented(results: Path) -> None:
    result: dict[str, Any] = json.loads((results / "build/10-CTr-DU/resolution.json").read_text(encoding="utf-8"))
    entries = [*result["findings"], *(entry for task in result["tasks"] for entry in task["review"])]
    entries += [entry for target in result["targets"] for entry in target["review"]]
    assert {entry["code"] for entry in entries} <= documented()
