"""Blocks of a medium without places → lines, words and fragments on pages, as a printer would set them."""
