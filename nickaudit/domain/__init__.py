"""The core: frozen types and pure functions; no Qt, clock, disk or randomness."""
