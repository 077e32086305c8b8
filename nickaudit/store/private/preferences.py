"""Small choices that outlive a start: text size, remembered folder, road, window, whose computer."""

from nickaudit.store.database import Database


def read(db: Database, name: str) -> str | None:
    """What was chosen; None where nothing was yet."""
    row = db.row("SELECT value FROM preferences WHERE name = ?", name)
    return str(row[0]) if row else None


def write(db: Database, name: str, value: str | None) -> None:
    """Remember a choice; None forgets it."""
    if value is None:
        db.write("DELETE FROM preferences WHERE name = ?", name)
    else:
        db.write("INSERT OR REPLACE INTO preferences VALUES (?, ?)", name, value)
