"""A page of a document, drawn with what was seen and decided on it."""
