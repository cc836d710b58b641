"""Why the program chose what it chose: the type, and the decisions that stand with the tables."""
