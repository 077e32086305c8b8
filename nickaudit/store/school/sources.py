"""Whose certificates are read from where: other schools' shares, and every school file that was in use."""

from nickaudit.store.database import Database


def all_sources(db: Database) -> dict[str, str]:
    """Places that are read beside the first one, each with the id of its school (empty: not known)."""
    return dict(db.rows("SELECT place, school_id FROM sources ORDER BY rowid"))


def keep_source(db: Database, place: str, *, school_id: str) -> None:
    """Read from there too from now on, or know now which school it is."""
    db.write(
        "INSERT INTO sources VALUES (?, ?) ON CONFLICT (place) DO UPDATE SET school_id = excluded.school_id",
        place,
        school_id,
    )


def drop_source(db: Database, place: str) -> None:
    """Read from there no more. What was taken in stays."""
    db.write("DELETE FROM sources WHERE place = ?", place)


def keep_school_file(db: Database, *, school_id: str, sequence: int, raw: bytes) -> None:
    """Keep a school file that is in use, so that what was sealed by it is known later too."""
    db.write("INSERT OR IGNORE INTO school_files VALUES (?, ?, ?)", school_id, sequence, raw)


def school_files(db: Database) -> tuple[bytes, ...]:
    """Every school file that was ever in use here, by school, oldest first."""
    return tuple(raw for (raw,) in db.rows("SELECT raw FROM school_files ORDER BY school_id, sequence"))
