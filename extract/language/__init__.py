"""Vietnamese as offices write it: spelling, numbering, the words that open and close a paper. Imports nothing of ours."""
