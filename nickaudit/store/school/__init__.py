"""school.db: what the head has taken in."""
