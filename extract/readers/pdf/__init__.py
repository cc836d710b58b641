"""PDF files: their characters, rulings and pages."""
