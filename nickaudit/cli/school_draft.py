"""A school's draft from outside: a TOML or JSON file, `--set NAME=VALUE`, and questions on the terminal."""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import msgspec
from msgspec import Struct, structs

from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.ids import GroupId, RoleId
from nickaudit.domain.school import Nation
from nickaudit.domain.school_draft import CHAIR, HEAD, LEAD, Draft
from nickaudit.domain.share_address import address_in
from nickaudit.services import school_setup

LARGEST = 256 * 1024
_LISTS = ("other_names", "groups", "head_roles", "reader_files")


class DraftFileError(NickAuditError):
    """The draft cannot be used."""


class _ContactGiven(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: str | None = None
    phone: str | None = None
    email: str | None = None
    note: str | None = None


class _Given(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a draft file may say; what it leaves out stays as it is."""

    name: str | None = None
    short_name: str | None = None
    other_names: tuple[str, ...] | None = None
    nation: Nation | None = None
    adopted: str | None = None
    next_review: str | None = None
    share: str | None = None
    every_months: int | None = None
    induction_days: int | None = None
    groups: tuple[GroupId, ...] | None = None
    reads_here: bool | None = None
    own_title: str | None = None
    own_name: str | None = None
    head_roles: tuple[RoleId, ...] | None = None
    reader_files: tuple[str, ...] | None = None
    head_reader_file: str | None = None
    contacts: dict[str, _ContactGiven] = {}


def filled_in(draft: Draft, *, source: Path | None, settings: Sequence[str]) -> Draft:
    """The draft with what the file says, and over it what was set.

    Raises:
        DraftFileError: the file cannot be read, or says something that no draft has; ReaderFileError: a
            reader file in it cannot be used; click.UsageError: a setting is none.
    """
    if source is not None:
        draft = _with(draft, _read(source), folder=source.absolute().parent)
    if settings:
        try:
            given = msgspec.convert(_tree(settings), _Given, strict=False)
        except ValueError as problem:
            raise click.UsageError(f"--set cannot be used: {_plain(problem)}.") from problem
        draft = _with(draft, given, folder=Path.cwd())
    return draft


def asked(draft: Draft) -> Draft:
    """The draft with what somebody answers on the terminal. Return keeps what stands in brackets."""
    name = _ask("Name of the school", draft.name)
    given = _Given(
        name=name,
        short_name=_ask("Short name, as you say it", draft.short_name if name == draft.name else name),
        nation=Nation(
            click.prompt(
                "Nation",
                type=click.Choice([each.value for each in Nation], case_sensitive=False),
                default=draft.nation.value if draft.nation else None,
                err=True,
            )
        ),
        contacts=dict(_contacts_asked(draft)),
        adopted=_ask("Policy adopted (year-month)", draft.adopted),
        next_review=_ask("Its next review (year-month)", draft.next_review),
        share=_ask("Where certificates go (a folder, or smb://server/share)", draft.share.text),
        every_months=click.prompt(
            "Months from one check to the next", draft.every_months, type=int, err=True
        ),
        induction_days=click.prompt("Days for somebody new", draft.induction_days, type=int, err=True),
        own_title=_ask("Who reads on this computer, as in a sentence", draft.own_title),
        own_name=_ask("Their name", draft.own_name),
    )
    return _with(draft, given, folder=Path.cwd())


def _contacts_asked(draft: Draft) -> Iterator[tuple[str, _ContactGiven]]:
    for own_id in (HEAD, LEAD, CHAIR):
        contact = draft.contact(own_id)
        if contact is None:
            continue
        yield (
            own_id,
            _ContactGiven(
                name=_ask(f"Name of {contact.title}", contact.name),
                phone=_ask("  phone", contact.phone),
                email=_ask("  e-mail", contact.email),
            ),
        )


def _ask(question: str, known: str) -> str:
    return str(click.prompt(question, default=known, show_default=bool(known), err=True))


def _read(source: Path) -> _Given:
    from nickaudit.services.own_school import read_at_most

    try:
        raw = read_at_most(source, LARGEST)
    except OSError as problem:
        raise DraftFileError(f"The draft {source} cannot be read.") from problem
    if raw is None:
        raise DraftFileError(f"The draft {source} is too large.")
    try:
        if source.suffix.lower() == ".json":
            return msgspec.json.decode(raw, type=_Given)
        return msgspec.convert(tomllib.loads(raw.decode("utf-8")), _Given)
    except (ValueError, RecursionError) as problem:  # both libraries' own errors are ValueErrors
        raise DraftFileError(f"The draft {source} cannot be used: {_plain(problem)}.") from problem


def _with(draft: Draft, given: _Given, *, folder: Path) -> Draft:
    simple = (
        "name", "short_name", "other_names", "nation", "adopted", "next_review", "every_months",
        "induction_days", "groups", "reads_here", "own_title", "own_name", "head_roles",
    )  # fmt: skip
    changes = {field: value for field in simple if (value := getattr(given, field)) is not None}
    if given.name not in {None, draft.name} and given.other_names is None:
        changes["other_names"] = ()  # those were another school's
    if given.share is not None:
        changes["share"] = address_in(given.share)
    if given.head_reader_file is not None:
        named = given.head_reader_file
        changes["head_reader"] = school_setup.reader_in(folder / named) if named else None
    if given.reader_files is not None:
        changes["readers"] = tuple(school_setup.reader_in(folder / each) for each in given.reader_files)
    unknown = set(given.contacts) - {each.id for each in draft.contacts}
    if unknown:
        known = ", ".join(each.id for each in draft.contacts)
        raise DraftFileError(f"There is no contact “{min(unknown)}”. There are: {known}.")
    changes["contacts"] = tuple(
        structs.replace(each, **_details(given.contacts[each.id])) if each.id in given.contacts else each
        for each in draft.contacts
    )
    return structs.replace(draft, **changes)


def _details(given: _ContactGiven) -> dict[str, str]:
    return {field: value for field, value in structs.asdict(given).items() if value is not None}


def _tree(settings: Sequence[str]) -> dict[str, object]:
    """`contacts.dsl.name=Owen Birch` as a table in a table; lists have `;` between their parts."""
    tree: dict[str, object] = {}
    for each in settings:
        path, sign, value = each.partition("=")
        if not sign:
            raise click.UsageError(f"--set takes NAME=VALUE, not “{each}”.")
        *above, last = path.strip().split(".")
        place = tree
        for step in above:
            inner = place.setdefault(step, {})
            if not isinstance(inner, dict):
                raise click.UsageError(f"--set cannot be used: {path} is given in two ways.")
            place = inner
        parts = [part.strip() for part in value.split(";") if part.strip()]
        place[last] = parts if path in _LISTS else value
    return tree


def _plain(problem: Exception) -> str:
    words = " ".join(str(problem).split())
    words = words.replace("Object contains unknown field", "there is no field").replace("`", "“", 1)
    return words.replace("`", "”", 1).rstrip(".")
