"""A random editor: real resolutions are changed at random, and what was done is known."""
