"""Practice: the policy as it is being changed, tried as a member of staff, in a home that is thrown away.

Nothing leaves that home: no certificate of it says that a check was done, and no page of it sends anything.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from msgspec import structs

from nickaudit import paths
from nickaudit.domain.taken_in import PRACTICE_POLICY
from nickaudit.services.policy_editor import PolicyFaultyError, open_draft

if TYPE_CHECKING:
    from nickaudit.domain.platforms import Content
    from nickaudit.services import Services

STATEMENT = "Practice. No check was done"
"""The one statement of a certificate made here."""

_BEGINS = "practice-"


def begin(services: Services) -> Services:
    """Parts to practise with, in a new home; `end` throws it away. Slow: never in the window's thread.

    Raises:
        PolicyFaultyError: the draft has mistakes; NickAuditError, OSError: it cannot be read or placed.
    """
    from nickaudit.store.database import Database
    from nickaudit.store.private.migrations import SCHEMA as PRIVATE
    from nickaudit.store.school.migrations import SCHEMA as SCHOOL

    content = _content(services)
    for left in services.home.glob(f"{_BEGINS}*"):  # of a program that was ended in the midst of it
        shutil.rmtree(left, ignore_errors=True)
    home = Path(mkdtemp(prefix=_BEGINS, dir=services.home))
    return structs.replace(
        services,
        home=home,
        content=content,
        private=Database(home / "private.db", PRIVATE),
        school=Database(home / "school.db", SCHOOL),
        school_file=None,
        renew=None,
    )


def end(practised: Services) -> None:
    """Throw the home away with all that was answered there."""
    practised.private.close()
    practised.school.close()
    if practised.home.name.startswith(_BEGINS):
        shutil.rmtree(practised.home, ignore_errors=True)


def is_practice(services: Services) -> bool:
    """Whether these parts are for practice."""
    return services.content.policy.id == PRACTICE_POLICY


def _content(services: Services) -> Content:
    """What the check would run on if the draft were saved, marked as practice."""
    from tempfile import TemporaryDirectory

    from nickaudit.content import ContentFaults, load_content
    from nickaudit.content.draft_check import place_beside
    from nickaudit.content.nations import read_nations
    from nickaudit.domain.with_school import with_school

    draft = open_draft(services)
    own = paths.own_content(services.home)
    with TemporaryDirectory(prefix="nickaudit-") as made:
        beside = Path(made) / own.name
        place_beside(draft.now, own=own, into=beside)
        try:
            content = load_content(
                paths.resource("."), *paths.school_content(services.home)[:1], beside, policy=draft.now.id
            )
        except ContentFaults as found:
            raise PolicyFaultyError(tuple(str(fault) for fault in found.faults)) from found
    if services.school_file is not None:
        school = services.school_file.school
        words = read_nations(paths.resource("."))[school.nation]
        content = with_school(content, school, words=words)
    policy = structs.replace(
        content.policy, id=PRACTICE_POLICY, statement=STATEMENT, title=f"Practice: {content.policy.title}"
    )
    return structs.replace(content, policy=policy)
