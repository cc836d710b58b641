"""One reader a medium: a file → the document as printed."""
