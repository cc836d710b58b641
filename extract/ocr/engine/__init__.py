"""Words recognised in pictures of pages, each with its confidence."""
