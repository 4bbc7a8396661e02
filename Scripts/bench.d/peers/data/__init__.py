"""A day of a line's data in the hands of three engines; each gives for every operation what it is checked by."""
