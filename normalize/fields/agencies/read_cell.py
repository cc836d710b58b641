"""A cell's pieces put together again into names, and cut where both sides name an agency."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nghiquyet.extract.language.spelling import words
from nghiquyet.normalize.fields.agencies.abbreviations import write_out
from nghiquyet.normalize.fields.agencies.collectives import bare_nouns, begins_with_noun, names_many, quantified
from nghiquyet.normalize.fields.agencies.cutting import MAX_CELL, MAX_PIECES, CutCell, fold, lines_to_cell, trimmed
from nghiquyet.normalize.fields.agencies.judging import Judge
from nghiquyet.normalize.fields.agencies.mention import Mention, pointing, unknown
from nghiquyet.normalize.fields.agencies.parents import other_ministry, unit_of_ministry
from nghiquyet.normalize.fields.agencies.role_words import begins_as_agency, lexicon
from nghiquyet.normalize.fields.agencies.runs import Runs, leads_on
from nghiquyet.normalize.fields.agencies.sharing import name_under_head, unit_under_kind, with_place_of

_WITH = "phối hợp với"
_TOO_LONG = "Ô quá dài để nhận tên cơ quan; cần đọc trực tiếp trong văn bản."


class RoleCellReader:
    """Reads the cells of one document."""

    def __init__(self, judge: Judge) -> None:
        self.judge = judge

    def read(self, lines: Sequence[str]) -> tuple[Mention, ...]:
        """The mentions of the lines of one cell, in order."""
        if sum(map(len, lines)) > MAX_CELL:
            return (unknown(fold(" ".join(lines)), _TOO_LONG),)
        cell = lines_to_cell(lines)
        if len(cell.pieces) > MAX_PIECES:
            return (unknown(fold(cell.text), _TOO_LONG),)
        return _CellReading(cell, self.judge).mentions() if cell.pieces else ()


class _CellReading:
    """One pass over one cell, from its first piece to its last."""

    def __init__(self, cell: CutCell, judge: Judge) -> None:
        self.cell = cell
        self.judge = judge
        self.count = len(cell.pieces)
        self.runs = Runs(cell, judge)
        self._found: list[Mention] = []
        self._head = ""
        self._open_scope = False
        self._closed: set[int] = set()  # mentions behind which a semicolon stands: nothing is shared over it

    def mentions(self) -> tuple[Mention, ...]:
        for later in reversed(range(self.count)):  # a run looks only at runs behind it: none recurses far
            self.runs.known(later)
        at = 0
        while at < self.count:
            at = self._step(at)
        return tuple(self._found)

    def _step(self, at: int) -> int:
        """Reads what begins at piece ``at``; gives the piece after it."""
        hard = self.cell.pieces[at].before in ("hard", "start", "break")
        if self._points_elsewhere(at):
            after = self._next_hard(at)
            self._add(at, (pointing(trimmed(self.cell.between(at, after))),), "", True)
            return after
        size, found = self.runs.known(at)
        inside = self._inside(at, at + max(size, 1))
        ministry = 0 if inside else unit_of_ministry(self.runs, at)
        if inside or ministry:
            inside = inside or ministry
            found = self.judge.judge(self.cell.between(at, inside))
            found = other_ministry(self.judge.bodies, found) if ministry else found
            self._add(at, found, "", hard)
            return inside
        if found:
            self._add(at, found, self.runs.first_word(at), hard)
            return at + size
        size, found = self._shared_head(at)
        if found:
            self._add(at, found, self._head, hard)
            return at + size
        if self._continues_scope(at):
            self._extend_scope(at)
            return at + 1
        after = at + 1
        while after < self.count and not self._boundary(at, after):
            after += 1
        found = self.judge.judge(self.cell.between(at, after))
        self._add(at, found, self.runs.first_word(at), hard)
        return after

    def _add(self, at: int, found: tuple[Mention, ...], head: str, hard: bool) -> None:
        if self._joined_by_role(at) and found:
            found = (replace(found[0], scope=" ".join(filter(None, (_WITH, found[0].scope)))), *found[1:])
        if not hard:
            self._give_place(found)
        else:
            self._closed.add(len(self._found) - 1)
        self._found.extend(found)
        self._head = head
        self._open_scope = bool(found and found[-1].scope)

    def _give_place(self, found: tuple[Mention, ...]) -> None:
        """What stands behind the last body counts for those before it, up to the last semicolon."""
        if len(found) != 1:
            return
        for index in range(len(self._found) - 1, -1, -1):
            shared = None if index in self._closed else with_place_of(self.judge, self._found[index], found[0])
            if shared is None:
                return
            self._found[index] = shared

    def _shared_head(self, at: int) -> tuple[int, tuple[Mention, ...]]:
        """The pieces from ``at`` that are a name under the head or the kind of unit of the name before."""
        if not self._head or not self._found or self._found[-1].body is None:
            return 0, ()
        for after in range(self.runs.end_of(at), at, -1):
            found = name_under_head(self.judge, self._head, trimmed(self.cell.between(at, after)))
            if found:
                return after - at, found
        found = unit_under_kind(self.judge, self._found[-1], trimmed(self.cell.between(at, at + 1)))
        return len(found[:1]), found

    def _joined_by_role(self, at: int) -> bool:
        """True if "phối hợp với" stands before piece ``at``: a separator that says a role."""
        before = self.cell.text[self.cell.pieces[at - 1].end : self.cell.pieces[at].start] if at else ""
        return fold(before).casefold().endswith(_WITH)

    def _inside(self, at: int, after: int) -> int:
        """The piece after "Trung tâm Khuyến nông - Sở NN&MT", a unit and its agency with a dash between; else 0.

        The unit's name may go over a line's end.
        """
        while after < self.count and self.cell.pieces[after].before == "wrap" and not self.runs.names_agency(after):
            after += 1
        if after >= self.count or self.cell.pieces[after].before != "dash":
            return 0
        text = self.cell.between(at, after)
        if not lexicon("unit").starting(words(write_out(text))):
            return 0
        own = self.judge.bodies.exact(trimmed(text))
        if own is not None and own.entry is not None and own.entry.titled:
            return 0
        size, found = self.runs.known(after)
        return after + size if len(found) == 1 and found[0].body is not None else 0

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

    def _continues_scope(self, at: int) -> bool:
        """True if piece ``at`` belongs to the scope of the mention before it."""
        before = self.cell.pieces[at].before
        if not self._found or before == "hard" or self.runs.known(at)[1]:
            return False
        if before in ("dash", "comma") and self._is_role(at):
            return True
        if self._open_scope and before in ("wrap", "and"):
            return True
        return not self.runs.names_agency(at) and (self._open_scope or self.runs.starts_scope(at))

    def _is_role(self, at: int) -> bool:
        """True if the piece says what the agency is to the task: "- Cơ quan thường trực"."""
        spoken = words(self.runs.phrase(at))
        return bool(spoken) and lexicon("role").starting(spoken) == len(spoken)

    def _extend_scope(self, at: int) -> None:
        """Adds piece ``at`` to the last scope as it is printed, with the separator before it."""
        last = self._found[-1]
        between = fold(self.cell.text[self.cell.pieces[at - 1].end : self.cell.pieces[at].start])
        joint = {"": " ", ",": ", ", "/": "/", ".": ". "}.get(between, f" {between} ")
        text = trimmed(self.cell.between(at, at + 1).strip("() "))
        self._found[-1] = replace(last, scope=f"{last.scope}{joint}{text}" if last.scope else text)
        self._open_scope = True

    def _boundary(self, at: int, after: int) -> bool:
        """True if the pieces before ``after`` and those from it on name agencies, each side its own."""
        before = self.cell.pieces[after].before
        left = trimmed(self.cell.between(at, after))
        if before == "hard":
            return True
        if not self._left_names(left) or (not self.runs.names_agency(after) and not self._plain_start(at, after)):
            return False
        if before in ("wrap", "break"):
            return self._wrapped_boundary(left, after, wrapped=before == "wrap")
        phrase = self.runs.phrase(after)
        if before in ("and", "dash") and not self.runs.known(after)[1] and not names_many(phrase):
            return self._same_kind(left, trimmed(self.runs.phrase(after)))
        same = bare_nouns(self.cell.between(after, after + 1)) or self.runs.is_of_class(at, after)
        return not (same and quantified(left))

    @staticmethod
    def _same_kind(left: str, right: str) -> bool:
        """True for "Công ty A và Công ty B"; "Trung tâm Xúc tiến thương mại và Hội chợ" is one name."""
        return words(write_out(left))[:1] == words(write_out(right))[:1]

    def _is_bare_head(self, left: str) -> bool:
        """True for "Thường trực", which is nobody's without "Đảng ủy"; not for "Văn phòng", which is known here."""
        spoken = words(write_out(left))
        return bool(spoken) and lexicon("head").starting(spoken) == len(spoken) and not self.judge.known(left)

    def _left_names(self, left: str) -> bool:
        spoken = words(write_out(left))
        return quantified(left) or begins_with_noun(left) or begins_as_agency(spoken)

    def _plain_start(self, at: int, after: int) -> bool:
        """ "Cơ quan quản lý …, đơn vị sự nghiệp …": a small letter begins a second body of several words."""
        text, left = self.runs.phrase(after), self.cell.between(at, after)
        return (
            self.cell.pieces[after].before != "wrap"
            and begins_with_noun(text)
            and not quantified(self.cell.between(at, at + 1))
            and "các" not in words(left)
            and len(words(text)) > 3
            and not bare_nouns(text)
            and not bare_nouns(self.cell.between(at, after))
        )

    def _wrapped_boundary(self, left: str, after: int, *, wrapped: bool) -> bool:
        """At a mere line end: a unit's name may go on with that of the agency it is in, and so does a head alone."""
        if self._is_bare_head(left):
            return False
        if leads_on(left) or (quantified(left) and not self.judge.known(left)):
            return False
        if self.runs.is_branch(after):
            return False
        inside = bool(lexicon("unit").starting(words(write_out(left))))
        small = self.runs.phrase(after)[:1].islower() and not quantified(self.runs.phrase(after))
        return not small and (not wrapped or (bool(self.runs.known(after)[1]) and not inside))
