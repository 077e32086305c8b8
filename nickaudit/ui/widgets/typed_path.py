"""A path as somebody types it: `~` is their own folder, and only a whole path is one."""

from __future__ import annotations

from pathlib import Path

NO_FOLDER = "Type the folder's path, or choose it with Browse."
NOT_WHOLE = "Type the whole path, from the drive or from the top."


def whole_path(typed: str) -> Path | None:
    """The path that was typed; None where nothing was, or no whole path."""
    try:
        path = Path(typed).expanduser()
    except RuntimeError:
        return None
    return path if path.is_absolute() else None
