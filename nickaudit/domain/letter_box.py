"""What a try of the school's letter box shows: whether it can be reached, and who else could look into it."""

from enum import StrEnum

from msgspec import Struct

from nickaudit.domain.delivery import Delivery


class Others(StrEnum):
    """Whether other people could see what lies there."""

    CANNOT = "others cannot"
    CAN_LIST = "others can list"
    """Other log-ins of this computer may list the folder."""
    NOT_KNOWN = "not known"
    """Rights of a server or a synced folder cannot be seen from here."""


class LetterBoxTry(Struct, frozen=True, kw_only=True):
    """One try. Nothing was left there."""

    state: Delivery
    """`SENT` where it can be reached; else why not, as for a delivery."""
    may_write: bool = True
    """Whether this log-in may put a file there, as far as can be seen."""
    others: Others = Others.NOT_KNOWN
