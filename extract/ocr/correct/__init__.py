"""Recognised words mended by what is known of the language and of the document."""
