"""`nickaudit tour DIR`: goes through the real window as a sample person, and leaves pictures and files.

Everything is kept in DIR; the user's own data and the computer's key store are not touched. Exit code 0 when
the tour came to its end, 1 when it could not, 2 for bad usage.
"""

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nickaudit.cli import console
from nickaudit.cli.arguments import NamedPath
from nickaudit.cli.window import has_display

if TYPE_CHECKING:
    from nickaudit.tour.record import TourRecord


@click.command("tour")
@click.argument("folder", metavar="DIR", type=NamedPath(file_okay=False))
@click.option("--everywhere", is_flag=True, help="Give the person an account at every place; takes minutes.")
def command(folder: Path, everywhere: bool) -> None:
    """Walk through the whole program as a sample person; leave pictures and files in DIR.

    DIR is new, empty, or holds an earlier tour, which is then made anew. Your own answers and keys are not
    touched.
    """
    # Before anything loads Qt or keyring: no window where there is no screen, and never the user's own keys.
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    from nickaudit.bootstrap import make_services
    from nickaudit.tour import record
    from nickaudit.tour.walk import take_tour

    folder = folder.absolute()
    record.prepare(folder)
    services, head = make_services(folder / record.HOME), make_services(folder / record.HEAD)
    try:
        left = take_tour(services, folder, head=head, everywhere=everywhere)
    finally:
        for each in (services, head):
            each.private.close()
            each.school.close()
    _leave_report(folder / record.SCHOOL, folder / record.REPORT, home=folder / record.HEAD)
    record.write(folder, left)
    _say(folder, left)


def _leave_report(school: Path, path: Path, *, home: Path) -> None:
    """What `nickaudit report --json` prints of the school's folder on the headteacher's computer."""
    from nickaudit.cli import report

    with path.open("w", encoding="utf-8") as out, contextlib.redirect_stdout(out):
        report.command.main([str(school), "--json"], obj=home, standalone_mode=False)


def _say(folder: Path, left: "TourRecord") -> None:
    from nickaudit.tour import record

    console.line(f"The tour went through {len(left.pages)} pages in {left.seconds:.0f} seconds.")
    console.line(f"{len(left.pictures)} pictures in {folder / record.PICTURES}")
    for name in record.made(folder):
        console.line(str(folder / name))
    for fault in left.faults:
        console.line(f"Look at this: {fault}")
