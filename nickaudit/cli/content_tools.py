"""`content new-platform`, `copy`, `stale` and `links`: to make content files and keep them fresh."""

from pathlib import Path

import click

from nickaudit import paths
from nickaudit.cli import console
from nickaudit.cli.arguments import NamedPath

USUAL_FOLDER = Path("our-content")

_into = click.option(
    "-o",
    "folder",
    metavar="DIR",
    type=NamedPath(file_okay=False),
    default=USUAL_FOLDER,
    help=f"The folder of content to put it in; without it, {USUAL_FOLDER} where you are.",
)
_json = click.option("--json", "in_json", is_flag=True, help="Print JSON.")


@click.command("new-platform")
@click.argument("own_id", metavar="ID")
@_into
def new_platform(own_id: str, folder: Path) -> None:
    """Write a file to fill in, for a platform the program does not know.

    ID is its short name, such as our-forum. What is to be filled in is said line by line.
    """
    from nickaudit.bootstrap import local_now
    from nickaudit.content import new_files
    from nickaudit.content.report import check_content

    resources = paths.resource(".")
    path = new_files.new_platform(own_id, into=folder, resources=resources, today=local_now().date())
    console.line(f"Made {path}")
    console.line("Open it in a text editor, and fill in these places:")
    for fault in check_content(resources, folder).faults:
        if fault.line and Path(fault.file).name == path.name:
            console.line(f"  line {fault.line}: {fault.key}")
    console.line(f"Then type: nickaudit content check {folder}")


@click.command("copy")
@click.argument("own_id", metavar="ID")
@_into
def copy(own_id: str, folder: Path) -> None:
    """Copy a platform or policy that came with the program, to change it.

    ID is the id of the platform (facebook), or of the policy (st-nicholas).
    """
    from nickaudit.content import new_files

    path = new_files.copy_built_in(own_id, into=folder, resources=paths.resource("."))
    console.line(f"Made {path}")
    console.line("Change its words, and keep each id.")
    console.line(f"Then type: nickaudit content check {folder}")


@click.command("stale")
@click.option("--months", type=click.IntRange(min=0), default=6, show_default=True, metavar="N")
@_json
@click.pass_obj
def stale(home: Path | None, months: int, in_json: bool) -> None:
    """List what was last looked at more than N months ago."""
    from nickaudit.bootstrap import local_now
    from nickaudit.content import stale as old
    from nickaudit.content.library import read_library

    today = local_now().date()
    found = old.stale(read_library(*roots(home)).files, today=today, months=months)
    if in_json:
        console.as_json({"as_of": today, "months": months, "stale": found})
        return
    if found:
        rows = [(each.last_checked, each.file, each.id, each.name) for each in found]
        console.table(rows, header=("Last", "File", "Id", "Name"))
    count = "Nothing was" if not found else f"{len(found)} {'was' if len(found) == 1 else 'were'}"
    console.line(f"{count} last looked at more than {months} month{'' if months == 1 else 's'} ago.")


@click.command("links")
@_json
@click.pass_obj
def links(home: Path | None, in_json: bool) -> None:
    """List every link with its host and where it is used, to click through.

    Nothing is opened: the program talks to no server.
    """
    from nickaudit.content import links as every
    from nickaudit.content.library import read_library

    found = every.links(read_library(*roots(home)).files)
    if in_json:
        console.as_json({"links": found})
        return
    host = ""
    for each in found:
        if each.host != host:
            host = each.host
            console.line(host)
        console.line(f"  {each.link}")
        for place in each.used:
            console.line(f"    {place}")
    hosts = len({each.host for each in found})
    console.line(f"{len(found)} links to {hosts} hosts. Nothing was opened.")


def roots(home: Path | None) -> tuple[Path, ...]:
    """The program's own content, and the home's if it has any."""
    own = paths.own_content(home)
    return (paths.resource("."), own) if own.is_dir() else (paths.resource("."),)
