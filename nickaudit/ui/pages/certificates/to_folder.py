"""Put it in the school's letter box: where, one press, and in words how it stands until it is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import shiboken6
from msgspec import structs
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.delivery import Delivery, OutboxItem, Readers
from nickaudit.domain.share_address import ShareAddress, address_in
from nickaudit.services import delivery, receipts, sending
from nickaudit.services.own_certificates import OwnCertificate
from nickaudit.services.preferences import Preference, remember, remembered
from nickaudit.ui import desktop
from nickaudit.ui.messages import READERS, place_in_words
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.certificates.address_forms import REFUSED, AddressForm, FolderForm, ServerForm
from nickaudit.ui.pages.certificates.base import sentence_of
from nickaudit.ui.pages.certificates.letting import state_in_words
from nickaudit.ui.tasks import Job
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

Result = TypeVar("Result")

TRY_NOW = "Try now"
OTHER_FOLDER = "Choose another folder"
OTHER_LOG_IN = "Change the log-in"
NEW_PLACE = "Use the new place"
STOP_TRYING = "Stop trying"
SHOW = "Show in folder"
MOVED = "The school's file now names another place for it."
SENDING = "Sending… This takes a few seconds, at most twenty."
WANTS_PASSWORD = "Your certificate waits for this password. Type it to send the certificate."  # noqa: S105
_LOOK_EVERY_MS = 1_000


class ToFolder(QWidget):
    """A form, or how it stands; never both."""

    said = Signal(str)

    def __init__(self, context: PageContext, own: OwnCertificate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if context.session is None:
            raise LookupError(context.step.token)
        self._services, self._tasks, self._own = context.services, context.tasks, own
        self._number = own.issued.number
        self._database, self._keeps = context.session.database, context.session.keeps_answers
        self._job: Job | None = None
        self._shown: OutboxItem | None = None
        self._password = ""
        school = self._services.school_file
        self._school = school.school.share if school else ShareAddress()
        column = Stack(self, spacing=12)
        self.state = Notice("", Mood.INFORMATION)
        self._place = TextLabel("", Role.SIDE_MUTED)
        self.state.column.addWidget(self._place)
        row = FlowLayout()
        change = OTHER_LOG_IN if self._school.is_direct else OTHER_FOLDER
        presses = {
            TRY_NOW: self._try, SHOW: self._show_folder, NEW_PLACE: self._choose_again,
            change: self._choose_again, STOP_TRYING: self._stop,
        }  # fmt: skip
        self._change = change
        self._buttons = {words: Button(words, Kind.SMALL) for words in presses}
        for button, press in zip(self._buttons.values(), presses.values(), strict=True):
            button.clicked.connect(press)
            row.addWidget(button)
        self.state.column.addLayout(row)
        column.addWidget(self.state)
        self.form = self._make_form()
        self.form.put.connect(self._put)
        self.form.said.connect(self.said)
        column.addWidget(self.form)
        self._give_up = LinkButton(STOP_TRYING)
        self._give_up.clicked.connect(self._stop)
        row = FlowLayout()
        row.addWidget(self._give_up)
        column.addLayout(row)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._show(delivery.item_of(self._database, self._number))
        self._timer.start()

    def _make_form(self) -> AddressForm:
        open_words = "" if self._services.school_file else READERS[Readers.WHOEVER_OPENS_THE_FOLDER]
        last = address_in(self._remembered(Preference.SCHOOL_FOLDER))
        if self._school.is_direct:
            user = last.user if structs.replace(last, user="") == self._school else ""
            return ServerForm(self._school, user=user, keeps=self._keeps)
        named = self._school.folder
        if named and self._remembered(Preference.INSTEAD_OF_FOLDER) != named:
            return FolderForm(named, is_the_schools=True, who_reads=open_words)
        return FolderForm(last.folder, is_the_schools=bool(named), who_reads=open_words)

    def _put(self) -> None:
        address = self.form.address()
        if address is None or self._job is not None:
            return
        services, database, own = self._services, self._database, self._own
        keeps, school = self._keeps, self._school
        password = self.form.password()
        self._password = "" if self._keeps else password

        def work(job: Job) -> OutboxItem | None:
            # Here too: a disk may be busy for longer than a window may stand still.
            if keeps:
                remember(services, Preference.SCHOOL_FOLDER, address.text)
                remember(services, Preference.INSTEAD_OF_FOLDER, school.folder or None)
            return sending.put(
                services, database, own=own, address=address, password=password, cancelled=job.cancelled
            )

        self._begin(work, failed=self._was_not_queued)

    def _try(self) -> None:
        services, database, number = self._services, self._database, self._number
        password = self._password
        self._begin(
            lambda job: sending.try_again(
                services, database, number, password=password, cancelled=job.cancelled
            ),
            failed=self._failed,
        )

    def _begin(
        self, work: Callable[[Job], OutboxItem | None], *, failed: Callable[[Exception], None]
    ) -> None:
        if self._job is not None:
            return
        # The window's, not this page's: turning the page does not stop what is being sent.
        self._job = self._tasks.run(
            work, done=self._if_here(self._was_tried), failed=self._if_here(failed), owner=self._tasks
        )
        self._say(SENDING, Mood.INFORMATION)
        self._place.setText("")
        self._offer(STOP_TRYING)
        self._buttons[STOP_TRYING].setFocus()

    def _was_tried(self, item: OutboxItem | None) -> None:
        self._job = None
        self.form.forget()
        self._show(item)
        if self.state.isHidden():
            return
        self.said.emit(self.state.accessibleName())
        first = next((button for button in self._buttons.values() if not button.isHidden()), None)
        if first is not None:
            first.setFocus()

    def _failed(self, error: Exception) -> None:
        self._job = None
        self._say(sentence_of(error), Mood.ERROR)
        self._offer(TRY_NOW, self._change)

    def _was_not_queued(self, error: Exception) -> None:
        self._job = None
        self._show(delivery.item_of(self._database, self._number))
        if self.state.isHidden():
            self.form.refuse(sentence_of(error))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        delivery.cancel_waiting(self._database, self._number)
        self._show(delivery.item_of(self._database, self._number))
        self.form.setFocus()

    def _choose_again(self) -> None:
        # What waits goes on waiting for its folder until another one is named.
        self._show(None)
        self.form.setFocus()

    def _look(self) -> None:
        """Something else may have sent it meanwhile: what was waiting when the program started."""
        if self._job is None and self._shown is not None and self._shown.state.is_waiting:
            item = delivery.item_of(self._database, self._number)
            if item != self._shown:
                self._show(item)

    def _show(self, item: OutboxItem | None) -> None:
        self._shown = item
        is_to_be_typed = item is not None and item.wants_password and self._is_the_schools(item.address)
        if item is None or item.state is Delivery.NOT_SENT or is_to_be_typed:
            self.state.hide()
            self.form.show()
            self._give_up.setVisible(is_to_be_typed)
            if item is not None and is_to_be_typed:
                self._ask_again(item)
            return
        self._place.setText(place_in_words(item.address))
        received = receipts.receipt_of(self._database, self._number)
        words = state_in_words(item, keeps=self._keeps, received=received, today=self._services.today())
        if item.state is Delivery.SENT:
            self._say(words, Mood.SUCCESS)
            self._offer(*(() if item.address.is_direct else (SHOW,)))
            return
        has_moved = self._has_moved(item.address)
        self._say(f"{words} {MOVED}" if has_moved else words, Mood.WARNING)
        change = NEW_PLACE if has_moved else self._change
        self._offer(TRY_NOW, change, *((STOP_TRYING,) if self._keeps else ()))

    def _ask_again(self, item: OutboxItem) -> None:
        """User and password once more: they were refused, or are not known here any more."""
        self._password = ""
        if isinstance(self.form, ServerForm):
            self.form.user.set_text(item.address.user)
        self.form.refuse(REFUSED if item.state is Delivery.WAITING_REFUSED else WANTS_PASSWORD)

    def _say(self, words: str, mood: Mood) -> None:
        self.state.set_text(words, mood)
        self.state.show()
        self.form.hide()
        self._give_up.hide()
        if mood is Mood.INFORMATION:
            self.said.emit(words)

    def _offer(self, *words: str) -> None:
        for each, button in self._buttons.items():
            button.setVisible(each in words)

    def _show_folder(self) -> None:
        if self._shown is not None:
            desktop.show_in_folder(Path(self._shown.address.folder) / self._shown.file_name)

    def _is_the_schools(self, address: ShareAddress) -> bool:
        return structs.replace(address, user="") == structs.replace(self._school, user="")

    def _has_moved(self, address: ShareAddress) -> bool:
        """Whether it waits for a place that the school has left; a folder of one's own choice is none."""
        if not self._school.is_given or self._is_the_schools(address):
            return False
        return self._school.is_direct or self._remembered(Preference.INSTEAD_OF_FOLDER) != self._school.folder

    def _remembered(self, preference: Preference) -> str:
        return (remembered(self._services, preference) or "") if self._keeps else ""

    def _if_here(self, call: Callable[[Result], None]) -> Callable[[Result], None]:
        return lambda value: call(value) if shiboken6.isValid(self) else None
