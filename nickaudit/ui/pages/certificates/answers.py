"""Your answers: keep them for next year, or forget them for good."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.services.audit_session import AuditSession
from nickaudit.services.own_certificates import forget_answers
from nickaudit.ui.pages.certificates.base import sentence_of
from nickaudit.ui.tasks import Tasks
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.stack import Stack

KEEP = "Keep them for next year"
FORGET = "Forget them"
YES_FORGET = "Yes, forget my answers"
NO_KEEP = "No, keep them"
KEPT = "Your answers are kept on this computer, for you alone. Next year you see them beside each line."
ARE_YOU_SURE = (
    "**Forget your answers for good?** Your answers, your accounts, their nicknames, and what you left "
    "for later go from this computer. Your certificates stay, and so does what is still to be sent. "
    "We can't reach copies in a backup, or the history of your browser."
)
FORGETTING = "Forgetting your answers…"
FORGOTTEN = (
    "Your answers are forgotten: they are gone from this computer. Your certificates are still here. "
    "Copies in a backup and the history of your browser are yours to clear."
)
NOT_KEPT = "On this computer nothing of yours is kept. Save your certificate first, then stop here."
STOP = "Stop here and clear everything"


class YourAnswers(QWidget):
    """Two choices, each of which says what came of it."""

    said = Signal(str)
    forgotten = Signal()

    def __init__(
        self, session: AuditSession, tasks: Tasks, more: LinkButton | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._is_forgetting = False
        column = Stack(self, spacing=12)
        row = FlowLayout(spacing=9)
        self._keep, self._forget = Button(KEEP, Kind.SMALL), Button(FORGET, Kind.SMALL)
        self._keep.clicked.connect(self._were_kept)
        self._forget.clicked.connect(self._ask)
        for each in (self._keep, self._forget, *((more,) if more else ())):
            row.addWidget(each)
        column.addLayout(row)
        self.outcome = Notice("", Mood.SUCCESS)
        self.outcome.hide()
        column.addWidget(self.outcome)
        self.question = Notice(ARE_YOU_SURE, Mood.WARNING)
        choices = FlowLayout()
        self._no, self._yes = Button(NO_KEEP, Kind.SMALL), Button(YES_FORGET, Kind.SMALL)
        self._no.clicked.connect(self._were_kept)
        self._yes.clicked.connect(self._do_forget)
        for each in (self._no, self._yes):
            choices.addWidget(each)
        self.question.column.addLayout(choices)
        self.question.hide()
        column.addWidget(self.question)

    def _were_kept(self) -> None:
        had_focus = self.question.isAncestorOf(self.focusWidget() or self)
        self.question.hide()
        if had_focus:
            self._keep.setFocus()
        self._say(KEPT)

    def _ask(self) -> None:
        self.outcome.hide()
        self.question.show()
        self._no.setFocus()
        self.said.emit(self.question.accessibleName())

    def _do_forget(self) -> None:
        if self._is_forgetting:
            return
        self._is_forgetting = True
        self._say(FORGETTING, Mood.INFORMATION)
        self._tasks.run(
            lambda _job: forget_answers(self._session),
            done=lambda _nothing: self._were_forgotten(),
            failed=self._were_not_forgotten,
            owner=self,
            database=True,
        )

    def _were_forgotten(self) -> None:
        for each in (self.question, self._keep, self._forget):
            each.hide()
        self._say(FORGOTTEN)
        self.forgotten.emit()

    def _were_not_forgotten(self, error: Exception) -> None:
        self._is_forgetting = False
        self._say(sentence_of(error), Mood.ERROR)
        self._yes.setFocus()

    def _say(self, words: str, mood: Mood = Mood.SUCCESS) -> None:
        self.outcome.set_text(words, mood)
        self.outcome.show()
        self.said.emit(words)
