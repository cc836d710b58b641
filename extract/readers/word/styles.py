"""Styles → what a paragraph or a run looks like: its own properties first, then its style's, then the file's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from nghiquyet.extract.readers.layout_blocks import TEXT_SIZE, Align
from nghiquyet.extract.readers.word.xml_names import Element, child, number, points, switch, value, w, with_unit

# Styles are based on each other; longer chains than this go in a circle.
LONGEST_CHAIN = 12
_ALIGN: dict[str, Align] = {
    "center": "centre",
    "right": "right",
    "end": "right",
    "both": "justified",
    "distribute": "justified",
}
# Letters smaller or larger than this are decoration.
SIZES = (4.0, 72.0)


@dataclass(frozen=True, slots=True)
class Letters:
    """How a run's letters look; ``hidden`` ones are not printed, ``struck`` ones are struck out."""

    bold: bool = False
    italic: bool = False
    raised: bool = False
    capitals: bool = False
    hidden: bool = False
    font: str = ""
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph stands; lengths in points."""

    align: Align = "left"
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    size: float = TEXT_SIZE
    new_page: bool = False
    close: bool = False  # no space between it and its neighbours of the same style
    style: str = ""


@dataclass(slots=True)
class Styles:
    """The styles part, by id."""

    root: Element | None = None
    _by_id: dict[str, Element] = field(default_factory=dict)
    _default: str | None = None

    def __post_init__(self) -> None:
        for style in [] if self.root is None else self.root.iterfind(w("style")):
            known = value(style, "styleId")
            if known is not None:
                self._by_id.setdefault(known, style)
            if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true"):
                self._default = self._default or known

    def chain(self, style_id: str | None) -> tuple[Element, ...]:
        """The style and those that it is based on, nearest first."""
        found: list[Element] = []
        while style_id is not None and style_id in self._by_id and len(found) < LONGEST_CHAIN:
            style = self._by_id[style_id]
            if any(style is other for other in found):
                break
            found.append(style)
            style_id = value(child(style, "basedOn"))
        return tuple(found)

    def paragraph_style(self, paragraph: Element) -> str | None:
        """The id of the paragraph's style, the file's default where it names none."""
        named = value(child(paragraph, "pPr", "pStyle"))
        return named if named in self._by_id else self._default

    def letters(self, run: Element, paragraph_style: str | None) -> Letters:
        own = child(run, "rPr")
        sources = [own, *self._of(value(child(own, "rStyle")), "rPr"), *self._of(paragraph_style, "rPr")]
        sources = [s for s in (*sources, *self._defaults("rPrDefault", "rPr")) if s is not None]
        return Letters(
            bold=_on(sources, "b"),
            italic=_on(sources, "i"),
            raised=_first(sources, "vertAlign") == "superscript",
            capitals=_on(sources, "caps") or _on(sources, "smallCaps"),
            hidden=_on(sources, "vanish"),
            struck=_on(sources, "strike") or _on(sources, "dstrike"),
            font=_font(sources),
        )

    def shape(self, paragraph: Element, level: Element | None) -> Shape:
        """``level`` is the definition of the list level that the paragraph stands on, if any."""
        style = self.paragraph_style(paragraph)
        own = child(paragraph, "pPr")
        sources = [own, child(level, "pPr"), *self._of(style, "pPr"), *self._defaults("pPrDefault", "pPr")]
        sources = [s for s in sources if s is not None]
        align = _ALIGN.get(_first(sources, "jc") or "", "left")
        hanging = _length(sources, "ind", "hanging")
        first = -hanging if hanging else _length(sources, "ind", "firstLine")
        return Shape(
            align=align,
            left=max(0.0, _length(sources, "ind", "left", "start")),
            right=max(0.0, _length(sources, "ind", "right", "end")),
            first=first,
            before=_spacing(sources, "before"),
            after=_spacing(sources, "after"),
            size=self._size(paragraph, style),
            new_page=_on(sources, "pageBreakBefore"),
            close=_on(sources, "contextualSpacing"),
            style=style or "",
        )

    def _size(self, paragraph: Element, style: str | None) -> float:
        """The size of most of the paragraph's letters, without raised ones."""
        general = [*self._of(style, "rPr"), *self._defaults("rPrDefault", "rPr")]
        usual = _letter_size(general) or TEXT_SIZE
        counts: dict[float, int] = {}
        for run in paragraph.iter(w("r")):
            size = _letter_size([r for r in [child(run, "rPr")] if r is not None]) or usual
            letters = sum(len(t.text or "") for t in run.iterfind(w("t")))
            counts[size] = counts.get(size, 0) + letters
        if any(counts.values()):
            return max(counts, key=lambda size: (counts[size], -size))
        mark = child(paragraph, "pPr", "rPr")
        return (_letter_size([mark]) if mark is not None else None) or usual

    def _of(self, style_id: str | None, part: str) -> list[Element]:
        return [found for style in self.chain(style_id) if (found := child(style, part)) is not None]

    def _defaults(self, which: str, part: str) -> list[Element]:
        found = child(self.root, "docDefaults", which, part)
        return [] if found is None else [found]


def _on(sources: list[Element], name: str) -> bool:
    return bool(next((s for source in sources if (s := switch(child(source, name))) is not None), False))


def _first(sources: list[Element], name: str) -> str | None:
    return next((v for source in sources if (v := value(child(source, name))) is not None), None)


def _length(sources: list[Element], name: str, *attributes: str) -> float:
    found = (p for s in sources for a in attributes if (p := points(child(s, name), a)) is not None)
    return next(found, 0.0)


def _spacing(sources: list[Element], name: str) -> float:
    """Space above or below; what a browser would choose ("auto") is 14 points, as Word takes it."""
    for source in sources:
        spacing = child(source, "spacing")
        if value(spacing, f"{name}Autospacing") in ("1", "true"):
            return 14.0
        found = points(spacing, name)
        if found is not None:
            return max(0.0, found)
    return 0.0


def _letter_size(sources: list[Element]) -> float | None:
    """A size in half points, or in a unit that it names, in points."""
    sizes = (child(source, "sz") for source in sources)
    found = next((s for size in sizes if (s := _size_of(size)) is not None), None)
    return None if found is None else min(max(found, SIZES[0]), SIZES[1])


def _size_of(size: Element | None) -> float | None:
    halves = number(size)
    return with_unit(size) if halves is None else halves / 2


def _font(sources: list[Element]) -> str:
    """The face for letters of the Latin script; one that the theme gives is of today and needs no name."""

    def named() -> Iterator[str]:
        for fonts in (child(source, "rFonts") for source in sources):
            for attribute in ("ascii", "hAnsi"):
                if (font := value(fonts, attribute)) is not None:
                    yield font

    return next(named(), "")
