"""Writes goldens anew and shows what changed: ``python -m tests.stages.renew [NAME…]``; all if no name is given."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.stages.kept_goldens import DOCUMENTED, GOLDENS, Golden, difference


def renew(golden: Golden) -> str:
    """What changed, empty where nothing did; the golden is written."""
    kept, now = golden.kept(), golden.now()
    if kept == now:
        return ""
    golden.path.parent.mkdir(parents=True, exist_ok=True)
    golden.path.write_text(now, encoding="utf-8")
    return difference(golden, kept, now) if kept else f"new, {now.count(chr(10))} lines"


def orphans() -> Iterator[Path]:
    """Goldens without a document; those of documents beside the project may only be out of reach."""
    known = {golden.path for golden in DOCUMENTED}
    yield from (p for p in sorted(GOLDENS.rglob("*.txt")) if p not in known and GOLDENS / "shared" not in p.parents)


def attempt(golden: Golden) -> tuple[str, bool]:
    """What is to be shown of a golden, and whether it could be made: one document that breaks must not hide others."""
    try:
        return renew(golden), True
    except Exception as error:
        return f"{type(error).__name__}: {error}", False


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="parts of the goldens' names")
    names = parser.parse_args().names
    chosen = [g for g in DOCUMENTED if not names or any(name in g.name for name in names)]
    changed = broken = 0
    for golden in chosen:
        shown, made = attempt(golden)
        changed += bool(shown) and made
        broken += not made
        if shown:
            print(f"== {golden.name}\n{shown}\n", flush=True)
    for path in orphans() if not names else ():
        path.unlink()
        print(f"== {path.relative_to(GOLDENS)}\nremoved: its document is gone\n")
    print(f"{changed} of {len(chosen)} goldens changed" + (f", {broken} could not be made" if broken else ""))
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
