"""Builders: rows from texts with pipes, and a reader of bodies' names."""

from __future__ import annotations

from collections.abc import Sequence

from nghiquyet.extract.readers.ocr_text.inline_marks import marked_words
from nghiquyet.extract.readers.ocr_text.model import TextCell, TextRow
from nghiquyet.extract.readers.ocr_text.page_breaks.cell_evidence import Witness
from nghiquyet.extract.readers.ocr_text.page_breaks.column_senses import Sense, column_senses
from nghiquyet.extract.readers.ocr_text.page_breaks.named_bodies import BodiesIn
from nghiquyet.extract.readers.ocr_text.page_breaks.own_words import Corpus
from nghiquyet.extract.readers.ocr_text.page_breaks.repair_breaks import mend_breaks
from nghiquyet.extract.readers.ocr_text.page_breaks.repair_record import Repair
from nghiquyet.known_names import bodies_for

HEADINGS = ("STT", "Nhiệm vụ", "Kết quả", "Thời gian hoàn thành", "Cơ quan chủ trì", "Cơ quan phối hợp")
BODIES: BodiesIn = bodies_for()("Ủy ban nhân dân thành phố Hải Phòng")
# Whole rows, so that what a column usually holds is known.
WHOLE = (
    "1 | Cải tạo hệ thống thoát nước | Hệ thống hoàn thành | Năm 2027 | Sở Xây dựng | Sở Tài chính",
    "2 | Trồng cây xanh đô thị | 5.000 cây được trồng | Năm 2026 | Sở Xây dựng | Sở Y tế; Sở Tài chính",
    "3 | Tập huấn cho cán bộ | Báo cáo kết quả | Quý II/2026 | Sở Nội vụ | Sở Tài chính",
    "4 | Rà soát quy hoạch | Quyết định phê duyệt | Quý III/2026 | Sở Xây dựng | Sở Nông nghiệp và Môi trường",
    "5 | Kiểm tra việc thực hiện | Báo cáo kiểm tra | Hằng năm | Sở Nội vụ | Sở Khoa học và Công nghệ",
)


def row(text: str, page: int = 1) -> TextRow:
    return TextRow(tuple(TextCell(marked_words(cell, page)) for cell in text.split("|")), page)


def rows(texts: Sequence[str], page: int = 1) -> list[TextRow]:
    return [row(text, page) for text in texts]


def witness(*texts: str) -> Witness:
    return Witness(Corpus([*texts]), BODIES)


def sense(column: int = 1) -> Sense:
    return column_senses([rows(WHOLE)], HEADINGS)[column]


def mended(last: str, *below: str, elsewhere: Sequence[str] = ()) -> tuple[list[list[str]], tuple[Repair, ...]]:
    """The rows from the broken one on, as texts, and the repairs; six columns as in ``HEADINGS``."""
    pieces = [rows([*WHOLE, last]), rows(below, 2)]
    senses = column_senses(pieces, HEADINGS)
    texts = [t for piece in pieces for r in piece for t in r.texts]
    found, repairs = mend_breaks(pieces, senses, witness(*texts, *elsewhere))
    return [list(r.texts) for r in found[len(WHOLE) :]], repairs


def doubted(last: str, *below: str, elsewhere: Sequence[str] = ()) -> list[list[bool]]:
    """For each cell from the broken row on, whether it bears a doubt."""
    pieces = [rows([*WHOLE, last]), rows(below, 2)]
    senses = column_senses(pieces, HEADINGS)
    texts = [t for piece in pieces for r in piece for t in r.texts]
    found, _ = mend_breaks(pieces, senses, witness(*texts, *elsewhere))
    return [[bool(c and any(j.confidence < 0.7 for j in c.joins)) for c in r.cells] for r in found[len(WHOLE) :]]
