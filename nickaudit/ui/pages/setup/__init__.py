"""The screens of whoever sets the school up, one per file."""
