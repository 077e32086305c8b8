"""The accounts somebody has ticked, each with its nickname, another one like it, and a way to remove it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from nickaudit.domain.ids import AccountId
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.link_button import side_link
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

NICKNAME, NAME, ANOTHER, REMOVE = "Nickname", "Change its name", "Add another", "Remove"
REMOVE_IT, KEEP_IT = "Remove it", "Keep it"
_HINT = "Only you see it, on this computer. A word like “family” will do."
_PLACE_HINT = "Only you see it, on this computer."


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account as the list shows it."""

    account: AccountId
    title: str
    label: str
    names_a_place: bool
    """An account of another kind: its label is its name, and never empty."""
    may_have_another: bool
    """Whether "Add another" stands here: on the last account of its platform."""


class AccountEntry(QWidget):
    """One account of the list."""

    renamed = Signal(str)
    another_requested = Signal()
    remove_requested = Signal()
    removal_confirmed = Signal()

    def __init__(self, row: AccountRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.account = row.account
        column = Stack(self)
        column.setContentsMargins(0, 0, 0, 8)
        self.title = TextLabel(row.title, Role.STRONG, parent=self)
        column.addWidget(self.title)
        links = FlowLayout(spacing=16, row_spacing=0)
        self._nick_words = NAME if row.names_a_place else NICKNAME
        self.nick = side_link(self._nick_words, parent=self)
        self.another = side_link(ANOTHER, parent=self)
        self.remove = side_link(REMOVE, parent=self)
        for link in (self.nick, self.another, self.remove):
            links.addWidget(link)
        column.addLayout(links)
        self._row = row
        self._column = column
        self._field: Field | None = None
        self._warning: TextLabel | None = None
        self.confirm: Notice | None = None
        self.set_title(row.title)
        self.another.setVisible(row.may_have_another)
        self.nick.clicked.connect(self.open_field)
        self.another.clicked.connect(self.another_requested)
        self.remove.clicked.connect(self.remove_requested)

    def set_title(self, title: str) -> None:
        """Another title, in the names of the links too."""
        self.title.setText(title)
        for link, words in ((self.nick, self._nick_words), (self.another, ANOTHER), (self.remove, REMOVE)):
            link.setAccessibleName(f"{words}: {title}")

    @property
    def field(self) -> Field:
        """The line for the nickname: made when it is first wanted, as most never are."""
        if self._field is None:
            row = self._row
            hint = _PLACE_HINT if row.names_a_place else _HINT
            words = "Name" if row.names_a_place else NICKNAME
            self._field = Field(f"{words} for {row.title}", hint=hint, characters=22)
            self._field.edit.setMaxLength(60)
            self._field.set_text(row.label)
            self._field.hide()
            self._field.changed.connect(self.renamed)
            self._column.insertWidget(2, self._field)
        return self._field

    @property
    def warning(self) -> TextLabel:
        """Room under the line for what is wrong with a nickname."""
        if self._warning is None:
            self._warning = TextLabel("", Role.WARN)
            self._warning.hide()
            self._column.insertWidget(3, self._warning)
        return self._warning

    def open_field(self) -> None:
        """Show the line for the nickname, ready to type."""
        self.field.show()
        self.field.setFocus()

    def warn(self, sentence: str) -> None:
        """Say kindly that these words are not kept, or nothing."""
        self.warning.setText(sentence)
        self.warning.setVisible(bool(sentence))
        self.field.edit.setAccessibleDescription(sentence)

    def ask(self) -> None:
        """Ask once whether it may go, with the answers given on it."""
        if self.confirm is None:
            self.confirm = self._make_confirm()
            self.layout().addWidget(self.confirm)  # type: ignore[union-attr]
        self.confirm.show()
        self.confirm.findChildren(Button)[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_confirm(self) -> Notice:
        title = self.title.text()
        notice = Notice(f"**Remove {title.replace('*', '')}?** Its answers go with it.", Mood.WARNING)
        row = FlowLayout()
        remove = Button(REMOVE_IT, Kind.SMALL, name=f"{REMOVE_IT}: {title}")
        keep = Button(KEEP_IT, Kind.SMALL, name=f"{KEEP_IT}: {title}")
        remove.clicked.connect(self.removal_confirmed)
        keep.clicked.connect(self._keep)
        row.addWidget(remove)
        row.addWidget(keep)
        notice.column.addLayout(row)
        return notice

    def _keep(self) -> None:
        if self.confirm is not None:
            self.confirm.hide()
        self.remove.setFocus(Qt.FocusReason.OtherFocusReason)


class AccountList(QWidget):
    """All of them; each signal carries the account it is about."""

    renamed = Signal(str, str)
    another_requested = Signal(str)
    remove_requested = Signal(str)
    removal_confirmed = Signal(str)
    resized = Signal()
    """Entries came, went or opened, and all is in place again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = Stack(self, spacing=4)
        self.entries: dict[AccountId, AccountEntry] = {}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say so once what is round it is in place too."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.resized.emit)

    def set_rows(self, rows: tuple[AccountRow, ...]) -> None:
        """Show these. An entry that is there stays where and as it is: a nickname is typed in it."""
        wanted = {row.account for row in rows}
        for account in [each for each in self.entries if each not in wanted]:
            gone = self.entries.pop(account)
            gone.hide()
            gone.deleteLater()
        for place, row in enumerate(rows):
            entry = self.entries.get(row.account)
            if entry is None:
                entry = self.entries[row.account] = self._make(row)
                self._column.insertWidget(place, entry)
            entry.set_title(row.title)
            entry.another.setVisible(row.may_have_another)

    def _make(self, row: AccountRow) -> AccountEntry:
        entry, account = AccountEntry(row, self), row.account
        entry.renamed.connect(lambda text: self.renamed.emit(account, text))
        entry.another_requested.connect(lambda: self.another_requested.emit(account))
        entry.remove_requested.connect(lambda: self.remove_requested.emit(account))
        entry.removal_confirmed.connect(lambda: self.removal_confirmed.emit(account))
        return entry
