"""A cell's pieces put together again into names, and cut where both sides name an agency."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from normalize.agencies.abbreviations import write_out
from normalize.agencies.collectives import bare_nouns, begins_with_noun, quantified
from normalize.agencies.cutting import CutCell, lines_to_cell, trimmed
from normalize.agencies.judging import Judge
from normalize.agencies.lexicon import lexicon
from normalize.agencies.mention import Mention, unknown
from normalize.places.spelling import words

_LONGEST = 14  # pieces that one name, list or collective may be torn into by commas, "và" and line ends
_LISTED = 60  # pieces of a list of units


class CellReader:
    """Reads the cells of one document."""

    def __init__(self, judge: Judge) -> None:
        self.judge = judge

    def read(self, lines: Sequence[str]) -> tuple[Mention, ...]:
        cell = lines_to_cell(lines)
        return _Reading(cell, self.judge).mentions() if cell.pieces else ()


class _Reading:
    """One pass over one cell, from its first piece to its last."""

    def __init__(self, cell: CutCell, judge: Judge) -> None:
        self.cell = cell
        self.judge = judge
        self.count = len(cell.pieces)
        self._runs: dict[int, tuple[int, tuple[Mention, ...]]] = {}
        self._found: list[Mention] = []
        self._head = ""
        self._open_scope = False

    def mentions(self) -> tuple[Mention, ...]:
        at = 0
        while at < self.count:
            at = self._step(at)
        return tuple(self._found)

    def _step(self, at: int) -> int:
        """Reads what begins at piece ``at``; gives the piece after it."""
        if self._points_elsewhere(at):
            after = self._next_hard(at)
            self._add((unknown(trimmed(self.cell.between(at, after)), _POINTS),), "")
            return after
        size, found = self._run(at)
        if found:
            self._add(found, self._first_word(at))
            return at + size
        size, found = self._shared_head(at)
        if found:
            self._add(found, self._head)
            return at + size
        if self._continues_scope(at):
            self._extend_scope(self.cell.between(at, at + 1))
            return at + 1
        after = at + 1
        while after < self.count and not self._boundary(at, after):
            after += 1
        found = self.judge.judge(self.cell.between(at, after))
        self._add(found, self._first_word(at))
        return after

    def _add(self, found: tuple[Mention, ...], head: str) -> None:
        found = self._share_place(found)
        self._found.extend(found)
        self._head = head
        self._open_scope = bool(found and found[-1].scope)

    def _first_word(self, at: int) -> str:
        return trimmed(self.cell.between(at, at + 1)).split(" ")[0]

    # -- names that are certain ------------------------------------------------------------------------------------

    def _run(self, at: int) -> tuple[int, tuple[Mention, ...]]:
        """The longest run of pieces from ``at`` that is a known name, and its mentions."""
        if at not in self._runs:
            self._runs[at] = self._longest_run(at)
        return self._runs[at]

    def _longest_run(self, at: int) -> tuple[int, tuple[Mention, ...]]:
        end = self._run_end(at)
        first = self.cell.between(at, at + 1)
        listed = quantified(first) or ":" in first
        furthest = min(self.count, at + _LISTED) if listed else end
        for after in range(furthest, at, -1):
            if after > end and not listed:
                continue
            text = self.cell.between(at, after)
            found = self.judge.lists.read(trimmed(text)) if after > end else self._known(at, after, text)
            if found and self._may_end(after) and not self._goes_on(at, after):
                return after - at, found
        return 0, ()

    def _known(self, at: int, after: int, text: str) -> tuple[Mention, ...]:
        if after - at > 1 and quantified(self.cell.between(at, at + 1)) and self._other_agency_inside(at, after):
            return self.judge.lists.read(trimmed(text))
        found = self.judge.known(text)
        if found or after - at > 1:
            return found
        return self.judge.known_with_scope(text)

    def _other_agency_inside(self, at: int, after: int) -> bool:
        """True if a piece after the first begins another collective."""
        return any(quantified(self.cell.between(k, k + 1)) for k in range(at + 1, after))

    def _run_end(self, at: int) -> int:
        end = at + 1
        while end < min(self.count, at + _LONGEST) and self.cell.pieces[end].before not in ("hard", "start"):
            end += 1
        return end

    def _may_end(self, after: int) -> bool:
        """False where only a line's end follows and the words go on: the name is longer than what is known of it."""
        if after >= self.count or self.cell.pieces[after].before not in ("wrap", "break"):
            return True
        return bool(self._names_agency(after)) or self._starts_scope(after)

    def _goes_on(self, at: int, after: int) -> bool:
        """True if the nouns under the "các" of piece ``at`` go on: "Các bệnh viện | trung tâm y tế có giường bệnh"."""
        if after >= self.count or self.cell.pieces[after].before == "hard" or not quantified(self._phrase(at)):
            return False
        text = self._phrase(after)
        return text[:1].islower() and begins_with_noun(text) and not quantified(text) and not self._run(after)[1]

    def _phrase(self, at: int) -> str:
        """The words from piece ``at`` to the next separator that is more than a line's end."""
        after = at + 1
        while after < self.count and self.cell.pieces[after].before == "wrap":
            after += 1
        return self.cell.between(at, after)

    def _shared_head(self, at: int) -> tuple[int, tuple[Mention, ...]]:
        """ "Sở Xây dựng, Tài chính": the second name takes the head of the first."""
        if not self._head or not self._found or self._found[-1].body is None:
            return 0, ()
        for after in range(self._run_end(at), at, -1):
            text = trimmed(self.cell.between(at, after))
            body = self.judge.bodies.exact(f"{self._head} {text}") if text[:1].isupper() else None
            if body and not body.others and body.entry is not None and body.entry.id != "ubnd":
                return after - at, tuple(replace(m, text=text) for m in self.judge.known(f"{self._head} {text}"))
            if body and body.place_printed:
                return after - at, tuple(replace(m, text=text) for m in self.judge.known(f"{self._head} {text}"))
        unit = self._shared_unit(at)
        return (1, unit) if unit else (0, ())

    def _shared_unit(self, at: int) -> tuple[Mention, ...]:
        """ "UBND xã Ea Kar, Ea Ô", "phường Hồng Bàng, Lê Chân": the kind of unit is said once."""
        last = self._found[-1]
        entry, text = last.body.entry if last.body else None, trimmed(self.cell.between(at, at + 1))
        if entry is None or not text[:1].isupper() or last.body is None or last.record is None:
            return ()
        if not last.record.place or entry.level in ("", "central", "province"):
            return ()
        kind = (
            last.record.place.split(" ")[0]
            if not last.record.place.startswith(_TWO)
            else " ".join(last.record.place.split(" ")[:2])
        )
        head = entry.name.partition(" {")[0]
        body = self.judge.bodies.exact(f"{head} {kind} {text}")
        if body is None or body.others or not body.place_printed:
            return ()
        return tuple(replace(m, text=text) for m in self.judge.known(f"{head} {kind} {text}"))

    def _share_place(self, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        return found

    # -- what goes on ----------------------------------------------------------------------------------------------

    def _points_elsewhere(self, at: int) -> bool:
        piece = self.cell.pieces[at]
        if piece.before not in ("start", "hard", "break"):
            return False
        text = self.cell.between(at, at + 1)
        return bool(lexicon("pointing").starting(words(text))) and not self.judge.known(text)

    def _next_hard(self, at: int) -> int:
        after = at + 1
        while after < self.count and self.cell.pieces[after].before != "hard":
            after += 1
        return after

    def _starts_scope(self, at: int) -> bool:
        text = self.cell.between(at, at + 1).lstrip()
        return text.startswith("(") or bool(lexicon("scope").starting_loosely(words(text)))

    def _continues_scope(self, at: int) -> bool:
        """True if piece ``at`` belongs to the scope of the mention before it."""
        before = self.cell.pieces[at].before
        if not self._found or before == "hard" or self._run(at)[1]:
            return False
        if self._open_scope and before in ("wrap", "and"):
            return True
        return not self._names_agency(at) and (self._open_scope or self._starts_scope(at))

    def _extend_scope(self, text: str) -> None:
        self._found[-1] = self._found[-1].within(trimmed(text.strip("() ")))
        self._open_scope = True

    def _names_agency(self, at: int) -> bool:
        """True if a name begins at piece ``at``: a known one, or words that begin as names of agencies do."""
        if self._run(at)[1]:
            return True
        text = trimmed(self.cell.between(at, at + 1))
        spoken = words(write_out(text))
        return (text[:1].isupper() and bool(lexicon("head").starting(spoken))) or quantified(text)

    def _boundary(self, at: int, after: int) -> bool:
        """True if the pieces before ``after`` and those from it on name agencies, each side its own."""
        before = self.cell.pieces[after].before
        left = trimmed(self.cell.between(at, after))
        if before == "hard":
            return True
        if not self._left_names(left) or (not self._names_agency(after) and not self._plain_start(at, after)):
            return False
        if before == "wrap":
            return self._wrapped_boundary(left, after)
        return not (bare_nouns(self.cell.between(after, after + 1)) and quantified(left))

    def _left_names(self, left: str) -> bool:
        spoken = words(write_out(left))
        return quantified(left) or begins_with_noun(left) or bool(lexicon("head").starting(spoken))

    def _plain_start(self, at: int, after: int) -> bool:
        """ "Cơ quan quản lý …, đơn vị sự nghiệp …": a small letter begins a second body of several words."""
        text = self._phrase(after)
        return (
            self.cell.pieces[after].before != "wrap"
            and begins_with_noun(text)
            and not quantified(self.cell.between(at, at + 1))
            and len(words(text)) > 3
            and not bare_nouns(text)
            and not bare_nouns(self.cell.between(at, after))
        )

    def _wrapped_boundary(self, left: str, after: int) -> bool:
        """At a mere line end: a unit's name may go on with that of the agency it is in."""
        inside = bool(lexicon("unit").starting(words(write_out(left))))
        return bool(self._run(after)[1]) and not inside and not left.casefold().endswith((" của", " thuộc", " và", "-"))


_POINTS = "Không nêu tên cơ quan mà dẫn chiếu; cần tra văn bản được dẫn."
_TWO = ("Thành phố", "Thị xã", "Thị trấn", "Đặc khu")
