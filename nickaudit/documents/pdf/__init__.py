"""The only user of Qt outside the window: pages painted for PDF and printer."""
