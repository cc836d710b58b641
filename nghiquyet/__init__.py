"""The program: the pipeline as a table of contents, and the command line."""
