"""The keys of a reader and of the school on this computer. Slow: never on the window's thread."""

import json
from pathlib import Path

from msgspec import Struct

from nickaudit.domain.certificate import KeyPlace
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.school import Reader, VerifiedSchool
from nickaudit.domain.share_address import ShareAddress
from nickaudit.keys import lock, names
from nickaudit.keys.base import KeyLostError, KeysAbsentError, KeysError
from nickaudit.keys.kept import KeptKeys

CERTIFICATE, RECEIPT = names.CERTIFICATE, names.RECEIPT

MOST_READER_KEYS = 9
"""As many as fit into one secret on Windows, which takes 1,280 characters."""


_ASKED_IN_PERSON = (
    "Or go on with a new key. The school then sees “From a new computer” and asks you in person."
)


class TooManyKeysError(NickAuditError):
    """This computer already keeps nine reader keys. No more fit, and none of them may be lost."""


class KeyWhere(Struct, frozen=True, kw_only=True):
    """One secret, and where it is."""

    name: str
    place: KeyPlace | None
    """None where there is none."""
    trouble: str = ""
    """Why it could not be looked at, or that it is gone: one sentence."""


def reader_keys(home: Path) -> tuple[str, ...]:
    """The private keys that open sealed files, newest first; none on a computer of no reader.

    Raises:
        KeysError: they cannot be reached, or are gone.
    """
    return _listed(KeptKeys(home).read(names.READERS))


def receipt_key(home: Path) -> str | None:
    """The private key that signs this reader's receipts.

    Raises:
        KeysError: it cannot be reached, or is gone.
    """
    return KeptKeys(home).read(names.RECEIPT)


def signing_key(home: Path) -> str | None:
    """The school's private signing key, on the computer where the school is set up.

    Raises:
        KeysError: it cannot be reached, or is gone.
    """
    return KeptKeys(home).read(names.SIGNING)


def own_reader(home: Path, *, title: str, name: str = "") -> Reader:
    """What is sealed to for whoever reads on this computer; the keys are made at first need.

    The recovery key, which lies among them after a recovery, is nobody's own.

    Raises:
        TooManyKeysError: no more fit; KeysError: they cannot be reached, are gone, or were not kept.
    """
    from nickaudit.credentials import sealed, signing_key
    from nickaudit.services import own_school

    used = own_school.in_use(home)
    recovery = used.school.recovery if used is not None else ""
    kept = KeptKeys(home)
    with lock.held(home):
        before = _listed(kept.read(names.READERS))
        opening = tuple(key for key in before if sealed.public_of(key) != recovery)
        if not opening:
            if len(before) >= MOST_READER_KEYS:
                raise TooManyKeysError
            opening = (sealed.new_encryption_key(),)
            kept.write(names.READERS, _written((*opening, *before)))
        receipt = kept.read(names.RECEIPT)
        if receipt is None:
            receipt = signing_key.new_key()
            kept.write(names.RECEIPT, receipt)
    return Reader(
        title=title, name=name, key=sealed.public_of(opening[0]), receipt_key=signing_key.public_x(receipt)
    )


def own_place(home: Path, school: VerifiedSchool) -> Reader | None:
    """Which of the school's readers, the head's own included, reads on this computer; None for none.

    Raises:
        KeysError: the keys cannot be reached, or are gone.
    """
    from nickaudit.credentials import sealed

    here = {sealed.public_of(key) for key in reader_keys(home)}
    file = school.school
    readers = (*file.readers, file.head_reader) if file.head_reader else file.readers
    return next((reader for reader in readers if reader.key in here), None)


def new_reader_key(home: Path) -> str:
    """Make a new key to seal to; the older ones stay, to open older files. Its public part.

    Raises:
        TooManyKeysError: no more fit; KeysError: it was not kept.
    """
    from nickaudit.credentials import sealed

    new = sealed.new_encryption_key()
    add_reader_key(home, new, is_newest=True)
    return sealed.public_of(new)


def add_reader_key(home: Path, private_jwk: str, *, is_newest: bool = False) -> None:
    """Keep one more key that opens sealed files, such as the recovery key.

    Raises:
        TooManyKeysError: no more fit; KeysError: it was not kept.
    """
    kept = KeptKeys(home)
    with lock.held(home):
        try:
            before = _listed(kept.read(names.READERS))
        except KeyLostError:
            before = ()  # it is being got back
        if private_jwk in before:
            return
        if len(before) >= MOST_READER_KEYS:
            raise TooManyKeysError
        now = (private_jwk, *before) if is_newest else (*before, private_jwk)
        kept.write(names.READERS, _written(now))


def keep_signing_key(home: Path, private_jwk: str) -> None:
    """Keep the school's signing key; another one that was here is put aside, not lost.

    Raises:
        KeysError: it was not kept.
    """
    kept = KeptKeys(home)
    with lock.held(home):
        try:
            before = kept.read(names.SIGNING)
        except KeyLostError:
            before = None
        if before == private_jwk:
            return
        if before is not None:
            kept.write(names.EARLIER_SIGNING, before)
        kept.write(names.SIGNING, private_jwk)


def share_password(home: Path, address: ShareAddress) -> str | None:
    """The password kept for that share and user.

    Raises:
        KeysError: it cannot be reached.
    """
    return _passwords(KeptKeys(home)).get(address.text)


def keep_share_password(home: Path, address: ShareAddress, password: str) -> None:
    """Keep the password for that share and user; an empty one forgets it.

    Raises:
        KeysError: it was not kept.
    """
    kept = KeptKeys(home)
    with lock.held(home):
        passwords = {**_passwords(kept), address.text: password}
        passwords = {text: each for text, each in passwords.items() if each}
        if passwords:
            kept.write(names.PASSWORD, json.dumps(passwords, ensure_ascii=False))
        else:
            kept.delete(names.PASSWORD)


def remember_share_password(home: Path, address: ShareAddress, password: str) -> None:
    """Keep it after it was found to be right. Where that fails nothing is lost: it is asked for again."""
    from nickaudit import logs

    try:
        keep_share_password(home, address, password)
    except KeysError as error:
        logs.write("password_not_kept", error=error)


def where_keys_are(home: Path) -> tuple[KeyWhere, ...]:
    """Every secret there may be, with its place."""
    kept = KeptKeys(home)
    return tuple(_where(kept, name) for name in names.NAMES)


def move(home: Path, *, to: KeyPlace) -> tuple[KeyWhere, ...]:
    """Put every secret in that place, each read back there before it is deleted here. Where they are then.

    Raises:
        KeysError: at the first that could not be moved; what was moved before it stays moved.
    """
    kept = KeptKeys(home)
    with lock.held(home):
        kept.at(to)
        for name in names.NAMES:
            kept.move(name, to=to)
        kept.put_new_ones(to)
    return where_keys_are(home)


def instead_of_lost(error: Exception) -> str | None:
    """What to know before a new key signs a person's certificates; None where this fault calls for none."""
    if isinstance(error, KeyLostError) and error.name == names.CERTIFICATE:
        return error.sentence
    return f"{error.sentence} {_ASKED_IN_PERSON}" if isinstance(error, KeysAbsentError) else None


def start_anew(home: Path, name: str) -> bool:
    """Let a new signing key take the place of one that is gone or damaged. Whether it was.

    Raises:
        KeysError: nobody can tell whether it is gone.
    """
    from nickaudit.credentials import signing_key

    kept = KeptKeys(home)
    with lock.held(home):
        try:
            secret = kept.read(name)
        except (KeyLostError, KeysAbsentError):
            kept.forget_lost(name)
            return True
        if secret is None or signing_key.is_usable(secret):
            return False
        kept.delete(name)
        return True


def _where(kept: KeptKeys, name: str) -> KeyWhere:
    try:
        secret = kept.read(name)
    except KeysError as problem:
        return KeyWhere(name=name, place=kept.place_of(name), trouble=problem.sentence)
    return KeyWhere(name=name, place=kept.place_of(name) if secret is not None else None)


def _passwords(kept: KeptKeys) -> dict[str, str]:
    try:
        read = json.loads(kept.read(names.PASSWORD) or "{}")
    except ValueError:
        return {}
    return {str(text): str(each) for text, each in read.items()} if isinstance(read, dict) else {}


def _listed(secret: str | None) -> tuple[str, ...]:
    if secret is None:
        return ()
    try:
        keys = json.loads(secret)
    except ValueError:
        keys = None
    if not isinstance(keys, list) or not all(isinstance(key, dict) for key in keys):
        raise KeyLostError(names.READERS)
    return tuple(json.dumps(key, sort_keys=True, separators=(",", ":")) for key in keys)


def _written(keys: tuple[str, ...]) -> str:
    return json.dumps([json.loads(key) for key in keys], sort_keys=True, separators=(",", ":"))
