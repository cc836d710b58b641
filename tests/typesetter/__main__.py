"""Prints layouts again: ``python -m tests.typesetter [NAME…]`` writes each one's PDF and gold beside its content."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.typesetter.content import load_content
from tests.typesetter.gold import gold
from tests.typesetter.printing import print_pdf

LAYOUTS = Path(__file__).parent.parent / "layouts"


def main(names: list[str]) -> None:
    for path in sorted(LAYOUTS.rglob("*.yaml")):
        if path.stem == "deadlines" or (names and path.stem not in names):
            continue
        content = load_content(path)
        path.with_suffix(".json").write_text(
            json.dumps(gold(content), ensure_ascii=False, indent=1, default=str) + "\n", encoding="utf-8"
        )
        print_pdf(content, path.with_suffix(".pdf"))
        print(path.stem, path.with_suffix(".pdf").stat().st_size)


if __name__ == "__main__":
    main(sys.argv[1:])
