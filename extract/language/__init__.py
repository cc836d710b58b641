"""Vietnamese as offices write it: spelling, numbering, the phrases of their papers. Imports nothing of ours."""
