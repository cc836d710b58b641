"""A resolution → the page that reviewers read."""
