"""A ``Changeset`` → Markdown for e-mail and issue trackers: readable as it stands, and all words of the documents
escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nghiquyet.output.changes.model import Changeset, Side
from nghiquyet.output.changes.rendering.redlines import RedLine
from nghiquyet.output.changes.rendering.view import Shown, ShownChange, ShownField
from nghiquyet.output.files.vietnamese import date_text

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# Only these begin something where they stand inside a line; the others only at its start.
_INSIDE = re.compile(r"([\\`*_\[\]|~])")


def view_to_markdown(changes: Changeset, view: Shown) -> str:
    """Both documents, the counts, then substance, what to look at, and the wording."""
    parts = [
        "# Thay đổi giữa hai bản văn bản",
        f"- **Bản cũ:** {_document(changes.previous)}\n- **Bản mới:** {_document(changes.current)}",
        _counts(changes, view),
        *_section("Thay đổi về nội dung", view.substance, "Không có thay đổi nào về nội dung."),
        *(_section("Cần xem lại", view.look, "") if view.look else ()),
        *_wording(view.wording),
    ]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Words of a document on one line, so that no letter of theirs is markup."""
    line = " ".join(text.split()).translate(_ENTITIES)
    inside = _INSIDE.sub(r"\\\1", line)
    return re.sub(r"^(\d+)([.)])|^([-+#=])", lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", inside)


def _document(side: Side) -> str:
    front = side.document
    number = front.number or front.symbol
    named = " ".join(part for part in (front.kind, f"số {number}" if number else "", front.title) if part)
    date = f", ngày {date_text(front.issued_on)}" if front.issued_on else ""
    return f"{escaped(named or side.source.file)}{date} (tệp {escaped(side.source.file)})"


def _counts(changes: Changeset, view: Shown) -> str:
    told = changes.summary
    return (
        f"**{told.substance} thay đổi nội dung**, {len(view.look)} chỗ cần xem lại, {told.wording} thay đổi cách viết, "
        f"{told.unchanged} không đổi."
    )


def _section(heading: str, changes: Sequence[ShownChange], nothing: str) -> Iterator[str]:
    yield f"## {heading}"
    if not changes:
        yield nothing
    for change in changes:
        yield f"### {escaped(change.name)} – {change.verdict_name}"
        yield from _change(change)


def _change(change: ShownChange) -> Iterator[str]:
    told = [f"*{escaped(change.title)}*" if change.title and not change.records else "", _places(change)]
    if any(told):
        yield "  \n".join(line for line in told if line)
    asked = [_unsure(change)] if change.review else []
    asked += [change.cause_name] if change.cause_name else []
    if asked:
        yield f"> Cần xem lại: {'; '.join(asked)}."
    for id, facts in change.records:
        head = [f"- **mã:** {escaped(id)}"] if len(change.records) > 1 else []
        yield "\n".join([*head, *(f"- **{escaped(label)}:** {escaped('; '.join(texts))}" for label, texts in facts)])
    fields = [line for field in (*change.fields, *change.minor) for line in _field(field)]
    if fields:
        yield "\n".join(fields)


def _unsure(change: ShownChange) -> str:
    return f"chưa chắc hai bên là một (giống {round(change.score * 100)} %)"


def _places(change: ShownChange) -> str:
    sides = (("bản cũ", change.places_before), ("bản mới", change.places_after))
    return ", ".join(f"{name} {escaped(places)}" for name, places in sides if places)


def _field(field: ShownField) -> Iterator[str]:
    reason = f" – {escaped(field.reason)}" if field.reason else ""
    if field.before or field.after:
        yield f"- **{escaped(field.label)}**{reason}"
        for mark, sides in (("cũ", field.before), ("mới", field.after)):
            for side in sides:
                yield f"  - {mark} {escaped(side.id)}: {escaped('; '.join(side.lines)) or '(trống)'}"
        return
    told = [_red(line) for line in field.lines]
    if len(told) == 1:
        yield f"- **{escaped(field.label)}:** {told[0]}{reason}"
        return
    yield f"- **{escaped(field.label)}**{reason}"
    yield from (f"  - {line}" for line in told)


def _red(line: RedLine) -> str:
    """``giảm ~~100~~ **90** phần trăm``: marks stand close to words, or they would not count."""
    pieces = []
    for stretch in line.stretches:
        if stretch.kind == "same":
            pieces.append(escaped(stretch.after))
            continue
        pieces += [f"~~{escaped(stretch.before)}~~"] if stretch.before.strip() else []
        pieces += [f"**{escaped(stretch.after)}**"] if stretch.after.strip() else []
    return " ".join(piece for piece in pieces if piece)


def _wording(changes: Sequence[ShownChange]) -> Iterator[str]:
    """A line each: nobody has to read them, but nothing goes unsaid."""
    if not changes:
        return
    yield "## Chỉ khác cách viết"
    lines = []
    for change in changes:
        fields = ", ".join(dict.fromkeys(escaped(field.label) for field in change.fields))
        verdict = "" if change.verdict == "changed" else f" ({change.verdict_name})"
        lines.append(f"- {escaped(change.name)}{verdict}{f': {fields}' if fields else ''}")
    yield "\n".join(lines)
