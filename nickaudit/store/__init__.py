"""SQLite: the person's store and the school's store."""
