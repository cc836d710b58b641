"""Documents with a table each, drawn at random from a grammar of shapes, with the truth known: for figures by medium.

Rows are put together anew from the kept layouts: those of even places are for looking at and fitting, those of odd
places are held back, so that neither their words nor their shapes' seeds are met before the figures are taken.
"""
