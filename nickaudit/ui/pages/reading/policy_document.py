"""Where the school's policy document is attached, replaced and removed, and what of it was found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nickaudit.services import policy_text
from nickaudit.ui.pages.reading.policy_reader import may_keep, sentence_of
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.disclosure import Disclosure
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.read_policy import place_in_full
from nickaudit.ui.widgets.text import Role, TextLabel
from nickaudit.ui.widgets.typed_path import NOT_WHOLE, whole_path

if TYPE_CHECKING:
    from nickaudit.domain.policy_quotes import AttachedPolicy
    from nickaudit.ui.page import PageContext

HEADING = "The policy document"
ATTACH, REPLACE, REMOVE = "Attach the policy document", "Replace it", "Remove it"
WHERE, BROWSE, ATTACH_IT, NOT_NOW = "Where the document is", "Browse…", "Attach it", "Not now"
HINT = "A PDF or a text file of up to 20 MB. It is copied to this computer, and nothing is sent."
NONE_THERE = "No policy document is attached. So the pages say what the policy asks in our words."
READING = "Reading the document…"
REMOVED = "The document is removed. From now on the words are ours."
NO_PATH = "Type where the document is, or choose it with Browse."
WHICH = "Which sentences were not found"
STILL_OURS = "For these, the pages keep to our words."
_KINDS = "Policy (*.pdf *.txt);;All files (*)"


def is_wanted(context: PageContext) -> bool:
    """On a shared computer only what is there can be told; without a document there is nothing."""
    return may_keep(context) or policy_text.document_of(context.services) is not None


class PolicyDocumentPart(QWidget):
    """The part under its heading, for Help and for the head's questions."""

    said = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._services = context, context.services
        self._may_change = may_keep(context)
        self._is_busy = False
        self._before = NONE_THERE
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self.status = TextLabel(NONE_THERE)
        self.column.addWidget(self.status)
        self._missing: Disclosure | None = None
        self.change, self.remove_button = (
            Button(ATTACH, Kind.SMALL, icon="file-text"),
            Button(REMOVE, Kind.SMALL),
        )
        self.change.clicked.connect(self._ask)
        self.remove_button.clicked.connect(self._remove)
        self._buttons = QWidget()
        row = FlowLayout(self._buttons)
        row.addWidget(self.change)
        row.addWidget(self.remove_button)
        self.column.addWidget(self._buttons)
        self._add_form()
        self._show_buttons(is_there=policy_text.document_of(self._services) is not None)
        if policy_text.document_of(self._services) is not None:
            self._run(lambda: policy_text.read(self._services, keep=self._may_change), speaks=False)

    def _add_form(self) -> None:
        self.form = QWidget()
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.field = Field(WHERE, hint=HINT, characters=58, length=1000)
        self.field.edit.returnPressed.connect(self._attach)
        column.addWidget(self.field)
        row = FlowLayout(spacing=12)
        attach, browse = Button(ATTACH_IT, Kind.SMALL), Button(BROWSE, Kind.SMALL, icon="folder")
        not_now = LinkButton(NOT_NOW)
        for button, press in ((attach, self._attach), (browse, self._browse), (not_now, self._leave)):
            button.clicked.connect(press)
            row.addWidget(button)
        column.addLayout(row)
        self.column.addWidget(self.form)
        self.form.hide()

    def _ask(self) -> None:
        self._buttons.hide()
        self.form.show()
        self.field.setFocus()

    def _leave(self) -> None:
        self.field.set_fault("")
        self.form.hide()
        self._buttons.setVisible(self._may_change)
        self.change.setFocus()

    def _browse(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(self, ATTACH, self.field.text(), _KINDS)
        if chosen:
            self.field.set_text(chosen)
            self._attach()

    def _attach(self) -> None:
        typed = self.field.text()
        path = whole_path(typed)
        if path is None:
            self._refuse(NOT_WHOLE if typed else NO_PATH)
            return
        self._run(lambda: policy_text.attach(self._services, path))

    def _remove(self) -> None:
        self._run(self._taken_away)

    def _taken_away(self) -> None:
        policy_text.remove(self._services)

    def _run(self, work: Callable[[], AttachedPolicy | None], *, speaks: bool = True) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        self.field.set_fault("")
        self._before = self.status.text()
        self.status.setText(READING)
        self._context.tasks.run(
            lambda _job: work(),
            done=lambda attached: self._came(attached, speaks=speaks),
            failed=self._failed,
            owner=self,
        )

    def _came(self, attached: AttachedPolicy | None, *, speaks: bool) -> None:
        self._is_busy = False
        had_focus = self.isAncestorOf(self.focusWidget() or self)
        self.form.hide()
        self.field.set_text("")
        self._show_buttons(is_there=attached is not None)
        words = REMOVED if attached is None and speaks else NONE_THERE
        self.status.setText(words if attached is None else _found_words(attached))
        self._show_missing(attached)
        if speaks:
            self.said.emit(self.status.text())
            if had_focus:
                self.change.setFocus()

    def _failed(self, error: Exception) -> None:
        self._is_busy = False
        sentence = sentence_of(error)
        if self.form.isHidden():
            self.status.setText(sentence)
            self.said.emit(sentence)
        else:
            self.status.setText(self._before)
            self._refuse(sentence)

    def _refuse(self, sentence: str) -> None:
        self.field.set_fault(sentence)
        self.field.setFocus()
        self.said.emit(sentence)

    def _show_buttons(self, *, is_there: bool) -> None:
        self.change.set_words(REPLACE if is_there else ATTACH)
        self.change.setAccessibleName(f"{REPLACE}: the policy document" if is_there else ATTACH)
        self.remove_button.setAccessibleName(f"{REMOVE}: the policy document")
        self.remove_button.setVisible(is_there)
        self._buttons.setVisible(self._may_change)

    def _show_missing(self, attached: AttachedPolicy | None) -> None:
        if self._missing is not None:
            self.column.removeWidget(self._missing)
            self._missing.hide()
            self._missing.deleteLater()
            self._missing = None
        if attached is not None and attached.not_found:
            lines = self._services.content.policy.lines_of(attached.not_found)
            self._missing = Disclosure(WHICH)
            self._missing.column.addWidget(Bullets(tuple(f"{place_in_full(line)}." for line in lines)))
            self._missing.column.addWidget(TextLabel(STILL_OURS, Role.MUTED))
            self.column.insertWidget(1, self._missing)


def _found_words(attached: AttachedPolicy) -> str:
    count, all_of_them = len(attached.quotations), attached.asked_for
    if not attached.not_found:
        return f"The policy document is attached. All {all_of_them} sentences we looked for are in it."
    return f"The policy document is attached. {count} of the {all_of_them} sentences we looked for are in it."
