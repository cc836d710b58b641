"""Printed documents of known truth: each a content file, the PDF printed from it and its gold.

Layouts in ``held_out`` are never tuned on: tests say how many of their fields are right, not which are wrong.
"""
