"""PDF files: their characters, rulings and pages. The one package that knows pdfium."""
