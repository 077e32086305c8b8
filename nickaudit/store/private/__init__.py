"""private.db: what stays with the person."""
