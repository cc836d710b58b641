"""Letters of picture fonts (Symbol, Wingdings) → the signs that they draw."""

from __future__ import annotations

# Code in the font → sign, by the fonts' published charts; only signs that papers use.
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9F: "•", 0xA0: "▪",
    0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDC: "➲", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑", 0x4A: "☺",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x54: "☒", 0x97: "•", 0xA3: "□"}
_SYMBOL = {
    0x2D: "-", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
    0xBC: "…", 0xAE: "→", 0xDE: "⇒", 0xD6: "√", 0x61: "α", 0x62: "β", 0x67: "γ", 0x6D: "μ", 0x53: "Σ", 0x44: "∆",
    0xA5: "∞", 0x25: "%", 0x2B: "+", 0x2F: "/",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
# Where picture fonts keep their letters in Unicode's private area.
PRIVATE = 0xF000


def symbols_to_text(text: str, font: str) -> str:
    """The signs that ``text`` draws in ``font``; letters without a known sign stay as they are."""
    known = _FONTS.get(font.casefold())
    if known is None and not any(PRIVATE <= ord(c) < PRIVATE + 256 for c in text):
        return text
    return "".join(_sign(c, known) for c in text)


def symbol(code: str, font: str) -> str:
    """The sign of a ``w:sym`` element: its code in hexadecimal, and its font."""
    try:
        letter = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return symbols_to_text(letter, font)


def _sign(letter: str, known: dict[int, str] | None) -> str:
    code = ord(letter)
    if PRIVATE <= code < PRIVATE + 256:
        code -= PRIVATE
        return (known or _SYMBOL | _WINGDINGS).get(code, letter)
    return (known or {}).get(code, letter)
