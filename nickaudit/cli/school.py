"""`nickaudit school …`: set a school up, show, change and hand out its file, recover it.

Exit code 0 where it was done; 1 where it could not be; 2 for bad usage. Secrets are never arguments.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nickaudit.cli import console
from nickaudit.cli.arguments import NamedPath
from nickaudit.cli.school_people import hand_over, reader, take_over
from nickaudit.cli.school_recovery import kept_and_read_back, opened, passphrase_file, recovery_file

if TYPE_CHECKING:
    from nickaudit.domain.school import VerifiedSchool
    from nickaudit.domain.school_draft import Draft
    from nickaudit.domain.school_offer import Change
    from nickaudit.services import Services

_json = click.option("--json", "in_json", is_flag=True, help="Print JSON.")
_replace = click.option("--replace", is_flag=True, help="Save over a file that is there already.")
_source = click.option(
    "--from",
    "source",
    metavar="FILE",
    type=NamedPath(exists=True, dir_okay=False),
    help="A draft as TOML or JSON.",
)
_settings = click.option(
    "--set",
    "settings",
    metavar="NAME=VALUE",
    multiple=True,
    help="One thing of the draft, such as contacts.dsl.phone=…; may be given often.",
)
_file = click.argument("file", metavar="FILE", type=NamedPath(dir_okay=False))


@click.group(name="school", no_args_is_help=False)
def command() -> None:
    """Set a school up once, and look after its school file."""


for _each in (reader, hand_over, take_over):
    command.add_command(_each)


@command.command()
@click.argument("folder", metavar="[DIR]", default=".", type=NamedPath(exists=True, file_okay=False))
@_source
@_settings
@recovery_file
@passphrase_file
@_replace
@_json
@click.pass_obj
def init(
    home: Path | None,
    folder: Path,
    source: Path | None,
    settings: tuple[str, ...],
    recovery_file: Path | None,
    passphrase_file: Path | None,
    replace: bool,
    in_json: bool,
) -> None:
    """Set a school up, and save its school file in DIR (else where you are).

    Without --from or --set you are asked. The recovery key is saved with --recovery-file, or shown to be
    written down. Nothing is set up before it has been read back.
    """
    from nickaudit.cli.school_draft import asked, filled_in
    from nickaudit.services import own_school, recovery_key, school_setup

    services = _services(home)
    if own_school.in_use(services.home) is not None:
        raise school_setup.AlreadySetUpError
    draft = filled_in(school_setup.begin(services), source=source, settings=settings)
    if source is None and not settings:
        draft = asked(draft)
    _check(services, draft)
    school_setup.check_room(folder, replace=replace)
    school_setup.check_keys(services)
    made = recovery_key.new_school()
    read_back = kept_and_read_back(made, file=recovery_file, passphrase=passphrase_file, replace=replace)
    school_setup.finish(services, draft, made=made, read_back=read_back)
    _told(services, school_setup.export(services, folder, replace=replace), in_json=in_json)


@command.command()
@click.argument("file", metavar="[FILE]", required=False, type=NamedPath(dir_okay=False))
@_json
@click.pass_obj
def show(home: Path | None, file: Path | None, in_json: bool) -> None:
    """Say in plain words what a school file does: the one in use, or FILE and what it changes."""
    from nickaudit.domain.school_offer import changes
    from nickaudit.services import own_school, school_setup

    services = _services(home)
    used = own_school.in_use(services.home)
    if file is None:
        if used is None:
            raise school_setup.NotSetUpError
        _show(services, used, (), status="in use", in_json=in_json)
        return
    with _in_words():
        offer = own_school.look_at(services, own_school.read_file(file))
    found = changes(used.school, offer.school) if used else ()
    status = "in use" if used and used.raw == offer.verified.raw else offer.kind.value
    _show(services, offer.verified, found, status=status, in_json=in_json)


@command.command()
@_file
@click.option("--yes", "is_agreed", is_flag=True, help="Do not ask.")
@_json
@click.pass_obj
def use(home: Path | None, file: Path, is_agreed: bool, in_json: bool) -> None:
    """Use this school file on this computer from now on."""
    from nickaudit.services import own_school

    services = _services(home)
    with _in_words():
        raw = own_school.read_file(file)
        offer = own_school.look_at(services, raw)
    if not is_agreed:
        _show(services, offer.verified, offer.changes, status=offer.kind.value, in_json=False)
        click.confirm("Use it?", abort=True, err=True)
    own_school.accept(services, raw)
    _told(services, services.home / own_school.FILE_NAME, in_json=in_json)


@command.command()
@click.argument("folder", metavar="DIR", type=NamedPath(exists=True, file_okay=False))
@_replace
@click.pass_obj
def export(home: Path | None, folder: Path, replace: bool) -> None:
    """Save the school file in use in DIR, to give to staff."""
    from nickaudit.services import school_setup

    console.line(f"Saved {school_setup.export(_services(home), folder, replace=replace)}")


@command.command()
@_source
@_settings
@_json
@click.pass_obj
def change(home: Path | None, source: Path | None, settings: tuple[str, ...], in_json: bool) -> None:
    """Change what the school file says. It gets the next number, and is signed by the same key."""
    from nickaudit.cli.school_draft import filled_in
    from nickaudit.services import own_school, school_setup

    if source is None and not settings:
        raise click.UsageError("Say what to change, with --from FILE or --set NAME=VALUE.")
    services = _services(home)
    draft = filled_in(school_setup.begin(services), source=source, settings=settings)
    _check(services, draft)
    school_setup.change(services, draft)
    _told(services, services.home / own_school.FILE_NAME, in_json=in_json)


@command.command()
@click.option("--as", "title", metavar="TITLE", default="", help="In whose place, after a recovery.")
@_json
@click.pass_obj
def rotate(home: Path | None, title: str, in_json: bool) -> None:
    """Make a new reader's key. The old one stays, to open older files."""
    from nickaudit.services import own_school, school_setup

    services = _services(home)
    school_setup.rotate(services, title=title)
    _told(services, services.home / own_school.FILE_NAME, in_json=in_json)


@command.command()
@_file
@recovery_file
@passphrase_file
@_json
@click.pass_obj
def recover(
    home: Path | None,
    file: Path,
    recovery_file: Path | None,
    passphrase_file: Path | None,
    in_json: bool,
) -> None:
    """Get back signing and reading from a school FILE and the recovery key, on a new computer."""
    from nickaudit.services import own_school, school_handing

    services = _services(home)
    with _in_words():
        raw = own_school.read_file(file)
        own_school.look_at(services, raw)
    key = opened(file=recovery_file, passphrase=passphrase_file)
    school_handing.recover(services.home, raw, recovery_jwk=key)
    _told(services, services.home / own_school.FILE_NAME, in_json=in_json)


def _services(home: Path | None) -> "Services":
    from nickaudit.bootstrap import make_services

    return make_services(home)


@contextmanager
def _in_words() -> Iterator[None]:
    """Say why a school file is not accepted."""
    from nickaudit.domain.errors import NickAuditError
    from nickaudit.domain.school import SchoolFileRefused
    from nickaudit.ui.messages import SCHOOL_REFUSALS

    try:
        yield
    except SchoolFileRefused as refused:
        raise NickAuditError(SCHOOL_REFUSALS[refused.reason]) from refused


def _check(services: "Services", draft: "Draft") -> None:
    """All that is wrong in one line, before any key is made."""
    from nickaudit.domain.errors import NickAuditError
    from nickaudit.domain.school_draft import faults
    from nickaudit.ui.draft_messages import wrong_in_words

    found = faults(draft, policy=services.content.policy)
    if found:
        told = "; ".join(f"{each.field}: {wrong_in_words(each, draft.contacts)}" for each in found)
        raise NickAuditError(f"Not ready. {told}.")


def _told(services: "Services", path: Path, *, in_json: bool) -> None:
    """The file in use now, and where it was saved."""
    from nickaudit.services import own_school

    used = own_school.in_use(services.home)
    if used is None:
        return
    if in_json:
        console.as_json({"file": str(path), "school": _shape(used)})
    else:
        console.line(f"{used.school.name}: school file number {used.school.sequence} is in use here.")
        console.line(f"Saved {path}")


def _show(
    services: "Services",
    verified: "VerifiedSchool",
    changed: tuple["Change", ...],
    *,
    status: str,
    in_json: bool,
) -> None:
    from nickaudit.documents.school_words import fingerprint_in_words, rows_of, rows_of_changes
    from nickaudit.domain.due_dates import in_words

    school = verified.school
    if in_json:
        console.as_json({"status": status, "school": _shape(verified), "changes": changed})
        return
    console.line(f"School file number {school.sequence}, signed on {in_words(school.signed_on)} ({status})")
    for label, value in rows_of(school, services.content.policy.groups):
        _row(label, value)
    _row("Fingerprint", fingerprint_in_words(verified.key))
    if changed:
        console.line("What it changes:")
        for label, value in rows_of_changes(changed, school.contacts, services.content.policy.groups):
            _row(label, value)


def _row(label: str, value: str) -> None:
    first, *more = value.split("\n")
    console.line(f"  {label}: {first}")
    for line in more:
        console.line(f"    {line}")


def _shape(verified: "VerifiedSchool") -> dict[str, object]:
    from nickaudit.domain.school_offer import as_plain

    return {**as_plain(verified.school), "key": verified.key}
