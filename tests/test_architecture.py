"""The shape of the house, where import-linter's contracts (pyproject.toml) cannot say it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("extract", "normalize", "output", "nghiquyet")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
# Outside engines: one file of a room imports it, so that it can be changed for another in one place.
ENGINES = (
    "PIL",
    "camelot",
    "docx",
    "jinja2",
    "jsonschema_rs",
    "pandas",
    "pdfminer",
    "pdfplumber",
    "rapidfuzz",
    "scipy",
    "tesserocr",
    "underthesea",
    "xlsxwriter",
)
# The vocabulary of a whole package, which a door would only repeat.
PACKAGES_OF = {"cv2": "extract/ocr/image", "pypdfium2": "extract/readers/pdf"}
# Imported where they are used and not before: each costs more than a tenth of a second.
LATE = ("camelot", "cv2", "docx", "jinja2", "numpy", "pandas", "scipy", "tesserocr", "underthesea", "xlsxwriter")
MODULE_LINES = 300
FUNCTION_LINES = 40
# Names that stand for one thing in each package.
OF_EVERY_PACKAGE = {"__init__", "errors", "model"}
# Signs of Roman numbers in an expression, and letters in order: numbering alone knows how labels are counted.
NUMBERING = "extract/language/numbering/"
ROMAN_SIGNS = re.compile(r"ivx|ix\||\|iv\b|v\?i|\[iv", re.IGNORECASE)
ROMAN_COUNTS = {"ii", "iii", "iv", "ix"}
ALPHABET = re.compile(r"abcd|abcđ|bcdđe", re.IGNORECASE)
VAGUE = {"utils", "util", "helpers", "helper", "misc", "common", "tools"}


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@cache
def imports_of(path: Path) -> frozenset[str]:
    """The top-level packages that a module imports anywhere."""
    return frozenset(imported(tree(path)))


def imported(node: ast.AST) -> Iterator[str]:
    """The top-level packages that the statements under ``node`` import."""
    for statement in ast.walk(node):
        if isinstance(statement, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in statement.names)
        elif isinstance(statement, ast.ImportFrom) and statement.module and not statement.level:
            yield statement.module.partition(".")[0]


def at_import(module: ast.Module) -> Iterator[str]:
    """What importing the module imports: not what stands in functions, nor what only the type checker sees."""
    for statement in module.body:
        types_only = isinstance(statement, ast.If) and "TYPE_CHECKING" in ast.dump(statement.test)
        if not types_only and not isinstance(statement, ast.FunctionDef | ast.ClassDef):
            yield from imported(statement)


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_has_one_door(engine: str) -> None:
    doors = [named(path) for path in MODULES if engine in imports_of(path)]
    assert len(doors) == len({door.partition("/")[0] for door in doors}), doors


@pytest.mark.parametrize(("engine", "package"), PACKAGES_OF.items())
def test_an_engine_s_package_keeps_it_to_itself(engine: str, package: str) -> None:
    users = [named(path) for path in MODULES if engine in imports_of(path)]
    assert not [user for user in users if not user.startswith(f"{package}/")]


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_heavy_packages_are_imported_where_they_are_used(path: Path) -> None:
    own = {engine for engine, package in PACKAGES_OF.items() if named(path).startswith(f"{package}/")}
    loaded = own | {"numpy"} if own else own  # the package itself is imported late
    assert (set(at_import(tree(path))) - loaded).isdisjoint(LATE)


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_no_step_prints(path: Path) -> None:
    calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    assert not [call.lineno for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"]


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_modules_and_functions_are_short(path: Path) -> None:
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {f.name: length for f in functions if (length := (f.end_lineno or 0) - f.lineno + 1) > FUNCTION_LINES}
    lines = len(path.read_text(encoding="utf-8").splitlines())
    if lines > MODULE_LINES:
        long[named(path)] = lines
    assert not long


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_modules_have_telling_names_and_say_what_they_are(path: Path) -> None:
    assert path.stem not in VAGUE
    if path.name != "__init__.py":
        assert ast.get_docstring(tree(path))


def test_no_two_modules_have_one_name() -> None:
    places: dict[str, list[str]] = {}
    for path in MODULES:
        places.setdefault(path.stem, []).append(named(path))
    assert {name: paths for name, paths in places.items() if len(paths) > 1 and name not in OF_EVERY_PACKAGE} == {}


def test_no_two_classes_have_one_name() -> None:
    places: dict[str, list[str]] = {}
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(named(path))
    assert {name: paths for name, paths in places.items() if len(paths) > 1} == {}


def strings(path: Path) -> Iterator[str]:
    """The texts in the code, with those of f-strings, but no docstrings."""
    nodes = list(ast.walk(tree(path)))
    docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


@pytest.mark.parametrize("path", [path for path in MODULES if not named(path).startswith(NUMBERING)], ids=named)
def test_numbering_alone_knows_alphabets_and_roman_numbers(path: Path) -> None:
    found = list(strings(path))
    assert not [text for text in found if ALPHABET.search(text) or ROMAN_SIGNS.search(text)]
    assert len(ROMAN_COUNTS.intersection(text.lower() for text in found)) < 2
    assert "chr(ord(" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(p for room in ROOMS for p in (ROOT / room).rglob("*.yaml")), ids=named)
def test_expressions_in_data_leave_roman_signs_to_numbering(path: Path) -> None:
    if not named(path).startswith(NUMBERING):
        assert "ivx" not in path.read_text(encoding="utf-8").lower()


def test_tests_stand_where_their_module_stands() -> None:
    known = {path.relative_to(ROOT).with_suffix("") for path in MODULES}
    for test in (ROOT / "tests").rglob("test_*.py"):
        place = test.relative_to(ROOT / "tests")
        if place.parts[0] in ROOMS:
            module = place.parent / place.stem.removeprefix("test_")
            assert module in known or module.parent in {path.parent for path in known}, place


def test_every_make_target_is_phony_or_a_file() -> None:
    """``extract`` and ``output`` are folders too: a target that make takes for a file would never run."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = {word for line in re.findall(r"^\.PHONY:(.*)$", makefile, re.MULTILINE) for word in line.split()}
    targets = set(re.findall(r"^([a-z-]+):(?!=)", makefile, re.MULTILINE))
    assert targets <= phony, targets - phony
    assert {"help", "extract", "test", "test-all", "bench"} <= targets
