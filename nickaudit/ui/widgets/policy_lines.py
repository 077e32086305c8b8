"""All lines of a policy to choose one from: under their headings, or those that hold what is typed."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.ids import LineId
from nickaudit.domain.policy import PolicyLine
from nickaudit.ui.widgets.disclosure import Disclosure
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.policy_words import standing
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.step_words import count
from nickaudit.ui.widgets.tag import Tone
from nickaudit.ui.widgets.task_list import Task, TaskList
from nickaudit.ui.widgets.text import Role, TextLabel

FIND = "Find a line"
HINT = "Any word of it, or of the policy's heading."
CHANGED, NEW, OFF = "Changed", "New", "Off"
_TONES = {CHANGED: Tone.PROGRESS, NEW: Tone.PROGRESS, OFF: Tone.LATER}
_MOST_FOUND = 30
_FEWEST_LETTERS = 2


class PolicyLines(QWidget):
    """`marks` says of some lines what has become of them. Rows are made when their heading is opened."""

    chosen = Signal(object)
    """The id of the line that was pressed."""
    said = Signal(str)

    def __init__(
        self,
        lines: tuple[PolicyLine, ...],
        marks: Mapping[LineId, str],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines, self._marks = lines, dict(marks)
        self._column = Stack(self, spacing=6)
        self.field = Field(FIND, hint=HINT, characters=30)
        self.field.edit.offer_clear()
        self.field.changed.connect(self._search)
        self.field.edit.textChanged.connect(self._cleared)
        self._column.addWidget(self.field)
        self._column.addSpacing(6)
        self._found: list[QWidget] = []
        self._headings = QWidget()
        inside = Stack(self._headings, spacing=2)
        self.groups: list[Disclosure] = []
        for heading, lines_under in groupby(_by_heading(lines), key=lambda line: line.heading):
            group = self._group(heading, tuple(lines_under))
            self.groups.append(group)
            inside.addWidget(group)
        self._column.addWidget(self._headings)

    def _group(self, heading: str, lines: tuple[PolicyLine, ...]) -> Disclosure:
        marked = sum(line.id in self._marks for line in lines)
        note = f", {marked} marked" if marked else ""
        group = Disclosure(f"{heading} ({count(len(lines), 'line')}{note})")
        group.toggled.connect(lambda is_open: self._fill(group, lines) if is_open else None)
        return group

    def _fill(self, group: Disclosure, lines: tuple[PolicyLine, ...]) -> None:
        if not group.column.count():
            group.column.addWidget(self._rows(lines))

    def _rows(self, lines: tuple[PolicyLine, ...]) -> TaskList:
        rows = TaskList(tuple(self._task(line) for line in lines))
        rows.chosen.connect(self.chosen)
        return rows

    def _task(self, line: PolicyLine) -> Task:
        mark = self._marks.get(line.id, "")
        return Task(line.id, line.words, standing((line,))[0], mark, _TONES.get(mark, Tone.OPEN))

    def _cleared(self, text: str) -> None:
        if not text:
            self._search("")

    def _search(self, typed: str) -> None:
        for widget in self._found:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._found = []
        words = typed.casefold().split()
        is_search = len(typed.strip()) >= _FEWEST_LETTERS
        if is_search:
            hits = [line for line in self._lines if all(word in _text_of(line) for word in words)]
            told = count(len(hits), "line") if hits else "No line"
            more = f" The first {_MOST_FOUND} are shown." if len(hits) > _MOST_FOUND else ""
            label = TextLabel(f"{told} found.{more}", Role.MUTED)
            self._found = [label, self._rows(tuple(hits[:_MOST_FOUND]))] if hits else [label]
            for widget in self._found:
                self._column.addWidget(widget)
            self.said.emit(label.text())
        self._headings.setVisible(not is_search)


def _by_heading(lines: tuple[PolicyLine, ...]) -> list[PolicyLine]:
    """In the order in which their headings come first."""
    order = list(dict.fromkeys(line.heading for line in lines))
    return sorted(lines, key=lambda line: order.index(line.heading))


def _text_of(line: PolicyLine) -> str:
    return f"{line.words} {line.heading} {line.opening} {line.clause} {line.strength}".casefold()
