"""Words that stand before numbers: Điều, Chương, Phần, Mục, Nội dung, Bước (label_names.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from nghiquyet.extract.language.numbering.reading import Style
from nghiquyet.extract.language.packaged_yaml import packaged_yaml


@dataclass(frozen=True, slots=True)
class LabelNames:
    """``names`` are words with the style of the labels that they head; ``ordinal_words`` count from one on."""

    names: tuple[tuple[Style, str], ...]
    ordinal_words: tuple[str, ...]

    def alternatives(self, style: Style) -> str:
        """The names of a style as an expression."""
        return "|".join(name.replace(" ", r"\s+") for of, name in self.names if of == style)


@cache
def label_names() -> LabelNames:
    """The table as it is kept in the project."""
    data = packaged_yaml(files("nghiquyet.extract.language.numbering").joinpath("label_names.yaml"))
    names = tuple((style, name) for style, of in data["names"].items() for name in of)
    return LabelNames(names, tuple(data["ordinal_words"]))
