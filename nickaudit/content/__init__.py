"""TOML files become domain types."""
