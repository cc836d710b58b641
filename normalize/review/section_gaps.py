"""Sections → where their labels skip: the text of a lost heading goes to the one above.

Printed labels begin anew, or with another than the first, as their author likes; one that skips lost its text in a
damaged file, or its author miscounted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nghiquyet.extract.language.numbering.ordinals import row_label
from nghiquyet.extract.language.numbering.reading import Reading
from nghiquyet.extract.language.numbering.succession import successor
from nghiquyet.normalize.model import Finding, Section
from nghiquyet.normalize.prose.published_sections import Prose
from nghiquyet.normalize.review.findings import finding

ARTICLE = "Điều "


@dataclass(frozen=True, slots=True)
class SectionStep:
    """A section whose label does not follow its level's last one; ``before`` and ``at`` are places in the prose.

    A heading may be lost in any section from ``before`` on; without one before it, from the level's own beginning.
    """

    before: int
    at: int
    label: str
    last: str

    def finding(self, prose: Prose) -> Finding:
        follows_on = f"không liền sau mục “{self.last}”" if self.last else "là mục đầu tiên đọc được"
        message = f"Mục “{self.label}” {follows_on}, có thể đã mất một mục; hãy đối chiếu với bản gốc."
        pages = [b.page for b in prose.sections[self.at].where[:1] if b.page is not None]
        return finding("warning", "section-number-out-of-step", message, f"/sections/{self.at}", pages)


def section_steps(prose: Prose) -> Iterator[SectionStep]:
    """Labels that skip among the sections of one level; recognised ones also where they do not begin with the first."""
    last: dict[tuple[str, str, str, int], tuple[int, Reading, str]] = {}
    parents = {section.id: i for i, section in enumerate(prose.sections)}
    for i, section in enumerate(prose.sections):
        label = row_label(section.label.split()[-1]) if section.label else None
        if label is None or label.style == "bullet":
            continue
        name, _, number = section.label.rpartition(" ")
        key = (_list_of(section), name, re.sub(r"\w+", "#", number), label.depth)
        before = last.get(key)
        last[key] = (i, label, section.label)
        recognised = _recognised(prose, i)
        if before is None:
            if recognised and label.levels[-1] > 1 and label.style in ("arabic", "roman"):
                yield SectionStep(parents.get(section.parent or "", 0), i, section.label, "")
        elif not _in_step(before[1], label) if recognised else successor(before[1], label).kind == "skipped":
            yield SectionStep(before[0], i, section.label, before[2])


def _list_of(section: Section) -> str:
    """What the section's labels are counted in: its parent; articles run on through chapters, not into appendices.

    Appendices are counted through the document.
    """
    if section.parent is None and section.id.endswith(":0"):
        return ""
    part = section.id.rpartition(":")[0]
    return part if section.parent is None or section.label.startswith(ARTICLE) else section.parent


def doubtful_sections(prose: Prose) -> frozenset[str]:
    """The ids of the sections that may hold the text of one whose heading was not read."""
    return frozenset(s.id for step in section_steps(prose) for s in prose.sections[step.before : step.at])


def _in_step(before: Reading, label: Reading) -> bool:
    """True if one label may follow another; of two kinds of numbers in one list the one is the other misread."""
    if before.style != label.style:
        return {before.style, label.style} != {"roman", "arabic"}
    return successor(before, label).kind in ("next", "repeated")


def _recognised(prose: Prose, i: int) -> bool:
    words = [w for passage in (prose.titles[i], *prose.passages[i]) for w in passage.words]
    return bool(words) and all(w.confidence is not None for w in words)
