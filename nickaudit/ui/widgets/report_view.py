"""What the head sees of the people: a bar, a name to find, whom to show, and the table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from nickaudit.domain.status import Report, Status, for_others_in_words
from nickaudit.ui.messages import STATUSES
from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.chips import Chips
from nickaudit.ui.widgets.field import Entry
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.report_table import Line, columns, lines_of, report_table, words_of
from nickaudit.ui.widgets.report_words import bar_parts, need_a_look, to_confirm
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.stacked_bar import StackedBar
from nickaudit.ui.widgets.text import Role, TextLabel

FIND = "Find a name"
EVERYONE = "Everyone"
SHOW_ONLY, SORT_BY = "Whom to show", "How to sort"
SORTS = ((0, "By name"), (2, "By status"), (4, "By next due"))
"""Where there is room for two lines a person but not for the table's titles."""
WHAT_IT_IS_NOT = (
    "Only people whose certificate has come in are counted. It takes a staff list to see who is missing."
)
_FIND_WIDTH = 250
_QUIET_MS = 600
"""So long nothing must be typed before the number of people found is read aloud."""


class _Find(Entry):
    """The line to type a name in; Escape empties it."""

    def __init__(self) -> None:
        super().__init__(FIND)
        self.setPlaceholderText(FIND)
        self.setAcceptDrops(False)
        self.setMaxLength(100)

    def sizeHint(self) -> QSize:
        return QSize(current_theme().px(_FIND_WIDTH), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class ReportView(QWidget):
    """`set_report` shows another day or another reading; what is being looked for stays."""

    set_aside_requested = Signal()
    confirm_requested = Signal()
    said = Signal(str)

    def __init__(self, between: QWidget, parent: QWidget | None = None) -> None:
        """`between` stands between the bar and the table."""
        super().__init__(parent)
        self._wanted: Status | None = None
        self._names_school = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._tell)
        column = Stack(self, spacing=12)
        self.bar = StackedBar(())
        column.addWidget(self.bar)
        self.what_it_is_not = TextLabel(WHAT_IT_IS_NOT, Role.SIDE_MUTED)
        column.addWidget(self.what_it_is_not)
        column.addWidget(between)
        self.finder = _Find()
        self.finder.textChanged.connect(self._filter)
        self.finder.textChanged.connect(lambda _text: self._quiet.start())
        self.chips = Chips(SHOW_ONLY, ((None, EVERYONE), (Status.OVERDUE, ""), (Status.DUE, "")))
        self.chips.chosen.connect(self._show_only)
        self._looking = QWidget()
        left = FlowLayout(self._looking)
        left.addWidget(self.finder)
        left.addWidget(self.chips)
        self.set_aside = Button("", Kind.SMALL)
        self.set_aside.clicked.connect(self.set_aside_requested)
        self.confirm = Button("", Kind.SMALL, icon="user-round-check")
        self.confirm.clicked.connect(self.confirm_requested)
        self._asks = QWidget()
        right = FlowLayout(self._asks)
        right.addWidget(self.confirm)
        right.addWidget(self.set_aside)
        tools = FlowLayout(pushes_right=True)
        tools.addWidget(self._looking)
        tools.addWidget(self._asks)
        column.addLayout(tools)
        self.table = report_table()
        # Wide until it has its place: measuring thousands of rows of two lines for nothing takes long.
        self.table.resize(current_theme().px(2_000), self.table.height())
        self.sorts = Chips(SORT_BY, SORTS)
        self.sorts.chosen.connect(self._sort)
        self.sorts.hide()
        column.addWidget(self.sorts)
        header = self.table.horizontalHeader()
        header.installEventFilter(self)
        header.sortIndicatorChanged.connect(lambda section, _order: self.sorts.set_value(section))
        column.addWidget(self.table)
        self.nobody = TextLabel("", Role.MUTED)
        self.nobody.hide()
        column.addWidget(self.nobody)
        self.for_others = TextLabel("", Role.SIDE_MUTED)
        column.addWidget(self.for_others)

    def set_report(self, report: Report) -> None:
        """Show these people."""
        for part in (self.bar, self.what_it_is_not, self._looking):
            part.setVisible(bool(report.rows))
        self.bar.set_parts(bar_parts(report))
        counts = {Status.OVERDUE: report.overdue, Status.DUE: report.due}
        for status, count in counts.items():
            chip = self.chips.button(status)
            chip.set_words(f"{STATUSES[status]} · {count:,}")
            chip.setAccessibleName(f"{STATUSES[status]}, {count:,}")
            chip.setVisible(count > 0)
        self.chips.setVisible(any(counts.values()))
        if self._wanted is not None and not counts[self._wanted]:
            self._wanted = None
            self.chips.set_value(None)
            self._filter()
        self.set_aside.set_words(need_a_look(len(report.set_aside)))
        self.set_aside.setVisible(bool(report.set_aside))
        self.confirm.set_words(to_confirm(report.to_confirm))
        self.confirm.setVisible(report.to_confirm > 0)
        self._asks.setVisible(bool(report.set_aside) or report.to_confirm > 0)
        self.for_others.setText(for_others_in_words(report))
        self.for_others.setVisible(bool(self.for_others.text()))
        names_school = report.has_several_schools
        if names_school != self._names_school:
            self._names_school = names_school
            self.table.set_columns(columns(names_school=names_school))
        self.table.set_records(lines_of(report.rows, as_of=report.as_of, names_school=names_school))
        self._offer_sorts()
        self._show_if_nobody()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the table's titles go, other buttons sort."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._offer_sorts()
        return super().eventFilter(watched, event)

    def _offer_sorts(self) -> None:
        is_narrow = self.table.horizontalHeader().isHidden()
        self.sorts.setVisible(is_narrow and self.table.records.total > 1)

    def _sort(self, section: int) -> None:
        self.table.horizontalHeader().setSortIndicator(section, Qt.SortOrder.AscendingOrder)

    def _show_only(self, status: Status | None) -> None:
        self._wanted = status
        self._filter()
        self._tell()

    def _filter(self, _text: str = "") -> None:
        typed = words_of(self.finder.text())
        self.table.set_filter(keep=_keeper(self._wanted, typed) if typed or self._wanted else None)
        self._show_if_nobody()

    def _show_if_nobody(self) -> None:
        is_empty = self.table.records.rowCount() == 0
        self.table.setVisible(not is_empty)
        self.nobody.setVisible(is_empty and self.table.records.total > 0)
        self.nobody.setText(f"Nobody shown here is called “{self.finder.text().strip()}”.")

    def _tell(self) -> None:
        shown, total = self.table.records.rowCount(), self.table.records.total
        self.said.emit(f"{shown:,} of {total:,} shown")


def _keeper(status: Status | None, typed: tuple[str, ...]) -> Callable[[object], bool]:
    def keep(record: object) -> bool:
        return (
            isinstance(record, Line)
            and (status is None or record.row.status is status)
            and record.is_called(typed)
        )

    return keep
