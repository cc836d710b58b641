"""Mentions that no dictionary knows, proposed by named-entity recognition. The only file that imports underthesea."""

from __future__ import annotations

from functools import lru_cache

_MAX_WORDS = 40


@lru_cache(maxsize=512)
def names_organisation(text: str) -> bool:
    """True if underthesea sees an organisation's name in ``text``, False if not or if the package isn't usable.

    Importing it takes more than a second: it is asked only when the registry, the lists of words and the fuzzy matcher
    have all failed.
    """
    if len(text.split()) > _MAX_WORDS:
        return False
    try:
        from underthesea import ner
    except ImportError:
        return False
    return any(str(tag).endswith("ORG") for *_, tag in ner(text))
