"""The list of sites and apps to tick from: the common ones, the rest by kind, or what fits the letters."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nickaudit.domain.ids import PlatformId
from nickaudit.domain.platforms import Platform
from nickaudit.domain.search import ranked
from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.widgets.choice_row import CheckRow
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.grouped_grid import GroupedGrid
from nickaudit.ui.widgets.kind_words import by_kind
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.text import Role, TextLabel

LABEL = "Find a site or app"
NOTHING = "Nothing of that name. Try fewer letters, or add it below by its name."
_AT_FIRST = 16
"""A list no longer than this is shown whole."""
_COLUMN = 320


class PlatformList(QWidget):
    """`ticked` is sent with the platform's id and whether it is ticked now. Not sent by `set_ticked`.

    Each kind is folded under its heading until it is opened; what is ticked stays in sight. A row is made
    when it is first shown.
    """

    ticked = Signal(object, bool)

    def __init__(self, platforms: Iterable[Platform], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._platforms = ranked(platforms, "")
        is_short = len(self._platforms) <= _AT_FIRST
        self._common = tuple(each for each in self._platforms if each.common or is_short)
        self._kinds = by_kind(each for each in self._platforms if each not in self._common)
        self._made: dict[PlatformId, CheckRow] = {}
        self._opened: set[str] = set()
        self._ticked: set[PlatformId] = set()
        self._kept: set[PlatformId] = set()
        """Ticked at some time on this page: such a row is not taken away from under the pointer."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.field = Field(LABEL, hint="Type a few letters, or tick below.", characters=30, parent=self)
        self.field.edit.setClearButtonEnabled(True)
        self.found = TextLabel("", Role.SIDE_MUTED, parent=self)
        self._body = QWidget(self)
        self._grid = GroupedGrid(
            is_heading=lambda widget: isinstance(widget, LinkButton),
            least=lambda: current_theme().px(_COLUMN),
        )
        self._body.setLayout(self._grid)
        self._heads = {heading: self._head(heading, len(those)) for heading, those in self._kinds.items()}
        self.show_all = LinkButton(f"Show all {len(self._platforms)}", icon="chevron-down", parent=self)
        self.show_all.clicked.connect(self._show_all)
        for part in (self.field, self.found, self._body, self.show_all):
            column.addWidget(part)
        self._shown: list[QWidget] = []
        self.field.edit.textChanged.connect(lambda _text: self._show())
        self.field.edit.returnPressed.connect(self._to_first)
        self._show()

    @property
    def rows(self) -> list[CheckRow]:
        """The rows that are shown, in their order."""
        return [widget for widget in self._shown if isinstance(widget, CheckRow)]

    def set_ticked(self, values: frozenset[PlatformId]) -> None:
        """Tick these and no others; nobody is told."""
        self._ticked = set(values)
        self._kept |= self._ticked
        self._show()
        for platform, row in self._made.items():
            row.blockSignals(True)
            row.setChecked(platform in self._ticked)
            row.blockSignals(False)
            row.update()

    def _show(self) -> None:
        typed = self.field.edit.text()
        is_typed = bool(typed.strip())
        found = ranked(self._platforms, typed) if is_typed else ()
        wanted = self._for_letters(found) if is_typed else self._by_kind()
        self.found.setText("" if not is_typed else f"{len(found)} found" if found else NOTHING)
        self.found.setVisible(is_typed)
        self.show_all.setVisible(not is_typed and len(self._opened) < len(self._kinds))
        if wanted != self._shown:
            self._shown = wanted
            self._grid.set_order(wanted)

    def _for_letters(self, found: tuple[Platform, ...]) -> list[QWidget]:
        ticked = (each for each in self._platforms if each.id in self._ticked and each not in found)
        return [self._row(each) for each in (*found, *ticked)]

    def _by_kind(self) -> list[QWidget]:
        shown: list[QWidget] = [self._row(each) for each in self._common]
        for heading, those in self._kinds.items():
            shown.append(self._heads[heading])
            shown += [self._row(each) for each in those if heading in self._opened or each.id in self._kept]
        return shown

    def _row(self, platform: Platform) -> CheckRow:
        row = self._made.get(platform.id)
        if row is None:
            row = self._made[platform.id] = CheckRow(platform.name, parent=self._body)
            row.setChecked(platform.id in self._ticked)
            row.toggled.connect(lambda on, value=platform.id: self.ticked.emit(value, on))
            self._grid.addWidget(row)
        return row

    def _head(self, heading: str, count: int) -> LinkButton:
        head = LinkButton(f"{heading} ({count})", icon="chevron-right", parent=self._body)
        head.setAccessibleDescription("Closed")
        head.clicked.connect(lambda: self._fold(heading))
        self._grid.addWidget(head)
        return head

    def _fold(self, heading: str) -> None:
        self._kept = set(self._ticked)
        self._set_open(heading, is_open=heading not in self._opened)
        self._show()

    def _set_open(self, heading: str, *, is_open: bool) -> None:
        (self._opened.add if is_open else self._opened.discard)(heading)
        head = self._heads[heading]
        head.icon_name = "chevron-down" if is_open else "chevron-right"
        head.setAccessibleDescription("Open" if is_open else "Closed")
        head.update()

    def _show_all(self) -> None:
        for heading in self._kinds:
            self._set_open(heading, is_open=True)
        self._show()
        self.field.setFocus()

    def _to_first(self) -> None:
        """Enter in the field leads to the first that was found."""
        first = next((row for row in self.rows if not row.isChecked()), next(iter(self.rows), None))
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
