"""The recovery key on the terminal: saved to a file or printed, and read back; never as an argument."""

import sys
from pathlib import Path

import click

from nickaudit.cli import console
from nickaudit.cli.arguments import NamedPath
from nickaudit.domain.errors import NickAuditError
from nickaudit.services import recovery_key
from nickaudit.services.own_school import read_at_most
from nickaudit.services.recovery_key import NewSchool, ReadBack

recovery_file = click.option(
    "--recovery-file",
    metavar="FILE",
    type=NamedPath(dir_okay=False),
    help="The recovery key's file; without it the key is on paper.",
)
passphrase_file = click.option(
    "--passphrase-file",
    metavar="FILE",
    type=NamedPath(dir_okay=False),
    help="The passphrase, on the first line of this file; without it you are asked.",
)
_TRIES = 5


class PassphraseFileError(NickAuditError):
    """The file with the passphrase cannot be read."""


class PassphrasesDifferError(NickAuditError):
    """The two passphrases are not the same. Start again."""


class NotAnsweredError(NickAuditError):
    """Something was asked, and nothing was answered."""

    def __init__(self, question: str) -> None:
        super().__init__(f"“{question}” was asked and nothing was answered, so nothing was done.")


class NotReadBackError(NickAuditError):
    """The recovery key was not read back, so nothing was set up."""


def kept_and_read_back(
    made: NewSchool, *, file: Path | None, passphrase: Path | None, replace: bool
) -> ReadBack:
    """Save or print the recovery key, and see it again."""
    if file is not None:
        return _in_file(made, file=file, passphrase=passphrase, replace=replace)
    console.error("Write the recovery key down, or print it. Keep it locked away, and not on this computer:")
    console.error(made.printed)
    return _typed_back(made)


def opened(*, file: Path | None, passphrase: Path | None) -> str:
    """The recovery key from its file, or as typed from paper."""
    if file is None:
        return recovery_key.from_typed(_asked("Recovery key"))
    secret = _passphrase_in(passphrase) if passphrase else _asked("Passphrase", hidden=True)
    return recovery_key.from_file(file, passphrase=secret)


def _in_file(made: NewSchool, *, file: Path, passphrase: Path | None, replace: bool) -> ReadBack:
    if passphrase:
        secret = again = _passphrase_in(passphrase)
    else:
        secret = _asked("New passphrase for the recovery file", hidden=True)
        again = secret
        if _asked("The same again", hidden=True) != secret:
            raise PassphrasesDifferError
    recovery_key.save(made, to=file, passphrase=secret, replace=replace)
    if not passphrase:
        again = _asked("To read it back: the passphrase once more", hidden=True)
    return recovery_key.read_back_file(made, file, passphrase=again)


def _typed_back(made: NewSchool) -> ReadBack:
    for _ in range(_TRIES):
        typed = _asked("Type it from the paper, to be sure")
        try:
            return recovery_key.read_back_typed(made, typed)
        except NickAuditError as problem:
            console.error(problem.sentence)
    raise NotReadBackError


def _asked(question: str, *, hidden: bool = False) -> str:
    if sys.stdin.isatty():
        return str(click.prompt(question, hide_input=hidden, err=True))
    answer = sys.stdin.readline()  # another program answers, and needs no question
    if not answer.strip():
        raise NotAnsweredError(question)
    return answer.rstrip("\r\n")


def _passphrase_in(path: Path) -> str:
    try:
        text = (read_at_most(path, 4096) or b"").decode("utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise PassphraseFileError(f"The file with the passphrase cannot be read ({path}).") from problem
    return text.split("\n")[0].rstrip("\r")
