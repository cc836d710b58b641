"""The Frictionless Data Package that describes the CSV files to catalogues (datapackage.org, version 2)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from nghiquyet.extract.language.spelling import bare_letters
from nghiquyet.normalize.model import DataTable, Resolution
from nghiquyet.output.files.csv_columns import TARGET_COLUMNS, TASK_COLUMNS, CsvColumn
from nghiquyet.output.files.records_csv import guarded
from nghiquyet.output.files.tables_csv import OWN_COLUMNS, column_names, table_path

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"


RECORD_KEY = ("file", "id")
Field = dict[str, str]


def data_package(document: Resolution, files: Mapping[str, bytes]) -> dict[str, Any]:
    """The descriptor: name, title, source, and each of the CSV ``files`` with its size, hash and fields."""
    front = document.document
    title = " ".join(part for part in (front.kind, front.number, front.title) if part)
    return {
        "$schema": PROFILE,
        "name": package_name(document.source.file),
        "title": title or document.source.file,
        "version": document.schema_version,
        "sources": [{"title": document.source.file}],
        "resources": [
            _resource("tasks.csv", "Tasks, a row each", files, _fields(TASK_COLUMNS), RECORD_KEY),
            _resource("targets.csv", "Targets, a row each", files, _fields(TARGET_COLUMNS), RECORD_KEY),
            *(
                _resource(table_path(t), t.caption or f"Table {t.id} as printed", files, _table_fields(t))
                for t in document.tables
            ),
        ],
    }


def package_name(file: str) -> str:
    """A file's name as a package name may be: ``10-CTr-ĐU.pdf`` → ``10-ctr-du``."""
    return re.sub(r"[^a-z0-9._]+", "-", bare_letters(PurePath(file).stem)).strip("-") or "data"


def _fields(columns: Sequence[CsvColumn[Any]]) -> list[Field]:
    return [{"name": c.name, "type": c.type, "description": c.description} for c in columns]


def _table_fields(table: DataTable) -> list[Field]:
    own = [{"name": name, "type": "string", "description": meaning} for name, meaning in OWN_COLUMNS.items()]
    return [*own, *({"name": guarded(name), "type": "string"} for name in column_names(table))]


def _resource(
    path: str, title: str, files: Mapping[str, bytes], fields: list[Field], key: Sequence[str] = ()
) -> dict[str, Any]:
    content = files[path]
    return {
        "name": package_name(path),
        "type": "table",
        "title": title,
        "path": path,
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
            **({"primaryKey": list(key)} if key else {}),
        },
    }
