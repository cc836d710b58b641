"""Rulings, white and words → rows, columns and cells of a table on one page."""
