"""Put it in the school's folder: which folder, one press, and in words how it stands until it is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.delivery import Delivery, OutboxItem
from nickaudit.domain.ids import CertificateNumber
from nickaudit.services import delivery
from nickaudit.services.preferences import Preference, remember, remembered
from nickaudit.ui import desktop
from nickaudit.ui.messages import READERS
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.certificates.base import sentence_of
from nickaudit.ui.pages.certificates.letting import state_in_words
from nickaudit.ui.tasks import Job
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

Result = TypeVar("Result")

FOLDER = "The school's folder"
HINT = "A shared drive, for example, or a folder in OneDrive. The school office can tell you which."
PUT_THERE = "Put it there"
BROWSE = "Browse…"
TRY_NOW = "Try now"
OTHER_FOLDER = "Choose another folder"
STOP_TRYING = "Stop trying"
SHOW = "Show in folder"
SENDING = "Sending… This takes a few seconds, at most twenty."
NO_FOLDER = "Type the folder's path, or choose it with Browse."
NOT_WHOLE = "Type the whole path, from the drive or from the top."
_LOOK_EVERY_MS = 1_000


class ToFolder(QWidget):
    """A form, or how it stands; never both."""

    said = Signal(str)

    def __init__(
        self, context: PageContext, number: CertificateNumber, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        if context.session is None:
            raise LookupError(context.step.token)
        self._services, self._tasks, self._number = context.services, context.tasks, number
        self._database, self._keeps = context.session.database, context.session.keeps_answers
        self._job: Job | None = None
        self._shown: OutboxItem | None = None
        column = Stack(self, spacing=12)
        self.state = Notice("", Mood.INFORMATION)
        self._place = TextLabel("", Role.SIDE_MUTED)
        self.state.column.addWidget(self._place)
        row = FlowLayout()
        self._buttons = {
            words: Button(words, Kind.SMALL) for words in (TRY_NOW, SHOW, OTHER_FOLDER, STOP_TRYING)
        }
        presses = (self._try, self._show_folder, self._choose_again, self._stop)
        for button, press in zip(self._buttons.values(), presses, strict=True):
            button.clicked.connect(press)
            row.addWidget(button)
        self.state.column.addLayout(row)
        column.addWidget(self.state)
        self._form = self._make_form()
        column.addWidget(self._form)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._show(delivery.item_of(self._database, number))
        self._timer.start()

    def _make_form(self) -> QWidget:
        form = QWidget()
        inside = Stack(form, spacing=10)
        self.field = Field(FOLDER, hint=HINT, characters=58, length=1000)
        if self._keeps:
            self.field.set_text(remembered(self._services, Preference.SCHOOL_FOLDER) or "")
        self.field.edit.returnPressed.connect(self._put)
        inside.addWidget(self.field)
        inside.addWidget(TextLabel(READERS[delivery.who_can_read(Path(self.field.text()))]))
        row = FlowLayout()
        put, browse = Button(PUT_THERE, Kind.PRIMARY), Button(BROWSE)
        put.clicked.connect(self._put)
        browse.clicked.connect(self._browse)
        row.addWidget(put)
        row.addWidget(browse)
        inside.addLayout(row)
        return form

    def _put(self) -> None:
        typed = self.field.text()
        try:
            folder = Path(typed).expanduser()
        except RuntimeError:
            folder = Path(typed)
        if not typed or not folder.is_absolute():
            self._refuse(NOT_WHOLE if typed else NO_FOLDER)
            return
        self.field.set_fault("")
        try:
            delivery.queue(self._database, number=self._number, folder=folder, now=self._services.now())
            if self._keeps:
                remember(self._services, Preference.SCHOOL_FOLDER, str(folder))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is one sentence
            self._refuse(sentence_of(error))
            return
        self._try()

    def _try(self) -> None:
        if self._job is not None:
            return
        database, number, now = self._database, self._number, self._services.now()

        def work(job: Job) -> OutboxItem:
            return delivery.try_now(database, number, now=now, cancelled=job.cancelled)

        # The window's, not this page's: turning the page does not stop what is being sent.
        self._job = self._tasks.run(
            work, done=self._if_here(self._was_tried), failed=self._if_here(self._failed), owner=self._tasks
        )
        self._say(SENDING, Mood.INFORMATION)
        self._offer(STOP_TRYING)
        self._buttons[STOP_TRYING].setFocus()

    def _was_tried(self, item: OutboxItem) -> None:
        self._job = None
        self._show(item)
        self.said.emit(self.state.accessibleName())
        first = next((button for button in self._buttons.values() if not button.isHidden()), None)
        if first is not None:
            first.setFocus()

    def _failed(self, error: Exception) -> None:
        self._job = None
        self._say(sentence_of(error), Mood.ERROR)
        self._offer(TRY_NOW, OTHER_FOLDER)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        delivery.cancel_waiting(self._database, self._number)
        self._show(delivery.item_of(self._database, self._number))
        self.field.setFocus()

    def _choose_again(self) -> None:
        # What waits goes on waiting for its folder until another one is named.
        self._show(None)
        self.field.setFocus()
        self.field.edit.selectAll()

    def _look(self) -> None:
        """Something else may have sent it meanwhile: what was waiting when the program started."""
        if self._job is None and self._shown is not None and self._shown.state.is_waiting:
            item = delivery.item_of(self._database, self._number)
            if item != self._shown:
                self._show(item)

    def _show(self, item: OutboxItem | None) -> None:
        self._shown = item
        if item is None or item.state is Delivery.NOT_SENT:
            self.state.hide()
            self._form.show()
            return
        self._place.setText(item.folder)
        if item.state is Delivery.SENT:
            self._say(state_in_words(item, keeps=self._keeps), Mood.SUCCESS)
            self._offer(SHOW)
            return
        self._say(state_in_words(item, keeps=self._keeps), Mood.WARNING)
        self._offer(TRY_NOW, OTHER_FOLDER, *((STOP_TRYING,) if self._keeps else ()))

    def _say(self, words: str, mood: Mood) -> None:
        self.state.set_text(words, mood)
        self.state.show()
        self._form.hide()
        if mood is Mood.INFORMATION:
            self.said.emit(words)

    def _offer(self, *words: str) -> None:
        for each, button in self._buttons.items():
            button.setVisible(each in words)

    def _refuse(self, sentence: str) -> None:
        self.field.set_fault(sentence)
        self.field.setFocus()
        self.said.emit(sentence)

    def _browse(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(self, FOLDER, self.field.text())
        if chosen:
            self.field.set_text(chosen)

    def _show_folder(self) -> None:
        if self._shown is not None:
            desktop.show_in_folder(Path(self._shown.folder) / self._shown.file_name)

    def _if_here(self, call: Callable[[Result], None]) -> Callable[[Result], None]:
        return lambda value: call(value) if shiboken6.isValid(self) else None
