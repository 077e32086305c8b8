"""A person's own checks: who they are, their accounts, their answers, and the place where they are."""

import datetime as dt
from collections.abc import Mapping

import msgspec

from nickaudit.domain.accounts import Account
from nickaudit.domain.answers import Answer, LookAnswer, Progress
from nickaudit.domain.ids import (
    AccountId,
    AuditId,
    CertificateNumber,
    CheckId,
    LookId,
    PageId,
    PlatformId,
    RoleId,
)
from nickaudit.domain.person import AboutYou, AuditKind, Person
from nickaudit.store.database import Database
from nickaudit.store.errors import DamagedStoreError


def current(db: Database) -> AuditId | None:
    """The check to show: the newest one, also after it has finished (things left for later stay on Home)."""
    row = db.row("SELECT max(id) FROM audits")
    return AuditId(row[0]) if row and row[0] is not None else None


def begin(db: Database, *, began_on: dt.date) -> AuditId:
    """A new check, which becomes the current one."""
    return AuditId(db.write("INSERT INTO audits (began_on) VALUES (?)", began_on.isoformat()))


def load(db: Database, audit: AuditId) -> Progress:
    """Everything given so far. Answers whose check is no longer in the content are there too."""
    head = db.row(
        "SELECT name, role, kind, email, staff_number, online_in_job, no_accounts, later_by, seconds,"
        " timed_stops, began_on, about_you FROM audits WHERE id = ?",
        audit,
    )
    if head is None:
        return Progress()
    accounts = db.rows("SELECT id, platform, label FROM accounts WHERE audit = ? ORDER BY position", audit)
    answers = db.rows("SELECT account, check_id, answer FROM answers WHERE audit = ?", audit)
    looks = db.rows("SELECT account, look, answer FROM looks WHERE audit = ?", audit)
    read = db.rows("SELECT page, read_on FROM pages_read WHERE audit = ?", audit)
    name, role, kind, email, staff_number, online_in_job, no_accounts, *rest = head
    later_by, seconds, stops, began_on, about_you = rest
    try:
        return Progress(
            person=None
            if name is None
            else Person(
                name=name,
                role=RoleId(role),
                kind=AuditKind(kind),
                email=email,
                staff_number=staff_number,
                online_in_job=bool(online_in_job),
            ),
            about_you=msgspec.json.decode(about_you, type=AboutYou) if about_you else None,
            accounts=tuple(
                Account(id=AccountId(account), platform=PlatformId(platform), label=label)
                for account, platform, label in accounts
            ),
            no_accounts=bool(no_accounts),
            answers={(AccountId(a), CheckId(check)): Answer(answer) for a, check, answer in answers},
            looks={(AccountId(a), LookId(look)): LookAnswer(answer) for a, look, answer in looks},
            read={PageId(page): dt.date.fromisoformat(day) for page, day in read},
            later_by=_day(later_by),
            seconds=seconds,
            timed_stops=stops,
            began_on=_day(began_on),
        )
    except (ValueError, msgspec.MsgspecError) as error:
        raise DamagedStoreError from error


def save_about_you(db: Database, audit: AuditId, typed: AboutYou) -> None:
    """What is typed so far of who makes the check, as it stands."""
    words = msgspec.json.encode(typed).decode()
    db.write("UPDATE audits SET about_you = ? WHERE id = ?", words, audit)


def save_person(db: Database, audit: AuditId, person: Person) -> None:
    """Who makes the check; replaces what was there, and what was typed so far."""
    db.write(
        "UPDATE audits SET name = ?, role = ?, kind = ?, email = ?, staff_number = ?, online_in_job = ?,"
        " about_you = NULL WHERE id = ?",
        person.name,
        person.role,
        person.kind,
        person.email,
        person.staff_number,
        int(person.online_in_job),
        audit,
    )


def add_account(db: Database, audit: AuditId, account: Account) -> None:
    """One more account, after the others; whoever has one no longer says "none at all"."""
    with db.atomic():
        db.write(
            "INSERT INTO accounts (audit, id, platform, label, position)"
            " SELECT ?1, ?2, ?3, ?4, coalesce(max(position), 0) + 1 FROM accounts WHERE audit = ?1",
            audit,
            account.id,
            account.platform,
            account.label,
        )
        db.write("UPDATE audits SET no_accounts = 0 WHERE id = ?", audit)


def rename_account(db: Database, audit: AuditId, account: AccountId, label: str) -> None:
    """Another private nickname, or another name for a place of another kind."""
    db.write("UPDATE accounts SET label = ? WHERE audit = ? AND id = ?", label, audit, account)


def remove_account(db: Database, audit: AuditId, account: AccountId) -> None:
    """The account and every answer given on it."""
    with db.atomic():
        db.write("DELETE FROM accounts WHERE audit = ? AND id = ?", audit, account)
        db.write("DELETE FROM answers WHERE audit = ? AND account = ?", audit, account)
        db.write("DELETE FROM looks WHERE audit = ? AND account = ?", audit, account)


def set_no_accounts(db: Database, audit: AuditId, no_accounts: bool) -> None:
    """The person says: none at all (or takes it back)."""
    db.write("UPDATE audits SET no_accounts = ? WHERE id = ?", int(no_accounts), audit)


def record_answer(
    db: Database, audit: AuditId, account: AccountId, check: CheckId, answer: Answer | None
) -> None:
    """An answer on a line, on disk when this returns; None takes it back."""
    if answer is None:
        db.write(
            "DELETE FROM answers WHERE audit = ? AND account = ? AND check_id = ?", audit, account, check
        )
    else:
        db.write("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)", audit, account, check, answer)


def record_answers(
    db: Database, audit: AuditId, answers: Mapping[tuple[AccountId, CheckId], Answer | None]
) -> None:
    """Several answers at once ("All of these are done"), all or none."""
    with db.atomic():
        for (account, check), answer in answers.items():
            record_answer(db, audit, account, check, answer)


def record_look(
    db: Database, audit: AuditId, account: AccountId, look: LookId, answer: LookAnswer | None
) -> None:
    """An answer on a look; None takes it back."""
    if answer is None:
        db.write("DELETE FROM looks WHERE audit = ? AND account = ? AND look = ?", audit, account, look)
    else:
        db.write("INSERT OR REPLACE INTO looks VALUES (?, ?, ?, ?)", audit, account, look, answer)


def record_read(db: Database, audit: AuditId, page: PageId, day: dt.date | None) -> None:
    """A page of the policy was read on that day; None takes it back."""
    if day is None:
        db.write("DELETE FROM pages_read WHERE audit = ? AND page = ?", audit, page)
    else:
        db.write("INSERT OR REPLACE INTO pages_read VALUES (?, ?, ?)", audit, page, day.isoformat())


def set_later_by(db: Database, audit: AuditId, day: dt.date | None) -> None:
    """The one date for everything left for later."""
    db.write("UPDATE audits SET later_by = ? WHERE id = ?", day.isoformat() if day else None, audit)


def add_time(db: Database, audit: AuditId, seconds: float) -> None:
    """Time spent on one more stop, for the person's own pace."""
    db.write(
        "UPDATE audits SET seconds = seconds + ?, timed_stops = timed_stops + 1 WHERE id = ?",
        float(seconds),
        audit,
    )


def save_place(db: Database, audit: AuditId, place: str) -> None:
    """The page the person is on, so that the next start carries on there."""
    db.note("UPDATE audits SET place = ? WHERE id = ?", place, audit)


def place(db: Database, audit: AuditId) -> str:
    """The page the person was on last; empty before the first."""
    row = db.row("SELECT place FROM audits WHERE id = ?", audit)
    return str(row[0]) if row else ""


def finish(db: Database, audit: AuditId, *, on: dt.date, number: CertificateNumber) -> None:
    """The check has led to that certificate. Doing so again replaces day and number."""
    db.write("UPDATE audits SET finished_on = ?, number = ? WHERE id = ?", on.isoformat(), number, audit)


def certificate(db: Database, audit: AuditId) -> CertificateNumber | None:
    """The number of the certificate the check led to, if it has."""
    row = db.row("SELECT number FROM audits WHERE id = ?", audit)
    return CertificateNumber(row[0]) if row and row[0] else None


def finished_on(db: Database, audit: AuditId) -> dt.date | None:
    """The day the check led to a certificate, if it has."""
    row = db.row("SELECT finished_on FROM audits WHERE id = ?", audit)
    return _day(row[0]) if row else None


def latest_finished(db: Database) -> Progress | None:
    """The finished check before the current one: last year's answers, shown beside each line, not counted."""
    row = db.row(
        "SELECT id FROM audits WHERE finished_on IS NOT NULL AND id < (SELECT max(id) FROM audits)"
        " ORDER BY id DESC LIMIT 1"
    )
    return load(db, AuditId(row[0])) if row else None


def forget(db: Database) -> None:
    """Remove every person, account and answer from the file, its free pages and its log, for good.

    Certificates and what is still to be sent stay: they hold nothing of this.

    Raises:
        BusyStoreError: another program reads the file, so it can't be wiped. What could be removed is gone
            from the tables; asked again, the rest follows.
    """
    db.empty_log()
    with db.atomic():
        for table in ("answers", "answers_before", "looks", "pages_read", "accounts", "audits", "not_there"):
            db.write(f"DELETE FROM {table}")  # noqa: S608 - names of ours
    db.leave_no_trace()


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
