"""Who can read what leaves the computer, as every page that lets something go says it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nickaudit.domain.delivery import Readers
from nickaudit.domain.school_offer import readers_in_words
from nickaudit.services.sealing import sealing_of
from nickaudit.ui.messages import READERS

if TYPE_CHECKING:
    from nickaudit.domain.certificate import Claims
    from nickaudit.domain.school import Reader
    from nickaudit.services import Services

RECOVERY_TOO = "and whoever holds the school's recovery key"
SEALED = "It is sealed before it leaves this computer."
OWN_COPY = "Your own copies are not sealed. Keep them for yourself."


def who_reads(services: Services, claims: Claims) -> str:
    """Who can read this certificate once it has gone, with marks."""
    sealing = sealing_of(services)
    if sealing is None:
        return READERS[Readers.WHOEVER_OPENS_THE_FOLDER]
    return f"{SEALED} {can_be_read_by(sealing.readers_for(claims))}"


def can_be_read_by(readers: tuple[Reader, ...]) -> str:
    """The readers of what is sealed, with marks."""
    if not readers:
        return READERS[Readers.RECOVERY_ONLY]
    return f"**Can be read by:** {readers_in_words(readers)}, {RECOVERY_TOO}."
