"""A draft for the person's own mail program: nothing is sent from here."""

from pathlib import Path

from msgspec import Struct

from nickaudit.domain.certificate import Claims
from nickaudit.domain.delivery import Sealed
from nickaudit.domain.due_dates import in_words
from nickaudit.domain.ids import ContactId
from nickaudit.domain.policy import PolicyPack
from nickaudit.domain.school_offer import readers_in_words
from nickaudit.services.saving import NotSavedError, copy_name
from nickaudit.share.errors import FolderError, state_of
from nickaudit.share.saving import save_over

_OFFICE = ContactId("office")
_WHOM = (ContactId("headteacher"), _OFFICE)


class EmailDraft(Struct, frozen=True, kw_only=True):
    """An e-mail as it stands in the draft, for the page to show where no mail program opens it."""

    to: str
    """The school's address; empty where the policy pack has none."""
    subject: str
    body: str
    attachments: tuple[str, ...]
    """Names of the attached files."""
    path: Path | None
    """The draft, to be opened with the person's own mail program; None where nothing may be left behind."""


def email_draft(
    claims: Claims,
    *,
    signed: bytes,
    pdf: bytes,
    policy: PolicyPack,
    home: Path | None,
    sealed: Sealed | None = None,
) -> EmailDraft:
    """Write the draft, with what goes attached, into the person's home, readable by them alone.

    Where there is a school file, only the sealed file is attached, and the words say nothing of what is in
    it: many people handle a school's post.

    Args:
        claims: The certificate's own words.
        signed: The signed file.
        pdf: The page with the signed file inside.
        policy: Where the school's address stands.
        home: The person's home; None on a shared computer.
        sealed: The sealed file; None where there is no school file.

    Raises:
        NotSavedError: it could not be written.
    """
    files: tuple[tuple[str, bytes], ...]
    if sealed is None:
        subject, body = f"My social media check: {claims.name}", _open_words(claims)
        files = ((copy_name(claims.number, "pdf"), pdf), (copy_name(claims.number, "signed"), signed))
    else:
        subject, body = "My social media check", _sealed_words(sealed)
        files = ((copy_name(claims.number, "sealed"), sealed.content),)
    draft = EmailDraft(
        to=address_of_the_school(policy) if sealed is None else address_of_a_reader(sealed, policy),
        subject=subject,
        body=body,
        attachments=tuple(name for name, _ in files),
        path=home / "drafts" / f"Certificate {claims.number}.eml" if home else None,
    )
    if draft.path is not None:
        try:
            draft.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            save_over(draft.path, _message(draft, files), mode=0o600)
        except FolderError as error:
            raise NotSavedError(draft.path, error.state) from error
        except OSError as error:
            raise NotSavedError(draft.path, state_of(error)) from error
    return draft


def _open_words(claims: Claims) -> str:
    return (
        "Hello,\n\n"
        "I have finished looking at my own social media against the school's policy "
        f"({claims.policy_title}). I finished on {in_words(claims.finished_on)}.\n\n"
        "My certificate is attached twice: as a page to read, and as the signed file. "
        "Please keep the signed file. It is the record.\n\n"
        f"{claims.name}\n"
    )


def _sealed_words(sealed: Sealed) -> str:
    *others, last = readers_in_words(sealed.readers).split(", ")
    names = f"{', '.join(others)} and {last}" if others else last
    who = f"{names} can open it" if sealed.readers else "the recovery key opens it"
    return (
        "Hello,\n\n"
        "My certificate is attached. "
        f"It is sealed: only {who}, with the program for the social media check.\n\n"
        "Please keep the file as it is. It is the record.\n"
    )


def address_of_the_school(policy: PolicyPack) -> str:
    """The headteacher's e-mail, else the office's, else nothing: the school fills them in."""
    found = (contact.email for who in _WHOM if (contact := policy.contact(who)))
    return next((email for email in found if email), "")


def address_of_a_reader(sealed: Sealed, policy: PolicyPack) -> str:
    """The e-mail of somebody who can open it, as far as the contacts go; else that of the office."""
    titles = [reader.title for reader in sealed.readers]
    found = {contact.title: contact.email for contact in policy.contacts if contact.email}
    office = policy.contact(_OFFICE)
    return next((found[title] for title in titles if title in found), office.email if office else "")


def _message(draft: EmailDraft, files: tuple[tuple[str, bytes], ...]) -> bytes:
    from email.message import EmailMessage  # slow to load, and seldom needed
    from email.policy import SMTP

    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"  # mail programs open it as a draft to be sent, not as a message received
    message["Subject"] = draft.subject
    if draft.to:
        message["To"] = draft.to
    message.set_content(draft.body)
    for name, content in files:
        main, sub = ("application", "pdf") if name.endswith(".pdf") else ("application", "octet-stream")
        message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()
