"""Where things are: the folder that holds one person's data, and the resources that come with the program."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

PACK = "pack-"
"""How a folder of content from the school is called, before its number."""


class HomeUnusableError(OSError):
    """The folder for the program's data cannot be used."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"The folder {folder} cannot hold your answers: {reason}. Choose another one with --home."
        )


def data_home(home: Path | None) -> Path:
    """Return the data folder, made if need be and closed to everybody else on this computer.

    Args:
        home: What `--home` says; it wins over NICKAUDIT_HOME, which wins over the system's own place.

    Raises:
        HomeUnusableError: The folder cannot be made or written to, or is not a folder.
    """
    folder = _chosen(home)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _close_to_others(folder)
    except FileExistsError as error:
        raise HomeUnusableError(folder, "it is a file") from error
    except OSError as error:
        raise HomeUnusableError(folder, (error.strerror or "it cannot be made").lower()) from error
    # Somebody else's folder, or a disk that can only be read: said here, before a window could open on it.
    if not os.access(folder, os.W_OK | os.X_OK):
        raise HomeUnusableError(folder, "you may not write to it")
    return folder


def own_content(home: Path | None) -> Path:
    """Where content of one's own lies: it overrides and extends the built-in one. It need not be there."""
    return _chosen(home) / "content"


def school_content(home: Path) -> tuple[Path, ...]:
    """Folders of content from the school, the newest first; an older one is there to fall back on."""
    folder = home / "school-content"
    numbers = []
    with suppress(OSError):
        numbers = [name.removeprefix(PACK) for name in os.listdir(folder) if name.startswith(PACK)]
    found = sorted((int(number) for number in numbers if number.isdecimal()), reverse=True)
    return tuple(folder / f"{PACK}{number}" for number in found)


def resource(name: str) -> Path:
    """Return the place of something in `resources/`, such as `fonts` or `templates/certificate.html`."""
    parts = Path(name)
    if parts.is_absolute() or ".." in parts.parts:
        raise ValueError(f"{name!r} does not lie within the resources.")
    return _resources() / parts


def _chosen(home: Path | None) -> Path:
    if home is None:
        given = os.environ.get("NICKAUDIT_HOME")
        home = Path(given) if given else _usual_place()
    return Path(os.path.abspath(home.expanduser()))


def _usual_place() -> Path:
    from platformdirs import user_data_path  # not needed, and so not loaded, where a folder was named

    # Roaming profiles copy themselves to a server: never there.
    return user_data_path("NickAudit", appauthor=False, roaming=False)


def _close_to_others(folder: Path) -> None:
    if os.name != "posix":
        return  # on Windows the person's own AppData is closed already
    now = folder.stat()
    # A folder of somebody else's, or a shared one such as /tmp, is not ours to close.
    if now.st_uid == os.geteuid() and not now.st_mode & stat.S_ISVTX and stat.S_IMODE(now.st_mode) != 0o700:
        folder.chmod(0o700)


def _resources() -> Path:
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller's loader
    if bundle is not None:
        return Path(bundle) / "resources"
    package = Path(__file__).resolve().parent
    installed = package / "_resources"  # where the wheel puts them
    return installed if installed.is_dir() else package.parent / "resources"
