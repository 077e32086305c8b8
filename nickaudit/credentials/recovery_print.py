"""The recovery key on paper: 13 groups of 4 letters, and a check group that finds mistyped letters.

The check group makes the whole a multiple of a prime. With one or two letters changed it no longer is, nor
when two neighbours changed places. Where one letter was changed, the rest of the division says which.
"""

import base64
import json

from joserfc.jwk import OKPKey

from nickaudit.credentials import base64url, encryption_key
from nickaudit.domain.errors import NickAuditError

GROUPS = 14
GROUP = 4
"""Letters of a group."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_READ_AS = str.maketrans({"0": "O", "1": "I", "8": "B", **dict.fromkeys("-‐‑–—_.,", " ")})
"""Figures that are never printed, the letters they are taken for, and what may stand between groups."""

_PRIME = 1_048_517
"""Of the primes that four letters can count up to, the largest with which one changed letter of the 56 leaves
a rest that no other change of one letter leaves. So two changed letters are found as well."""


class RecoveryPrintError(NickAuditError):
    """There is a mistake in the recovery key. Compare each group with the paper, then try again."""


def printed(private_jwk: str) -> str:
    """The key as it is printed, groups with a space between.

    Raises:
        DamagedKeyError: no recovery key.
    """
    raw = base64url.decode(
        str(encryption_key.private(private_jwk).as_dict(private=True)["d"]).encode("ascii")
    )
    key = base64.b32encode(raw).decode("ascii").rstrip("=")
    letters = key + _check_group(key)
    return " ".join(letters[start : start + GROUP] for start in range(0, len(letters), GROUP))


def from_print(typed: str) -> str:
    """The private key that somebody typed from paper, in any case, with or without spaces and dashes.

    Raises:
        RecoveryPrintError: letters are missing, or are not the ones that were printed; says which.
    """
    letters = "".join(typed.translate(_READ_AS).upper().split())
    unknown = next((each for each in letters if each not in _LETTERS), None)
    if unknown is not None:
        raise RecoveryPrintError(
            f"A recovery key has no “{unknown}” in it. Compare that letter with the paper."
        )
    if len(letters) != GROUPS * GROUP:
        raise RecoveryPrintError(
            f"A recovery key has {GROUPS} groups of {GROUP}, so {GROUPS * GROUP} letters and figures. "
            f"You have typed {len(letters)}."
        )
    key, check = letters[:-GROUP], letters[-GROUP:]
    if _check_group(key) != check:
        raise RecoveryPrintError(_where_to_look(letters))
    raw = base64.b32decode(key + "====")
    if base64.b32encode(raw).decode("ascii").rstrip("=") != key:
        raise RecoveryPrintError
    private = OKPKey.import_key(OKPKey.binding.from_private_bytes("X25519", raw))
    return json.dumps(private.as_dict(private=True), sort_keys=True)


def _check_group(key: str) -> str:
    """The four letters that make the whole, read as a number to the base of 32, a multiple of the prime."""
    rest = -_number(key + "A" * GROUP) % _PRIME
    return "".join(_LETTERS[rest >> shift & 31] for shift in (15, 10, 5, 0))


def _number(letters: str) -> int:
    number = 0
    for each in letters:
        number = number * len(_LETTERS) + _LETTERS.index(each)
    return number


def _where_to_look(letters: str) -> str:
    """What is wrong, with the group in which one other letter would put all right, if there is one."""
    whole = _number(letters)
    for place, typed in enumerate(reversed(letters)):
        for other in range(len(_LETTERS)):
            difference = (other - _LETTERS.index(typed)) * len(_LETTERS) ** place
            if (whole + difference) % _PRIME == 0:
                group = GROUPS - place // GROUP
                return (
                    f"There is a mistake in the recovery key, most likely in group {group}. Compare it again."
                )
    return RecoveryPrintError().sentence
