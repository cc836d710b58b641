"""A ``Changeset`` and its two resolutions → what is shown of each change, in the order in which it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import JsonValue

from nghiquyet.normalize.model import Resolution, Target, Task
from nghiquyet.output.changes.model import Change, Changeset, FieldChange
from nghiquyet.output.changes.rendering.redlines import RedLine, red_lines, without_long_runs
from nghiquyet.output.changes.rendering.shown_values import field_label, value_lines
from nghiquyet.output.files.record_lines import record_to_lines
from nghiquyet.output.files.review_list import pages_of, places_of
from nghiquyet.output.files.vietnamese import FIELDS

KINDS = {"document": "Văn bản", "target": "Chỉ tiêu", "task": "Nhiệm vụ"}
VERDICTS = {
    "changed": "sửa đổi",
    "moved": "chuyển chỗ",
    "renumbered": "đánh số lại",
    "split": "tách",
    "merged": "gộp",
    "added": "thêm mới",
    "removed": "bỏ",
}
CAUSES = {
    "document": "",
    "doubt": "một bên đọc chưa chắc: đối chiếu với bản gốc",
    "program": "cùng một tệp gốc: khác do phiên bản phần mềm, tùy chọn hoặc bản sửa tay",
}

# More addresses than this say no more.
MOST_PLACES = 3
# A label and the lines under it.
Facts = tuple[str, tuple[str, ...]]
_TITLE_LABELS = (FIELDS["title"], FIELDS["statement"])


@dataclass(frozen=True, slots=True)
class ShownSide:
    """The value on one side of a split or merged record: the record's id, and its lines."""

    id: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownField:
    """``lines`` with red-lines; of split and merged records both ``sides`` instead, side by side."""

    label: str
    reason: str
    substance: bool
    lines: tuple[RedLine, ...] = ()
    before: tuple[ShownSide, ...] = ()
    after: tuple[ShownSide, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownChange:
    """``anchor`` is its place on the page; ``fields`` those of substance first, ``minor`` the others where there are
    both; ``records`` the whole of what was added or removed."""

    anchor: str
    kind: str
    verdict: str
    verdict_name: str
    previous: tuple[str, ...]
    current: tuple[str, ...]
    title: str
    substance: bool
    review: bool
    score: float
    cause: str
    cause_name: str
    places_before: str
    places_after: str
    fields: tuple[ShownField, ...]
    minor: tuple[ShownField, ...]
    records: tuple[tuple[str, tuple[Facts, ...]], ...]

    @property
    def name(self) -> str:
        """``Nhiệm vụ II.1 → II.2``; the id once where both sides have the same."""
        old, new = ", ".join(self.previous), ", ".join(self.current)
        ids = f"{old} → {new}" if old and new and old != new else new or old
        return f"{self.kind} {ids}".strip()

    @property
    def gist(self) -> str:
        """What happened, in a line: the reasons of substance, else what became of the record."""
        reasons = dict.fromkeys(_told(field) for field in self.fields if field.reason)
        if self.records or not reasons:
            return self.verdict_name
        return "; ".join(reasons)

    @property
    def retitled(self) -> bool:
        """Whether the title itself is among what is shown with red-lines."""
        return any(field.label in _TITLE_LABELS and field.lines for field in self.fields)

    @property
    def to_look_at(self) -> bool:
        """Whether a person has to settle what it is: an unsure pair, a doubtful value, or another program's reading."""
        return self.review or self.cause == "doubt" or (self.cause == "program" and self.substance)


@dataclass(frozen=True, slots=True)
class Shown:
    """All changes, each in one of three parts."""

    substance: tuple[ShownChange, ...]
    look: tuple[ShownChange, ...]
    wording: tuple[ShownChange, ...]


def changes_to_view(changes: Changeset, previous: Resolution, current: Resolution) -> Shown:
    """What is sure and of substance; what a person must look at, substance first; what is only written otherwise."""
    before, after = _records(previous), _records(current)
    shown = [_change(number, one, before, after) for number, one in enumerate(changes.changes, 1)]
    look = [one for one in shown if one.to_look_at]
    sure = [one for one in shown if not one.to_look_at]
    return Shown(
        substance=tuple(one for one in sure if one.substance),
        look=tuple(sorted(look, key=lambda one: not one.substance)),
        wording=tuple(one for one in sure if not one.substance),
    )


def _told(field: ShownField) -> str:
    """The reason with the field that it is about, where it does not say so itself."""
    return field.reason if field.reason.startswith(field.label) else f"{field.label}: {field.reason}"


Records = Mapping[tuple[str, str], Task | Target]


def _records(resolution: Resolution) -> Records:
    tasks: dict[tuple[str, str], Task | Target] = {("task", task.id): task for task in resolution.tasks}
    return {**tasks, **{("target", target.id): target for target in resolution.targets}}


def _change(number: int, change: Change, before: Records, after: Records) -> ShownChange:
    old = [before[key] for id in change.previous if (key := (change.record, id)) in before]
    new = [after[key] for id in change.current if (key := (change.record, id)) in after]
    fields = tuple(_field(change, field) for field in change.fields)
    weighty = tuple(field for field in fields if field.substance)
    return ShownChange(
        anchor=f"c{number}",
        kind=KINDS[change.record],
        verdict=change.verdict,
        verdict_name=VERDICTS[change.verdict],
        previous=change.previous,
        current=change.current,
        title=_title([*new, *old, *change.records]),
        substance=change.class_ == "substance",
        review=change.review,
        score=change.score,
        cause=change.cause,
        cause_name=CAUSES[change.cause],
        places_before=_places(old),
        places_after=_places(new),
        fields=weighty or fields,
        minor=tuple(field for field in fields if not field.substance) if weighty else (),
        records=tuple((record.id, _facts(record)) for record in change.records),
    )


def _facts(record: Task | Target) -> tuple[Facts, ...]:
    """Each label once, with all its lines."""
    listed: dict[str, list[str]] = {}
    for label, text in record_to_lines(record):
        listed.setdefault(label, []).append(text)
    return tuple((label, tuple(texts)) for label, texts in listed.items())


def _title(records: Iterable[Task | Target]) -> str:
    for record in records:
        return record.title if isinstance(record, Task) else record.statement
    return ""


def _places(records: Iterable[Task | Target]) -> str:
    """``trang 6, 7``; of a file without pages where the record's title stands: ``bảng 2, dòng 5, ô 3``."""
    listed = list(records)
    pages = sorted({page for record in listed for page in pages_of(record)})
    if pages:
        return f"trang {', '.join(map(str, pages))}"
    titles = [place for r in listed for place in places_of(r, "title" if isinstance(r, Task) else "statement")]
    return "; ".join(dict.fromkeys(titles[:MOST_PLACES]))


def _field(change: Change, field: FieldChange) -> ShownField:
    label = field_label(change.record, field.field)
    several = len(change.previous) > 1 or len(change.current) > 1
    if several:
        before = _sides(change, field.field, change.previous, field.before)
        after = _sides(change, field.field, change.current, field.after)
        return ShownField(label, field.reason, field.class_ == "substance", before=before, after=after)
    old = value_lines(change.record, field.field, field.before)
    new = value_lines(change.record, field.field, field.after)
    return ShownField(label, field.reason, field.class_ == "substance", without_long_runs(red_lines(old, new)))


def _sides(change: Change, field: str, ids: tuple[str, ...], value: JsonValue) -> tuple[ShownSide, ...]:
    """Several records have a list of values, one for each id."""
    values = value if len(ids) > 1 and isinstance(value, list) and len(value) == len(ids) else [value]
    names = ids if len(values) == len(ids) else (", ".join(ids),)
    return tuple(ShownSide(id, value_lines(change.record, field, one)) for id, one in zip(names, values, strict=True))
