"""Tables in recognised text whose rows the ends of pages broke → whole rows."""
