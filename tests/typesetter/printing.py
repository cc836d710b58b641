"""Flat OpenDocument text to PDF: LibreOffice's one door."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.typesetter.content import Content
from tests.typesetter.finishing import finish
from tests.typesetter.flat_odt import flat_odt

LONGEST_PRINT = 180  # seconds; a cold start on a slow machine takes about twenty


def print_pdf(content: Content, target: Path) -> None:
    """Prints ``content`` to ``target``. Raises RuntimeError where LibreOffice is missing or prints nothing."""
    office = shutil.which("soffice")
    if office is None:
        raise RuntimeError(
            "LibreOffice is missing: apt-get install libreoffice-writer fonts-liberation2 fonts-croscore"
        )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{content.name}.fodt"
        source.write_text(flat_odt(content), encoding="utf-8")
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        run = [office, profile, "--headless", "--convert-to", "pdf:writer_pdf_Export", "--outdir", folder, str(source)]
        said = subprocess.run(run, capture_output=True, text=True, timeout=LONGEST_PRINT, check=False)
        printed = source.with_suffix(".pdf")
        if not printed.exists():
            raise RuntimeError(f"LibreOffice printed nothing: {said.stderr or said.stdout}")
        finish(printed, target, content.shape)
