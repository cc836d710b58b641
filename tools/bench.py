"""How long a run takes: start-up, one whole document, and its reading against pdfplumber's tables and pdfium's text.

``make bench`` runs it over samples/10-CTr-DU.pdf; ``python tools/bench.py FILE`` over another. Every figure is the
median of several runs on this machine at this moment; those that are compared take turns in the same process.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "samples" / "10-CTr-DU.pdf"
COMMAND = [sys.executable, "-m", "nghiquyet"]
ROUNDS = 5
# An import that takes less than this (seconds, with all that it imports) is not worth a line.
HEAVY_IMPORT = 0.05


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def run(*arguments: str, options: tuple[str, ...] = ()) -> str:
    """Runs the command in a process of its own; what it says on standard error. Exit status 3 is a result too."""
    command = [COMMAND[0], *options, *COMMAND[1:], *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode not in (0, 3):
        sys.exit(f"{' '.join(command)} failed:\n{result.stderr}")
    return result.stderr


def imports_of(*arguments: str) -> list[tuple[str, float]]:
    """The packages that a run imports and the seconds that each takes with what it brings along, longest first."""
    said = run(*arguments, options=("-X", "importtime"))
    times: dict[str, float] = {}
    for total, name in re.findall(r"import time:\s+\d+ \|\s+(\d+) \|\s+(\S+)", said):
        package = name.partition(".")[0]
        times[package] = max(times.get(package, 0.0), int(total) / 1e6)
    return sorted(((name, taken) for name, taken in times.items() if taken >= HEAVY_IMPORT), key=lambda pair: -pair[1])


def tables_by_pdfplumber(path: Path) -> None:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_tables()


def text_by_pdfium(path: Path) -> None:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            page.get_textpage().get_text_range()


def tables(path: Path) -> None:
    """Our own part that the two are compared with: pages, grids and the tables stitched together."""
    from nghiquyet.extract.read_file import read_file

    read_file(path)


def reading(path: Path) -> None:
    from nghiquyet.pipeline import extract_resolution

    extract_resolution(path)


def taking_turns(path: Path, *works: Callable[[Path], None]) -> list[float]:
    """Median seconds of each work, in rounds, with everything imported."""
    for work in works:
        work(path)
    rounds = [[seconds(partial(work, path)) for work in works] for _ in range(ROUNDS)]
    return [statistics.median(times) for times in zip(*rounds, strict=True)]


def report(path: Path) -> None:
    with tempfile.TemporaryDirectory() as out:
        extract = ("extract", str(path), "--out", out)
        start_up = statistics.median(seconds(lambda: run("--version")) for _ in range(ROUNDS))
        whole = statistics.median(seconds(lambda: run(*extract)) for _ in range(ROUNDS))
        imports = imports_of(*extract)
    all_of_it, own, plumber, bare = taking_turns(path, reading, tables, tables_by_pdfplumber, text_by_pdfium)
    print(f"{path.name}, medians of {ROUNDS}")
    print(f"  start-up (nghiquyet --version)         {start_up:6.2f} s")
    print(f"  whole run (nghiquyet extract)          {whole:6.2f} s")
    print(f"  all but writing, all imported          {all_of_it:6.2f} s")
    print(f"  reading, grids and stitching alone     {own:6.2f} s")
    print(f"  pdfplumber's extract_tables, same pages{plumber:6.2f} s, ratio {own / plumber:5.2f}")
    print(f"  pdfium's bare text, same pages         {bare:6.2f} s, ratio {own / bare:5.1f}")
    print(f"imported by a run, over {HEAVY_IMPORT} s with what each brings along:")
    for name, taken in imports:
        print(f"  {name:30s}{taken:6.2f} s")


if __name__ == "__main__":
    report(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE)
