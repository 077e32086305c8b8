"""Changing a policy pack: one line, a new line, a contact, its dates. Ids stay, as answers rest on them."""

import datetime as dt
import re
import unicodedata

from msgspec import structs

from nickaudit.domain.ids import LineId, PageId
from nickaudit.domain.policy import Contact, PolicyLine, PolicyPack, StatementPage

OWN = "own-"
"""How the ids of lines begin that a school added."""

_WORDS_IN_ID = 4


def with_line(pack: PolicyPack, line: PolicyLine) -> PolicyPack:
    """The pack with that line in place of the one of its id."""
    return structs.replace(pack, lines=tuple(line if each.id == line.id else each for each in pack.lines))


def with_new_line(pack: PolicyPack, line: PolicyLine, *, page: PageId) -> PolicyPack:
    """The pack with one line more, at the end of that page; it takes on the page's audience."""
    found = next((each for each in pack.pages if each.id == page), None)
    if found is None:
        raise LookupError(page)
    line = structs.replace(line, applies_to=found.applies_to)
    pages = tuple(_with_line_on(each, line.id) if each.id == page else each for each in pack.pages)
    return structs.replace(pack, lines=(*pack.lines, line), pages=pages)


def without_line(pack: PolicyPack, line_id: LineId) -> PolicyPack:
    """The pack without a line that the school added; others are switched off instead."""
    if not is_own(line_id):
        raise LookupError(line_id)

    def left(lines: tuple[LineId, ...]) -> tuple[LineId, ...]:
        return tuple(each for each in lines if each != line_id)

    pages = tuple(
        structs.replace(
            page,
            lines=left(page.lines),
            groups=tuple(structs.replace(group, lines=left(group.lines)) for group in page.groups),
        )
        for page in pack.pages
    )
    return structs.replace(pack, lines=tuple(each for each in pack.lines if each.id != line_id), pages=pages)


def with_contact(pack: PolicyPack, contact: Contact) -> PolicyPack:
    """The pack with that contact in place of the one of its id."""
    return structs.replace(
        pack, contacts=tuple(contact if each.id == contact.id else each for each in pack.contacts)
    )


def with_next_version(pack: PolicyPack, *, today: dt.date) -> PolicyPack:
    """The pack as today's version: the month, and a number where there was one in that month already."""
    month = f"{today:%Y-%m}"
    of_month, _, number = pack.version.partition(".")
    if of_month != month:
        return structs.replace(pack, version=month)
    return structs.replace(pack, version=f"{month}.{int(number) + 1 if number.isdigit() else 2}")


def is_own(line_id: LineId) -> bool:
    """Whether a school added that line."""
    return line_id.startswith(OWN)


def free_id(pack: PolicyPack, opening: str) -> LineId:
    """An id for a new line, from its sentence's first words, that no line has."""
    plain = unicodedata.normalize("NFKD", opening).encode("ascii", "ignore").decode().lower()
    stem = OWN + ("-".join(re.findall(r"[a-z0-9]+", plain)[:_WORDS_IN_ID]) or "line")
    taken = {line.id for line in pack.lines}
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return LineId(next(each for each in (stem, *numbered) if each not in taken))


def _with_line_on(page: StatementPage, line_id: LineId) -> StatementPage:
    *before, last = page.groups or (None,)
    groups = (*before, structs.replace(last, lines=(*last.lines, line_id))) if last is not None else ()
    return structs.replace(page, lines=(*page.lines, line_id), groups=groups)
