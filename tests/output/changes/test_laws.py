"""Laws of comparison, over compared fields: identity, application, mirror, order."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nghiquyet.normalize.model import Resolution
from nghiquyet.output.changes import Change, Changeset, apply, changeset_to_bytes, compare, compared_fields
from tests.output.changes.strategies import edited, resolutions, with_source

MIRRORED = {"added": "removed", "removed": "added", "split": "merged", "merged": "split"}
# Enough for the quick suite; the editor's report applies and checks hundreds more.
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
pairs = st.one_of(edited(), st.tuples(resolutions(), resolutions()))


@given(resolutions())
@FEW
def test_a_document_changes_nothing_of_itself(document: Resolution) -> None:
    changes = compare(document, with_source(document, "f"))
    assert changes.changes == ()
    assert changes.summary.unchanged == len(document.tasks) + len(document.targets) + 1


@given(pairs)
@FEW
def test_applied_to_the_old_they_give_the_new(versions: tuple[Resolution, Resolution]) -> None:
    previous, current = versions
    assert apply(compare(previous, current), previous) == compared_fields(current)


@given(pairs)
@FEW
def test_they_survive_being_written(versions: tuple[Resolution, Resolution]) -> None:
    changes = compare(*versions)
    written = changeset_to_bytes(changes)
    assert Changeset.model_validate_json(written) == changes
    assert changeset_to_bytes(compare(*versions)) == written


@given(pairs)
@FEW
def test_the_other_way_round_they_are_mirrored(versions: tuple[Resolution, Resolution]) -> None:
    previous, current = versions
    there, back = compare(previous, current), compare(current, previous)
    assert sorted(map(told, there.changes)) == sorted(told(mirrored(change)) for change in back.changes)


@given(resolutions(), st.randoms(use_true_random=False))
@FEW
def test_shuffled_rows_only_move_or_are_renumbered(document: Resolution, random: Random) -> None:
    rows = list(document.tasks)
    random.shuffle(rows)
    places = [{"id": t.id, "number": t.number, "group": t.group, "origin": t.origin} for t in document.tasks]
    renumbered = [row.model_copy(update=place) for row, place in zip(rows, places, strict=True)]
    for tasks in (rows, renumbered):
        shuffled = with_source(document.model_copy(update={"tasks": tuple(tasks)}), "d")
        assert {change.verdict for change in compare(document, shuffled).changes} <= {"moved", "renumbered"}


def mirrored(change: Change) -> Change:
    fields = tuple(f.model_copy(update={"before": f.after, "after": f.before}) for f in change.fields)
    update = {"previous": change.current, "current": change.previous, "fields": fields}
    return change.model_copy(update={**update, "verdict": MIRRORED.get(change.verdict, change.verdict)})


def told(change: Change) -> str:
    """All of a change but the reasons, which are words about a direction."""
    bare = change.model_copy(update={"fields": tuple(f.model_copy(update={"reason": ""}) for f in change.fields)})
    return bare.model_dump_json(by_alias=True)
