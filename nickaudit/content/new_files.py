"""Makes files to work on: a skeleton of a platform, or a copy of a file that came with the program."""

import datetime as dt
import re
from pathlib import Path

from nickaudit.content.roots import PLACES
from nickaudit.domain.errors import NickAuditError

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 40


class CannotMakeFile(NickAuditError):  # noqa: N818 - what happened, as it is told
    """This file could not be made."""


def new_platform(own_id: str, *, into: Path, resources: Path, today: dt.date) -> Path:
    """Write the skeleton of a platform into that folder of content, and return the file.

    Raises:
        CannotMakeFile: The id cannot be used, or there is such a file already.
    """
    if not _ID.fullmatch(own_id) or len(own_id) > _LONGEST_ID:
        raise CannotMakeFile(
            f"“{own_id}” cannot be an id. Use a to z, 0 to 9 and hyphens, as in “our-forum”; no more than "
            f"{_LONGEST_ID}."
        )
    if built_in(own_id, resources=resources) is not None:
        raise CannotMakeFile(
            f"“{own_id}” came with the program. To change it, type: nickaudit content copy {own_id}"
        )
    skeleton = (resources / "templates" / "platform.toml").read_text(encoding="utf-8")
    text = skeleton.replace("@ID@", own_id).replace("@MONTH@", f"{today:%Y-%m}")
    return _write(into / "platforms" / f"{own_id}.toml", text)


def copy_built_in(own_id: str, *, into: Path, resources: Path) -> Path:
    """Copy the file of that platform, block or policy into that folder of content, and return the copy.

    Raises:
        CannotMakeFile: There is no such file, or the copy is there already.
    """
    source = built_in(own_id, resources=resources)
    if source is None:
        raise CannotMakeFile(
            f"Nothing with the id “{own_id}” came with the program. To begin a platform, type: "
            f"nickaudit content new-platform {own_id}"
        )
    return _write(into / source.relative_to(resources), source.read_text(encoding="utf-8"))


def built_in(own_id: str, *, resources: Path) -> Path | None:
    """The file of that id that came with the program, if there is one."""
    if not _ID.fullmatch(own_id):
        return None
    places = [resources / folder / f"{own_id}.toml" for folder in dict.fromkeys(PLACES.values())]
    places.append(resources / "policies" / own_id / "policy.toml")
    return next((place for place in places if place.is_file()), None)


def _write(path: Path, text: str) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise CannotMakeFile(f"{path} is there already. It was left as it is.") from error
    except OSError as error:
        raise CannotMakeFile(f"{path} cannot be written: {(error.strerror or 'no').lower()}.") from error
    return path
