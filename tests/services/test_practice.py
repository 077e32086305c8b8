"""Practice: the policy as it would be, in a home that is thrown away; nothing says that a check was done."""

import hashlib
from pathlib import Path

import pytest
from msgspec import structs

from nickaudit.documents.certificate_words import IN_PRACTICE
from nickaudit.domain.answers import Computer
from nickaudit.domain.certificate import KeyPlace
from nickaudit.domain.ids import LineId, PlatformId
from nickaudit.domain.policy_edit import with_line
from nickaudit.services import Services, own_certificates, policy_editor, practice
from nickaudit.services.audit_session import open_session
from nickaudit.services.certificate_issue import claims_for, issue, new_number
from tests.finishing import answer_everything, person

WORDS = "You are advised to look at your privacy once a term."


def files_of(home: Path) -> dict[str, str]:
    return {
        str(path.relative_to(home)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(home.rglob("*"))
        if path.is_file() and not path.name.endswith(("-wal", "-shm"))
    }


@pytest.fixture
def changed(services: Services) -> Services:
    """The school's policy with a change that is not saved."""
    services.home.mkdir(mode=0o700, exist_ok=True)
    draft = policy_editor.open_draft(services)
    line = draft.now.line(LineId("privacy-levels"))
    assert line is not None
    policy_editor.keep(services, with_line(draft.now, structs.replace(line, words=WORDS)))
    return services


def test_the_unsaved_change_is_there_and_the_own_home_stays_as_it_is(changed: Services) -> None:
    before = files_of(changed.home)
    practised = practice.begin(changed)
    line = practised.content.policy.line(LineId("privacy-levels"))
    assert line is not None
    assert line.words == WORDS
    assert practice.is_practice(practised)
    assert not practice.is_practice(changed)
    session = open_session(practised, computer=Computer.MINE)
    session.set_person(person(session))
    session.add_account(PlatformId("instagram"))
    answer_everything(session)
    own_certificates.make(practised, session)
    practice.end(practised)
    assert not practised.home.exists()
    assert files_of(changed.home) == before


def test_what_a_killed_program_left_goes_with_the_next_practice(changed: Services) -> None:
    killed = practice.begin(changed)
    killed.private.close()
    again = practice.begin(changed)
    assert not killed.home.exists()
    assert again.home.parent == changed.home
    practice.end(again)


def test_its_certificate_says_practice_and_its_key_is_dropped(changed: Services) -> None:
    practised = practice.begin(changed)
    session = open_session(practised, computer=Computer.MINE)
    claims = claims_for(
        practised.content, person(session), finished_on=practised.today(), number=new_number()
    )
    files = issue(practised.home, claims=claims)
    assert files.verified.claims.policy_id == "practice"
    assert files.verified.claims.statement == practice.STATEMENT
    assert files.key_place is KeyPlace.DROPPED
    assert IN_PRACTICE in files.html.decode()
    assert 'class="practice"' in files.html.decode()
    practice.end(practised)


def test_a_real_certificate_has_no_watermark(changed: Services) -> None:
    session = open_session(changed, computer=Computer.MINE)
    claims = claims_for(changed.content, person(session), finished_on=changed.today(), number=new_number())
    html = issue(None, claims=claims).html.decode()
    assert 'class="practice"' not in html
    assert IN_PRACTICE not in html


def test_a_policy_with_mistakes_is_not_practised(changed: Services) -> None:
    draft = policy_editor.open_draft(changed)
    line = draft.now.line(LineId("privacy-levels"))
    assert line is not None
    policy_editor.keep(changed, with_line(draft.now, structs.replace(line, words="You must!")))
    with pytest.raises(policy_editor.PolicyFaultyError):
        practice.begin(changed)


def test_ending_it_never_removes_another_folder(changed: Services) -> None:
    practice.end(changed)
    assert changed.home.is_dir()
