"""The console commands; one file each, thin. A command's file is loaded only when it is used."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from nickaudit.cli import console
from nickaudit.domain.errors import NickAuditError

COURIER = "--deliver"
"""The frozen program calls itself with this to carry one file to a folder (`share.courier.OPTION`)."""
COURIER_TAKES = 3
"""Folder, name and hash; with anything else the option is not known."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and end the process: 0 for yes, 1 for "checked, and no", 2 for bad usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == [COURIER] and len(given) == 1 + COURIER_TAKES:
        from nickaudit.share import courier

        sys.exit(courier.run(given[1:]))
    try:
        code = _run(given)
    except KeyboardInterrupt:
        console.error("nickaudit: stopped.")
        sys.exit(130)
    except (NickAuditError, OSError) as problem:
        console.error(f"nickaudit: {console.sentence_of(problem)}")
        sys.exit(1)
    sys.exit(code)


def _run(given: list[str]) -> int:
    if _opens_the_window(given):
        # By far the most frequent start, and click costs as much as a page.
        from nickaudit.cli.window import open_window

        return open_window(Path(given[1]) if given else None)
    from nickaudit.cli import group

    return group.run(given)


def _opens_the_window(given: list[str]) -> bool:
    """Whether this is plainly a start of the window; whatever is less plain is for click to judge."""
    if not given:
        return True
    return (
        len(given) == 2
        and given[0] == "--home"
        and bool(given[1])
        and not given[1].startswith("-")
        and not os.path.isfile(given[1])
    )
