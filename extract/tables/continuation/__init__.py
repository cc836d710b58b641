"""Does a table, a row, a text go on over a break?"""
