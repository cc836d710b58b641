"""The Frictionless Data Package that describes the CSV files to catalogues (datapackage.org, version 2)."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePath
from typing import Any

from nghiquyet.extract.language.spelling import bare_letters
from nghiquyet.normalize.model import Resolution
from nghiquyet.output.files.csv_columns import TARGET_COLUMNS, TASK_COLUMNS, CsvColumn, R

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"


def data_package(document: Resolution, tasks_csv: bytes, targets_csv: bytes) -> dict[str, Any]:
    """The descriptor: name, title, source, and each file with its size, hash and fields."""
    front = document.document
    title = " ".join(part for part in (front.kind, front.number, front.title) if part)
    return {
        "$schema": PROFILE,
        "name": package_name(document.source.file),
        "title": title or document.source.file,
        "version": document.schema_version,
        "sources": [{"title": document.source.file}],
        "resources": [
            _resource("tasks", "Tasks, a row each", tasks_csv, TASK_COLUMNS),
            _resource("targets", "Targets, a row each", targets_csv, TARGET_COLUMNS),
        ],
    }


def package_name(file: str) -> str:
    """A file's name as a package name may be: ``10-CTr-ĐU.pdf`` → ``10-ctr-du``."""
    return re.sub(r"[^a-z0-9._]+", "-", bare_letters(PurePath(file).stem)).strip("-") or "data"


def _resource(name: str, title: str, content: bytes, columns: tuple[CsvColumn[R], ...]) -> dict[str, Any]:
    fields = [{"name": c.name, "type": c.type, "description": c.description} for c in columns]
    return {
        "name": name,
        "type": "table",
        "title": title,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": {
            "$schema": SCHEMA_PROFILE,
            "fields": fields,
            "missingValues": [""],
            "primaryKey": ["file", "id"],
        },
    }
