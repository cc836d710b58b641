"""Figures on random tables: ``python -m tests.random_tables.report [MEDIUM…] [--count N] [--first S] [--held-back]``.

Media: ``full`` ``across`` ``unruled`` (printed), ``scan``, ``text``, ``word``. Of documents held back the misses are
never shown. Needs LibreOffice but for text and Word.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from nghiquyet.pipeline import extract_resolution
from tests.layouts.report import line
from tests.random_tables.media import content_to_docx, content_to_notation, contents_to_pdfs, pdf_to_scan
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
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--held-back", action="store_true")
    parser.add_argument("--misses", type=int, default=0, help="wrong fields to show for each document that has some")
    parser.add_argument("--keep", type=Path, help="a folder for the documents that were not read whole")
    options = parser.parse_args()
    seeds = range(options.first, options.first + options.count)
    print(f"{'medium':44}{'fields':>7}{'right':>9}{'flagged':>9}{'SILENT':>8}{'over':>8}{'share':>9}")
    for medium in options.media or MEDIA:
        together: list[Verdict] = []
        for content, name, data in documents(medium, seeds, options.held_back):
            verdicts = verdicts_of(content, name, data)
            together += verdicts
            if not options.held_back and not all(v.right for v in verdicts):
                print(line(name, figures(verdicts)))
                if options.misses:
                    print(report(verdicts, options.misses))
                if options.keep:
                    options.keep.mkdir(parents=True, exist_ok=True)
                    (options.keep / f"{medium}-{name}").write_bytes(data)
        print(line(f"{medium}, {len(seeds)} documents", figures(together)))


if __name__ == "__main__":
    main()
