"""The outline as printed → published sections, and a way back from letters of their texts to boxes and footnotes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from nghiquyet.extract.language.numbering.leading import leading_readings
from nghiquyet.extract.model import BBox, Word, union
from nghiquyet.normalize.model import Box, Finding, Section

Part = Literal["title", "text"]
# So many numbered paragraphs outside all headings are an outline that was not seen; a list of recipients has one or two
# (an estimate). Shorter lines are such lists.
LOST_LABELS = 4
QUOTED = 40


class PrintedNote(Protocol):
    """A footnote and the offset in a passage's text at which it is called."""

    @property
    def offset(self) -> int: ...
    @property
    def text(self) -> str: ...


class PrintedPassage(Protocol):
    """One paragraph, heading or table row; ``table`` is the number of the table whose row it is, or whose headings."""

    @property
    def text(self) -> str: ...
    @property
    def words(self) -> tuple[Word, ...]: ...
    @property
    def notes(self) -> Sequence[PrintedNote]: ...
    @property
    def table(self) -> int | None: ...
    @property
    def heading(self) -> bool: ...
    def words_between(self, start: int, end: int) -> tuple[Word, ...]: ...


class PrintedSection(Protocol):
    """A section of the outline as ``extract`` gives it."""

    @property
    def id(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def level(self) -> int: ...
    @property
    def parent(self) -> str | None: ...
    @property
    def title(self) -> PrintedPassage: ...
    @property
    def paragraphs(self) -> Sequence[PrintedPassage]: ...
    @property
    def marks(self) -> tuple[Word, ...]: ...
    @property
    def notes(self) -> tuple[str, ...]: ...
    @property
    def repeated(self) -> bool: ...
    @property
    def guessed(self) -> bool: ...


class PrintedOutline(Protocol):
    """All sections in reading order."""

    @property
    def sections(self) -> Sequence[PrintedSection]: ...


@dataclass(frozen=True, slots=True)
class Prose:
    """Published sections with the passages that they were made of: ``passages[i]`` are those of ``sections[i]``."""

    sections: tuple[Section, ...]
    titles: tuple[PrintedPassage, ...]
    passages: tuple[tuple[PrintedPassage, ...], ...]
    repeated: tuple[bool, ...]
    guessed: tuple[bool, ...] = ()

    def boxes(self, section: int, part: Part, start: int, end: int) -> tuple[Box, ...]:
        """A box a page around the words of ``sections[section].text[start:end]`` (or of its title), in points."""
        words: list[Word] = []
        for passage, offset in self._pieces(section, part):
            words += passage.words_between(max(0, start - offset), min(len(passage.text), end - offset))
        return words_to_boxes(words)

    def notes(self, section: int, part: Part, start: int, end: int) -> tuple[str, ...]:
        """The footnotes called within ``sections[section].text[start:end]`` (or its title), the end included."""
        return tuple(
            note.text
            for passage, offset in self._pieces(section, part)
            for note in passage.notes
            if start < offset + note.offset <= end
        )

    def _pieces(self, section: int, part: Part) -> list[tuple[PrintedPassage, int]]:
        if part == "title":
            return [(self.titles[section], 0)]
        pieces = []
        offset = 0
        for passage in self.passages[section]:
            pieces.append((passage, offset))
            offset += len(passage.text) + 1
        return pieces


def outline_to_prose(outline: PrintedOutline, task_tables: Collection[int] = (), headings: bool = True) -> Prose:
    """The sections of ``outline``; rows of ``task_tables`` (numbers in the document) are left out: they are tasks.

    Their headings stay, so that nothing printed is lost, unless ``headings`` is false.

    ``text`` is a paragraph, list item or table row a line; the cells of a row are parted by tabs.
    """
    kept = [
        tuple(p for p in s.paragraphs if p.table not in task_tables or (headings and p.heading))
        for s in outline.sections
    ]
    made = tuple(_section(s, p) for s, p in zip(outline.sections, kept, strict=True))
    return Prose(
        made,
        tuple(s.title for s in outline.sections),
        tuple(kept),
        tuple(s.repeated for s in outline.sections),
        tuple(s.guessed for s in outline.sections),
    )


def check_sections(prose: Prose) -> tuple[Finding, ...]:
    """A finding for each label that the document prints twice in one place, or that was told by its list alone.

    An outline that fell into a section 0 is an error: labelled paragraphs have no place there.
    """
    found = [finding for i in range(len(prose.sections)) for finding in _lost_outline(prose, i)]
    for i, (section, repeated) in enumerate(zip(prose.sections, prose.repeated, strict=True)):
        if repeated:
            message = f"Mục “{section.label}” được đánh số hai lần trong cùng một phần; hãy kiểm tra lại số của mục."
            found.append(_doubt("section-number-repeated", message, i, section))
    for i, (section, guessed) in enumerate(zip(prose.sections, prose.guessed, strict=False)):
        if guessed:
            message = f"Số mục “{section.label}” đọc từ ảnh không rõ, được suy từ mục trước; hãy đối chiếu với bản gốc."
            found.append(_doubt("section-label-guessed", message, i, section))
    return tuple(found)


def _lost_outline(prose: Prose, index: int) -> tuple[Finding, ...]:
    section = prose.sections[index]
    lines = [p.text for p in prose.passages[index] if p.table is None and section.level == 0]
    labelled = [line for line in lines if _is_labelled(line)]
    if len(labelled) < LOST_LABELS:
        return ()
    message = (
        f"{len(labelled)} đoạn có đánh số (như “{labelled[0][:QUOTED]}…”) nằm ngoài mọi mục; "
        "hãy đọc lại các phần của văn bản trong bản gốc."
    )
    pages = tuple(sorted({box.page for box in section.where if box.page is not None}))
    return (Finding(severity="error", code="outline-lost", message=message, subject=f"/sections/{index}", pages=pages),)


def _is_labelled(line: str) -> bool:
    readings = leading_readings(line)
    return bool(readings) and readings[0].style in ("roman", "arabic", "article", "chapter") and len(line) > QUOTED


def _doubt(code: str, message: str, index: int, section: Section) -> Finding:
    pages = tuple(b.page for b in section.where[:1] if b.page is not None)
    return Finding(severity="warning", code=code, message=message, subject=f"/sections/{index}", pages=pages)


def words_to_boxes(words: Sequence[Word]) -> tuple[Box, ...]:
    """A box around the words on each page (or at each address), by page, in points to two places."""
    held: dict[tuple[int, str], list[BBox]] = {}
    for word in words:
        held.setdefault((word.page, word.address), []).append(word.bbox)
    boxes = []
    for page, address in sorted(held, key=lambda place: place[0]):
        x0, top, x1, bottom = (round(edge, 2) for edge in union(held[page, address]))
        boxes.append(Box(page=page, bbox=(x0, top, x1, bottom), address=address or None))
    return tuple(boxes)


def _section(section: PrintedSection, passages: Sequence[PrintedPassage]) -> Section:
    words = [*section.marks, *section.title.words, *(w for p in passages for w in p.words)]
    return Section(
        id=section.id,
        label=section.label,
        title=section.title.text,
        level=section.level,
        parent=section.parent,
        text="\n".join(p.text for p in passages),
        notes=section.notes,
        where=words_to_boxes(words),
    )
