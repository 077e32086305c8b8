"""The school's letter box: a folder, and the courier that carries a file there."""
