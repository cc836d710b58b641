"""A section's passages → items: what is one order, what is a lead-in, what says a thing of the order before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from nghiquyet.extract.language.column_headings import Role, heading_role
from nghiquyet.normalize.fields.order_words import begins, ends, within, words
from nghiquyet.normalize.prose.orders.body_words import names_body

# List marks by how deep they usually stand.
_LEVELS = {"-": 1, "–": 1, "—": 1, "•": 1, "*": 1, "+": 2, "o": 3}
_MARK = re.compile(r"^(?P<mark>[-–—+*•●○▪■◦➢✓\uf000-\uf0ff]|o(?=\s))\s*")
# "Thời gian hoàn thành: …" names a thing in at most this many letters before its colon.
LONGEST_LABEL = 60
# Bare lines of cells that a text without its table's rulings sets one below the other have fewer words: of 170 texts
# drawn at random most lines of 5 to 12 words without a stop are steps of procedures.
SENTENCE_WORDS = 13
FEWEST_SAID = 5  # "Ủy viên, thư ký;" says nothing
_SAYING: tuple[Role, ...] = ("lead", "advising", "coordinating", "monitoring", "deadline", "result")
# Where a label may begin within a text: behind a stop, a semicolon or a bracket.
_INLINE = re.compile(r"(?:(?<=[.;])\s+|\()(?=\w[^:.;()]{3,50}:\s)")
# "Đề án bao gồm những nội dung chính sau đây": what stands behind "gồm" is at most so long (letters).
_CONSISTS = re.compile(r"(?:^|[ ,])(?:bao )?gồm(?: [^,;:.]{1,40})?$")
_CLAUSE = re.compile(r"(?<=[.;:])\s+|(?<=,)\s+(?=(?:đồng thời,?\s+)?(?:giao|yêu cầu|đề nghị)\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """A passage without its list mark: ``text`` begins at ``offset`` in the section's text; ``level`` 0 has no mark."""

    text: str
    offset: int
    level: int


@dataclass(frozen=True, slots=True)
class Saying:
    """What an item says of the order before it: the role of its label, its value and where that begins."""

    role: Role
    value: str
    offset: int


def passage_to_item(text: str, offset: int) -> Item:
    match = _MARK.match(text)
    if match is None:
        return Item(text, offset, 0)
    return Item(text[match.end() :], offset + match.end(), _LEVELS.get(match["mark"], 2))


def item_to_saying(item: Item) -> Saying | None:
    """ "Thời gian hoàn thành: Quý I/2026" → its role and value; None for an item that says what to do."""
    text = item.text.lstrip("( ")
    skipped = len(item.text) - len(text)
    label, colon, value = text.partition(":")
    role = label_role(label) if colon and value.strip() else None
    if role is None and (behind := _behind_time_label(text)):
        label, colon, value, role = text[:behind], "", text[behind:], "deadline"
    if role is None:
        return None
    start = skipped + len(label) + len(colon) + (len(value) - len(value.lstrip()))
    return Saying(role, value.strip(), item.offset + start)


def _behind_time_label(text: str) -> int:
    """Where the time begins in "Thời gian thực hiện sau khi …", a label without its colon; 0 if there is none."""
    small = text.casefold()
    if not begins("time_labels").match(small):
        return 0
    for word in within("time_words").finditer(small[:LONGEST_LABEL], 1):
        if label_role(text[: word.start()]) == "deadline":
            return word.start()
    return 0


def inline_sayings(item: Item) -> Iterator[Saying]:
    """The label phrases within an item: "… (đơn vị chủ trì: Sở X; thời gian: Quý I/2026)", "… Thời gian: Quý I." """
    starts = [m.end() for m in _INLINE.finditer(item.text)]
    for start, end in pairwise([*starts, len(item.text)]):
        saying = item_to_saying(Item(item.text[start:end].rstrip(" .;,()"), item.offset + start, item.level))
        if saying is not None:
            yield saying


def label_role(label: str) -> Role | None:
    """The role that a label names, if it names one and no more: "Cơ quan phối hợp", not "Thực hiện chính sách thuế"."""
    small = label.casefold().strip()
    if len(label) > LONGEST_LABEL or not begins("role_labels").match(small):
        return None
    if any(c.isalnum() for c in within("role_labels", "role_label_words").sub("", small)):
        return None
    role = heading_role(label)
    return role.role if role is not None and role.role in _SAYING else None


def without_label(item: Item) -> Item:
    """The item without a label that says nothing of itself: "Giải pháp thực hiện: Giao …" gives "Giao …"."""
    label, colon, rest = item.text.partition(":")
    if not colon or not rest.strip() or len(label) > LONGEST_LABEL or not begins("item_labels").match(label.casefold()):
        return item
    start = len(label) + 1 + (len(rest) - len(rest.lstrip()))
    return Item(item.text[start:], item.offset + start, item.level)


def says_work(item: Item) -> bool:
    """True for an item that its own label calls work: "Nhiệm vụ: …"."""
    label, colon, rest = item.text.partition(":")
    return bool(colon and rest.strip() and begins("work_labels").fullmatch(label.casefold().strip()))


def names_content(item: Item) -> bool:
    """True for an item that says what the order above it is about: "Nội dung: …"."""
    label, colon, rest = item.text.partition(":")
    return bool(colon and rest.strip()) and label.casefold().strip() in words("content_labels")


def lists_examples(text: str) -> bool:
    """True for an item whose list names examples of what it speaks of: "Triển khai các nền tảng số như:"."""
    return text.casefold().rstrip().endswith(tuple(f" {word}:" for word in words("example_words")))


def lists_parts(text: str) -> bool:
    """True for words that open the list of what a thing consists of: "Hồ sơ bao gồm các tài liệu sau đây:".

    What work consists of is work, and a body that stands first may be told what to do below.
    """
    small = text.casefold().rstrip(" :")
    found = _CONSISTS.search(small)
    work = within("work_listed").search(small) or begins("work_listed").match(small)
    return found is not None and not work and not names_body(text)


def announces(text: str) -> bool:
    """True for "Ủy ban nhân dân tỉnh có ý kiến như sau:": the issuer speaks there, and is to do nothing itself."""
    return ends("announcing").search(f"{text.casefold().rstrip(' :')} ") is not None


def is_sentence(item: Item, listed: bool) -> bool:
    """True for an item of a list, a sentence with its stop, or one so long that it is no cell of a lost table."""
    text = item.text.rstrip()
    count = len(text.split())
    if count < FEWEST_SAID:
        return False
    return listed or text.endswith((".", ";", ":", ",")) or count >= SENTENCE_WORDS


def says_done(sentence: str) -> bool:
    """True if a sentence tells what was done."""
    return " đã " in sentence


def is_enactment(text: str) -> bool:
    """True for passages that put a document in force, repeal or amend one, or say who is to enforce it."""
    small = text.casefold().strip()
    return bool(begins("enactments").match(small) or within("enacting").search(small))


def is_closing(text: str) -> bool:
    """True for a document's closing words and remarks in brackets, in which nothing is ordered."""
    small = text.casefold().strip()
    in_course = begins("in_course").match(small) and within("troubles").search(small)
    formula = begins("closings").match(small) or within("formulas").search(small)
    return small.startswith("(") or bool(formula or in_course)


def clause_starts(text: str) -> tuple[int, ...]:
    """Where clauses begin in which others may be ordered: 0 and behind full stops, semicolons and colons.

    Not within brackets, nor behind a label that says a thing of the order itself ("chủ trì: Sở Y tế") or names a side
    of the work ("Nguyên nhân: …").
    """
    starts = [0]
    for match in _CLAUSE.finditer(text):
        before = text[: match.start()]
        label = re.split(r"[.;:(]\s*", before.rstrip(": "))[-1] if before.endswith(":") else ""
        plain = label_role(label) is None and not begins("attributes_of_work").match(label.casefold())
        if before.count("(") <= before.count(")") and plain:
            starts.append(match.end())
    return tuple(starts)
