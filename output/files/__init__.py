"""A resolution → the files of its folder."""
