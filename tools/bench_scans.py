"""How long a scan takes: our whole run over it, and Tesseract's own reading of the same pictures of its pages.

``make bench`` runs it over samples/10-CTr-DU-scan.pdf; ``python tools/bench_scans.py FILE`` over another. Both sides
start anew each time, load their models, and have one process a core with one thread each. Tesseract reads every page
once, whole, in its default mode: in process with its model kept, and (where it is installed) as the program that people
run. They take turns; every figure is the median of several turns on this machine at this moment. The last two columns
are our time divided by theirs.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

from bench import run, seconds

SAMPLE = Path(__file__).parent.parent / "samples" / "10-CTr-DU-scan.pdf"
TURNS = 3
ENGINE_ALONE = "--engine-alone"
ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}


def write_pictures(path: Path, folder: Path) -> int:
    """The pages of the PDF ``path`` as PNG files, in the resolution that our own reading has them in; how many."""
    import cv2
    import pypdfium2

    from nghiquyet.extract.readers.pdf.flatten import page_to_pixels, viewable_pdf

    pdf = viewable_pdf(path.read_bytes(), path.name)
    count = len(pypdfium2.PdfDocument(pdf))
    for number in range(1, count + 1):
        pixels, _ = page_to_pixels(pdf, number)
        cv2.imwrite(str(folder / f"{number:04}.png"), pixels)
    return count


def read_picture(path: str) -> int:
    """What Tesseract makes of one picture by itself; how many letters."""
    import tesserocr

    from nghiquyet.extract.ocr.engine.language_data import LANGUAGE, language_folder

    global _engine
    if _engine is None:
        _engine = tesserocr.PyTessBaseAPI(
            path=str(language_folder()), lang=LANGUAGE, oem=tesserocr.OEM.LSTM_ONLY, psm=tesserocr.PSM.AUTO
        )
        _engine.SetVariable("debug_file", os.devnull)
    _engine.SetImageFile(path)
    return len(_engine.GetUTF8Text())


_engine = None


def read_pictures(folder: Path) -> None:
    """Every picture of the folder, a process a core."""
    pictures = sorted(map(str, folder.iterdir()))
    workers = min(os.cpu_count() or 1, len(pictures))
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        print(sum(pool.map(read_picture, pictures)))


def engine_alone(folder: Path) -> None:
    command = [sys.executable, __file__, ENGINE_ALONE, str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def program_alone(folder: Path) -> None:
    """The ``tesseract`` program on every picture of the folder, as many at a time as there are cores."""

    def read(picture: Path) -> None:
        command = ["tesseract", str(picture), "-", "-l", "vie"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    with ThreadPoolExecutor(os.cpu_count() or 1) as threads:
        list(threads.map(read, sorted(folder.iterdir())))


def measured(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock, and of all processors, that ``work`` takes in other processes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    taken = seconds(work)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def report(path: Path) -> None:
    os.environ.update(ONE_THREAD)
    with tempfile.TemporaryDirectory() as out, tempfile.TemporaryDirectory() as pictures:
        pages = write_pictures(path, Path(pictures))
        sides: dict[str, Callable[[], object]] = {
            "whole run (nghiquyet extract)": lambda: run("extract", str(path), "--out", out),
            "Tesseract alone, models kept": lambda: engine_alone(Path(pictures)),
        }
        if shutil.which("tesseract"):
            sides["the tesseract program, page by page"] = lambda: program_alone(Path(pictures))
        turns = [{name: measured(work) for name, work in sides.items()} for _ in range(TURNS)]
    medians = {name: [statistics.median(turn[name][i] for turn in turns) for i in (0, 1)] for name in sides}
    ours = next(iter(medians.values()))
    print(f"{path.name}, {pages} pages, {os.cpu_count()} processes of one thread, medians of {TURNS}")
    print(f"  {'':38}{'s':>8}{'s a page':>10}{'CPU s':>8}{'ratio':>8}{'of CPU':>8}")
    for name, (taken, cpu) in medians.items():
        ratios = f"{ours[0] / taken:8.2f}{ours[1] / cpu:8.2f}" if cpu != ours[1] else ""
        print(f"  {name:38}{taken:8.2f}{taken / pages:10.2f}{cpu:8.2f}{ratios}")


if __name__ == "__main__":
    if sys.argv[1:2] == [ENGINE_ALONE]:
        read_pictures(Path(sys.argv[2]))
    else:
        report(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE)
