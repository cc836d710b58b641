"""Whose document it is: letterhead, title block, preamble and end matter as printed → ``FrontMatter``."""

from normalize.front_matter.read import read_front_matter

__all__ = ["read_front_matter"]
