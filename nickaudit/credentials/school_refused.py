"""Why a signed file is refused, as it is told of a file from the school."""

from nickaudit.domain.certificate import Refusal
from nickaudit.domain.school import SchoolRefusal

_TOLD_AS = {
    Refusal.TOO_LARGE: SchoolRefusal.TOO_LARGE,
    Refusal.CHANGED: SchoolRefusal.CHANGED,
    Refusal.CUT_SHORT: SchoolRefusal.CHANGED,
    Refusal.NOT_CANONICAL: SchoolRefusal.CHANGED,
    Refusal.DUPLICATE_KEY: SchoolRefusal.UNEXPECTED_CONTENT,
    Refusal.NOT_A_NUMBER: SchoolRefusal.UNEXPECTED_CONTENT,
    Refusal.TOO_DEEP: SchoolRefusal.UNEXPECTED_CONTENT,
}


def as_school_refusal(reason: Refusal) -> SchoolRefusal:
    """The reason in the words that there are for school files."""
    return _TOLD_AS.get(reason, SchoolRefusal.NOT_A_SCHOOL_FILE)
