"""The school's letter box: a folder."""
