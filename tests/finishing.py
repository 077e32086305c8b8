"""Takes a check to where nothing holds up the certificate, the way a person's answers would."""

from nickaudit.domain.answers import Answer
from nickaudit.domain.ids import CheckId, PlatformId, RoleId
from nickaudit.domain.person import AuditKind, Person
from nickaudit.services.audit_session import AuditSession


def person(session: AuditSession, **changes: str) -> Person:
    """Somebody in the list's own terms."""
    role = session.content.policy.role(RoleId("teaching-assistant")) or session.content.policy.roles[0]
    values = {"name": "Rosalind Ash", **changes}
    return Person(role=role.id, kind=AuditKind.YEARLY, **values)  # type: ignore[arg-type]


def answer_everything(
    session: AuditSession, answer: Answer = Answer.DONE, *, but: dict[str, Answer] | None = None
) -> None:
    """One answer to every line of every essential stop, another one to some of them, and all pages read."""
    for number, line in enumerate([line for stop in session.plan.stops for line in stop.checks]):
        given = (but or {}).get(str(line.check.id), answer)
        if given is Answer.NOT_SURE and number % 2:
            given = Answer.DONE
        session.answer(line.account, CheckId(line.check.id), given)
    for page in session.plan.statements:
        session.read_page(page.id)


def finish(session: AuditSession) -> AuditSession:
    """Somebody with one account, which has a nickname of its own, has answered everything."""
    session.set_person(person(session))
    session.add_account(PlatformId("instagram"), label="Zebra-Quill")
    answer_everything(session)
    return session
