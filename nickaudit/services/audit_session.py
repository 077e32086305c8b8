"""One person's check while the window is open: begin, resume, answer, move.

Every change is stored before the call returns, and `progress` is what the store holds. On a shared computer
the store is in memory: the same code, and nothing is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from nickaudit.domain import outcome, route
from nickaudit.domain.accounts import Account
from nickaudit.domain.answers import Answer, Computer, LookAnswer, Progress
from nickaudit.domain.audit_plan import AuditPlan, PlannedStop
from nickaudit.domain.ids import AccountId, CertificateNumber, CheckId, LookId, PageId, PlatformId
from nickaudit.domain.person import AboutYou, AuditKind
from nickaudit.domain.planning import make_plan
from nickaudit.store.database import Database
from nickaudit.store.private import asked_again, audits
from nickaudit.store.private.migrations import SCHEMA

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from nickaudit.domain.person import Person
    from nickaudit.domain.platforms import Content
    from nickaudit.services import Services

LONGEST_STOP = 600.0
"""Seconds; a page open for longer says nothing about a person's pace."""


class AuditSession:
    """The check of the person at this computer."""

    def __init__(
        self, database: Database, content: Content, *, computer: Computer, today: Callable[[], dt.date]
    ) -> None:
        self.database = database
        self.content = content
        self.computer = computer
        self._today = today
        self.audit = audits.current(database) or audits.begin(database, began_on=today())
        self.progress: Progress = audits.load(database, self.audit)
        self.last_year: Progress | None = asked_again.earlier(database)
        self.plan: AuditPlan = self._planned()

    @property
    def keeps_answers(self) -> bool:
        """Whether anything is still there after the window closes."""
        return self.computer is not Computer.SHARED

    @property
    def is_finished(self) -> bool:
        """Whether a certificate can be made now."""
        return outcome.is_finished(self.plan, self.progress)

    @property
    def finished_on(self) -> dt.date | None:
        """The day this check led to a certificate, if it has."""
        return audits.finished_on(self.database, self.audit)

    def finish(self, number: CertificateNumber) -> None:
        """Store that this check led to that certificate today."""
        audits.finish(self.database, self.audit, on=self._today(), number=number)

    def set_person(self, given: Person | AboutYou) -> None:
        """Store who the person says they are; or what is typed so far, before it is enough or right."""
        if isinstance(given, AboutYou):
            audits.save_about_you(self.database, self.audit, given)
            self._become(structs.replace(self.progress, about_you=given))
        else:
            audits.save_person(self.database, self.audit, given)
            self._become(structs.replace(self.progress, person=given, about_you=None), replan=True)

    def add_account(self, platform: PlatformId, *, label: str = "") -> Account:
        """Add one account; it takes away "none at all"."""
        from secrets import token_hex  # slow to load, and most starts add no account

        account = Account(id=AccountId(token_hex(8)), platform=platform, label=label)
        audits.add_account(self.database, self.audit, account)
        accounts = (*self.progress.accounts, account)
        self._become(structs.replace(self.progress, accounts=accounts, no_accounts=False), replan=True)
        return account

    def rename_account(self, account: AccountId, label: str) -> None:
        """Give the account another private nickname."""
        audits.rename_account(self.database, self.audit, account, label)
        accounts = tuple(
            structs.replace(a, label=label) if a.id == account else a for a in self.progress.accounts
        )
        self._become(structs.replace(self.progress, accounts=accounts), replan=True)

    def remove_account(self, account: AccountId) -> None:
        """Take the account away, its answers with it."""
        audits.remove_account(self.database, self.audit, account)
        self._become(audits.load(self.database, self.audit), replan=True)

    def set_no_accounts(self, none_at_all: bool) -> None:
        """The person has no account at all (or takes that back)."""
        audits.set_no_accounts(self.database, self.audit, none_at_all)
        self._become(structs.replace(self.progress, no_accounts=none_at_all), replan=True)

    def answer(self, account: AccountId, check: CheckId, answer: Answer | None) -> None:
        """Store one answer of a line; None takes it back."""
        audits.record_answer(self.database, self.audit, account, check, answer)
        answers = {key: given for key, given in self.progress.answers.items() if key != (account, check)}
        if answer is not None:
            answers[account, check] = answer
        self._become(structs.replace(self.progress, answers=answers))

    def answer_all(self, stop: PlannedStop, answer: Answer) -> None:
        """Store the same answer for every line of a stop ("All of these are done")."""
        keys = [(line.account, line.check.id) for line in stop.checks]
        audits.record_answers(self.database, self.audit, dict.fromkeys(keys, answer))
        answers = {**self.progress.answers, **dict.fromkeys(keys, answer)}
        self._become(structs.replace(self.progress, answers=answers))

    def answer_look(self, account: AccountId, look: LookId, answer: LookAnswer | None) -> None:
        """Store how far the person got with a look."""
        audits.record_look(self.database, self.audit, account, look, answer)
        looks = {key: given for key, given in self.progress.looks.items() if key != (account, look)}
        if answer is not None:
            looks[account, look] = answer
        self._become(structs.replace(self.progress, looks=looks))

    def read_page(self, page: PageId) -> None:
        """Store that the page was read today: the date, nothing else."""
        day = self._today()
        audits.record_read(self.database, self.audit, page, day)
        self._become(structs.replace(self.progress, read={**self.progress.read, page: day}))

    def set_later_by(self, day: dt.date | None) -> None:
        """Store the one date for everything left for later."""
        audits.set_later_by(self.database, self.audit, day)
        self._become(structs.replace(self.progress, later_by=day))

    def spent(self, seconds: float) -> None:
        """Add the time one stop took, for the person's own pace; long pauses are left out."""
        if 0 < seconds <= LONGEST_STOP:
            audits.add_time(self.database, self.audit, seconds)
            self._become(
                structs.replace(
                    self.progress,
                    seconds=self.progress.seconds + seconds,
                    timed_stops=self.progress.timed_stops + 1,
                )
            )

    def visit(self, step: route.Step) -> None:
        """Remember the place, to carry on there."""
        if step in route.way(self.plan):
            audits.save_place(self.database, self.audit, step.token)

    def carry_on(self) -> route.Step:
        """Where to carry on."""
        place = route.step_from(audits.place(self.database, self.audit))
        return route.carry_on(self.plan, self.progress, place=place)

    def begin_again(self) -> None:
        """Begin the next check for the same person and accounts.

        The answers of the one before are shown beside each line and not counted.
        """
        last = self.progress
        self.audit = audits.begin(self.database, began_on=self._today())
        if last.person is not None:
            audits.save_person(self.database, self.audit, structs.replace(last.person, kind=AuditKind.YEARLY))
        for account in last.accounts:
            audits.add_account(self.database, self.audit, account)
        self._reload()

    def forget(self) -> None:
        """Remove the person's answers, accounts and nicknames from every file of the home."""
        try:
            audits.forget(self.database)
        finally:
            # Where another program reads the file just now, the rows may be gone already.
            self.audit = audits.current(self.database) or audits.begin(self.database, began_on=self._today())
            self._reload()

    def _reload(self) -> None:
        """Read everything again from the store."""
        self.last_year = asked_again.earlier(self.database)
        self._become(audits.load(self.database, self.audit), replan=True)

    def _become(self, progress: Progress, *, replan: bool = False) -> None:
        self.progress = progress
        if replan:
            self.plan = self._planned()

    def _planned(self) -> AuditPlan:
        person = self.progress.person
        return make_plan(
            self.content, self.progress.accounts, online_in_job=person.online_in_job if person else False
        )


def open_session(services: Services, *, computer: Computer) -> AuditSession:
    """The check at this computer: from the person's store, or in memory on a shared one."""
    database = Database(None, SCHEMA) if computer is Computer.SHARED else services.private
    return AuditSession(database, services.content, computer=computer, today=services.today)
