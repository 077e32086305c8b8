"""Hands for content from the school: a line changed by the head, a check answered by a colleague."""

from msgspec import structs

from nickaudit.domain.answers import Answer, Computer
from nickaudit.domain.ids import LineId, PlatformId
from nickaudit.domain.policy import Strength
from nickaudit.domain.policy_edit import with_line
from nickaudit.services import Services, policy_editor
from nickaudit.services.audit_session import AuditSession, open_session
from tests.finishing import answer_everything, person

LINE = LineId("privacy-levels")
WORDS = "You should set the privacy of your accounts as strictly as you can."
WHY = "The governors have decided that this is more than advice."


def change_line(head: Services, words: str = WORDS, line: LineId = LINE) -> None:
    draft = policy_editor.open_draft(head)
    before = draft.now.line(line)
    assert before is not None
    policy_editor.keep(
        head, with_line(draft.now, structs.replace(before, strength=Strength.SHOULD, words=words))
    )
    policy_editor.save(head)


def answered(staff: Services) -> AuditSession:
    """Somebody on Instagram who has answered everything."""
    session = open_session(staff, computer=Computer.MINE)
    session.set_person(person(session))
    session.add_account(PlatformId("instagram"))
    answer_everything(session)
    assert session.is_finished
    return session


def of_line(session: AuditSession, line: LineId = LINE) -> dict[str, Answer | None]:
    """The answers of the checks that serve that line."""
    return {
        str(planned.check.id): session.progress.answers.get((planned.account, planned.check.id))
        for stop in session.plan.stops
        for planned in stop.checks
        if line in planned.check.policy
    }
