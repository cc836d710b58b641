"""Which file of corrections belongs to a document, read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nghiquyet.errors import UnusableCorrections, reason_of

if TYPE_CHECKING:
    from nghiquyet.normalize.corrections import Corrections

# Looked for in the folder of the document.
BESIDE = "corrections.yaml"


def corrections_for(document: Path, given: Path | None) -> Corrections | None:
    """The corrections in the file ``given``, else in ``corrections.yaml`` beside ``document``; None without either.

    Raises UnusableCorrections.
    """
    path = given or document.with_name(BESIDE)
    if given is None and not path.is_file():
        return None
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnusableCorrections(
            f"Không mở được tệp sửa {path} ({reason_of(error)}); hãy kiểm tra lại đường dẫn và quyền đọc tệp."
        ) from error
    from nghiquyet.normalize.corrections import (  # loads the model: most files have none
        CorrectionsError,
        read_corrections,
    )

    try:
        return read_corrections(content, path.name)
    except CorrectionsError as error:
        raise UnusableCorrections(str(error)) from error
