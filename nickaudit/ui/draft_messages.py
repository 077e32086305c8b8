"""What may be wrong with what is filled in at set-up, as how to put it right."""

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.letter_box import Others
from nickaudit.domain.policy import Contact
from nickaudit.domain.school import MOST_READERS
from nickaudit.domain.school_draft import (
    INDUCTION_DAYS,
    LONGEST_TEXT,
    MONTHS_BETWEEN,
    MOST_OTHER_NAMES,
    DraftFault,
    Wrong,
)

WRONG: dict[Wrong, str] = {
    Wrong.EMPTY: "Enter {what}",
    Wrong.TOO_LONG: f"Enter at most {LONGEST_TEXT} letters for {{what}}",
    Wrong.TOO_MANY: "Enter fewer of {what}",
    Wrong.NO_NATION: "Choose where the school is",
    Wrong.NO_WAY_TO_REACH: "Enter a phone number, an e-mail address or a note for {whom}",
    Wrong.SAME_AS_HEAD: "Enter another {part} for {whom} than the headteacher's",
    Wrong.BAD_EMAIL: "Enter an e-mail address like name@school.org.uk, or leave it empty",
    Wrong.BAD_MONTH: "Enter the month and year {what}, like 5 and 2018",
    Wrong.BEFORE_ADOPTED: "Enter a next review that is not before the policy was adopted",
    Wrong.NO_SHARE: "Enter where certificates go",
    Wrong.BAD_SHARE: "Enter a whole folder path, or a server and the name of its share",
    Wrong.OUT_OF_BOUNDS: "Enter {what}",
    Wrong.UNKNOWN_GROUP: "Choose who is asked again. The policy's list has changed",
    Wrong.NO_READER: "Name at least one person who can read the certificates",
    Wrong.SAME_READER: "Take one out: two readers have the same reader file",
    Wrong.HEAD_READS_OWN: (
        "Choose somebody else for the headteacher's own certificate. It can't be one of the readers above"
    ),
}
"""Each with room for the field it is about."""

_WHAT: dict[tuple[str, Wrong], str] = {
    ("name", Wrong.EMPTY): "the school's name",
    ("name", Wrong.TOO_LONG): "the school's name",
    ("short_name", Wrong.EMPTY): "a short name, as you say it",
    ("short_name", Wrong.TOO_LONG): "the short name",
    ("other_names", Wrong.TOO_MANY): f"the other names, {MOST_OTHER_NAMES} at most",
    ("other_names", Wrong.TOO_LONG): "each other name",
    ("adopted", Wrong.BAD_MONTH): "the policy was adopted",
    ("next_review", Wrong.BAD_MONTH): "of the next review",
    ("every_months", Wrong.OUT_OF_BOUNDS): (
        f"how often, as a number of months from {MONTHS_BETWEEN[0]} to {MONTHS_BETWEEN[-1]}"
    ),
    ("induction_days", Wrong.OUT_OF_BOUNDS): (
        f"how long, as a number of days from {INDUCTION_DAYS[0]} to {INDUCTION_DAYS[-1]}"
    ),
    ("readers", Wrong.TOO_MANY): f"the readers, {MOST_READERS} at most",
    ("own_title", Wrong.EMPTY): "who you are at the school, like: the headteacher",
    ("own_title", Wrong.TOO_LONG): "who you are",
    ("own_name", Wrong.TOO_LONG): "your name",
}
_PARTS = {"name": "name", "phone": "phone number", "email": "e-mail address", "note": "note"}
_OF_CONTACT = "contacts."


def wrong_in_words(fault: DraftFault, contacts: tuple[Contact, ...] = ()) -> str:
    """How to put one thing right. `contacts` say who is meant by a contact's id."""
    if fault.field.startswith(_OF_CONTACT):
        contact_id, _, part = fault.field.removeprefix(_OF_CONTACT).partition(".")
        whom = next((each.title for each in contacts if each.id == contact_id), "this contact")
        words = _PARTS.get(part, part)
        what = f"{_article(words)} {words} for {whom}"
        return WRONG[fault.wrong].format(what=what, whom=whom, part=words)
    what = _WHAT.get((fault.field, fault.wrong), "this again")
    return WRONG[fault.wrong].format(what=what, whom=what, part=what)


def _article(words: str) -> str:
    return "an" if words[0] in "aeiou" else "a"


LETTER_BOX: dict[Delivery, str] = {
    **dict.fromkeys(Delivery, "It could not be reached. Look at what you typed, then try again."),
    Delivery.SENT: "It can be reached from this computer.",
    Delivery.WAITING_GONE: "There is no such place. Look at what you typed, or ask whoever looks after it.",
    Delivery.WAITING_READ_ONLY: "You may not open this place. Ask whoever looks after it.",
    Delivery.WAITING_SILENT: "It did not answer in time. Is this computer on the school's network?",
    Delivery.WAITING_REFUSED: "The server does not take this log-in and password.",
    Delivery.WAITING_UNENCRYPTED: (
        "The server does not encrypt what is sent to it. Ask whoever looks after it to switch that on."
    ),
}
"""What a try of the letter box shows."""

OTHERS: dict[Others, str] = {
    Others.CANNOT: "Other people cannot look into it.",
    Others.CAN_LIST: (
        "Other people on this computer can see which files lie there. They can't read what is in them."
    ),
    Others.NOT_KNOWN: (
        "Who else can look into it can't be seen from here. What arrives is sealed: only your readers can "
        "read it."
    ),
}
"""Who else could look into it."""
