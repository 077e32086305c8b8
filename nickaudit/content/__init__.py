"""TOML files become domain types."""

from nickaudit.content.faults import ContentFaults, Fault
from nickaudit.content.library import load_content

__all__ = ["ContentFaults", "Fault", "load_content"]
