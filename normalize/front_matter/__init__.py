"""Whose document it is: letterhead, title block, preamble and end matter as printed → ``FrontMatter``."""

from nghiquyet.normalize.front_matter.pages_to_front_matter import read_front_matter

__all__ = ["read_front_matter"]
