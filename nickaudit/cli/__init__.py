"""The console commands; one file each, thin. A command's file is loaded only when it is used."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from nickaudit.cli import console
from nickaudit.cli.school_files import is_school_file
from nickaudit.domain.errors import NickAuditError

COURIER = "--courier"
"""The frozen program calls itself with this to go to the letter box (`share.child.OPTION`)."""

OPENER = "--open"
"""The same to open many files at once (`services.opening_child.OPTION`)."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and end the process: 0 for yes, 1 for "checked, and no", 2 for bad usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == [COURIER] and not sys.stdin.isatty():
        from nickaudit.share import carrier

        if carrier.run():
            sys.exit(0)
    if given == [OPENER] and not sys.stdin.isatty():
        from nickaudit.services import opening_child

        if opening_child.run():
            sys.exit(0)
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

        home = Path(given[1]) if given[:1] == ["--home"] else None
        return open_window(home, school=Path(given[0]) if given and home is None else None)
    from nickaudit.cli import group

    return group.run(given)


def _opens_the_window(given: list[str]) -> bool:
    """Whether this is plainly a start of the window; whatever is less plain is for click to judge."""
    if not given:
        return True
    if len(given) == 1 and is_school_file(given[0]):  # what a double click on one gives
        return True
    return (
        len(given) == 2
        and given[0] == "--home"
        and bool(given[1])
        and not given[1].startswith("-")
        and not os.path.isfile(given[1])
    )
