"""Numbers of rows, headings and clauses as printed."""
