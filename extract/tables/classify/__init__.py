"""What the rows of a fragment are."""
