"""Signed files; the only user of joserfc."""
