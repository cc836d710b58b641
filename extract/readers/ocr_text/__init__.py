"""Text that a recognition service made of a document: its pages, paragraphs and tables, the breakages mended."""
