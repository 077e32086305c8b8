"""One file that needs a look: its name, what it is, why, what to do, and where it lies."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.certificate import Refusal
from nickaudit.domain.due_dates import in_short
from nickaudit.domain.status import SetAside
from nickaudit.ui.messages import set_aside_in_words
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.card import Card
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.tag import Tag, Tone
from nickaudit.ui.widgets.text import Role, TextLabel

CLEAR = "Clear from this list"
SHOW = "Show in folder"
COPY_HARMS_NOTHING = "There is nothing to do: it is counted once."
COMES_BACK = "If you clear it, it is listed again at a later look, for as long as it lies there."
SEND_AGAIN = "Did somebody hand it in as theirs? Ask the person to send it again."
CAN_BE_TAKEN_OUT = "If it does not belong in the folder, you can take it out there."
LEAVE_IT = "Leave it there: another reader of the school may open it."
_ALTERED = frozenset({Refusal.CHANGED, Refusal.CHANGED_SINCE, Refusal.NOT_CANONICAL})
_DAMAGED = frozenset({Refusal.CUT_SHORT, Refusal.EMPTY, Refusal.PDF_UNREADABLE, Refusal.SEAL_BROKEN})
_OF_ITS_OWN_KIND = {
    Refusal.SEALED_FOR_OTHERS: "For another reader",
    Refusal.REPLAYED: "Sent again",
    Refusal.PRACTICE: "Practice",
    Refusal.UNREADABLE: "Not opened",
}
_SAYS_WHAT_TO_DO = frozenset({
    Refusal.UNREADABLE, Refusal.CHANGED_SINCE, Refusal.REPLAYED, Refusal.WRONG_RECIPIENTS,
    Refusal.SEAL_BROKEN,
})  # fmt: skip


def kind_of(file: SetAside) -> tuple[str, Tone]:
    """What the file is, in a word."""
    if file.reason is None:
        return "Copy", Tone.PROGRESS
    if file.reason in _ALTERED:
        return "Altered", Tone.OVERDUE
    if file.reason in _DAMAGED:
        return "Damaged", Tone.LATER
    return _OF_ITS_OWN_KIND.get(file.reason, "Not accepted"), Tone.LATER


def what_to_do(file: SetAside, *, lies_in_folder: bool) -> str:
    """What the head can do, where the reason does not say it already."""
    if file.reason is None:
        return f"{COPY_HARMS_NOTHING} {COMES_BACK}" if lies_in_folder else COPY_HARMS_NOTHING
    if file.reason in (Refusal.NOT_A_CERTIFICATE, Refusal.PRACTICE) and lies_in_folder:
        return CAN_BE_TAKEN_OUT
    if file.reason is Refusal.PRACTICE:
        return ""
    if file.reason is Refusal.SEALED_FOR_OTHERS:
        return LEAVE_IT if lies_in_folder else ""
    reason = set_aside_in_words(file)
    return "" if "Ask the person" in reason or file.reason in _SAYS_WHAT_TO_DO else SEND_AGAIN


class SetAsideCard(Card):
    """`lies_in_folder`: it is in the folder that is read again and again."""

    cleared = Signal(object)
    shown = Signal(object)

    def __init__(self, file: SetAside, *, lies_in_folder: bool, parent: QWidget | None = None) -> None:
        super().__init__(padding=16, parent=parent)
        self.file = file
        self.column.setSpacing(6)
        words, tone = kind_of(file)
        self.setAccessibleName(f"{file.file_name}: {words}")
        head = FlowLayout(pushes_right=True)
        head.addWidget(TextLabel(file.file_name, Role.STRONG))
        head.addWidget(Tag(words, tone))
        self.column.addLayout(head)
        to_do = what_to_do(file, lies_in_folder=lies_in_folder)
        self.column.addWidget(TextLabel(f"{set_aside_in_words(file)} {to_do}".strip()))
        where = f"In {file.folder} · " if file.folder else ""
        self.column.addWidget(TextLabel(f"{where}first seen {in_short(file.seen_on)}", Role.SIDE_MUTED))
        row = FlowLayout()
        self.show_it: Button | None = None
        if not file.folder.startswith("smb://"):  # a share that is spoken to directly has no folder to show
            self.show_it = Button(SHOW, Kind.SMALL, icon="folder", name=f"{SHOW}: {file.file_name}")
            self.show_it.clicked.connect(lambda: self.shown.emit(file))
            row.addWidget(self.show_it)
        self.clear: Button | None = None
        if file.reason is None or not lies_in_folder:
            self.clear = Button(CLEAR, Kind.SMALL, name=f"{CLEAR}: {file.file_name}")
            self.clear.clicked.connect(lambda: self.cleared.emit(file))
            row.addWidget(self.clear)
        self.column.addSpacing(4)
        self.column.addLayout(row)
