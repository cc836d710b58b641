"""Words and rulings → tables: their lattice, their heading rows, their continuation over pages."""
