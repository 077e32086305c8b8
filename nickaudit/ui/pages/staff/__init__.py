"""The wizard, one screen per file."""
