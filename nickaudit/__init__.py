"""NickAudit: sits beside a member of staff while they look at their own social media settings."""

__version__ = "0.1.0"
