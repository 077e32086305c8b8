"""The headteacher's screens, one per file."""
