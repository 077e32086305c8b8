"""`school reader`, `hand-over` and `take-over`: who reads, and who signs next."""

from pathlib import Path

import click

from nickaudit.cli import console
from nickaudit.cli.arguments import NamedPath

_output = click.option(
    "-o",
    "--output",
    "to",
    metavar="FILE",
    required=True,
    type=NamedPath(dir_okay=False),
    help="The file to make.",
)
_replace = click.option("--replace", is_flag=True, help="Save over a file that is there already.")


@click.command("reader")
@_output
@click.option("--title", default="the headteacher", show_default=True, help="Who you are, as in a sentence.")
@click.option("--name", default="", help="Your name, for staff to see.")
@_replace
@click.pass_obj
def reader(home: Path | None, to: Path, title: str, name: str, replace: bool) -> None:
    """Make this computer's reader file, for whoever sets the school up.

    It holds no secret. With it somebody is made a reader, or the next one who signs.
    """
    from nickaudit.bootstrap import make_services
    from nickaudit.services import school_setup

    services = make_services(home)
    path = school_setup.make_reader_file(services, title=title, name=name, to=to, replace=replace)
    console.line(f"Saved {path}")


@click.command("hand-over")
@click.argument("file", metavar="READER-FILE", type=NamedPath(dir_okay=False))
@_output
@_replace
@click.pass_obj
def hand_over(home: Path | None, file: Path, to: Path, replace: bool) -> None:
    """Name the next one to sign, by their reader file. They take over with the file this makes.

    Change nothing here afterwards: after a further change the hand-over counts no longer.
    """
    from nickaudit.bootstrap import make_services
    from nickaudit.services import school_handing, school_setup

    services = make_services(home)
    person = school_setup.reader_in(file)
    path = school_handing.hand_over(services, person, to=to, replace=replace)
    console.line(f"{person.title}{f' ({person.name})' if person.name else ''} may sign next.")
    console.line(f"Saved {path}")


@click.command("take-over")
@click.argument("file", metavar="FILE", type=NamedPath(dir_okay=False))
@click.pass_obj
def take_over(home: Path | None, file: Path) -> None:
    """Sign for the school from this computer, with the hand-over FILE that names it."""
    from nickaudit.bootstrap import make_services
    from nickaudit.services import school_handing

    taken = school_handing.take_over(make_services(home), file)
    console.line(f"{taken.school.name}: this computer signs now. School file number {taken.school.sequence}.")
