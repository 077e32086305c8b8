"""Which keys there are and where, without the keys: so that one that is lost is missed, not made anew.

A key store can be wiped, or be away for a day. Without this record a new key would quietly take the place of
the old one. It is a folder with a file for each key, so that two who write at once cannot undo each other.
"""

from pathlib import Path

from nickaudit.domain.certificate import KeyPlace
from nickaudit.keys import private_file
from nickaudit.keys.base import KeysNotKeptError

FOLDER = "known-keys"
NEW_ONES = "new-keys"
"""Stands in the record for the place that was chosen for keys still to be made."""

_PLACES = {place.value: place for place in (KeyPlace.KEYRING, KeyPlace.FILE)}


def place_of(home: Path, name: str) -> KeyPlace | None:
    """Where that key was put; None where nothing is known of it."""
    try:
        text = private_file.read(home / FOLDER / name) or ""
    except (OSError, UnicodeDecodeError):
        return None
    return _PLACES.get(text.strip())


def remember(home: Path, name: str, place: KeyPlace) -> None:
    """Take down where that key is.

    Raises:
        KeysNotKeptError: the record could not be written.
    """
    if place_of(home, name) is not place:
        try:
            private_file.write(home / FOLDER / name, place.value + "\n")
        except OSError as err:
            raise KeysNotKeptError from err


def forget(home: Path, name: str) -> None:
    """Miss that key no longer.

    Raises:
        KeysNotKeptError: the record could not be changed.
    """
    try:
        (home / FOLDER / name).unlink(missing_ok=True)
    except OSError as err:
        raise KeysNotKeptError from err
