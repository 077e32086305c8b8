import email
import email.policy
import getpass
import os
import platform
from email.message import EmailMessage
from pathlib import Path

import pytest

from nickaudit.domain.delivery import Sealed
from nickaudit.domain.ids import ContactId
from nickaudit.domain.policy import Contact
from nickaudit.domain.school import Reader
from nickaudit.services.email_draft import address_of_the_school, email_draft
from nickaudit.services.saving import NotSavedError
from tests.factories import make_claims, make_policy

SIGNED = b"eyJ.signed.file"
PDF = b"%PDF-1.4\r\n\x00\xff page"
HEAD = Contact(id=ContactId("headteacher"), title="the headteacher", email="head@school.org.uk")
OFFICE = Contact(id=ContactId("office"), title="the office", email="office@school.org.uk")


def written(path: Path | None) -> EmailMessage:
    assert path is not None
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_the_draft_opens_as_unsent_with_both_files_byte_for_byte(home: Path) -> None:
    policy = make_policy(contacts=(HEAD,))
    draft = email_draft(make_claims(), signed=SIGNED, pdf=PDF, policy=policy, home=home)
    message = written(draft.path)
    assert message["X-Unsent"] == "1"
    assert message["To"] == draft.to == "head@school.org.uk"
    assert message["Subject"] == draft.subject == "My social media check: Rosalind Ash"
    body = message.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == draft.body
    attached = {part.get_filename(): part.get_content() for part in message.iter_attachments()}
    assert attached == {
        "Certificate 7F3A-91C2-04DE.pdf": PDF,
        "Certificate 7F3A-91C2-04DE.nickaudit-certificate": SIGNED,
    }
    assert draft.attachments == tuple(attached)


def test_with_no_address_in_the_pack_the_draft_has_none(home: Path) -> None:
    draft = email_draft(make_claims(), signed=SIGNED, pdf=PDF, policy=make_policy(), home=home)
    assert draft.to == ""
    assert written(draft.path)["To"] is None


def test_the_headteacher_comes_before_the_office() -> None:
    assert address_of_the_school(make_policy(contacts=(OFFICE, HEAD))) == "head@school.org.uk"
    assert address_of_the_school(make_policy(contacts=(OFFICE,))) == "office@school.org.uk"


def sealed_for(*titles: str) -> Sealed:
    readers = tuple(Reader(title=title, key="k" * 43, receipt_key="r" * 43) for title in titles)
    return Sealed(content=b'{"protected":"x"}', readers=readers, recovery="y" * 43)


def test_what_is_sealed_goes_alone_and_the_words_give_nothing_away(home: Path) -> None:
    draft = email_draft(
        make_claims(),
        signed=SIGNED,
        pdf=PDF,
        policy=make_policy(contacts=(OFFICE, HEAD)),
        home=home,
        sealed=sealed_for("the headteacher", "the deputy", "the business manager"),
    )
    message = written(draft.path)
    attached = {part.get_filename(): part.get_content() for part in message.iter_attachments()}
    assert attached == {"Certificate 7F3A-91C2-04DE.nickaudit-sealed": b'{"protected":"x"}'}
    assert draft.to == "head@school.org.uk"
    assert "only the headteacher, the deputy and the business manager can open it" in draft.body
    for word in ("Rosalind", "2026", "policy", "Nicholas"):
        assert word not in draft.subject + draft.body


def test_what_is_sealed_is_addressed_to_somebody_who_can_open_it(home: Path) -> None:
    chair = Contact(id=ContactId("chair"), title="the chair of governors", email="chair@school.org.uk")
    for contacts, to in (((HEAD, chair, OFFICE), chair.email), ((HEAD, OFFICE), OFFICE.email), ((HEAD,), "")):
        draft = email_draft(
            make_claims(),
            signed=SIGNED,
            pdf=PDF,
            policy=make_policy(contacts=contacts),
            home=None,
            sealed=sealed_for("the chair of governors"),
        )
        assert draft.to == to
    nobody = email_draft(
        make_claims(), signed=SIGNED, pdf=PDF, policy=make_policy(), home=None, sealed=sealed_for()
    )
    assert "only the recovery key opens it" in nobody.body


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_only_the_person_can_read_the_draft(home: Path) -> None:
    draft = email_draft(make_claims(), signed=SIGNED, pdf=PDF, policy=make_policy(), home=home)
    assert draft.path is not None
    assert draft.path.stat().st_mode & 0o777 == 0o600
    assert draft.path.parent.stat().st_mode & 0o777 == 0o700


def test_a_second_draft_takes_the_place_of_the_first(home: Path) -> None:
    for pdf in (b"first", b"second"):
        email_draft(make_claims(), signed=SIGNED, pdf=pdf, policy=make_policy(), home=home)
    (path,) = (home / "drafts").iterdir()
    assert [part.get_content() for part in written(path).iter_attachments()] == [b"second", SIGNED]


def test_on_a_shared_computer_nothing_is_written(home: Path) -> None:
    draft = email_draft(make_claims(), signed=SIGNED, pdf=PDF, policy=make_policy(), home=None)
    assert draft.path is None
    assert "24 November 2026" in draft.body
    assert not home.exists()


def test_the_draft_names_neither_computer_nor_log_in_nor_time(home: Path) -> None:
    draft = email_draft(make_claims(), signed=SIGNED, pdf=PDF, policy=make_policy(), home=home)
    message = written(draft.path)
    assert set(message.keys()) == {"X-Unsent", "Subject", "MIME-Version", "Content-Type"}
    assert draft.path is not None
    text = draft.path.read_text(encoding="utf-8")
    for name in (platform.node(), str(home)):
        assert name not in text
    assert f"/{getpass.getuser()}/" not in text


def test_a_home_that_cannot_be_written_gives_a_sentence(home: Path) -> None:
    home.write_bytes(b"a file where the folder should be")
    with pytest.raises(NotSavedError):
        email_draft(make_claims(), signed=SIGNED, pdf=PDF, policy=make_policy(), home=home)
