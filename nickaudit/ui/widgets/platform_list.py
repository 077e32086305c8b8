"""The list of sites and apps to tick from: the common ones first, the rest when asked for or typed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nickaudit.domain.platforms import Platform
from nickaudit.domain.search import ranked
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.search_list import Entrant, SearchList

LABEL = "Find a site or app"
NOTHING = "Nothing of that name. Try fewer letters, or add it below by its name."
_AT_FIRST = 16
"""A list no longer than this is shown whole."""


class PlatformList(SearchList):
    """Finds by start, other names and with small slips; `ticked` is sent with the platform's id."""

    def __init__(self, platforms: Iterable[Platform], parent: QWidget | None = None) -> None:
        # Before the list itself is made, because it looks for nothing typed at once.
        self._platforms = ranked(platforms, "")
        self._shows_all = len(self._platforms) <= _AT_FIRST
        entrants = tuple(Entrant(each.id, each.name) for each in self._platforms)
        super().__init__(LABEL, entrants, hint="Type a few letters, or tick below.", parent=parent)
        self.show_all = LinkButton(f"Show all {len(self._platforms)}", icon="chevron-down")
        self.show_all.clicked.connect(self._show_all)
        self.show_all.setVisible(not self._shows_all)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.show_all)
        self.field.edit.returnPressed.connect(self._to_first)

    def _find(self, text: str) -> None:
        typed = bool(text.strip())
        if typed:
            found = {each.id for each in ranked(self._platforms, text)}
        else:
            found = {each.id for each in self._platforms if self._shows_all or each.common}
        for row, each in zip(self.rows, self._platforms, strict=True):
            row.setVisible(each.id in found or row.isChecked())
        self.found.setText("" if not typed else f"{len(found)} found" if found else NOTHING)
        self.found.setVisible(typed)
        self._grid.arrange()
        self._grid.updateGeometry()

    def _show_all(self) -> None:
        self._shows_all = True
        self.show_all.hide()
        self._find(self.field.edit.text())
        self.field.setFocus()

    def _to_first(self) -> None:
        """Enter in the field leads to the first that was found."""
        shown = [row for row in self.rows if not row.isHidden()]
        first = next((row for row in shown if not row.isChecked()), next(iter(shown), None))
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
