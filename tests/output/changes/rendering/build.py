"""Two versions with a change of every verdict, as the comparison would tell them."""

from __future__ import annotations

from typing import Any

from nghiquyet.normalize.model import Box, Resolution
from nghiquyet.output.changes.model import Change, Changeset, FieldChange, Side, Summary
from tests.output import build


def field(name: str, before: Any, after: Any, weight: str = "substance", reason: str = "") -> FieldChange:
    told: dict[str, Any] = {"field": name, "before": before, "after": after, "class": weight, "reason": reason}
    return FieldChange(**told)


def change(*fields: FieldChange, **changes: Any) -> Change:
    known: dict[str, Any] = {
        "record": "task",
        "verdict": "changed",
        "previous": ("I.1",),
        "current": ("I.1",),
        "class": "substance" if any(f.class_ == "substance" for f in fields) or not fields else "wording",
        "fields": fields,
    }
    return Change(**{**known, **changes})


def changeset(*changes: Change) -> Changeset:
    sides = Side.of(build.resolution())
    weights = [one.class_ for one in changes]
    summary = Summary(
        substance=weights.count("substance"),
        wording=weights.count("wording"),
        unchanged=5,
        review=sum(one.review for one in changes),
    )
    return Changeset(previous=sides, current=sides, summary=summary, changes=changes)


PREVIOUS = build.resolution()
CURRENT: Resolution = build.resolution(
    tasks=(build.task(where={"title": (Box(page=9, bbox=(0.0, 0.0, 1.0, 1.0)),)}), build.task("I.2"), build.task("I.3"))
)

LOWER = change(
    field("value", 43.5, 40.0, reason="giá trị giảm từ 43,5 xuống 40"),
    record="target",
    previous=("II.1.a",),
    current=("II.1.a",),
)
LATER = change(
    field(
        "deadline",
        {"text": "Tháng 12/2027", "end": "2027-12-31", "precision": "month"},
        {"text": "Tháng 6/2028", "end": "2028-06-30", "precision": "month"},
        reason="thời hạn lùi từ 31/12/2027 thành 30/06/2028",
    ),
    field("title", "Lập quy hoạch trạm sạc", "Lập qui hoạch trạm sạc", "wording", "chỉ khác chính tả"),
)
NEW = change(verdict="added", previous=(), current=("I.3",), records=(build.task("I.3", title="Lập đề án"),))
GONE = change(verdict="removed", current=(), previous=("II.1.a",), record="target", records=(build.target(),))
CUT = change(
    field("title", "Lập và trình đề án", ["Lập đề án", "Trình đề án"], reason="tách làm hai"),
    verdict="split",
    current=("I.1", "I.2"),
)
UNSURE = change(field("lead", [], [{"text": "Sở Y tế", "name": None}]), review=True, score=0.61)
DOUBTED = change(field("result", None, "Đề án", "wording"), cause="doubt")
PROGRAM = change(field("scope", "a", "b"), record="target", cause="program")
SPELLED = change(
    field("title", "Bảo đảm an toàn", "Đảm bảo an toàn", "wording", "cách viết khác"),
    previous=("I.2",),
    current=("I.3",),
    verdict="renumbered",
)
SIGNED = change(
    field("signer", None, {"name": "Lê Văn B"}, reason="thêm người ký"), record="document", previous=(), current=()
)
ALL = changeset(
    SIGNED, LOWER, GONE, LATER, NEW, CUT, UNSURE, DOUBTED, PROGRAM, SPELLED,
)  # fmt: skip
NASTY = "<script>alert(1)</script><img src=x onerror=alert(1)> [a](http://x) *b* | `c` ~~d~~ \"'& @all"


def hostile() -> tuple[Changeset, Resolution]:
    """Every text of the documents tries to be markup."""
    task = build.task(title=NASTY, extra={NASTY: NASTY}, lead=(build.assignment(NASTY),), markers={NASTY: True})
    document = build.resolution(document=build.front_matter(title=NASTY, number=NASTY, kind=NASTY), tasks=(task,))
    source = document.source.model_copy(update={"file": NASTY})
    document = document.model_copy(update={"source": source})
    side = Side.of(document)
    made = changeset(
        change(field("title", NASTY, f"{NASTY} x", reason=NASTY), previous=(NASTY,), current=("I.1",)),
        change(verdict="added", previous=(), records=(task,)),
        change(field("title", NASTY, f"{NASTY}.", "wording", NASTY), previous=(NASTY,)),
    )
    return made.model_copy(update={"previous": side, "current": side}), document
