"""What is asked again after the policy changed: the answers are open once more, and what was said is kept."""

import datetime as dt
from collections.abc import Collection

from msgspec import structs

from nickaudit.domain.answers import Answer, Progress
from nickaudit.domain.ids import AccountId, AuditId, CheckId, PageId
from nickaudit.store.database import Database
from nickaudit.store.errors import DamagedStoreError
from nickaudit.store.private import audits

_COPIED = ("accounts", "answers", "looks", "pages_read")


def ask_again(
    db: Database, *, checks: Collection[CheckId], pages: Collection[PageId], today: dt.date
) -> bool:
    """Open those answers and pages of the current check again; False where nothing of it was answered.

    A check that has led to a certificate stays as it is: a new one begins with all its other answers.
    """
    with db.atomic():
        audit = audits.current(db)
        if audit is None or not _has_any(db, audit, checks, pages):
            return False
        is_finished = audits.finished_on(db, audit) is not None
        asked = _copy(db, audit, today=today) if is_finished else audit
        for check in checks:
            if not is_finished:
                db.write(
                    "INSERT OR REPLACE INTO answers_before SELECT * FROM answers"
                    " WHERE audit = ? AND check_id = ?",
                    asked,
                    check,
                )
            db.write("DELETE FROM answers WHERE audit = ? AND check_id = ?", asked, check)
        for page in pages:
            audits.record_read(db, asked, page, None)
    return True


def earlier(db: Database) -> Progress | None:
    """What was said before, shown beside a line and not counted: last year, or before it was asked again."""
    last = audits.latest_finished(db)
    rows = db.rows(
        "SELECT account, check_id, answer FROM answers_before WHERE audit = (SELECT max(id) FROM audits)"
    )
    if not rows:
        return last
    try:
        said = {(AccountId(account), CheckId(check)): Answer(answer) for account, check, answer in rows}
    except ValueError as error:
        raise DamagedStoreError from error
    before = last or Progress()
    return structs.replace(before, answers={**before.answers, **said})


def _has_any(db: Database, audit: AuditId, checks: Collection[CheckId], pages: Collection[PageId]) -> bool:
    answered = {row[0] for row in db.rows("SELECT check_id FROM answers WHERE audit = ?", audit)}
    read = {row[0] for row in db.rows("SELECT page FROM pages_read WHERE audit = ?", audit)}
    return not answered.isdisjoint(checks) or not read.isdisjoint(pages)


def _copy(db: Database, audit: AuditId, *, today: dt.date) -> AuditId:
    """A new check with everything of that one but its certificate, which stays with the older."""
    new = audits.begin(db, began_on=today)
    db.write(
        "UPDATE audits SET (name, role, kind, email, staff_number, online_in_job, no_accounts, later_by)"
        " = (SELECT name, role, kind, email, staff_number, online_in_job, no_accounts, later_by"
        " FROM audits WHERE id = ?1) WHERE id = ?2",
        audit,
        new,
    )
    for name in _COPIED:
        columns = [row[1] for row in db.rows(f"PRAGMA table_info({name})") if row[1] != "audit"]
        listed = ", ".join(columns)
        db.write(
            f"INSERT INTO {name} (audit, {listed}) SELECT ?1, {listed} FROM {name} WHERE audit = ?2",  # noqa: S608
            new,
            audit,
        )
    return new
