"""Letters without the marks that stand on them, which recognisers confuse most."""

from __future__ import annotations

import unicodedata


def bare_letters(text: str) -> str:
    """Small letters without hats, horns and tones, đ as d; all else as it is."""
    spread = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in spread if not unicodedata.combining(c))
