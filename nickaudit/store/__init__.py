"""SQLite: two stores that do not know each other, the person's own and the school's."""
