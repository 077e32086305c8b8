"""A list of sites and apps to choose one from: the common ones, all of them by kind, or what is typed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nickaudit.domain.platforms import Platform
from nickaudit.domain.search import ranked
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.kind_words import by_kind
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.platform_list import LABEL
from nickaudit.ui.widgets.task_list import Task, TaskList
from nickaudit.ui.widgets.text import Role, TextLabel

NOTHING = "Nothing of that name. Try fewer letters."
_MOST_FOUND = 8


class PlaceFinder(QWidget):
    """`chosen` is sent with the platform's id."""

    chosen = Signal(object)

    def __init__(self, platforms: Iterable[Platform], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._platforms = ranked(platforms, "")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.field = Field(LABEL, hint="Type a few letters.", characters=30)
        self.field.edit.setClearButtonEnabled(True)
        self.field.edit.textChanged.connect(self._show)
        self._column.addWidget(self.field)
        self.found = TextLabel("", Role.SIDE_MUTED)
        self._column.addWidget(self.found)
        self.show_all = LinkButton(f"Show all {len(self._platforms)}", icon="chevron-down")
        self.show_all.clicked.connect(self._show_all)
        self._column.addWidget(self.show_all)
        self._shows_all = False
        self._parts: list[QWidget] = []
        self._show("")

    def _show(self, text: str) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        if text.strip():
            self._add_list(ranked(self._platforms, text)[:_MOST_FOUND])
        elif self._shows_all:
            for heading, those in by_kind(self._platforms).items():
                self._add(Heading(heading, 3))
                self._add_list(those)
        else:
            self._add_list(tuple(each for each in self._platforms if each.common))
        is_empty = bool(text.strip()) and not self._parts
        self.found.setText(NOTHING if is_empty else "")
        self.found.setVisible(is_empty)
        self.show_all.setVisible(not (self._shows_all or text.strip()))

    def _add_list(self, platforms: tuple[Platform, ...]) -> None:
        if platforms:
            tasks = TaskList(tuple(Task(each.id, each.name) for each in platforms))
            tasks.chosen.connect(self.chosen)
            self._add(tasks)

    def _add(self, part: QWidget) -> None:
        self._column.insertWidget(self._column.indexOf(self.show_all), part)
        self._parts.append(part)

    def _show_all(self) -> None:
        self._shows_all = True
        self._show(self.field.edit.text())
        self.field.setFocus()
