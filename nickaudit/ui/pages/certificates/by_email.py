"""E-mail it: a draft in the person's own mail program; where none opens, address, words and files to copy."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.delivery import Sealed
from nickaudit.services.email_draft import EmailDraft, email_draft
from nickaudit.services.own_certificates import OwnCertificate
from nickaudit.ui import desktop
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.certificates.base import sentence_of
from nickaudit.ui.pages.certificates.by_hand import save_row
from nickaudit.ui.pages.certificates.readers import OWN_COPY
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.card import Card, Rule
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

OPEN_DRAFT = "Open it in my mail program"
OPENED = "Your mail program has been asked to open the draft. Look it over, then send it from there."
NOT_OPENED = (
    "No mail program opened it. The draft and the words are here for you: copy them into your own e-mail."
)
NOTHING_SENT = "Nothing is sent from here. You send it yourself."
BY_YOURSELF = "Or write it yourself"
SHOW_FILES = "Show the files in their folder"
NO_ADDRESS = "Ask the school office for the address."


class ByEmail(QWidget):
    """One button, and under it the same e-mail to copy."""

    said = Signal(str)

    def __init__(
        self,
        context: PageContext,
        own: OwnCertificate,
        sealed: Sealed | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if context.session is None:
            raise LookupError(context.step.token)
        self._context, self._own, self._sealed = context, own, sealed
        self._home = context.services.home if context.session.keeps_answers else None
        column = Stack(self, spacing=12)
        column.addWidget(TextLabel(NOTHING_SENT, Role.MUTED))
        if sealed is not None:
            column.addWidget(TextLabel(OWN_COPY))
        if self._home is not None:
            row = FlowLayout()
            button = Button(OPEN_DRAFT, Kind.PRIMARY, icon="mail")
            button.clicked.connect(self._open)
            row.addWidget(button)
            column.addLayout(row)
        self.outcome = Notice("", Mood.INFORMATION)
        self.outcome.hide()
        column.addWidget(self.outcome)
        column.addSpacing(4)
        self._title = Heading(BY_YOURSELF if self._home else "Write it yourself")
        column.addWidget(self._title)
        self._card = Card()
        column.addWidget(self._card)
        self._fill(self._made(keeps=False))

    def _made(self, *, keeps: bool) -> EmailDraft:
        own = self._own
        return email_draft(
            own.verified.claims,
            signed=own.signed,
            pdf=own.pdf,
            policy=self._context.services.content.policy,
            home=self._home if keeps else None,
            sealed=self._sealed,
        )

    def _fill(self, draft: EmailDraft) -> None:
        parts = (
            ("To", draft.to or NO_ADDRESS, "Copy the address" if draft.to else ""),
            ("Subject", draft.subject, "Copy the subject"),
            ("Words", draft.body.strip(), "Copy the words"),
            ("Attach", "\n".join(draft.attachments), ""),
        )
        for number, (label, value, copy) in enumerate(parts):
            if number:
                self._card.column.addWidget(Rule())
            self._card.column.addWidget(TextLabel(label, Role.SIDE_MUTED))
            self._card.column.addWidget(TextLabel(value))
            if copy:
                self._card.column.addLayout(self._copy_row(copy, value))
        self._card.column.setSpacing(10)
        folder = self._own.folder
        if folder is not None and self._sealed is None:
            row = FlowLayout()
            show = Button(SHOW_FILES, Kind.SMALL, icon="folder")
            show.clicked.connect(lambda: desktop.show_in_folder(folder))
            row.addWidget(show)
            self._card.column.addLayout(row)
        else:
            save = save_row(self._own, self._sealed, self._context.tasks, self._card)
            save.said.connect(self.said)
            self._card.column.addWidget(save)

    def _copy_row(self, words: str, value: str) -> FlowLayout:
        row = FlowLayout()
        button = Button(words, Kind.SMALL, icon="copy")
        copied = f"{words.replace('Copy', 'Copied')}"

        def press() -> None:
            desktop.copy(value)
            button.set_words(copied, icon="check")
            self.said.emit(copied)

        button.clicked.connect(press)
        row.addWidget(button)
        return row

    def _open(self) -> None:
        self._context.tasks.run(
            lambda _job: self._made(keeps=True), done=self._was_drafted, failed=self._failed, owner=self
        )

    def _was_drafted(self, draft: EmailDraft) -> None:
        if draft.path is not None and desktop.open_file(draft.path):
            self._say(OPENED, Mood.INFORMATION)
            return
        if draft.path is not None:
            desktop.show_in_folder(draft.path)
        self._say(NOT_OPENED, Mood.WARNING)

    def _failed(self, error: Exception) -> None:
        self._say(sentence_of(error), Mood.ERROR)

    def _say(self, words: str, mood: Mood) -> None:
        self.outcome.set_text(words, mood)
        self.outcome.show()
        self.said.emit(words)
