"""The command ``why``: a document is read anew, and a question about it answered."""

from __future__ import annotations

from pathlib import Path

import click

from nghiquyet.console import complain, progress_line
from nghiquyet.errors import NoSuchRecord, WantsDocument
from nghiquyet.extract.errors import Refusal
from nghiquyet.meaning import Meaning
from nghiquyet.resolution_file import is_result
from nghiquyet.run import DONE, read_meaning, unreadable_by_fault


def explain(file: Path, asked: str, aliases: Path | None, corrections: Path | None) -> int:
    """Prints why the record or field ``asked`` of the document ``file`` is what it is; the exit status."""
    from nghiquyet.explain.answers import answer_lines
    from nghiquyet.explain.records import find_records, nearest_names, records_of

    try:
        meaning = document_at(file, aliases, corrections)
        records = records_of(meaning.resolution, meaning.document)
        found = find_records(asked, records)
        if not found:
            near = nearest_names(asked, records)
            offer = f"gần nhất là: {', '.join(near)}" if near else "các mã có trong kết quả của nghiquyet extract"
            raise NoSuchRecord(f"Văn bản không có mục nào mang mã “{asked}”; hãy dùng một mã có thật, {offer}.")
    except Refusal as refusal:
        complain(str(refusal))
        return refusal.exit_status
    for one in found:
        for line in answer_lines(one, meaning):
            click.echo(line)
    return DONE


def document_at(file: Path, aliases: Path | None, corrections: Path | None) -> Meaning:
    """The document read anew, with what was decided. Raises a Refusal, also for a result, which has no reasons."""
    if is_result(file):
        raise WantsDocument(f"{file} là kết quả, không giữ căn cứ; hãy chỉ đến tệp của văn bản.")
    try:
        return read_meaning(file, aliases, corrections, progress_line(file.name))
    except Refusal:
        raise
    except (Exception, RecursionError, MemoryError) as fault:
        raise unreadable_by_fault(file, fault) from fault
