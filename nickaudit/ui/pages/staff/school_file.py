"""What a school file will do, in plain words, before it is used. Nothing is used without "Use it"."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from nickaudit import logs
from nickaudit.domain import route
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.policy import Contact
from nickaudit.domain.school import (
    CONTENT_SUFFIX,
    READER_SUFFIX,
    SCHOOL_SUFFIX,
    SEALED_SUFFIX,
    SchoolFileRefused,
    SchoolRefusal,
)
from nickaudit.domain.school_offer import OfferKind, SchoolOffer
from nickaudit.services import Services, offered_school, own_school
from nickaudit.ui.messages import SCHOOL_REFUSALS
from nickaudit.ui.page import Page, PageContext
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.disclosure import Disclosure
from nickaudit.ui.widgets.fact_table import FactTable
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.open_row import OpenRow
from nickaudit.ui.widgets.school_facts import change_entries, entries_of, fingerprint_in_words
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

OPENING = "Opening the school file…"
USE, NOT_NOW, GO_ON = "Use it", "Not now", "Carry on"
ASK = "Open the school file"
FINGERPRINT = "Compare its fingerprint"
UNFORESEEN = "The file could not be used. Nothing has changed. Try again, or start the program again."
_HEADINGS = {
    OfferKind.FIRST: "Use this school file?",
    OfferKind.NEWER: "Use the school's new file?",
    OfferKind.SAME: "You use this school file already",
}
_NOTHING_YET = "**Nothing has changed yet.** Use it only if you got it from your school."
_WHERE_FROM = (
    "You got it from your school: by e-mail, on a memory stick, or in a shared folder. Its name ends in "
    f"“{SCHOOL_SUFFIX}”. You can also drag it into this window."
)
_ABOUT_YOU = (
    "It holds nothing about you, and it sends nothing. You still decide whether the school gets yours."
)
_SAME = "There is nothing to do."
_COMPARE = (
    "This tells one school's file from another that only has its name. The person who set the school up "
    "sees the same letters on their computer. Ask them to read you theirs."
)


_OTHER_FILES: dict[str, str] = {
    READER_SUFFIX: (
        "This is a reader file, not a school file. Whoever sets the school up opens it, under "
        "“Who can read them”."
    ),
    ".nickaudit-recovery": (
        "This is the school's recovery key, not a school file. Lock it away. Whoever set the school up opens "
        "it, under “Recover with the recovery key”."
    ),
    SEALED_SUFFIX: "This is somebody's certificate, sealed for the school's readers, and not a school file.",
    CONTENT_SUFFIX: (
        "This is what the school asks, not its school file. The program finds it by itself. "
        "You need the file beside it."
    ),
}
"""What one of our other files is, by its ending, when it is opened in place of a school file."""


class _Found(Struct, frozen=True):
    offer: SchoolOffer
    raw: bytes


class SchoolFilePage(Page):
    """Reads the file beside the window, then says what it would do, or why it cannot be used."""

    heading = "School file"
    footer = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._path = Path(context.step.item)
        self._raw = b""
        self.state = TextLabel(OPENING, Role.MUTED)
        self.notice = Notice("", Mood.INFORMATION)
        self.notice.hide()
        self.main.addWidget(self.state)
        self.main.addWidget(self.notice)
        self._offer = QWidget()
        self._said = Stack(self._offer, spacing=12)
        self._offer.hide()
        self.main.addWidget(self._offer)
        self._buttons = FlowLayout(spacing=18)
        self.use, self.go_on = Button(USE, Kind.PRIMARY), Button(GO_ON, Kind.PRIMARY)
        self.not_now = LinkButton(NOT_NOW)
        self.use.clicked.connect(self._use)
        self.not_now.clicked.connect(self.back_requested)
        self.go_on.clicked.connect(self.back_requested)
        for button in (self.use, self.not_now, self.go_on):
            button.hide()
            self._buttons.addWidget(button)
        self.main.addSpacing(4)
        self.main.addLayout(self._buttons)
        self.which = OpenRow("The school file", ending=SCHOOL_SUFFIX)
        self.which.chosen.connect(lambda path: self.step_requested.emit(route.school_file_step(str(path))))
        self.which.said.connect(self.announced)
        self.which.hide()
        self.main.addWidget(self.which)

    def load(self) -> None:
        """Begin to read; a share may take its time. Where no file is named yet, ask for it."""
        if not self.context.step.item:
            self.heading = ASK
            self.state.setText(_WHERE_FROM)
            self.which.show()
            return
        services, path = self.context.services, self._path

        def work(_job: object) -> _Found:
            raw = own_school.read_file(path)
            return _Found(own_school.look_at(services, raw), raw)

        self.context.tasks.run(work, done=self._found, failed=self._refused, owner=self)

    def _found(self, found: _Found) -> None:
        self.state.hide()
        self._raw = found.raw
        offer, policy = found.offer, self.context.services.content.policy
        self.heading = _HEADINGS[offer.kind]
        self.kicker = offer.school.name
        if offer.kind is OfferKind.SAME:
            self._end(_SAME, Mood.SUCCESS)
            return
        said = self._said
        said.addWidget(TextLabel(_NOTHING_YET, marks=True))
        if offer.changes:
            self._part("What is new")
            known = _named(policy.contacts, offer)
            said.addWidget(FactTable(change_entries(offer.changes, known, policy.groups)))
        self._part("What it says")
        said.addWidget(FactTable(entries_of(offer.school, policy.groups)))
        said.addWidget(TextLabel(_ABOUT_YOU))
        compare = Disclosure(FINGERPRINT)
        compare.column.addWidget(TextLabel(_COMPARE, Role.SIDE_MUTED))
        self.fingerprint = TextLabel(fingerprint_in_words(offer.verified.key), Role.STRONG)
        compare.column.addWidget(self.fingerprint)
        said.addWidget(compare)
        self._offer.show()
        self.use.show()
        self.not_now.show()
        self.changed.emit()
        self.announced.emit(self.heading)

    def _use(self) -> None:
        self.use.hide()
        self.not_now.hide()
        self.heading_label.setFocus()
        services, raw = self.context.services, self._raw
        self.context.tasks.run(
            lambda _job: _accepted(services, raw), done=self._used, failed=self._refused, owner=self
        )

    def _used(self, services: Services) -> None:
        self.renewed.emit(services)
        self.heading = "The school file is in use"
        self.kicker = ""
        self._end(
            f"**This program now goes by the file of {services.content.policy.school.name}.** "
            "You need not keep the file you opened.",
            Mood.SUCCESS,
        )

    def _refused(self, error: Exception) -> None:
        self.state.hide()
        self.heading = "This file can't be used"
        if isinstance(error, SchoolFileRefused):
            sentence = SCHOOL_REFUSALS[error.reason]
            if error.reason is SchoolRefusal.NOT_A_SCHOOL_FILE:
                sentence = _OTHER_FILES.get(self._path.suffix.lower(), sentence)
            offered_school.pass_over(self.context.services, self._path)
        elif isinstance(error, NickAuditError):
            sentence = error.sentence
        else:
            logs.write("unexpected_error", level=logs.ERROR, error=error)
            sentence = UNFORESEEN
        self._end(sentence, Mood.ERROR)

    def _end(self, words: str, mood: Mood) -> None:
        """Say how it ended, and lead on."""
        self._offer.hide()
        self.notice.set_text(words, mood)
        self.notice.show()
        self.use.hide()
        self.not_now.hide()
        self.go_on.show()
        self.changed.emit()
        self.announced.emit(self.notice.accessibleName())

    def _part(self, heading: str) -> None:
        self._said.addSpacing(4)
        self._said.addWidget(Heading(heading, 2))


def _accepted(services: Services, raw: bytes) -> Services:
    own_school.accept(services, raw)
    return services.renewed()


def _named(contacts: tuple[Contact, ...], offer: SchoolOffer) -> tuple[Contact, ...]:
    """Titles for the ids, from the policy and from the file itself."""
    return (*contacts, *offer.school.contacts)
