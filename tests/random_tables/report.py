"""Figures on random tables: ``python -m tests.random_tables.report [MEDIUM…] [--seeds 0-19] [--held-back]``.

Media: ``full`` ``across`` ``unruled`` (printed), ``scan``, ``text``, ``word``. For each there is a line of figures,
after the documents with the most fields that are wrong in silence. Of documents held back only the figures are shown.
Nothing is kept from run to run; a medium stops after ``--minutes``. Needs LibreOffice but for text and Word.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nghiquyet.pipeline import extract_resolution
from tests.layouts.report import line
from tests.random_tables.media import AT_ONCE, content_to_docx, content_to_notation, contents_to_pdfs, pdf_to_scan
from tests.random_tables.shapes import random_content
from tests.scoring import Verdict, figures, report, score
from tests.typesetter.content import Content
from tests.typesetter.gold import gold

MEDIA = ("full", "across", "unruled", "scan", "text", "word")
LINES = {"across": "across", "unruled": "unruled"}


def documents(medium: str, seeds: Sequence[int], held_back: bool) -> Iterator[tuple[Content, str, bytes]]:
    """(content, file name, bytes) of each seed's document in a medium."""
    contents = [random_content(seed, LINES.get(medium, "full"), held_back) for seed in seeds]
    printed = contents_to_pdfs(contents) if medium not in ("text", "word") else {}
    for seed, content in zip(seeds, contents, strict=True):
        if medium == "text":
            notation, text = content_to_notation(content, seed)
            yield content, f"{content.name}.{'md' if notation != 'tab' else 'txt'}", text.encode()
        elif medium == "word":
            yield content, f"{content.name}.docx", content_to_docx(content)
        elif medium == "scan":
            yield content, f"{content.name}.pdf", pdf_to_scan(printed[content.name], seed)
        else:
            yield content, f"{content.name}.pdf", printed[content.name]


def verdicts_of(content: Content, name: str, data: bytes) -> list[Verdict]:
    """Groups and tasks of the document, field by field, ids among them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        read: dict[str, Any] = extract_resolution(path).model_dump(mode="json", by_alias=True)
    return score(gold(content), read, ("groups", "tasks"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("media", nargs="*", help=f"of {', '.join(MEDIA)}; all if none is given")
    parser.add_argument("--seeds", default="0-19", help="the first and the last seed")
    parser.add_argument("--held-back", action="store_true")
    parser.add_argument("--misses", type=int, default=0, help="wrong fields to show for each of the worst documents")
    parser.add_argument("--worst", type=int, default=10, help="how many documents to name")
    parser.add_argument("--minutes", type=float, default=30.0, help="for each medium")
    parser.add_argument("--keep", type=Path, help="a folder for the documents that were not read whole")
    options = parser.parse_args()
    first, last = map(int, options.seeds.split("-"))
    print(f"{'medium':44}{'fields':>7}{'right':>9}{'flagged':>9}{'SILENT':>8}{'over':>8}{'share':>9}", flush=True)
    for medium in options.media or MEDIA:
        begun, read = time.monotonic(), list[Read]()
        for start in range(first, last + 1, AT_ONCE):
            seeds = range(start, min(start + AT_ONCE, last + 1))
            for content, name, data in documents(medium, seeds, options.held_back):
                read.append(Read(name, data, verdicts_of(content, name, data)))
            if time.monotonic() - begun > options.minutes * 60:
                break
        if not options.held_back:
            _show_worst(read, medium, options.worst, options.misses, options.keep)
        together = figures(verdict for one in read for verdict in one.verdicts)
        print(line(f"{medium}, {len(read)} documents", together), flush=True)


@dataclass(frozen=True, slots=True)
class Read:
    """A document's file and what was made of it."""

    name: str
    data: bytes
    verdicts: Sequence[Verdict]


def _show_worst(read: Sequence[Read], medium: str, worst: int, misses: int, keep: Path | None) -> None:
    """Names the documents with most wrong fields, those in silence first, and keeps all that were not read whole."""
    counted = [(figures(one.verdicts), one) for one in read if not all(v.right for v in one.verdicts)]
    counted.sort(key=lambda c: (-c[0].silent, -c[0].wrong_flagged, c[1].name))
    for found, one in counted[:worst]:
        print(line(one.name, found))
        if misses:
            print(report([v for v in one.verdicts if not v.right], misses))
    for _, one in counted if keep else ():
        assert keep is not None
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{medium}-{one.name}").write_bytes(one.data)


if __name__ == "__main__":
    main()
