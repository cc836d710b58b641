"""Prints a content file in any of the shapes that Vietnamese offices use, and says what a reader must find in it.

A content file is YAML: the front matter, the prose, the tables as text with ``|`` between cells, the meaning of each
deadline and each agency's full name stated by hand, and the shape in which all of it is set. ``print_pdf`` needs
LibreOffice; ``gold`` needs nothing and shares no code with the program under test.
"""

from tests.typesetter.content import Content, load_content
from tests.typesetter.flat_odt import flat_odt
from tests.typesetter.gold import gold, printed_cells
from tests.typesetter.printing import print_pdf

__all__ = ["Content", "flat_odt", "gold", "load_content", "print_pdf", "printed_cells"]
