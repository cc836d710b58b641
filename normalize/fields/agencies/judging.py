"""One piece of a cell, once cut: who is named, and what part of the task is theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from nghiquyet.extract.language.spelling import words
from nghiquyet.normalize.fields.agencies.abbreviations import write_out
from nghiquyet.normalize.fields.agencies.bodies import BodyReader
from nghiquyet.normalize.fields.agencies.collectives import (
    Collective,
    collective_name,
    quantified,
    read_bodies_of_many,
    read_collective,
)
from nghiquyet.normalize.fields.agencies.collectives import bare_nouns as all_nouns
from nghiquyet.normalize.fields.agencies.cutting import OPENING, fold, trimmed
from nghiquyet.normalize.fields.agencies.guesses import LOCAL, LOCAL_UNTYPED, Guesser
from nghiquyet.normalize.fields.agencies.lists import ListReader
from nghiquyet.normalize.fields.agencies.mention import (
    Mention,
    doubted,
    found_by,
    matched_body,
    matched_collective,
    pointing,
    unknown,
)
from nghiquyet.normalize.fields.agencies.phrases import (
    after_words,
    has_name,
    personal_name,
    scope_words,
    without_inside,
)
from nghiquyet.normalize.fields.agencies.role_words import begins_as_agency, lexicon
from nghiquyet.normalize.fields.agencies.scope_cuts import (
    collective_and_scope,
    guessed_and_scope,
    hides_agency,
    is_unit_of,
    may_act,
    predicate_starts,
    says_which,
    scope_starts,
)
from nghiquyet.normalize.fields.agencies.short_names import ShortName, abbreviates, without_short_name
from nghiquyet.normalize.fields.tagged_words import names_organisation

_TELLING = 3  # words that a name without a separator before it must have: "Văn phòng Sở" is no "Văn phòng" and "Sở"
_REMEMBERED = 20_000  # texts whose reading is kept
_LONGEST_CORE = 300  # letters of a name before its scope
_LONGEST_MENTION = 80  # words; what is longer is a sentence, and names none but by its beginning
NESTED = 0.85  # a unit inside an agency: whether the unit or the agency is meant is the reader's choice
_WORD = re.compile(r"\S+")


class Judge:
    """Turns words into mentions; ``known`` for what is certain, ``judge`` for whatever is left."""

    def __init__(self, bodies: BodyReader, short: Iterable[ShortName] = ()) -> None:
        self.bodies = bodies
        self.guesser = Guesser(bodies)
        self.lists = ListReader(bodies)
        self._known: dict[str, tuple[Mention, ...]] = {}
        self._short: dict[str, Mention] = {}  # while they are read, none is known by another
        self._short = {one.short: named for one in short for named in self._called(one)}

    def _called(self, one: ShortName) -> tuple[Mention, ...]:
        """What a short name of the document stands for; nothing where it is a body's everywhere and may mean that."""
        if self.bodies.exact(one.short) is not None and not abbreviates(one.short, one.name, least=1.0):
            return ()
        found = self.known(one.name)
        named = found[0] if len(found) == 1 else self.guesser.local(one.name)
        reason = f"Văn bản này viết tắt “{one.name}” là “{one.short}”."
        return found_by("shortened_here", (replace(named, text=one.short, reason=reason, rule=""),))

    # -- what is certain -------------------------------------------------------------------------------------------

    def known(self, text: str) -> tuple[Mention, ...]:
        """The mentions of a text that is a known name, a list of units or a plain collective; else nothing."""
        if text not in self._known:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            self._known[text] = self._certain(trimmed(text))
        return self._known[text]

    def names_body(self, text: str) -> bool:
        """True for the name of a body of the registry, or one that the document gives it."""
        return text in self._short or self.bodies.exact(text) is not None

    def _certain(self, text: str) -> tuple[Mention, ...]:
        if not text:
            return ()
        if text in self._short:
            return (self._short[text],)
        if (name := without_short_name(text)) and (found := self.known(name)):
            return (replace(found[0], text=text), *found[1:])
        body = self.bodies.exact(text)
        if body:
            return found_by("in_registry", (matched_body(text, body),))
        listed = self.lists.read(text)
        if listed:
            return found_by("list_of_units", listed)
        committee = self.bodies.committee_of(text)
        if committee:
            return found_by("committee_of_unit", (matched_body(text, committee),))
        collective = read_bodies_of_many(text, self.bodies.registries) or read_collective(text)
        if collective and collective.known:
            return found_by("collective", (matched_collective(self.bodies, text, collective),))
        return ()

    def known_with_scope(self, text: str, after: int = 0) -> tuple[Mention, ...]:
        """As ``known``, where a role phrase or a bracket follows the name: that is the scope.

        ``after`` is the place in ``text`` before which no scope may begin.
        """
        plain = self.known(text)
        if plain:
            return plain
        offset = after - (len(text) - len(text.lstrip(OPENING)))
        text = trimmed(text)
        for cut in scope_starts(text):
            if cut < offset:
                break
            if cut > _LONGEST_CORE:
                continue
            core = trimmed(text[:cut])
            scope = scope_words(text[cut:])
            found = self.known(core) if core else ()
            if found and scope and is_unit_of(self.bodies, found[0], scope):
                return ()
            if found and scope and says_which(core, scope):
                return (matched_collective(self.bodies, text, Collective(collective_name(text), known=False)),)
            if found:
                listed = text[:cut].rstrip().endswith(":") and found[0].body is None
                doubt = scope is not None and (listed or hides_agency(self.bodies, scope))
                return tuple(doubted(m.within(scope)) if doubt else m.within(scope) for m in found)
        return self._acting(text) if not offset else ()

    def _acting(self, text: str) -> tuple[Mention, ...]:
        """The body at the beginning of "Vụ Chính sách thuế xây dựng phương án trình Bộ"; what it does is its scope."""
        for cut in predicate_starts(text):
            core = trimmed(text[:cut]) if cut <= _LONGEST_CORE else ""
            found = self.known(core) if core else ()
            if len(found) == 1 and may_act(core, found[0]):
                scope = scope_words(text[cut:])
                acting = found[0].within(scope)
                return (doubted(acting) if scope and hides_agency(self.bodies, scope) else acting,)
        return ()

    # -- what must be judged ---------------------------------------------------------------------------------------

    def judge(self, text: str) -> tuple[Mention, ...]:
        """One or more mentions for any text with letters in it."""
        text = trimmed(text)
        if not any(c.isalpha() for c in text):
            nameless = unknown(text, "Không nêu tên cơ quan; cần đối chiếu với văn bản.")
            return found_by("no_letters", (nameless,)) if text else ()
        if len(text.split()) > _LONGEST_MENTION:
            found = self.known_with_scope(text) or self._pointing(text)
            sentence = unknown(text, "Đoạn chữ quá dài để là tên cơ quan; cần đối chiếu với văn bản.")
            return found or found_by("too_long", (sentence,))
        for rule, reads in self._rules:
            if found := reads(text):
                return found_by(rule, found)
        return ()

    @property
    def _rules(self) -> tuple[tuple[str, Callable[[str], tuple[Mention, ...]]], ...]:
        """The ways to read a text, the surest first: the first that finds something is taken; the last always does."""
        return (
            ("known_with_scope", self.known_with_scope),
            ("points_elsewhere", self._pointing),
            ("behind_lead_in", self._led_in),
            ("person", self._person),
            ("position", self._position),
            ("unit_inside", self._nested),
            ("free_collective", lambda text: self._free_collective(text) if quantified(text) else ()),
            ("side_by_side", self._side_by_side),
            ("free_collective", self._free_collective),
            ("guessed", self._guess),
        )

    def _pointing(self, text: str) -> tuple[Mention, ...]:
        """ "Theo phân công tại Quyết định số …": no body is named here."""
        if lexicon("pointing").starting(words(text)):
            return (pointing(text),)
        return ()

    def _led_in(self, text: str) -> tuple[Mention, ...]:
        """ "Chủ trì: Sở A", "Giao Sở A": the words before the name are part of its scope."""
        spoken = words(text)
        size = lexicon("lead_in").starting(spoken)
        while size:
            cut = after_words(text, size)
            rest = trimmed(text[cut:])
            marked = text[cut:].lstrip().startswith((":", "-", "–"))
            found = self.known_with_scope(rest) or (self.judge(rest) if marked and rest else ())
            if found:
                return tuple(replace(m, scope=" ".join(p for p in (trimmed(text[:cut]), m.scope) if p)) for m in found)
            size = lexicon("lead_in").starting(spoken[: size - 1]) if size > 1 else 0
        return ()

    def _person(self, text: str) -> tuple[Mention, ...]:
        """ "đồng chí Nguyễn Văn A, Phó Chủ tịch UBND tỉnh": a person; "đồng chí Chủ tịch UBND tỉnh" is the office."""
        spoken = words(text)
        size = lexicon("person").starting(spoken)
        rest = text[after_words(text, size) :].strip() if size else text
        if personal_name(rest):
            return (Mention(text, "person", 0.9, "Nêu tên người, không nêu tên cơ quan."),)
        if size and rest:
            return tuple(replace(m, text=text) if m.scope is None else m for m in self.judge(rest))
        return ()

    def _position(self, text: str) -> tuple[Mention, ...]:
        """ "Giám đốc Sở Y tế" is Sở Y tế; the position stays in the text."""
        spoken = words(write_out(text))
        size = lexicon("position").starting(words(text)) or 0
        while size:
            rest = text[after_words(text, size) :].strip(" ,")
            found = self.known_with_scope(rest)
            if not found and words(rest) in lexicon("closed"):
                return (unknown(text, "Chỉ nêu chức danh, không nêu tên cơ quan; cần đối chiếu với văn bản."),)
            if not found and len(words(rest)) > 1 and lexicon("head").starting(words(write_out(rest))):
                found = self._nested(rest) or self._guess(rest)
            if found:
                before = text[: len(text) - len(rest)] if rest else ""
                first = replace(found[0], text=fold(before + found[0].text))
                return (first, *found[1:])
            size = lexicon("position").starting(spoken[: size - 1]) if size > 1 else 0
        if spoken and lexicon("position").starting(words(text)) == len(words(text)):
            return (unknown(text, "Chỉ nêu chức danh, không nêu cơ quan; cần đối chiếu với văn bản."),)
        return ()

    def _nested(self, text: str) -> tuple[Mention, ...]:
        """ "Phòng Kế hoạch - Tài chính Sở Y tế": the agency is Sở Y tế, the unit inside it is the scope."""
        if not lexicon("unit").starting(words(write_out(text))):
            return ()
        for match in list(_WORD.finditer(text))[1:]:
            rest = text[match.start() :].lstrip("(-–, ")
            body = self.bodies.whole(trimmed(rest)) if rest[:1].isupper() else None
            if not body:
                continue
            unit = without_inside(trimmed(text[: match.start()]))
            if len(words(unit)) < 2:
                continue
            found = matched_body(trimmed(rest), body)
            reason = f"“{unit}” là đơn vị thuộc “{body.record.name}”."
            return (replace(found, scope=unit, score=min(found.score, NESTED), reason=reason),)
        return ()

    def _side_by_side(self, text: str) -> tuple[Mention, ...]:
        """Two names between which the separator is missing ("Sở Tài chính Sở Xây dựng")."""
        for match in list(_WORD.finditer(text))[1:]:
            rest = text[match.start() :]
            if not rest[0].isupper() or not lexicon("head").starting(words(write_out(rest))):
                continue
            before = trimmed(text[: match.start()])
            left = () if without_inside(before) != before or len(words(rest)) < _TELLING else self.known(before)
            if any(m.body and m.body.entry and m.body.entry.titled and not m.body.place_printed for m in left):
                continue
            right = self.known_with_scope(rest) if left else ()
            if left and right:
                return (*left, *right)
        return ()

    def _free_collective(self, text: str) -> tuple[Mention, ...]:
        core, scope = collective_and_scope(text)
        many = read_bodies_of_many(core, self.bodies.registries, loose=True)
        collective = many or read_collective(core)
        if collective is None:
            return ()
        return (
            matched_collective(self.bodies, trimmed(core), collective).within(scope_words(scope) if scope else None),
        )

    def _guess(self, text: str) -> tuple[Mention, ...]:
        if name := without_short_name(text):
            return tuple(replace(m, text=text) for m in self._guess(name))
        core, scope = guessed_and_scope(text)
        slip = self.guesser.slip(core) or self.guesser.committee_slip(core)
        if slip:
            return found_by("misspelt", (slip.within(scope),))
        spoken = words(write_out(core))
        if lexicon("closed").starting(spoken) == lexicon("head").starting(spoken) > 0:
            return (unknown(core, "Không có cơ quan tên này trong danh mục; cần kiểm tra lại tên.").within(scope),)
        if begins_as_agency(spoken) and (len(spoken) > 1 or spoken in lexicon("brand")):
            return (self.guesser.local(core, LOCAL).within(scope),)
        if has_name(core) and names_organisation(core):
            return (self.guesser.local(core, LOCAL_UNTYPED).within(scope),)
        if len(spoken) > 1 and all_nouns(core):
            return (
                matched_collective(self.bodies, core, Collective(collective_name(core), known=False)).within(scope),
            )
        return (unknown(text, "Không nhận ra tên cơ quan; cần đối chiếu với văn bản."),)
