"""Drives the real window through its widgets, as a person would, and takes pictures."""
