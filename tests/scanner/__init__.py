"""An office scanner in numbers: printed PDFs become scans, and what is read of them is measured."""
