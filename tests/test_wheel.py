"""The package as others install it: what the wheel holds, and that it reads every kind of file far from the repository.

The builds run on a copy of the repository without links, as a ZIP of it may be: what is built does not need them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest

from tests.extract.ocr.engine.pictures import needs_language_data
from tests.extract.readers.word.builders import p, tbl, tr, word_file
from tests.sample import ROOT, SAMPLE

LINKS = ("extract", "normalize", "output")
NO_SOURCES = shutil.ignore_patterns(".*", "__pycache__", "build", "*.egg-info")
# Every kind of data file there is: a new one is looked for in the wheel by itself, a lost kind is told here.
DATA_KINDS = {".css", ".csv", ".j2", ".tsv", ".typed", ".yaml"}
# The page with the first rows of the sample's table.
TABLE_PAGE = 7


def files_of(folder: Path) -> set[str]:
    """The files below ``folder``, each with the time when it last changed."""
    return {f"{path.relative_to(folder)} {path.stat().st_mtime_ns}" for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository in which git left text files in the places of links."""
    copy = tmp_path_factory.mktemp("repository") / "nghiquyet"
    shutil.copytree(ROOT, copy, symlinks=True, ignore=NO_SOURCES)
    shutil.copy(ROOT / ".gitignore", copy)
    for room in LINKS:
        (copy / "nghiquyet" / room).unlink()
        (copy / "nghiquyet" / room).write_text(f"../{room}")
    return copy


def built(repository: Path, kind: str, into: Path) -> Path:
    """The wheel or the sdist of ``repository``, made by its build backend as any installer calls it."""
    code = f"import hatchling.build as backend; print(backend.build_{kind}({str(into)!r}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=repository, capture_output=True, text=True, check=True)
    return into / done.stdout.splitlines()[-1]


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("wheel")
    before = files_of(repository)
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--wheel-dir", into]
    subprocess.run([sys.executable, "-m", "pip", "wheel", ".", *options], cwd=repository, check=True)
    assert files_of(repository) == before
    (found,) = into.iterdir()
    return found


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        assert not [entry.filename for entry in archive.infolist() if (entry.external_attr >> 28) == 0o12], "a link"
    assert len(names) == len(set(names))
    package = {name for name in names if not name.partition("/")[0].endswith(".dist-info")}
    sources = {f"nghiquyet/{path.relative_to(ROOT)}" for room in LINKS for path in sources_in(ROOT / room)}
    sources |= {str(path.relative_to(ROOT)) for path in sources_in(ROOT / "nghiquyet")}
    assert package == sources
    assert {Path(name).suffix for name in package} - {".py", ".md"} == DATA_KINDS
    assert "nghiquyet/extract/ocr/correct/pairs.tsv" in package


def sources_in(folder: Path) -> Iterator[Path]:
    """The files of a room; links are not followed, hidden and compiled files left out."""
    for entry in folder.iterdir():
        if entry.name.startswith(".") or entry.name == "__pycache__":
            continue
        if entry.is_file():
            yield entry
        elif not entry.is_symlink():
            yield from sources_in(entry)


def test_the_source_distribution_gives_the_same_wheel(repository: Path, wheel: Path, tmp_path: Path) -> None:
    shutil.unpack_archive(built(repository, "sdist", tmp_path), tmp_path)
    (unpacked,) = (entry for entry in tmp_path.iterdir() if entry.is_dir())
    assert (unpacked / "tests" / Path(__file__).name).is_file()
    assert built(unpacked, "wheel", tmp_path).read_bytes() == wheel.read_bytes()


def test_an_editable_install_copies_no_module(repository: Path, tmp_path: Path) -> None:
    """A copy would be read in the place of the file that one edits."""
    with zipfile.ZipFile(built(repository, "editable", tmp_path)) as archive:
        assert not [name for name in archive.namelist() if name.endswith(".py")]


def test_make_brings_the_links_back(repository: Path, tmp_path: Path) -> None:
    copy = tmp_path / "zip"
    shutil.copytree(repository, copy, ignore=shutil.ignore_patterns("tests", "samples"))
    subprocess.run(["make", "links"], cwd=copy, check=True)
    for room in LINKS:
        assert os.readlink(copy / "nghiquyet" / room) == os.readlink(ROOT / "nghiquyet" / room) == f"../{room}"


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel installed, and what the package needs from ours.

    The line of its ``.pth`` file brings our packages but, as Python reads those files in its own folders only, not the
    repository that ours leads to.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True, with_pip=False)
    python = folder / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", "-q", wheel]
    subprocess.run(install, check=True)
    (own,) = folder.glob("lib/python*/site-packages")
    ours = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (own / "ours.pth").write_text("".join(f"{path}\n" for path in sorted(ours)), encoding="utf-8")
    return python


def run(command: list[str | Path], cwd: Path) -> subprocess.CompletedProcess[str]:
    """The command with nothing of our environment that leads Python to other packages."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False)


def test_what_is_installed_is_not_the_repository(python: Path, tmp_path: Path) -> None:
    code = (
        "import importlib, json, pkgutil, sys, nghiquyet\n"
        "rooms = [importlib.import_module(f'nghiquyet.{room}') for room in ('extract', 'normalize', 'output')]\n"
        "print(json.dumps([sys.path, [module.__file__ for module in (nghiquyet, *rooms)]]))"
    )
    result = run([python, "-c", code], tmp_path)
    path, modules = json.loads(result.stdout)
    assert str(ROOT) not in path
    assert all(module.startswith(str(python.parent.parent)) for module in modules), modules


def small_plan() -> bytes:
    head = tr("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành")
    return word_file(p("KẾ HOẠCH"), tbl(head, tr("1", "Xây dựng đề án số hóa", "Sở Nội vụ", "Quý II/2026")))


def printed(folder: Path) -> Path:
    return Path(shutil.copy(SAMPLE, folder))


def recognised_text(folder: Path) -> Path:
    return Path(shutil.copy(SAMPLE.with_name("10-CTr-DU-text.txt"), folder))


def word(folder: Path) -> Path:
    (folder / "plan.docx").write_bytes(small_plan())
    return folder / "plan.docx"


def scan(folder: Path) -> Path:
    """A page of the sample's scan: its twelve take half a minute."""
    page = pypdfium2.PdfDocument.new()
    page.import_pages(pypdfium2.PdfDocument(SAMPLE.with_stem("10-CTr-DU-scan")), [TABLE_PAGE - 1])
    page.save(folder / "scan.pdf")
    return folder / "scan.pdf"


@pytest.mark.parametrize(
    ("made", "medium"),
    [
        (printed, "born_digital"),
        (recognised_text, "text"),
        (word, "docx"),
        pytest.param(scan, "scanned", marks=needs_language_data),
    ],
)
def test_the_installed_command_reads_it(
    made: Callable[[Path], Path], medium: str, python: Path, tmp_path: Path
) -> None:
    path = made(tmp_path)
    result = run([python.with_name("nghiquyet"), "extract", path, "--out", "out"], tmp_path)
    assert result.returncode in (0, 3), result.stderr
    resolution = json.loads((tmp_path / "out" / path.stem / "resolution.json").read_text(encoding="utf-8"))
    assert resolution["source"]["medium"] == medium
    assert resolution["tasks"]
