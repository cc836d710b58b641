"""What a new version of a resolution changes: two ``Resolution`` → a ``Changeset``, and back."""
