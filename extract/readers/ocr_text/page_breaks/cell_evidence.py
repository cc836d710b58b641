"""What speaks for a cell being whole, beginning anew, or going on: weights from language, knowledge and repetition.

A weight is positive for "whole" and "begins here", negative for "cut" and "goes on from above"; 1 is as sure as one
sign can be. Weights of one reading of a break are added, and readings compared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from nghiquyet.extract.readers.ocr_text.model import TextWord, words_to_text
from nghiquyet.extract.readers.ocr_text.page_breaks.column_senses import Sense
from nghiquyet.extract.readers.ocr_text.page_breaks.first_words import begins_as_cell
from nghiquyet.extract.readers.ocr_text.page_breaks.named_bodies import BodiesIn, NamedBody
from nghiquyet.extract.readers.ocr_text.page_breaks.own_words import LONG, SHORT, Corpus, bare
from nghiquyet.extract.tables.continuation.text_flow import (
    BODY_START,
    CLOSED_END,
    CLOSING_TOO,
    DATE_HEAD,
    NEW_ITEM,
    OPEN_END,
    OPENING_WORDS,
    WHOLE_DATE_END,
    WHOLE_DATE_START,
    flow,
)

# Cells of a column that begin small this often say nothing by doing so.
OFTEN_SMALL = 0.2
# The rest of a name has at most this many words.
LONGEST_REST_OF_NAME = 8
# "2026 -" above "2030": a span of years that the break cut.
YEARS = re.compile(r"20\d\d [-–] ?20\d\d$")
# A list inside a cell; a name at the head of a text: "Măng Thít …".
LISTED = re.compile(r"^[-–+•*]\s?\S")
PROPER = re.compile(r"^[A-ZĐÀ-Ỹ][a-zà-ỹ]+ [A-ZĐÀ-Ỹ][a-zà-ỹ]")
# Words with which a text seldom ends.
SELDOM_LAST = frozenset("hướng sang vào tới lên bằng xây phát chuyển".split())
# "30 tháng", "18 ngày" are whole; behind a whole date only such words go on.
DURATION = re.compile(r"\d+\s+(?:tháng|ngày|năm|quý|tuần)$")
GOES_ON_A_DATE = frozenset("và hoặc đến sau trước theo của - – ( kể từ tại khi".split())
# Words that open names and end some too: "Tỉnh ủy".
ENDS_A_NAME = frozenset(("ủy", "uỷ"))
SEPARATORS = (",", ";", ".", ":", "/", "–", "-")


def texts_of(words: Sequence[TextWord]) -> list[str]:
    return [w.text for w in words]


def _is_item(text: str) -> bool:
    """True if a list's next item begins: its mark and a capital; "chính trị - xã hội" is none."""
    letter = next((c for c in text if c.isalpha()), "")
    return NEW_ITEM.match(text + " ") is not None and letter.isupper()


def _date_goes_on(before: str, after: str) -> float | None:
    """What two parts of a deadline say of being one; None where their words must tell."""
    whole = DURATION.search(before) or WHOLE_DATE_END.search(before)
    if WHOLE_DATE_START.match(after) and (whole or not DATE_HEAD.search(before)):
        return 1.0 if OPEN_END.search(before) or YEARS.search(f"{before} {after}") else -1.0
    if whole and after.split()[0].lower() not in GOES_ON_A_DATE:
        return -0.8
    return None


@dataclass(frozen=True)
class Witness:
    """Answers for one document: its corpus and the bodies that its cells name."""

    corpus: Corpus
    bodies_in: BodiesIn

    @cached_property
    def _read(self) -> dict[str, tuple[NamedBody, ...]]:
        return {}

    def bodies(self, text: str) -> tuple[NamedBody, ...]:
        if text not in self._read:
            self._read[text] = self.bodies_in(text) if text else ()
        return self._read[text]

    def strangers(self, text: str) -> int:
        """How many pieces of the text name no known body."""
        return sum(not b.known for b in self.bodies(text))

    def ends(self, text: str, sense: Sense) -> float:
        """Is the text whole at its end?"""
        if not text:
            return 0.0
        if text in sense.cells:
            return 0.9
        last = bare(text.split()[-1]).lower()
        if text.count("(") > text.count(")") or text.count("“") > text.count("”"):
            return -1.0
        if OPEN_END.search(text):
            return -0.6 if text[-1] == "," else -0.9
        if sense.kind == "date":
            if WHOLE_DATE_END.search(text) or DURATION.search(text):
                return 0.8
            return -0.9 if DATE_HEAD.search(text) else 0.0
        if text[-1] == ";" and LISTED.match(text):
            return -0.4
        if CLOSED_END.search(text):
            return 0.5
        if last in OPENING_WORDS - CLOSING_TOO:
            return -0.9
        if last in SELDOM_LAST:
            return -0.5
        if sense.kind == "bodies":
            found = self.bodies(text)
            last_one = found[-1] if found else None
            return 0.7 if last_one and last_one.certain else 0.3 if last_one and last_one.known else -0.6
        return 0.1

    def starts(self, text: str, sense: Sense) -> float:
        """Does the text begin as a cell of its column does?"""
        if not text:
            return 0.0
        if text in sense.cells:
            return 0.9
        if text[0] in ").,;:”%/":
            return -1.0
        if NEW_ITEM.match(text):
            return 0.6
        if sense.kind == "date":
            return 0.7 if WHOLE_DATE_START.match(text) else 0.3 if text[0].isupper() else -0.5
        if sense.kind == "bodies":
            found = self.bodies(text)
            small = text[0].islower() and sense.small < OFTEN_SMALL and not (found and found[0].certain)
            if not found or self._lone(found) or small:
                return -0.6
            return 0.7 if found[0].certain else 0.4 if found[0].known or BODY_START.match(text) else -0.6
        if text[0].islower():
            return -0.9 if sense.small < OFTEN_SMALL else -0.2
        if text.split()[0] in sense.firsts:
            return 0.6
        return 0.0 if PROPER.match(text) else 0.3

    def _lone(self, found: Sequence[NamedBody]) -> bool:
        """True if the first name is one that no one bears: the rest of another ("Sở Thương")."""
        return not found[0].known and len(found[0].text.split()) < 4

    def goes_on(self, above: Sequence[TextWord], below: Sequence[TextWord], sense: Sense) -> float:
        """Do words below go on the text above?"""
        before, after = words_to_text(above), words_to_text(below)
        if not before or not after:
            return 0.0
        weight = flow(before, after).weight
        if sense.kind == "date" and (said := _date_goes_on(before, after)) is not None:
            return said
        if before[-1] == ";" and LISTED.match(before) and LISTED.match(after):
            return 0.6
        if PROPER.match(after) and before.split()[-1][0].isupper():
            weight = max(weight, 0.2)
        if sense.kind == "bodies":
            weight = max(-1.0, min(1.2, 0.5 * weight + self._names_join(before, after)))
        together = self.corpus.together(texts_of(above), texts_of(below))
        if together:
            weight = max(weight, 0.6) + (0.6 if together >= LONG else 0.3)
        return weight

    def _names_join(self, before: str, after: str) -> float:
        """A name that the break cut is known when joined; two whole names without a mark between are not one list."""
        above, below = self.bodies(before), self.bodies(after)
        if not above or not below:
            return 0.0
        last, first = above[-1], below[0]
        if before.endswith(SEPARATORS):
            return 0.6 if first.certain else 0.3 if first.known else -0.2
        over = self._over(last.text, first.text, after)
        if over is not None and over.certain and not (last.certain and first.certain):
            return 1.0
        if over is not None and over.known and not (last.certain or first.certain):
            return 0.5
        if BODY_START.match(after) and first.known:
            return -0.9
        return -0.3 if over is None or last.certain else 0.1

    def _over(self, last: str, first: str, after: str) -> NamedBody | None:
        """The name made of the last one above and the first one below, if together they are one."""
        joined = self.bodies(f"{last} {first}")
        if len(joined) == 1:
            return joined[0]
        words = after.split()
        for size in range(1, min(len(words), LONGEST_REST_OF_NAME) + 1):
            one = self.bodies(f"{last} {' '.join(words[:size])}".rstrip(",;."))
            if len(one) == 1 and one[0].certain:
                return one[0]
        return None

    def name_confirmed(self, above: Sequence[TextWord], joined: Sequence[TextWord]) -> bool:
        """True if the name over the end of ``above`` within ``joined`` is of the registry, or known from elsewhere."""
        size = len(above)
        if joined[:size] != tuple(above) or len(joined) <= size:
            return len(joined) <= size
        before, after = words_to_text(above), words_to_text(joined[size:])
        if before.endswith((";", ",")):
            first = self.bodies(after)
            return bool(first) and first[0].known
        if self.corpus.together(texts_of(above), texts_of(joined[size:])) >= SHORT + 1:
            return True
        last, first = self.bodies(before), self.bodies(after)
        over = self._over(last[-1].text, first[0].text, after) if last and first else None
        return over is not None and over.certain

    def begins_inside(self, words: Sequence[TextWord], at: int, sense: Sense) -> float:
        """Can another cell's text begin at the word ``at`` of a cell, with no mark before it?"""
        word, before = words[at].text, words[at - 1].text
        if sense.kind == "date":
            if before.endswith(("-", "–", ",", "/")) or DATE_HEAD.search(words_to_text(words[:at])):
                return -1.0
            return 0.5 if WHOLE_DATE_START.match(words_to_text(words[at:])) else -1.0
        if sense.kind == "bodies":
            return self._name_inside(words, at, sense)
        first = word.lstrip("“\"'(")[:1]
        item = _is_item(words_to_text(words[at : at + 3]))
        if not (first.isupper() or first.isdigit() or item):
            return -1.0
        if before.endswith((",", "(", "“", "/", "-", "–", "&")) or bare(before).lower() in OPENING_WORDS - CLOSING_TOO:
            return -1.0
        weight = 0.4 if item else 0.2 if first.isupper() else -0.3
        if before.endswith((".", ";", ":")):
            weight -= 0.2  # a second sentence of one cell begins so too
        if bare(before)[:1].isupper() and at > 1:
            weight -= 0.3  # a name goes on: "Nam Cầu Kiền"
        if self.corpus.count([before, word]) > 1:
            weight -= 0.5  # the two words stand together elsewhere too
        if at + 1 < len(words) and words[at + 1].text[:1].isupper():
            weight -= 0.3
        if word in sense.firsts or begins_as_cell(words_to_text(words[at : at + 4])):
            weight += 0.3
        return weight

    def _name_inside(self, words: Sequence[TextWord], at: int, sense: Sense) -> float:
        """As ``begins_inside`` for a cell of names: a name begins, and no mark or joining word stands before it."""
        rest, before = words_to_text(words[at:]), words[at - 1].text
        item = _is_item(rest)
        if before.endswith((",", "(", "/", "-", "–", "&")) or (not rest[0].isalnum() and not item):
            return -1.0
        if bare(before).lower() in OPENING_WORDS - CLOSING_TOO - ENDS_A_NAME:
            return -1.0
        if not (BODY_START.match(rest) or item or words[at].text in sense.firsts) and not self._named_from(words, at):
            return -1.0
        if before.endswith((";", ".")):
            return 0.0 if item else -0.2
        return 0.4

    def _named_from(self, words: Sequence[TextWord], at: int) -> bool:
        """True if a name of the registry begins here, though the cell as written begins with none."""
        if not words[at].text[0].isupper():
            return False
        whole, rest = self.bodies(words_to_text(words)), self.bodies(words_to_text(words[at:]))
        return bool(whole and rest) and not whole[0].certain and rest[0].certain

    def runs_on(self, words: Sequence[TextWord], sense: Sense) -> bool:
        """True if in a cell of names one of the registry follows another with no mark between them."""
        if sense.kind != "bodies":
            return False
        for at in range(1, len(words)):
            if BODY_START.match(words_to_text(words[at:])) and self.begins_inside(words, at, sense) >= 0.4:
                first, second = self.bodies(words_to_text(words[:at])), self.bodies(words_to_text(words[at:]))
                if first and second and first[-1].certain and second[0].certain:
                    return True
        return False
