"""A document → its front matter, whose it is, and what is doubtful about both."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from nghiquyet.extract.model import Document, Line
from nghiquyet.normalize.fields.jurisdiction import Jurisdiction
from nghiquyet.normalize.front_matter.by_hand import by_hand_doubts
from nghiquyet.normalize.front_matter.casing import written_out
from nghiquyet.normalize.front_matter.citing import read_implements, read_period
from nghiquyet.normalize.front_matter.end_matter import read_end, recipients_of
from nghiquyet.normalize.front_matter.head_lines import Head, first_page_lines, split_head
from nghiquyet.normalize.front_matter.jurisdiction_of import Whereabouts, of_caption, place_of
from nghiquyet.normalize.front_matter.letterhead_words import plain, vocabulary
from nghiquyet.normalize.front_matter.number_and_date import (
    Dated,
    NumberAndDate,
    kind_of_symbol,
    read_date,
    read_number,
)
from nghiquyet.normalize.front_matter.preamble import read_bases
from nghiquyet.normalize.front_matter.shape_doubts import shape_doubts
from nghiquyet.normalize.front_matter.signature import read_signer
from nghiquyet.normalize.front_matter.title_block import TitleBlock, find_kind, read_title_block, subject_of_letter
from nghiquyet.normalize.front_matter.whose import Bodies, read_bodies
from nghiquyet.normalize.model import Finding, FrontMatter, Period

LETTER = "Công văn"
# Files of these media have no places: their lines are set by the reader.
UNPLACED = ("text", "docx")
_FIELD_OF_DOUBT = {"number": "number", "kind": "kind", "issuer": "issuer", "place": "place", "date": "issued_on",
                   "symbol": "symbol", "title": "title", "period": "period", "signer": "signer"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _FirstPage:
    """What the first page says; ``known`` is false where it is no document's beginning."""

    known: bool
    head: Head
    numbering: NumberAndDate
    dated: Dated
    block: TitleBlock
    bodies: Bodies
    by_hand: tuple[str, ...]

    @property
    def doubts(self) -> tuple[str, ...]:
        return (*self.numbering.doubts, *self.dated.doubts, *self.by_hand, *self.block.doubts)


def read_front_matter(document: Document) -> tuple[FrontMatter, Jurisdiction, tuple[Finding, ...]]:
    """The contract's ``document`` of what was read, the issuer's place and time, and findings on doubtful fields.

    A file that begins with an appendix has no letterhead: all fields stay empty, the place is that of its caption.
    """
    if _unreadable(document):
        return FrontMatter(), Jurisdiction(), _unread(document)
    first = _read_first_page(document)
    if not first.known:
        return _appendix_only(document)
    end = read_end(document)
    signer, signer_doubts = read_signer(end.signature)
    period, period_unsure = read_period(first.block.title)
    issuer = _body_name(written_out(first.block.issuer) if first.block.issuer else first.bodies.own)
    told = document.lines if first.head.motto else ()  # a letterhead that is lost may be any place's
    where = place_of(first.bodies, issuer, first.block.title, first.dated, first.numbering, told)
    matter = FrontMatter(
        number=first.numbering.number,
        symbol=first.numbering.symbol,
        kind=first.block.kind,
        issuer=issuer,
        place=where.place,
        issued_on=first.dated.day,
        title=first.block.title,
        period=period,
        implements=read_implements(first.block.title),
        bases=read_bases(_body(first.block, document)),
        signer=signer,
        recipients=recipients_of(end.recipients),
    )
    doubts = [*first.doubts, *where.doubts, *signer_doubts]
    doubts += ["period-unsure"] if period_unsure else []
    doubts += _doubts_of_the_whole(matter, first, document)
    jurisdiction = _jurisdiction(where, issuer, first, period)
    signed_on = end.signature[-1].page if end.signature else document.lines[-1].page
    return matter, jurisdiction, tuple(_finding(code, document, signed_on) for code in dict.fromkeys(doubts))


def _body_name(words: str | None) -> str | None:
    """The name of a body, or None for words that begin in the middle of a sentence: a letterhead that is lost."""
    return words if words and words[0].isupper() else None


def _unreadable(document: Document) -> bool:
    """Whether the first page can't be read as text, though there is one."""
    if not document.pages or not document.lines:
        return True
    first = document.pages[0]
    empty = not first.words and not any(line.page == first.number for line in document.lines)
    return empty or not first.legible


def _read_first_page(document: Document) -> _FirstPage:
    lines = first_page_lines(document)
    kind_at = find_kind(lines, document.pages[0].width)
    head = split_head(lines, kind_at)
    numbering = read_number(head.left)
    dated = read_date(head.right or head.left)
    block = read_title_block(head.below, kind_at is not None, document.medium not in UNPLACED)
    if kind_at is None and head.motto:
        block = _letter(head, numbering)
    bodies = read_bodies(head.left, head.left_bold) if head.motto else Bodies(None, None)
    headless = kind_at == 0 and block.title is not None  # the letterhead is lost, the title is not
    known = head.motto or headless or (kind_at is not None and numbering.symbol is not None)
    by_hand = by_hand_doubts(lines[: len(lines) - len(head.below)], numbering, dated)
    return _FirstPage(known, head, numbering, dated, block, bodies, by_hand)


def _letter(head: Head, numbering: NumberAndDate) -> TitleBlock:
    """A document without a kind line: a letter (công văn) with its subject, else what its symbol says."""
    subject = subject_of_letter(head.left)
    kinds = kind_of_symbol(numbering.symbol)
    addressed = any(plain(line.text).startswith("kinh gui") for line in head.below)
    if subject or addressed:
        return TitleBlock(LETTER, None, subject, head.below, () if subject else ("title-missing",))
    kind = kinds[0] if len(kinds) == 1 else None
    return TitleBlock(kind, None, None, head.below, ("kind-unknown", "title-missing"))


def _body(block: TitleBlock, document: Document) -> tuple[Line, ...]:
    """The text's lines from its first on, the following pages' too."""
    first_page = document.lines[0].page if document.lines else 1
    return block.body + tuple(line for line in document.lines if line.page in (first_page + 1, first_page + 2))


def _doubts_of_the_whole(matter: FrontMatter, first: _FirstPage, document: Document) -> list[str]:
    """What the fields together make doubtful: kind and symbol, the shapes of recognised ones, a missing issuer."""
    doubts = _kind_doubts(matter.kind, matter.symbol)
    if all(word.confidence is not None for line in first_page_lines(document) for word in line.words):
        kind_line = first.head.below[0].text if matter.kind and first.head.below else ""
        doubts += shape_doubts(matter, kind_line)
    return doubts if matter.issuer is not None else [*doubts, "issuer-unsure"]


def _kind_doubts(kind: str | None, symbol: str | None) -> list[str]:
    expected = kind_of_symbol(symbol)
    if kind is None or kind == LETTER or not expected:
        return []
    return [] if kind in expected else ["kind-symbol-disagree"]


def _jurisdiction(where: Whereabouts, issuer: str | None, first: _FirstPage, period: Period | None) -> Jurisdiction:
    as_of = first.dated.day or first.dated.about
    year = first.numbering.year or (period.from_ if period else None)
    if as_of is None and year is not None:
        as_of = dt.date(year, 1, 1)
    return Jurisdiction(where.level, where.province, where.unit, issuer, as_of)


def _appendix_only(document: Document) -> tuple[FrontMatter, Jurisdiction, tuple[Finding, ...]]:
    """A file without a letterhead: what its caption says of place and day."""
    place, day = of_caption(document.lines[:12])
    name = place.name if place else None
    missing: tuple[Finding, ...] = (_finding("letterhead-missing", document),)
    if all(word.confidence is not None for line in first_page_lines(document) for word in line.words):
        missing = _of_each_field("letterhead-missing", document)  # a scan may have spoilt it
    return FrontMatter(place=name), Jurisdiction("province", name, None, None, day), missing


def _unread(document: Document) -> tuple[Finding, ...]:
    return _of_each_field("front-page-unread", document)


def _of_each_field(code: str, document: Document) -> tuple[Finding, ...]:
    """A finding for each field that a first page without letterhead leaves empty."""
    fields = (
        "number",
        "symbol",
        "kind",
        "issuer",
        "place",
        "issued_on",
        "title",
        "period",
        "implements",
        "signer",
        "recipients",
    )
    finding = _finding(code, document)
    return tuple(finding.model_copy(update={"subject": f"/document/{field}"}) for field in fields)


def _finding(code: str, document: Document, signed_on: int | None = None) -> Finding:
    """The finding of a doubt: its subject is the field that the code's first word names, else the whole document.

    It points to the page with the signature, ``signed_on``, or to the first.
    """
    named = None if code.startswith(("letterhead", "front")) else _FIELD_OF_DOUBT.get(code.split("-")[0])
    pages = (document.lines[0].page,) if document.lines else (1,)
    if named == "signer" and signed_on is not None:
        pages = (signed_on,)
    return Finding(
        severity="warning",
        code=code,
        message=vocabulary().doubts[code],
        subject=f"/document/{named}" if named else "/document",
        pages=pages,
    )
