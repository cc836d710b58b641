"""The XML of a Word file → blocks: what is printed of it, in order, with where it stands.

Element names and their meaning are those of ECMA-376 (Office Open XML), part 1, chapter 17.
"""

from extract.word_files.body import WordText, parts_to_text
from extract.word_files.package import check_package
from extract.word_files.parts import Parts
from extract.word_files.strict import strict_to_usual

__all__ = ["Parts", "WordText", "check_package", "parts_to_text", "strict_to_usual"]
