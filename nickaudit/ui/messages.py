"""Every outcome that people are told about, in words: one table for each enum, each complete."""

import datetime as dt

from nickaudit.domain.certificate import KeyPlace, Refusal
from nickaudit.domain.delivery import Delivery, OutboxItem, Readers
from nickaudit.domain.due_dates import MONTHS
from nickaudit.domain.person import NAME_LENGTH, PersonFault
from nickaudit.domain.school import SchoolRefusal
from nickaudit.domain.share_address import ShareAddress
from nickaudit.domain.status import Note, Row, SetAside, Status

REFUSALS: dict[Refusal, str] = {
    Refusal.BAD_KEY: "The key inside this file is not one that certificates are signed with.",
    Refusal.CHANGED: "This file is not as it was when it was signed. Ask the person for the file again.",
    Refusal.CHANGED_SINCE: (
        "This file is no longer what it was when it was taken in. What was taken in is kept. "
        "Ask who has changed it."
    ),
    Refusal.CRITICAL_HEADER: "This file asks for a way of reading that certificates do not use.",
    Refusal.CUT_SHORT: "The end of this file is missing. Ask the person for the file again.",
    Refusal.DUPLICATE_KEY: "This file gives two values under one name, so it could be read in two ways.",
    Refusal.EMPTY: "This file is empty. Ask the person for the file again.",
    Refusal.FOR_HEAD_READER: "This is for whoever reads the head's own certificate.",
    Refusal.FOR_READERS: "This is for those who read the certificates of the others.",
    Refusal.NOT_A_CERTIFICATE: "This file is not a certificate of a social media check.",
    Refusal.NOT_A_NUMBER: "This file holds a number that is none, which no certificate does.",
    Refusal.NOT_CANONICAL: "This file is not written as certificates are. Ask the person for the file again.",
    Refusal.OTHER_ALGORITHM: "This file is signed or sealed in a way that certificates do not use.",
    Refusal.OTHER_TYPE: "This is a file of another kind, not a certificate.",
    Refusal.PDF_UNREADABLE: "This PDF is damaged. Ask the person for the file again.",
    Refusal.PDF_WITHOUT_CERTIFICATE: (
        "This PDF does not have one signed certificate inside it. Ask the person for the signed file."
    ),
    Refusal.PRACTICE: "This was made in practice. No check was done.",
    Refusal.PRIVATE_KEY_INSIDE: (
        "This file gives away a key that only one person may have, so anybody could have made it. "
        "Ask the person for a new certificate."
    ),
    Refusal.REPLAYED: "This certificate came before, and has been sealed and sent again. Ask in person.",
    Refusal.SEAL_BROKEN: "This sealed file is damaged or was made by another program. Ask for it again.",
    Refusal.SEALED_FOR_OTHERS: (
        "None of the keys on this computer opens this file. It may be sealed for another reader."
    ),
    Refusal.TOO_DEEP: "This file is nested deeper than any certificate.",
    Refusal.TOO_LARGE: "This file is too large to be a certificate.",
    Refusal.UNEXPECTED_CONTENT: "This file is signed, but what it says is not what a certificate says.",
    Refusal.UNEXPECTED_HEADER: "The head of this file says more than that of a certificate.",
    Refusal.UNREADABLE: "This file could not be opened. Check that it is there and that you may read it.",
    Refusal.UNSIGNED: "This file is not signed, so it shows nothing.",
    Refusal.WEAK_KEY: "A key inside this file is too weak to prove anything or to keep it secret.",
    Refusal.WRONG_RECIPIENTS: (
        "This file is sealed for others than the readers in the school file. Ask in person."
    ),
}
"""Why a file is not accepted as a certificate."""

SCHOOL_REFUSALS: dict[SchoolRefusal, str] = {
    SchoolRefusal.TOO_LARGE: "This file is too large to be a school file.",
    SchoolRefusal.NOT_A_SCHOOL_FILE: "This is not a school file. Ask the school office for the file again.",
    SchoolRefusal.CHANGED: "This file is damaged or has been changed. Ask the school office for it again.",
    SchoolRefusal.UNEXPECTED_CONTENT: (
        "This file says something that this program does not know. There may be a newer program."
    ),
    SchoolRefusal.OLDER: "This file is older than the one you have. Yours stays in use.",
    SchoolRefusal.FOREIGN_SCHOOL: "This file is from another school. The one you have stays in use.",
    SchoolRefusal.FOREIGN_SIGNER: (
        "This file names your school, but was not signed by it. Do not use it. Tell the headteacher."
    ),
    SchoolRefusal.UNREADABLE: REFUSALS[Refusal.UNREADABLE],
}
"""Why a school file is not accepted."""

KEY_PLACES: dict[KeyPlace, str] = {
    KeyPlace.DROPPED: "It was signed with a key made for this one certificate. The key has been thrown away.",
    KeyPlace.FILE: (
        "The key it is signed with is in a file that only your log-in can read. "
        "When it was made, this computer had no key store that could be used."
    ),
    KeyPlace.KEYRING: "The key it is signed with is in this computer's own key store.",
}
"""Where the key is that signs a person's certificates."""

PERSON_FAULTS: dict[PersonFault, str] = {
    PersonFault.NO_NAME: "Enter the name you use at work",
    PersonFault.NAME_TOO_LONG: f"Enter a name of at most {NAME_LENGTH} letters",
    PersonFault.NO_ROLE: "Choose the role that fits you best",
    PersonFault.BAD_EMAIL: "Enter an e-mail address like name@school.org.uk, or leave it empty",
    PersonFault.NUMBER_TOO_LONG: f"Enter a staff number of at most {NAME_LENGTH} letters and figures",
    PersonFault.NO_KIND: "Choose whether you have just joined or come back for your yearly check",
    PersonFault.NO_ONLINE: "Choose yes or no: are you active online as part of your job?",
}
"""What may be wrong on "About you", as how to put it right."""

_KEPT = "Your certificate is kept here and will be tried again when you next start."

DELIVERIES: dict[Delivery, str] = {
    Delivery.NOT_SENT: "Not sent. Nobody at the school has it from this program.",
    Delivery.SENT: "Sent. It is in the school's folder, and was read back to make sure.",
    Delivery.WAITING_NOT_TRIED: "Waiting to be sent.",
    Delivery.WAITING_GONE: f"The school's folder can't be found just now. {_KEPT}",
    Delivery.WAITING_FULL: (f"The school's folder is full. Please tell the school office. {_KEPT}"),
    Delivery.WAITING_READ_ONLY: (
        "You can't put files in this folder. Your certificate is kept here. "
        "Ask the school office, or choose another folder."
    ),
    Delivery.WAITING_SILENT: f"The school's folder did not answer in time. {_KEPT}",
    Delivery.WAITING_DIFFERS: (
        "The file in the folder is not the one that was sent. "
        "It will be sent again under a new name when you next start."
    ),
    Delivery.WAITING_OTHER: f"The file could not be put in the folder. {_KEPT}",
    Delivery.WAITING_REFUSED: (
        "The school's folder did not let you in. Your certificate is kept here. "
        "Open the folder once yourself, then try again."
    ),
    Delivery.WAITING_UNENCRYPTED: (
        "Others could read it on its way to the school's folder, so it was not sent. "
        "Please tell the school office."
    ),
    Delivery.WAITING_PASSWORD: ("The school's folder wants a password. Your certificate is kept here."),
}
"""How it stands with a certificate and the school's folder; of one that waits, why."""

SERVER_DELIVERIES: dict[Delivery, str] = {
    **DELIVERIES,
    Delivery.SENT: "Sent. It is on the school's server, and was read back to make sure.",
    Delivery.WAITING_GONE: f"The school's server can't be found just now. {_KEPT}",
    Delivery.WAITING_FULL: (f"The school's server is full. Please tell the school office. {_KEPT}"),
    Delivery.WAITING_READ_ONLY: (
        f"You can't put files on the school's server. Please tell the school office. {_KEPT}"
    ),
    Delivery.WAITING_SILENT: f"The school's server did not answer. {_KEPT}",
    Delivery.WAITING_DIFFERS: (
        "The file on the server is not the one that was sent. "
        "It will be sent again under a new name when you next start."
    ),
    Delivery.WAITING_OTHER: f"The file could not be put on the school's server. {_KEPT}",
    Delivery.WAITING_REFUSED: (
        "The school's server did not take your user name or password. "
        "Your certificate is kept here until you type them again."
    ),
    Delivery.WAITING_UNENCRYPTED: (
        "Others could read it on its way to the school's server, so it was not sent. "
        f"Please tell the school office. {_KEPT}"
    ),
    Delivery.WAITING_PASSWORD: (
        "The school's server wants your password for it. Your certificate is kept here until you type it."
    ),
}
"""The same where the program speaks to the school's server itself."""

READERS: dict[Readers, str] = {
    Readers.WHOEVER_OPENS_THE_FOLDER: "Anyone who can open this folder can read your name, role and date.",
    Readers.RECOVERY_ONLY: (
        "The school has named nobody who can read yours. Only the school's recovery key opens it."
    ),
}
"""Who can read what leaves the computer, where it takes more than names."""

NOT_SAVED: dict[Delivery, str] = {
    **dict.fromkeys(Delivery, "It could not be saved there. Choose another place."),
    Delivery.WAITING_GONE: "There is no such folder. Check what you typed, or choose another folder.",
    Delivery.WAITING_FULL: "That disk is full. Free some space, or choose another place.",
    Delivery.WAITING_READ_ONLY: "You can't save files in that folder. Choose another one.",
    Delivery.WAITING_SILENT: "That folder did not answer in time. Choose another one.",
}
"""Why a copy could not be saved where the person chose."""

NOT_SENT_NOW: dict[Delivery, str] = {
    **dict.fromkeys(Delivery, "Not sent. The file could not be put in the folder."),
    Delivery.SENT: DELIVERIES[Delivery.SENT],
    Delivery.WAITING_GONE: "Not sent. The school's folder can't be found just now.",
    Delivery.WAITING_FULL: "Not sent. The school's folder is full. Please tell the school office.",
    Delivery.WAITING_READ_ONLY: "Not sent. You can't put files in this folder. Ask the school office.",
    Delivery.WAITING_SILENT: "Not sent. The school's folder did not answer in time.",
    Delivery.WAITING_REFUSED: "Not sent. The school's folder did not let you in.",
}
"""The same on a computer that several people use, where nothing waits."""

SERVER_NOT_SENT_NOW: dict[Delivery, str] = {
    **dict.fromkeys(Delivery, "Not sent. The file could not be put on the school's server."),
    Delivery.SENT: SERVER_DELIVERIES[Delivery.SENT],
    Delivery.WAITING_GONE: "Not sent. The school's server can't be found just now.",
    Delivery.WAITING_FULL: "Not sent. The school's server is full. Please tell the school office.",
    Delivery.WAITING_READ_ONLY: "Not sent. You can't put files on the school's server. Ask the office.",
    Delivery.WAITING_SILENT: "Not sent. The school's server did not answer.",
    Delivery.WAITING_REFUSED: "Not sent. The school's server did not take your user name or password.",
    Delivery.WAITING_UNENCRYPTED: (
        "Not sent. Others could read it on its way to the school's server. Please tell the school office."
    ),
    Delivery.WAITING_PASSWORD: "Not sent. The school's server wants your password for it.",
}
"""The same for the school's server."""

STATUSES: dict[Status, str] = {
    Status.FINISHED: "Finished",
    Status.DUE: "Due",
    Status.OVERDUE: "Overdue",
}
"""How it stands with one person, in one word; with the day or the number of days in `status_in_words`."""

NOTES: dict[Note, str] = {
    Note.SAME_NAME: "Name is here twice: ask in person",
    Note.DATED_AHEAD: "Dated ahead of its day: ask in person",
    Note.DATED_BACK: "Dated more than a day before it came",
    Note.NEW_KEY: "From a new computer: ask in person",
    Note.OTHER_SCHOOL: "Names another school",
    Note.OTHER_POLICY: "Made under another policy",
    Note.OTHER_VERSION: "Made under another version of the policy",
    Note.NOT_CONFIRMED: "New: not yet confirmed",
}
"""What the head may want to ask about."""

NOTES_IN_SHORT: dict[Note, str] = {
    Note.SAME_NAME: "name here twice",
    Note.DATED_AHEAD: "dated ahead",
    Note.DATED_BACK: "dated back",
    Note.NEW_KEY: "new computer",
    Note.OTHER_SCHOOL: "another school",
    Note.OTHER_POLICY: "another policy",
    Note.OTHER_VERSION: "another version of the policy",
    Note.NOT_CONFIRMED: "not yet confirmed",
}
"""The same where several come together in one cell."""


def delivery_in_words(item: OutboxItem) -> str:
    """How it stands with a certificate that somebody wanted to send."""
    words = (SERVER_DELIVERIES if item.address.is_direct else DELIVERIES)[item.state]
    return f"Waiting. {words}" if why_it_waits(item) else words


def why_it_waits(item: OutboxItem) -> str:
    """Why it is not there yet; empty where it was not tried, or does not wait."""
    if not item.state.is_waiting or item.state is Delivery.WAITING_NOT_TRIED:
        return ""
    return (SERVER_DELIVERIES if item.address.is_direct else DELIVERIES)[item.state]


def not_sent_in_words(item: OutboxItem) -> str:
    """How it stands on a computer that several people use, where nothing waits."""
    return (SERVER_NOT_SENT_NOW if item.address.is_direct else NOT_SENT_NOW)[item.state]


def place_in_words(address: ShareAddress) -> str:
    """A folder's path, or `certificates/2026 on nas.school.example, as r.ash`."""
    if not address.is_direct:
        return address.folder
    where = "/".join(part for part in (address.share, address.path) if part)
    return f"{where} on {address.server}" + (f", as {address.user}" if address.user else "")


def status_in_words(row: Row, *, as_of: dt.date) -> str:
    """`Finished`, `Due by 5 December`, `Overdue by 19 days`."""
    if row.status is Status.DUE:
        return f"{STATUSES[Status.DUE]} by {row.next_due.day} {MONTHS[row.next_due.month - 1]}"
    if row.status is Status.OVERDUE:
        days = (as_of - row.next_due).days
        return f"{STATUSES[Status.OVERDUE]} by {days} day{'' if days == 1 else 's'}"
    return STATUSES[row.status]


def notes_in_words(notes: tuple[Note, ...]) -> str:
    """One note as its sentence, several in one: `Ask in person: name here twice, new computer`.

    That somebody is new goes without saying where there is more to ask.
    """
    said = tuple(note for note in notes if note is not Note.NOT_CONFIRMED) or notes
    if len(said) < 2:
        return "".join(NOTES[note] for note in said)
    return f"Ask in person: {', '.join(NOTES_IN_SHORT[note] for note in said)}"


def set_aside_in_words(file: SetAside) -> str:
    """Why a file needs a look."""
    if file.reason is None:
        return f"A copy of {file.copy_of}, which is already here."
    return REFUSALS[file.reason]
