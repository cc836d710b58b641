"""The Word file that a printed document could have been printed from, for holding the readers of both together.

``printed_to_draft`` undoes the printing (lines to paragraphs, pages' parts of a row to one row); ``draft_to_word``
makes a ``.docx`` of the draft with python-docx, in one of several ``Form``s: offices make the same page in many ways.
"""

from tests.word_twin.draft import Draft, printed_to_draft
from tests.word_twin.make import AUTOMATIC, BARE, TYPED, Form, draft_to_word

__all__ = ["AUTOMATIC", "BARE", "TYPED", "Draft", "Form", "draft_to_word", "printed_to_draft"]
