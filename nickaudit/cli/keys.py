"""`nickaudit keys`: where each key lives; `keys move --to keyring|file`; `keys new NAME` where one is gone.

Exit code 0 where each key was found in its place, 1 where one is gone or cannot be reached; 2 for bad usage.
"""

from pathlib import Path

import click

from nickaudit import paths
from nickaudit.cli import console
from nickaudit.domain.certificate import KeyPlace
from nickaudit.services.school_keys import KeyWhere

_json = click.option("--json", "in_json", is_flag=True, help="Print JSON.")
_PLACES = {None: "none", KeyPlace.KEYRING: "keyring", KeyPlace.FILE: "file"}
_WHAT = {
    "certificate-key": "signs your certificates",
    "school-signing-key": "signs the school file",
    "reader-keys": "opens what is sealed for you",
    "receipt-key": "signs your receipts",
    "earlier-signing-key": "signed the school file before",
    "share-password": "opens the school's server",
}
_REPLACEABLE = ("certificate-key", "receipt-key")


@click.group(name="keys", invoke_without_command=True)
@_json
@click.pass_context
def command(context: click.Context, in_json: bool) -> None:
    """Say where each key lives: this computer's key store, a file, or nowhere."""
    if context.invoked_subcommand is None:
        from nickaudit.services import school_keys

        context.exit(_told(school_keys.where_keys_are(_home(context)), in_json=in_json))


@command.command()
@click.option("--to", required=True, type=click.Choice(["keyring", "file"]), help="Where to put them all.")
@_json
@click.pass_context
def move(context: click.Context, to: str, in_json: bool) -> None:
    """Put every key in the other place. Each is read back there before it is deleted here."""
    from nickaudit.services import school_keys

    context.exit(_told(school_keys.move(_home(context), to=KeyPlace(to)), in_json=in_json))


@command.command()
@click.argument("name", type=click.Choice(_REPLACEABLE))
@click.pass_context
def new(context: click.Context, name: str) -> None:
    """Let a new key take the place of one that is gone. One that is still there stays."""
    from nickaudit.services import school_keys

    if not school_keys.start_anew(_home(context), name):
        console.line("That key is still in its place. Nothing was changed.")
    elif name == "certificate-key":
        console.line("Your next certificate is signed with a new key.")
        console.line("The school then sees “From a new computer” and asks you in person.")
    else:
        console.line("A new key is made with your next reader file.")


def _home(context: click.Context) -> Path:
    home: Path | None = context.obj
    return paths.data_home(home)


def _told(found: tuple[KeyWhere, ...], *, in_json: bool) -> int:
    if in_json:
        shape = [{"name": each.name, "place": _PLACES[each.place], "trouble": each.trouble} for each in found]
        console.as_json({"keys": shape})
    else:
        rows = [(each.name, _PLACES[each.place], _WHAT[each.name]) for each in found]
        console.table(rows, header=("Key", "Where", "What it does"))
        for each in found:
            if each.trouble:
                console.line(f"{each.name}: {each.trouble}")
    return 1 if any(each.trouble for each in found) else 0
