"""Why a section's label was read as it was, and why it stands at its level."""

from __future__ import annotations

from collections.abc import Sequence

from nghiquyet.extract.decisions.decision import Alternative, Decision, Evidence, Subject
from nghiquyet.extract.language.numbering.reading import Reading
from nghiquyet.extract.outline.nesting import Placing


def label_decision(
    id_: str, readings: Sequence[Reading], placing: Placing, parent: str | None, before: Reading | None
) -> Decision:
    """The decision about the label of section ``id_``, which stands under ``parent`` and behind ``before``."""
    label = placing.label
    others = dict.fromkeys(f"{r.text} {r.style}" for r in readings if r != label)
    evidence = [Evidence(placing.rule), Evidence("level", placing.depth + 1)]
    evidence += [Evidence("parent", parent)] if parent else []
    evidence += [Evidence("label_before", before.text)] if before is not None else []
    if placing.guessed:
        evidence.append(Evidence("label_restored", readings[0].text if readings else None))
    subject = Subject("section", id_)
    chosen = f"{label.text} {label.style}"
    return Decision("section_label", subject, chosen, None, tuple(map(Alternative, others)), tuple(evidence))
