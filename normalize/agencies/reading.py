"""A cell's pieces put together again into names, and cut where both sides name an agency."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from normalize.agencies.abbreviations import write_out
from normalize.agencies.collectives import bare_nouns, begins_with_noun, quantified
from normalize.agencies.cutting import CutCell, fold, lines_to_cell, trimmed
from normalize.agencies.judging import Judge
from normalize.agencies.lexicon import begins_as_agency, lexicon
from normalize.agencies.mention import Mention, unknown
from normalize.agencies.registry import key_words
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
        self._closed: set[int] = set()  # mentions behind which a semicolon stands: nothing is shared over it

    def mentions(self) -> tuple[Mention, ...]:
        at = 0
        while at < self.count:
            at = self._step(at)
        return tuple(self._found)

    def _step(self, at: int) -> int:
        """Reads what begins at piece ``at``; gives the piece after it."""
        hard = self.cell.pieces[at].before in ("hard", "start", "break")
        if self._points_elsewhere(at):
            after = self._next_hard(at)
            self._add(at, (unknown(trimmed(self.cell.between(at, after)), _POINTS),), "", True)
            return after
        size, found = self._run(at)
        inside = self._inside(at, at + max(size, 1))
        if inside:
            found = self.judge.judge(self.cell.between(at, inside))
            self._add(at, found, "", hard)
            return inside
        if found:
            self._add(at, found, self._first_word(at), hard)
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
        self._add(at, found, self._first_word(at), hard)
        return after

    def _add(self, at: int, found: tuple[Mention, ...], head: str, hard: bool) -> None:
        if self._joined_by_role(at) and found:
            found = (replace(found[0], scope=" ".join(filter(None, (_WITH, found[0].scope)))), *found[1:])
        if not hard:
            self._share_place(found)
        else:
            self._closed.add(len(self._found) - 1)
        self._found.extend(found)
        self._head = head
        self._open_scope = bool(found and found[-1].scope)

    def _joined_by_role(self, at: int) -> bool:
        """True if "phối hợp với" stands before piece ``at``: a separator that says a role."""
        before = self.cell.text[self.cell.pieces[at - 1].end : self.cell.pieces[at].start] if at else ""
        return fold(before).casefold().endswith(_WITH)

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
            if found and self._may_end(at, after, found) and not self._goes_on(at, after, found):
                return after - at, found
        return 0, ()

    def _known(self, at: int, after: int, text: str) -> tuple[Mention, ...]:
        if after - at > 1 and quantified(self._phrase(at)) and self._other_agency_inside(at, after):
            return self.judge.lists.read(trimmed(text))
        if self._two_known(at, after):
            return ()
        return self.judge.known_with_scope(text, self._last_phrase(at, after))

    def _two_known(self, at: int, after: int) -> bool:
        """True if a comma parts the run into two known names: "Đảng ủy, HĐND" is not "Đảng ủy HĐND"."""
        for cut in range(at + 1, after):
            if self.cell.pieces[cut].before not in ("comma", "slash", "dot", "break"):
                continue
            names_left = lexicon("head").starting(words(write_out(self.cell.between(at, cut))))
            if names_left and self._body(cut, after):
                return True
        return False

    def _body(self, at: int, after: int) -> bool:
        found = self.judge.known(self.cell.between(at, after))
        return bool(found) and all(m.body is not None for m in found)

    def _last_phrase(self, at: int, after: int) -> int:
        """Where in the folded run the words behind its last real separator begin: no scope reaches over one."""
        last = after - 1
        while last > at and self.cell.pieces[last].before == "wrap":
            last -= 1
        return len(self.cell.between(at, after)) - len(self.cell.between(last, after)) if last > at else 0

    def _other_agency_inside(self, at: int, after: int) -> bool:
        """True if a piece after the first begins another collective."""
        return any(
            quantified(self._phrase(k)) or any(m.body is not None for m in self._run(k)[1])
            for k in range(at + 1, after)
        )

    def _run_end(self, at: int) -> int:
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
        if self._names_agency(after) or self._starts_scope(after):
            return True
        return not wrapped and (begins_with_noun(self._phrase(after)) or self._named_by_head(at, after))

    def _open_name(self, found: tuple[Mention, ...]) -> bool:
        """True for a body whose name may be the beginning of a longer one ("Phòng Tổ chức" - "Hành chính")."""
        last = found[-1]
        if last.body is None or last.scope or last.body.place_printed:
            return False
        return not lexicon("closed").starting(words(write_out(last.text)))

    def _named_by_head(self, at: int, after: int) -> bool:
        """True if the words from ``after`` on are a name under the head of ``at``: "Ban Kinh tế, Pháp chế"."""
        head, text = self._first_word(at), self._phrase(after)
        return text[:1].isupper() and self.judge.bodies.exact(f"{head} {trimmed(text)}") is not None

    def _goes_on(self, at: int, after: int, found: tuple[Mention, ...]) -> bool:
        """True if the nouns under the "các" of piece ``at`` go on: "Các bệnh viện | trung tâm y tế có giường bệnh"."""
        if after >= self.count or self.cell.pieces[after].before == "hard":
            return False
        if not quantified(self._phrase(at)) and not _of_many(found):
            return False
        text = self._phrase(after)
        if self.cell.pieces[after].before in ("comma", "and", "slash") and not self._answers(at, after):
            return True
        return text[:1].islower() and begins_with_noun(text) and not quantified(text) and not self._run(after)[1]

    def _answers(self, at: int, after: int) -> bool:
        """True if piece ``after`` begins something of its own: a name, a scope, or a name under a shared head."""
        return self._names_agency(after) or self._starts_scope(after) or self._named_by_head(at, after)

    def _phrase(self, at: int) -> str:
        """The words from piece ``at`` to the next separator that is more than a line's end."""
        after = at + 1
        while after < self.count and self.cell.pieces[after].before == "wrap":
            after += 1
        return self.cell.between(at, after)

    def _inside(self, at: int, after: int) -> int:
        """The piece after "Trung tâm Khuyến nông - Sở NN&MT", a unit and its agency with a dash between; else 0."""
        if after >= self.count or self.cell.pieces[after].before != "dash":
            return 0
        text = self.cell.between(at, after)
        if not lexicon("unit").starting(words(write_out(text))):
            return 0
        own = self.judge.bodies.exact(trimmed(text))
        if own is not None and own.entry is not None and own.entry.titled:
            return 0
        size, found = self._run(after)
        return after + size if len(found) == 1 and found[0].body is not None else 0

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

    def _share_place(self, found: tuple[Mention, ...]) -> None:
        """ "Đảng ủy, HĐND, UBND các xã": what stands behind the last body counts for those before it."""
        if len(found) != 1:
            return
        place = self._place_words(found[0])
        for index in range(len(self._found) - 1, -1, -1):
            before = self._found[index]
            if not place or before.scope or index in self._closed or not self._placeless(before):
                return
            shared = self.judge.known(f"{before.text} {place}")
            if len(shared) == 1 and not (shared[0].body and shared[0].body.others):
                self._found[index] = replace(shared[0], text=before.text)

    def _placeless(self, mention: Mention) -> bool:
        """True for a body whose place isn't printed, though its name has one: "HĐND"."""
        if mention.body is not None:
            entry = mention.body.entry
            return entry is not None and entry.titled and not mention.body.place_printed
        named = (e for r in self.judge.bodies.registries for e in r.named(key_words(mention.text)))
        return any(e.titled for e in named)

    def _place_words(self, mention: Mention) -> str:
        """The words of place at the end of a mention: "các xã, phường" of "UBND các xã, phường"."""
        if mention.body is None and not _of_many((mention,)):
            return ""
        starts = [m.start() for m in re.finditer(r"(?<=\s)\S", mention.text)]
        for start in starts:
            head = self.judge.bodies.exact(mention.text[:start])
            if head is None or head.entry is None or not head.entry.titled or head.place_printed:
                continue
            return mention.text[start:]
        return ""

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
        if before in ("dash", "comma") and self._is_role(at):
            return True
        if self._open_scope and before in ("wrap", "and"):
            return True
        return not self._names_agency(at) and (self._open_scope or self._starts_scope(at))

    def _is_role(self, at: int) -> bool:
        """True if the piece says what the agency is to the task: "- Cơ quan thường trực"."""
        spoken = words(self._phrase(at))
        return bool(spoken) and lexicon("role").starting(spoken) == len(spoken)

    def _extend_scope(self, at: int) -> None:
        """Adds piece ``at`` to the last scope as it is printed, with the separator before it."""
        last = self._found[-1]
        between = fold(self.cell.text[self.cell.pieces[at - 1].end : self.cell.pieces[at].start])
        joint = {"": " ", ",": ", ", "/": "/", ".": ". "}.get(between, f" {between} ")
        text = trimmed(self.cell.between(at, at + 1).strip("() "))
        self._found[-1] = replace(last, scope=f"{last.scope}{joint}{text}" if last.scope else text)
        self._open_scope = True

    def _names_agency(self, at: int) -> bool:
        """True if a name begins at piece ``at``: a known one, or words that begin as names of agencies do."""
        if self._run(at)[1]:
            return True
        text = trimmed(self.cell.between(at, at + 1))
        spoken = words(write_out(text))
        return (text[:1].isupper() and begins_as_agency(spoken)) or quantified(text)

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
        if before in ("and", "dash") and not self._run(after)[1] and not quantified(self._phrase(after)):
            return self._same_kind(left, trimmed(self._phrase(after)))
        return not (bare_nouns(self.cell.between(after, after + 1)) and quantified(left))

    @staticmethod
    def _same_kind(left: str, right: str) -> bool:
        """True for "Công ty A và Công ty B"; "Trung tâm Xúc tiến thương mại và Hội chợ" is one name."""
        return words(write_out(left))[:1] == words(write_out(right))[:1]

    def _left_names(self, left: str) -> bool:
        spoken = words(write_out(left))
        return quantified(left) or begins_with_noun(left) or begins_as_agency(spoken)

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


def _of_many(found: tuple[Mention, ...]) -> bool:
    return len(found) == 1 and found[0].record is not None and found[0].record.kind == "collective"


_WITH = "phối hợp với"
_POINTS = "Không nêu tên cơ quan mà dẫn chiếu; cần tra văn bản được dẫn."
_TWO = ("Thành phố", "Thị xã", "Thị trấn", "Đặc khu")
