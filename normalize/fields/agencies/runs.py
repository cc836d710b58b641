"""Runs of a cell's pieces that are one name, list or collective for certain, the longest first."""

from __future__ import annotations

from nghiquyet.extract.language.spelling import words
from nghiquyet.normalize.fields.agencies.abbreviations import write_out
from nghiquyet.normalize.fields.agencies.collectives import begins_with_noun, class_noun, quantified
from nghiquyet.normalize.fields.agencies.cutting import CutCell, trimmed
from nghiquyet.normalize.fields.agencies.judging import Judge
from nghiquyet.normalize.fields.agencies.mention import Mention, is_of_many
from nghiquyet.normalize.fields.agencies.phrases import after_words
from nghiquyet.normalize.fields.agencies.role_words import begins_as_agency, lexicon

_LONGEST = 14  # pieces that one name, list or collective may be torn into by commas, "và" and line ends
FEWEST_OF_NAME = 3  # words of a body's name: "Ban", "Ban ngành" may be class nouns
_LISTED = 60  # pieces of a list of units


class Runs:
    """What is certain in one cell."""

    def __init__(self, cell: CutCell, judge: Judge) -> None:
        self.cell = cell
        self.judge = judge
        self.count = len(cell.pieces)
        self._cache: dict[int, tuple[int, tuple[Mention, ...]]] = {}

    def known(self, at: int) -> tuple[int, tuple[Mention, ...]]:
        """The longest run of pieces from ``at`` that is a known name, and its mentions."""
        if at not in self._cache:
            self._cache[at] = self._longest_run(at)
        return self._cache[at]

    def _longest_run(self, at: int) -> tuple[int, tuple[Mention, ...]]:
        end = self.end_of(at)
        first = self.cell.between(at, at + 1)
        listed = quantified(first) or ":" in first
        furthest = min(self.count, at + _LISTED) if listed else end
        for after in range(furthest, at, -1):
            if after > end and not listed:
                continue
            text = self.cell.between(at, after)
            found = self.judge.lists.read(trimmed(text)) if after > end else self._known(at, after, text)
            if found and self._may_end(at, after, found) and not self._goes_on(at, after, found):
                return after - at, found
        return 0, ()

    def _known(self, at: int, after: int, text: str) -> tuple[Mention, ...]:
        if after - at > 1 and quantified(self.phrase(at)) and self._other_agency_inside(at, after):
            return self.judge.lists.read(trimmed(text))
        if self._two_known(at, after):
            return self.judge.lists.read(trimmed(text)) if ":" in text else ()
        return self.judge.known_with_scope(text, self._last_phrase(at, after))

    def _two_known(self, at: int, after: int) -> bool:
        """True if a comma parts the run into two known names: "Đảng ủy, HĐND" is not "Đảng ủy HĐND"."""
        for cut in range(at + 1, after):
            if self.cell.pieces[cut].before not in ("comma", "slash", "dot", "break"):
                continue
            names_left = lexicon("head").starting(words(write_out(self.cell.between(at, cut))))
            right = self.cell.between(cut, after)
            if class_noun(right) and right[:1].islower():
                continue  # "tỉnh ủy, thành ủy": nouns in small letters, no names
            if names_left and (self._body(cut, after) or (quantified(right) and self.judge.known(right))):
                return True
        return False

    def _body(self, at: int, after: int) -> bool:
        found = self.judge.known(self.cell.between(at, after))
        return len(found) == 1 and found[0].body is not None

    def _last_phrase(self, at: int, after: int) -> int:
        """Where in the folded run the words behind its last real separator begin: no scope reaches over one."""
        last = after - 1
        while last > at and self.cell.pieces[last].before == "wrap":
            last -= 1
        return len(self.cell.between(at, after)) - len(self.cell.between(last, after)) if last > at else 0

    def _other_agency_inside(self, at: int, after: int) -> bool:
        """True if a piece after the first begins another collective, or names a body."""
        return any(quantified(self.phrase(k)) or self._own_body(at, k) for k in range(at + 1, after))

    def _own_body(self, at: int, k: int) -> bool:
        """True if piece ``k`` names a body: "Tỉnh ủy" of "các sở, Tỉnh ủy", no noun of "các tỉnh ủy, thành ủy"."""
        if self.is_of_class(at, k):
            return False
        return self._names_bodies(k) or any(m.body is not None for m in self.known(k)[1])

    def is_of_class(self, at: int, k: int) -> bool:
        """True for a class noun set like the first one under the "các" of piece ``at``: both small or both capital."""
        return class_noun(self.phrase(k)) and self._is_small(k) == self._is_small(at)

    def _is_small(self, at: int) -> bool:
        """True if the first word of piece ``at`` behind its "các" is in small letters."""
        phrase = self.phrase(at)
        return phrase[after_words(phrase, lexicon("many").starting(words(phrase))) :].lstrip()[:1].islower()

    def _names_bodies(self, at: int) -> bool:
        """True for "UBND các xã" behind a comma: a name with its capital, longer than a class noun, short or whole."""
        phrase = write_out(self.phrase(at))
        return phrase[:1].isupper() and len(phrase.split()) >= FEWEST_OF_NAME and begins_as_agency(words(phrase))

    def is_branch(self, at: int) -> bool:
        """True if a line that the cell's side ended goes on with "Chi nhánh …": of the body named above."""
        return self.cell.pieces[at].before == "wrap" and lexicon("branch").starting(words(self.phrase(at))) > 0

    def end_of(self, at: int) -> int:
        end = at + 1
        while end < min(self.count, at + _LONGEST) and self.cell.pieces[end].before not in ("hard", "start"):
            end += 1
        return end

    def _may_end(self, at: int, after: int, found: tuple[Mention, ...]) -> bool:
        """False where the words go on without naming another body: the name is longer than what is known of it."""
        if after >= self.count or self.cell.pieces[after].before == "hard":
            return True
        wrapped = self.cell.pieces[after].before in ("wrap", "break")
        if not wrapped and not self._open_name(found):
            return True
        if wrapped and (leads_on(self.cell.between(at, after)) or self._is_of_units(found, after)):
            return False
        if wrapped and self._is_bare_unit(found) and self._begins_department(after):
            return False
        if self.is_branch(after):
            return False
        if self.names_agency(after) or self.starts_scope(after):
            return not (wrapped and self.phrase(after)[:1].islower() and not self._own_start(after))
        return not wrapped and (begins_with_noun(self.phrase(after)) or self._named_by_head(at, after))

    def _is_bare_unit(self, found: tuple[Mention, ...]) -> bool:
        """True for "Thanh tra", "Văn phòng": whose it is stands behind."""
        body = found[-1].body
        spoken = words(write_out(found[-1].text))
        return body is not None and not body.place_printed and 0 < len(spoken) == lexicon("unit").starting(spoken)

    def _begins_department(self, at: int) -> bool:
        """True if a body with units of its own begins at piece ``at``: "Thanh tra | Sở Y tế"."""
        return bool(lexicon("parent").starting(words(write_out(self.cell.between(at, at + 1)))))

    def _is_of_units(self, found: tuple[Mention, ...], after: int) -> bool:
        """True for a body that is called after its territory, and that of many behind it: "UBND | các xã biên giới"."""
        body = found[-1].body
        if body is None or body.place_printed or body.entry is None or "{t}" not in body.entry.name:
            return False
        spoken = words(self.phrase(after))
        size = lexicon("many").starting(spoken)
        territory = self.judge.bodies.territory.read(spoken[size : size + 1]) if size else None
        return territory is not None and bool(territory.kind)

    def _own_start(self, at: int) -> bool:
        """True for small letters that can begin a name at a mere line end: "các …", "đặc khu Bạch Long Vĩ"."""
        text = self.phrase(at)
        return quantified(text) or self.starts_scope(at) or self.judge.bodies.committee_of(trimmed(text)) is not None

    def _open_name(self, found: tuple[Mention, ...]) -> bool:
        """True for a body whose name may be the beginning of a longer one ("Phòng Tổ chức" - "Hành chính")."""
        last = found[-1]
        if last.body is None or last.scope or last.body.place_printed:
            return False
        return not lexicon("closed").starting(words(write_out(last.text)))

    def _named_by_head(self, at: int, after: int) -> bool:
        """True if the words from ``after`` on are a name under the head of ``at``: "Ban Kinh tế, Pháp chế"."""
        head, text = self.first_word(at), self.phrase(after)
        return text[:1].isupper() and self.judge.bodies.exact(f"{head} {trimmed(text)}") is not None

    def _goes_on(self, at: int, after: int, found: tuple[Mention, ...]) -> bool:
        """True if the nouns under the "các" of piece ``at`` go on: "Các bệnh viện | trung tâm y tế có giường bệnh"."""
        if after >= self.count or self.cell.pieces[after].before == "hard":
            return False
        if not quantified(self.phrase(at)) and not is_of_many(found):
            return False
        text = self.phrase(after)
        if self.cell.pieces[after].before in ("comma", "and", "slash") and not self._answers(at, after):
            return True
        return text[:1].islower() and begins_with_noun(text) and not quantified(text) and not self.known(after)[1]

    def _answers(self, at: int, after: int) -> bool:
        """True if piece ``after`` begins something of its own: a name, a scope, or a name under a shared head."""
        if self.is_of_class(at, after):
            return False
        return self.names_agency(after) or self.starts_scope(after) or self._named_by_head(at, after)

    def phrase(self, at: int) -> str:
        """The words from piece ``at`` to the next separator that is more than a line's end."""
        after = at + 1
        while after < self.count and self.cell.pieces[after].before == "wrap":
            after += 1
        return self.cell.between(at, after)

    def starts_scope(self, at: int) -> bool:
        text = self.cell.between(at, at + 1).lstrip()
        return text.startswith("(") or bool(lexicon("scope").starting_loosely(words(text)))

    def names_agency(self, at: int) -> bool:
        """True if a name begins at piece ``at``: a known one, or words that begin as names of agencies do."""
        if self.known(at)[1]:
            return True
        text = trimmed(self.cell.between(at, at + 1))
        spoken = words(write_out(text))
        return (text[:1].isupper() and begins_as_agency(spoken)) or quantified(text)

    def first_word(self, at: int) -> str:
        return trimmed(self.cell.between(at, at + 1)).split(" ")[0]


def leads_on(text: str) -> bool:
    """True for words that nothing can end with: "đơn vị trực thuộc", "Sở Nông nghiệp và"."""
    return text.casefold().endswith((" của", " thuộc", " và", "-"))
