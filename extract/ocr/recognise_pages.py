"""Pages that are pictures → sheets, over all cores, a page a task."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import NamedTemporaryFile
from types import ModuleType
from typing import TYPE_CHECKING

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.model import Ruling
from nghiquyet.extract.ocr.engine.language_data import language_folder
from nghiquyet.extract.ocr.engine.recogniser import Recogniser
from nghiquyet.extract.page.sheets import Sheet
from nghiquyet.extract.readers.pdf.flatten import page_to_pixels
from nghiquyet.extract.readers.pdf.legibility import is_legible
from nghiquyet.extract.readers.pdf.page_frame import USUAL_SIZE
from nghiquyet.extract.tables.lattice.rulings_to_grids import rulings_to_grids

# The rulings that a file draws on a page, in points; none where the page is a picture.
Drawn = Sequence[Ruling]

if TYPE_CHECKING:
    from nghiquyet.extract.ocr.image.model import PagePicture

# Pages go over processes, one a core: more threads in each, of whatever engine, only get into each other's way. Engines
# look at these when they are loaded.
ONE_THREAD_EACH = ("OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS", "OPENCV_FOR_THREADS_NUM")
# A page's picture takes megabytes, again and again: memory that went back to the system each time would be cleared
# anew, a small piece at a time. So each process keeps what it had, in large pieces where the system has them (glibc's
# settings; elsewhere nobody looks at them). It takes a tenth off the processors' time.
LARGE = str(1 << 30)
KEEP_MEMORY = {
    "MALLOC_TRIM_THRESHOLD_": LARGE,
    "MALLOC_MMAP_THRESHOLD_": LARGE,
    "MALLOC_TOP_PAD_": str(1 << 26),
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
}
# A page that the file draws has no tilt: what is measured of it is chance, and moves its corners no farther (points).
SHIFT = 2.0
# Fewer pages than this are read sooner here than other processes are started.
WORTH_SHARING = 2


def recognise_pages(pdf: bytes, pages: Mapping[int, Drawn]) -> Iterator[Sheet]:
    """The sheets of the pages with these numbers (from 1) of a PDF, recognised, each as it is done: in no order.

    The rulings that the file itself draws on a page whose letters alone can't be trusted are better than those seen.
    Raises MissingSystemPart before the first page where the engine's language data are missing.
    """
    if not pages:
        return
    language_folder()
    workers = min(os.cpu_count() or 1, len(pages))
    if workers < WORTH_SHARING:
        with Recogniser() as recogniser:
            for number, drawn in pages.items():
                yield recognise_page(pdf, number, recogniser, drawn)
        return
    # a fork would copy the engines' threads half way; a fresh process starts clean on every system
    fresh = multiprocessing.get_context("spawn")
    # sent through a pipe, the file would hold up each process until the one before it is ready to take it
    with NamedTemporaryFile(suffix=".pdf") as shelf:
        shelf.write(pdf)
        shelf.flush()
        with ProcessPoolExecutor(workers, fresh, initializer=_start, initargs=(Path(shelf.name),)) as pool:
            with _told_at_birth(KEEP_MEMORY), _without_main():
                waiting = [pool.submit(_recognise, number, drawn) for number, drawn in pages.items()]
            for done in as_completed(waiting):
                yield done.result()


@contextmanager
def _told_at_birth(settings: Mapping[str, str]) -> Iterator[None]:
    """Environment variables for processes that are started now, where the user has not set them; gone afterwards."""
    own = {name: value for name, value in settings.items() if name not in os.environ}
    os.environ.update(own)
    try:
        yield
    finally:
        for name in own:
            del os.environ[name]


@contextmanager
def _without_main() -> Iterator[None]:
    """Processes that are started now do not run the program's own file: a script may have no guard against that."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def recognise_page(pdf: bytes, number: int, recogniser: Recogniser, drawn: Drawn = ()) -> Sheet:
    """One page (from 1) as its picture tells it, its rulings as they are ``drawn`` if they make a table."""
    from nghiquyet.extract.ocr.image.pixels_to_picture import pixels_to_picture
    from nghiquyet.extract.ocr.picture_to_words import picture_to_blocks

    try:
        pixels, scale = page_to_pixels(pdf, number)
    except UnreadableInput:  # one page that can't be drawn is no reason to leave the others unread
        return Sheet(number, USUAL_SIZE[0], USUAL_SIZE[1], read="unread")
    picture = pixels_to_picture(pixels, scale, recogniser.reading_direction)
    is_drawn = _is_as_filed(picture) and bool(rulings_to_grids(drawn))
    if is_drawn:
        picture = replace(picture, rulings=tuple(drawn))
    blocks = picture_to_blocks(picture, number, recogniser)
    legible = is_legible((w.text for block in blocks for w in block), pictured=False)
    return Sheet(
        number,
        picture.width,
        picture.height,
        blocks if legible else (),
        picture.rulings if legible else (),
        "recognised" if legible else "unread",
        picture.placement,
        drawn=is_drawn,
    )


def _is_as_filed(picture: PagePicture) -> bool:
    """True if the page was neither turned nor set straight, but for what nobody sees."""
    page = (0.0, 0.0, picture.width, picture.height)
    return all(abs(a - b) <= SHIFT for a, b in zip(picture.placement.box(page), page, strict=True))


@dataclass(slots=True)
class _Desk:
    """What a process of the pool keeps from page to page."""

    pdf: bytes
    recogniser: Recogniser


_desk: _Desk | None = None


def _start(shelf: Path) -> None:
    global _desk
    for name in ONE_THREAD_EACH:
        os.environ.setdefault(name, "1")
    _desk = _Desk(shelf.read_bytes(), Recogniser())


def _recognise(number: int, drawn: Drawn) -> Sheet:
    if _desk is None:
        raise RuntimeError("a page came before the process was set up")
    return recognise_page(_desk.pdf, number, _desk.recogniser, drawn)
