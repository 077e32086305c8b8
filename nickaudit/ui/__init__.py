"""The window: PySide6 widgets that speak to services and domain only."""
