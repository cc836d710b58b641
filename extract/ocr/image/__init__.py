"""Pictures of pages: rendered, turned upright, set straight, cleaned, their rulings found."""
