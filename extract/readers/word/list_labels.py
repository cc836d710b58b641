"""Word's automatic lists → the labels that are printed: the number that a paragraph has is nowhere in its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nghiquyet.extract.readers.word.list_numerals import numeral
from nghiquyet.extract.readers.word.styles import Styles
from nghiquyet.extract.readers.word.symbol_fonts import symbols_to_text
from nghiquyet.extract.readers.word.xml_names import Element, child, number, switch, value, w

# Lists have nine levels.
LEVELS = 9
# Lists may name a style that names a list; longer ways go in a circle.
LONGEST_WAY = 6


@dataclass(frozen=True, slots=True)
class ListLabel:
    """``text`` with what parts it from the paragraph; ``level`` is the definition that it was made by."""

    text: str
    level: Element


@dataclass(slots=True)
class _Counters:
    """How far each level of one list has counted; None before its first."""

    at: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


class WordLists:
    """Counts as paragraphs are shown to it, in the file's order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        for element in [] if root is None else root:
            if element.tag == w("abstractNum"):
                self._abstract.setdefault(value(element, "abstractNumId") or "", element)
            elif element.tag == w("num"):
                self._lists.setdefault(value(element, "numId") or "", element)
        self._counters: dict[str, _Counters] = {}
        self._restarted: set[tuple[str, int]] = set()

    def place(self, paragraph: Element) -> tuple[str, int] | None:
        """(list, level) on which the paragraph stands by its own properties or its style's, or None."""
        own = child(paragraph, "pPr", "numPr")
        style = self._styles.paragraph_style(paragraph)
        inherited = self._of_style(style)
        list_id = value(child(own, "numId")) or (inherited[0] if inherited else None)
        if list_id is None or list_id not in self._lists:  # list 0 takes a style's numbering away
            return None
        level = number(child(own, "ilvl"))
        if level is None:
            level = inherited[1] if inherited and inherited[0] == list_id else 0
        return list_id, min(max(level, 0), LEVELS - 1)

    def level(self, place: tuple[str, int]) -> Element | None:
        """The definition of a list's level, with the list's own override of it."""
        list_id, level = place
        for override in self._lists[list_id].iterfind(w("lvlOverride")):
            if number(override, "ilvl") == level and (own := child(override, "lvl")) is not None:
                return own
        return self._defined(self._abstract_of(list_id), level)

    def label(self, place: tuple[str, int]) -> ListLabel | None:
        """Counts one on and gives the label; None where the level prints nothing."""
        list_id, level = place
        definition = self.level(place)
        if definition is None:
            return None
        counters = self._counters.setdefault(self._abstract_of(list_id) or list_id, _Counters())
        self._count(counters, list_id, level)
        text = self._text(counters, list_id, definition)
        if not text:
            return None
        gap = "" if value(child(definition, "suff")) == "nothing" else " "
        return ListLabel(text + gap, definition)

    def _of_style(self, style_id: str | None) -> tuple[str, int] | None:
        """(list, level) that a style gives: the level is the one that names the style, else the style's own."""
        for style in self._styles.chain(style_id):
            numbered = child(style, "pPr", "numPr")
            list_id = value(child(numbered, "numId"))
            if list_id is None:
                continue
            if list_id not in self._lists:
                return None
            abstract = self._abstract.get(self._abstract_of(list_id) or "")
            named = value(style, "styleId")
            for definition in [] if abstract is None else abstract.iterfind(w("lvl")):
                if value(child(definition, "pStyle")) in (style_id, named):
                    return list_id, number(definition, "ilvl") or 0
            return list_id, number(child(numbered, "ilvl")) or 0
        return None

    def _abstract_of(self, list_id: str) -> str | None:
        """The id of the list's definition; one that only names a style stands for that style's list."""
        for _ in range(LONGEST_WAY):
            found = value(child(self._lists.get(list_id), "abstractNumId"))
            link = value(child(self._abstract.get(found or ""), "numStyleLink"))
            if link is None:
                return found
            target = next(
                (n for s in self._styles.chain(link) if (n := value(child(s, "pPr", "numPr", "numId")))), None
            )
            if target is None or target == list_id:
                return found
            list_id = target
        return None

    def _defined(self, abstract_id: str | None, level: int) -> Element | None:
        abstract = self._abstract.get(abstract_id or "")
        levels = [] if abstract is None else abstract.iterfind(w("lvl"))
        return next((own for own in levels if number(own, "ilvl") == level), None)

    def _count(self, counters: _Counters, list_id: str, level: int) -> None:
        restart = self._start_override(list_id, level)
        if restart is not None and (list_id, level) not in self._restarted:
            self._restarted.add((list_id, level))
            counters.at[level] = restart
        else:
            before = counters.at[level]
            counters.at[level] = self._start(list_id, level) if before is None else before + 1
        for lower in range(level + 1, LEVELS):
            after = number(child(self.level((list_id, lower)), "lvlRestart"))
            if after is None or (after != 0 and level < after):
                counters.at[lower] = None

    def _start_override(self, list_id: str, level: int) -> int | None:
        overrides = self._lists[list_id].iterfind(w("lvlOverride"))
        own = next((o for o in overrides if number(o, "ilvl") == level), None)
        return number(child(own, "startOverride"))

    def _start(self, list_id: str, level: int) -> int:
        override = self._start_override(list_id, level)
        if override is not None:
            return override
        found = number(child(self.level((list_id, level)), "start"))
        return 1 if found is None else found

    def _text(self, counters: _Counters, list_id: str, definition: Element) -> str:
        pattern = value(child(definition, "lvlText")) or ""
        if value(child(definition, "numFmt")) == "bullet":
            return bullet(pattern, value(child(definition, "rPr", "rFonts"), "ascii") or "")
        arabic = bool(switch(child(definition, "isLgl")))

        def counted(match: re.Match[str]) -> str:
            level = int(match.group(1)) - 1
            at = counters.at[level]
            own = self.level((list_id, level))
            form = value(child(own, "numFmt")) or "decimal"
            # a level above that has not been met yet is printed as it will begin
            return numeral(self._start(list_id, level) if at is None else at, "decimal" if arabic else form)

        return re.sub(r"%([1-9])", counted, pattern).strip()


def bullet(pattern: str, font: str) -> str:
    """The bullet that is printed; the letters by which picture fonts draw theirs are a plain bullet."""
    text = symbols_to_text(pattern, font).strip()
    return "•" if text in ("o", "§", "ü", "Ø", "v", "q") or any("\ue000" <= c <= "\uf8ff" for c in text) else text
