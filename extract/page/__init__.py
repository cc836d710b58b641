"""What stands on a page, whatever medium it came from: lines, furniture, footnotes."""
