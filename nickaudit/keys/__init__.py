"""Private keys and where they are kept."""
