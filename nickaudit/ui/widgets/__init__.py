"""Reusable parts of a page; they know no service and no page."""
