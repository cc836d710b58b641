"""Words that the recogniser was not sure of → doubts about the fields they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from nghiquyet.extract.language.column_headings import AGENCY_ROLES
from nghiquyet.extract.model import UNREAD, Document, Line, Table, Word
from nghiquyet.normalize.model import Box, Finding, RecognisedWord, Resolution, Review, Target, Task
from nghiquyet.normalize.review.findings import finding, quote

# A word that is less probable is shown to a person. On the risk-coverage curve of docs/scans.md 2 to 3 % of the
# words are flagged there; at 0.9 two real scans had half as many right fields again flagged, and no wrong one more.
SURE_WORD = 0.85
# A name found word for word in the registry is right even if a letter was hard to read.
KNOWN_NAME = 0.99
CODE = "recognition-weak"
# A doubt names no more words than this: the least sure ones.
SHOWN = 4
_TOKEN = re.compile(r"[^\W_]+(?:[.,/-][^\W_]+)*|%")
# Signs that stand alone for a letter: "Khu vực [".
_BARS = re.compile(r"[\[\]|]")
# Target's fields that are read from its statement's numbers.
_NUMERIC = ("value", "value_max", "milestones")
_WORDED = ("statement", "indicator", "unit", "scope")


@dataclass(frozen=True, slots=True)
class WeakWord:
    """A word in doubt: its tokens, the tokens beside it on its line (for its place in a text), and where it stands."""

    text: str
    tokens: tuple[str, ...]
    before: str
    after: str
    page: int
    middle: tuple[float, float]
    confidence: float
    place: str = ""  # the whole text of the table's cell that it stands in

    def within(self, boxes: Iterable[Box]) -> bool:
        x, y = self.middle
        return any(
            b.page == self.page and b.bbox is not None and b.bbox[0] <= x <= b.bbox[2] and b.bbox[1] <= y <= b.bbox[3]
            for b in boxes
        )

    def stands_in(self, text: str) -> bool:
        """True if the word is among those of ``text``, beside a neighbour that it has on the page."""
        if self.text == UNREAD:
            return True
        if not self.tokens:
            return bool(_BARS.search(self.text)) and self.text in text.split()
        tokens = _tokens(text)
        size = len(self.tokens)
        for i in range(len(tokens) - size + 1):
            if size and tokens[i : i + size] == self.tokens:
                before = tokens[i - 1] if i else ""
                after = tokens[i + size] if i + size < len(tokens) else ""
                if (before and before == self.before) or (after and after == self.after) or not (before or after):
                    return True
        return False


def doubt_weak_words(resolution: Resolution, document: Document) -> Resolution:
    """The resolution with a doubt on each field that holds a word of low confidence; as it was if none was recognised.

    Every word that was changed or is hard to read is recorded in ``recognised_words``. Boxes must still be those of the
    pages as read.
    """
    words = recognised_words(document)
    if words:
        resolution = resolution.model_copy(update={"recognised_words": words})
    prose = tuple(_weak_words(document.lines))
    cells = (w for table in document.tables for w in weak_words_of(table))
    notes = (w for page in document.pages for w in _weak_words(page.footnotes))
    weak = (*prose, *cells, *notes)
    if not weak:
        return resolution
    sections = {s.id: s.where for s in resolution.sections}
    found = [
        *_document_doubts(resolution, prose),
        *_group_doubts(resolution, weak),
        *_section_doubts(resolution, prose),
        finding(
            "info",
            "recognition-weak-words",
            f"{len(weak)} từ đọc từ ảnh chưa chắc; hãy đối chiếu các trường có đánh dấu với bản gốc.",
            pages=(w.page for w in weak),
        ),
    ]
    return resolution.model_copy(
        update={
            "tasks": tuple(_doubted_task(t, weak) for t in resolution.tasks),
            "targets": tuple(_doubted_target(t, weak, sections.get(t.section, ())) for t in resolution.targets),
            "findings": (*resolution.findings, *found),
        }
    )


def recognised_words(document: Document) -> tuple[RecognisedWord, ...]:
    """The words that were changed since they were recognised, or are hard to read, by page and from the top down.

    One that was taken for dirt and left out has no ``text``.
    """
    kept = dict.fromkeys(
        word
        for line in _all_lines(document)
        for word in line.words
        if word.confidence is not None and (word.recognised or word.confidence < SURE_WORD)
    )
    specks = (replace(w, text="", recognised=w.text) for page in document.pages for w in page.specks)
    found = sorted([*kept, *specks], key=lambda w: (w.page, w.bbox[1], w.bbox[0], w.text, w.recognised))
    return tuple(_recognised(word) for word in found)


def _all_lines(document: Document) -> Iterator[Line]:
    yield from document.lines
    for table in document.tables:
        yield from table.header_lines
        for row in table.rows:
            for cell in row.cells:
                yield from cell.lines
    for page in document.pages:
        yield from (*page.footnotes, *page.furniture)


def _recognised(word: Word) -> RecognisedWord:
    x0, top, x1, bottom = (round(edge, 2) for edge in word.bbox)
    return RecognisedWord(
        page=word.page,
        bbox=(x0, top, x1, bottom),
        read=word.recognised or word.text,
        text=word.text,
        confidence=round(word.confidence or 0.0, 2),
    )


def weak_words_of(table: Table) -> Iterator[WeakWord]:
    """The weak words of a table's headings and cells."""
    yield from _weak_words(table.header_lines)
    for row in table.rows:
        for cell in dict.fromkeys(c for c in row.cells if not c.carried_down):
            yield from _weak_words(cell.lines, cell.text)


def _weak_words(lines: Iterable[Line], place: str = "") -> Iterator[WeakWord]:
    """The weak words of lines that follow one another."""
    words = [word for line in lines for word in line.words]
    for i, word in enumerate(words):
        if word.confidence is None or word.confidence >= SURE_WORD:
            continue
        before = _tokens(words[i - 1].text)[-1:] if i else ()
        after = _tokens(words[i + 1].text)[:1] if i + 1 < len(words) else ()
        x0, top, x1, bottom = word.bbox
        middle = ((x0 + x1) / 2, (top + bottom) / 2)
        yield WeakWord(
            word.text, _tokens(word.text), "".join(before), "".join(after), word.page, middle, word.confidence, place
        )


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(text.casefold()))


def _review(field: str, words: Sequence[WeakWord]) -> Review:
    return Review(
        field=field, code=CODE, message=f"Đọc {shown_words(words)} từ ảnh chưa chắc; hãy đối chiếu với bản gốc."
    )


def shown_words(words: Sequence[WeakWord]) -> str:
    """The words that a person looks at, the least sure first."""
    texts = dict.fromkeys(w.text for w in sorted(words, key=lambda w: w.confidence))
    named = ["một chỗ có mực" if text == UNREAD else f"“{quote(text)}”" for text in texts]
    return ", ".join(named[:SHOWN]) + (" …" if len(named) > SHOWN else "")


def _doubted_task(task: Task, weak: Sequence[WeakWord]) -> Task:
    everywhere = tuple(b for boxes in task.where.values() for b in boxes)
    own = [w for w in weak if w.within(everywhere)]
    if not own:
        return task
    doubts = []
    for field, texts in _task_texts(task).items():
        here = [w for w in own if w.within(task.where.get(field, everywhere))]
        hits = [w for w in here if any(w.stands_in(text) for text in texts)]
        if hits:
            doubts.append(_review(field, hits))
    marks = [w for w in own if w.within(task.where.get("markers", ()))]
    if marks:
        doubts.append(_review("markers", marks))
    return task.model_copy(update={"review": _added(task.review, doubts)})


def _task_texts(task: Task) -> dict[str, list[str]]:
    """What is printed of each field, names that are surely known left out."""
    texts = {
        "number": [task.number or ""],
        "title": [task.title],
        "result": [task.result or ""],
        "deadline": [task.deadline.text or ""],
        "extra": list(task.extra.values()),
    }
    for role in AGENCY_ROLES:
        unsure = [a for a in getattr(task, role) if a.score < KNOWN_NAME or a.scope]
        texts[role] = [text for a in unsure for text in (a.text, a.scope or "")]
    return texts


def _doubted_target(target: Target, weak: Sequence[WeakWord], section: Sequence[Box]) -> Target:
    own = [w for w in weak if w.within(b for boxes in target.where.values() for b in boxes)]
    near = own + [w for w in weak if w not in own and w.within(section)]
    doubts = []
    for field in _WORDED:
        hits = [w for w in own if w.stands_in(getattr(target, field) or "")]
        if hits:
            doubts.append(_review(field, hits))
    digits = [w for w in own if _has_digit(w.text) and w.stands_in(target.statement)]
    if digits:
        doubts += [_review(field, digits) for field in _NUMERIC if getattr(target, field) not in (None, ())]
    for field in ("deadline", "baseline"):
        value = getattr(target, field)
        hits = [w for w in near if value is not None and w.stands_in(value.text or "")]
        if hits:
            doubts.append(_review(field, hits))
    return target.model_copy(update={"review": _added(target.review, doubts)}) if doubts else target


def _has_digit(text: str) -> bool:
    return text == UNREAD or any(c.isdigit() for c in text)


def _added(old: tuple[Review, ...], new: Sequence[Review]) -> tuple[Review, ...]:
    return (*old, *(r for r in new if r not in old))


def _group_doubts(resolution: Resolution, weak: Sequence[WeakWord]) -> Iterator[Finding]:
    for i, group in enumerate(resolution.task_groups):
        hits = [w for w in weak if w.place and group.title in w.place and w.stands_in(group.title)]
        if hits:
            message = f"Tên nhóm có chữ {shown_words(hits)} đọc từ ảnh chưa chắc; hãy đối chiếu với bản gốc."
            yield finding("warning", CODE, message, f"/task_groups/{i}/title", (w.page for w in hits))


def _section_doubts(resolution: Resolution, weak: Sequence[WeakWord]) -> Iterator[Finding]:
    """A doubt a section that has weak words in its title or text; its tasks and targets have their own."""
    for i, section in enumerate(resolution.sections):
        text = f"{section.title}\n{section.text}"
        hits = [w for w in weak if w.within(section.where) and w.stands_in(text)]
        if hits:
            message = f"Có chữ {shown_words(hits)} đọc từ ảnh chưa chắc; hãy đối chiếu với bản gốc."
            yield finding("warning", CODE, message, f"/sections/{i}", (w.page for w in hits))


def _document_doubts(resolution: Resolution, weak: Sequence[WeakWord]) -> Iterator[Finding]:
    """Doubts about the head's fields from words above the first heading, about the rest from the pages behind."""
    head_page, head_end = _end_of_head(resolution)
    above = [w for w in weak if (w.page, w.middle[1]) < (head_page, head_end)]
    for field, text in _document_texts(resolution).items():
        near = [w for w in weak if w not in above] if field in ("signer", "recipients") else above
        hits = [w for w in near if w.text != UNREAD and w.stands_in(text)]
        if hits:
            message = f"Có chữ {shown_words(hits)} đọc từ ảnh chưa chắc; hãy đối chiếu với bản gốc."
            yield finding("warning", CODE, message, f"/document/{field}", (w.page for w in hits))


def _end_of_head(resolution: Resolution) -> tuple[int, float]:
    """The page and height of the first heading; the end of the first page where there is none."""
    for section in resolution.sections:
        for box in section.where if section.label else ():
            if box.page is not None and box.bbox is not None:
                return box.page, box.bbox[1]
    return 1, float("inf")


def _document_texts(resolution: Resolution) -> dict[str, str]:
    """What is printed of each field of the document, as one text."""
    front = resolution.document
    signer = front.signer
    return {
        "number": front.number or "",
        "kind": front.kind or "",
        "issuer": front.issuer or "",
        "place": front.place or "",
        "issued_on": f"ngày {front.issued_on:%d} tháng {front.issued_on:%m} năm {front.issued_on:%Y}"
        if front.issued_on
        else "",
        "title": front.title or "",
        "bases": "\n".join(front.bases),
        "signer": " ".join(filter(None, (signer.on_behalf_of, signer.position, signer.name))) if signer else "",
        "recipients": "\n".join(front.recipients),
    }
