"""A policy pack read from its file, and the rules that hold inside one pack."""

from collections.abc import Collection

from nickaudit.content.faults import KeyPath, quoted
from nickaudit.content.field_rules import check_id, check_month, check_texts, check_unique, numbered
from nickaudit.content.shapes import shape
from nickaudit.content.toml_source import TomlSource
from nickaudit.domain.policy import PolicyPack, ReviewQuestion, Situation, StatementPage

QUESTION_KINDS = ("contradiction", "absolute", "incomplete", "gap")
_FEWEST_OPENING_WORDS = 2
_LONGEST_PAGE_SECONDS = 300


def read_policy_pack(source: TomlSource, *, folder: str) -> PolicyPack:
    """The pack of that file; what is wrong with it is taken down in the source."""
    pack = shape(source, PolicyPack)
    check_texts(source, pack)
    check_id(source, pack.id, ("id",))
    if pack.id != folder:
        source.fault(
            ("id",),
            f"The id {quoted(pack.id)} is not the folder's name {quoted(folder)}.",
            "Make them agree.",
        )
    check_month(source, pack.adopted, ("adopted",))
    check_month(source, pack.next_review, ("next_review",))
    for guidance, at in numbered(pack.guidance, "guidance"):
        if guidance.checked_on:
            check_month(source, guidance.checked_on, (*at, "checked_on"))
    _check_ids(source, pack)
    _check_lines(source, pack)
    _check_people(source, pack)
    for page, at in numbered(pack.pages, "page"):
        _check_page(source, pack, page, at)
    for situation, at in numbered(pack.situations, "situation"):
        _check_situation(source, pack, situation, at)
    for question, at in numbered(pack.questions, "question"):
        _check_question(source, pack, question, at)
    return pack


def _check_ids(source: TomlSource, pack: PolicyPack) -> None:
    tables: dict[str, tuple[str, ...]] = {
        "contact": tuple(contact.id for contact in pack.contacts),
        "group": tuple(group.id for group in pack.groups),
        "role": tuple(role.id for role in pack.roles),
        "line": tuple(line.id for line in pack.lines),
        "page": tuple(page.id for page in pack.pages),
        "situation": tuple(situation.id for situation in pack.situations),
    }
    for table, items in tables.items():
        ids: list[tuple[str, KeyPath]] = [(own_id, (table, n, "id")) for n, own_id in enumerate(items)]
        check_unique(source, ids)
        for own_id, at in ids:
            check_id(source, own_id, at)
        if not items:
            source.fault((table,), f"The pack has no [[{table}]].", f"Add at least one [[{table}]].")


def _check_lines(source: TomlSource, pack: PolicyPack) -> None:
    for line, at in numbered(pack.lines, "line"):
        for key, opening in (("opening", line.opening), ("hangs_from", line.hangs_from)):
            if opening and len(opening.split()) < _FEWEST_OPENING_WORDS:
                source.fault(
                    (*at, key), "One word is too little to find a sentence.", "Give its first four words."
                )


def _check_people(source: TomlSource, pack: PolicyPack) -> None:
    groups = {group.id for group in pack.groups}
    for role, at in numbered(pack.roles, "role"):
        if role.group not in groups:
            source.fault((*at, "group"), f"There is no group {quoted(role.group)}.", _one_of(groups))
    contacts = {contact.id for contact in pack.contacts}
    if pack.responsibility.contact not in contacts:
        source.fault(
            ("responsibility", "contact"),
            f"There is no contact {quoted(pack.responsibility.contact)}.",
            _one_of(contacts),
        )


def _check_page(source: TomlSource, pack: PolicyPack, page: StatementPage, at: KeyPath) -> None:
    _check_references(source, pack, page.lines, (*at, "lines"))
    grouped = [line for group in page.groups for line in group.lines]
    if page.groups and sorted(grouped) != sorted(page.lines):
        odd = sorted(set(grouped) ^ set(page.lines)) or sorted(
            {line for line in grouped if grouped.count(line) > 1}
        )
        source.fault(
            (*at, "lines"),
            f"The lines of the page and those of its groups differ: {', '.join(odd)}.",
            "Name each line once under lines and once under a group.",
        )
    for line in pack.lines_of(page.lines):
        if line.applies_to is not page.applies_to:
            source.fault(
                (*at, "applies_to"),
                f"The page is for {page.applies_to}, its line {quoted(line.id)} for {line.applies_to}.",
                "Put the line on a page for the same people.",
            )
    if not 1 <= page.seconds <= _LONGEST_PAGE_SECONDS:
        source.fault(
            (*at, "seconds"), "A page takes between 1 and 300 seconds.", "Write how long reading takes."
        )


def _check_situation(source: TomlSource, pack: PolicyPack, situation: Situation, at: KeyPath) -> None:
    _check_references(source, pack, situation.lines, (*at, "lines"))
    contacts = {contact.id for contact in pack.contacts}
    for key, named in (("tell", situation.tell), ("helplines", situation.helplines)):
        for contact in named:
            if contact not in contacts:
                source.fault((*at, key), f"There is no contact {quoted(contact)}.", _one_of(contacts))
    for helpline in situation.helplines:
        found = pack.contact(helpline)
        if found is not None and not (found.phone or found.email or found.note):
            source.fault(
                (*at, "helplines"), f"Nothing says how to reach {quoted(helpline)}.", "Add its phone number."
            )
    for key, entries in (("first", situation.first), ("tell", situation.tell)):
        if not entries:
            source.fault((*at, key), "This list is empty.", "Say what to do first, and whom to tell.")


def _check_question(source: TomlSource, pack: PolicyPack, question: ReviewQuestion, at: KeyPath) -> None:
    _check_references(source, pack, question.lines, (*at, "lines"))
    if question.kind not in QUESTION_KINDS:
        source.fault(
            (*at, "kind"), f"{quoted(question.kind)} is no kind of question.", _one_of(QUESTION_KINDS)
        )


def _check_references(source: TomlSource, pack: PolicyPack, lines: tuple[str, ...], at: KeyPath) -> None:
    known = {line.id for line in pack.lines}
    for line in lines:
        if line not in known:
            source.fault(at, f"There is no line {quoted(line)}.", "Use the id of a [[line]] of this pack.")


def _one_of(ids: Collection[str]) -> str:
    return f"Use one of: {', '.join(sorted(ids))}."
