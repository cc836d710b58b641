"""The XML of a Word file → blocks: what is printed of it, in order, with where it stands.

Element names and their meaning are those of ECMA-376 (Office Open XML), part 1, chapter 17.
"""

from nghiquyet.extract.readers.word.body import WordText, parts_to_text
from nghiquyet.extract.readers.word.package import check_package
from nghiquyet.extract.readers.word.strict import strict_to_usual
from nghiquyet.extract.readers.word.xml_parts import XmlParts

__all__ = ["WordText", "XmlParts", "check_package", "parts_to_text", "strict_to_usual"]
