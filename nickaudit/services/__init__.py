"""What a person can do, without Qt: plain functions over one frozen bundle of parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from nickaudit.domain.own_content import NO_OWN_CONTENT, OwnContent

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from nickaudit.domain.platforms import Content
    from nickaudit.domain.school import VerifiedSchool
    from nickaudit.store.database import Database


class Services(Struct, frozen=True, kw_only=True):
    """Everything the window and the commands work with; made in one place, `bootstrap`."""

    home: Path
    """The data home, private to this person."""
    content: Content
    private: Database
    """`private.db`: what stays with the person. Opened at first use."""
    school: Database
    """`school.db`: certificates taken in. Opened at first use."""
    now: Callable[[], dt.datetime]
    """The time with its zone; the only clock."""
    own_content: OwnContent = NO_OWN_CONTENT
    """What the home's folder of own content adds, or why it is left out."""
    school_file: VerifiedSchool | None = None
    """The school file in use; None where there is none."""
    renew: Callable[[Services], Services] | None = None
    """How content and school file are read anew; set by `bootstrap`."""

    @property
    def every_months(self) -> int:
        """How often the check comes round: the school's own plan, else once a year."""
        return self.school_file.school.every_months if self.school_file is not None else 12

    def today(self) -> dt.date:
        """The date where the person is."""
        return self.now().date()

    def renewed(self) -> Services:
        """The same with content and school file read anew, after one of them changed. Slow."""
        return self.renew(self) if self.renew is not None else self
