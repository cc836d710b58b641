"""Pictures of pages → words with their confidence."""
