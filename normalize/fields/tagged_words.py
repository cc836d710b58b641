"""What taggers learned of Vietnamese say of words that no list of ours has. The only file that imports underthesea.

Importing it takes a third of a second and loading a model as long: it is asked only where our own lists are silent.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

_MAX_WORDS = 40
# Words of a text's beginning that are tagged: what comes later does not change what the first ones are.
_FIRST_WORDS = 12
_VERB = "V"
# What may stand before a verb and leave it one: "không làm", "sớm hoàn thành".
_BEFORE_VERB = ("R", "A")


@lru_cache(maxsize=512)
def names_organisation(text: str) -> bool:
    """True if an organisation's name is seen in ``text``, False if not or if the package isn't usable."""
    if len(text.split()) > _MAX_WORDS:
        return False
    try:
        with _logging_kept():
            from underthesea import ner
    except ImportError:
        return False
    return any(str(tag).endswith("ORG") for *_, tag in ner(text))


@lru_cache(maxsize=512)
def begins_as_verb(text: str) -> bool:
    """True if the first word of ``text`` is tagged as a verb, adverbs before it passed over.

    The first letter counts as a small one: a capital at a sentence's beginning looks like a name to the tagger.
    """
    words = " ".join(text.split()[:_FIRST_WORDS])
    try:
        with _logging_kept():
            from underthesea import pos_tag
    except ImportError:
        return False
    tags = [str(tag) for _, tag in pos_tag(words[:1].lower() + words[1:])]
    while len(tags) > 1 and tags[0] in _BEFORE_VERB:
        tags.pop(0)
    return bool(tags) and tags[0] == _VERB


@contextmanager
def _logging_kept() -> Iterator[None]:
    """The package sets up logging for the whole program when it is imported; what was set up before stays."""
    kept = logging.root.handlers[:], logging.root.level
    try:
        yield
    finally:
        logging.root.handlers[:], logging.root.level = kept
