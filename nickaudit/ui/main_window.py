"""The frame round every page: top bar, Back, footer, title, focus and announcements. It decides nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from nickaudit.ui.page import LEAVE, STOP_HERE, Bar, BarLink, Page
from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.widgets.announce import announce
from nickaudit.ui.widgets.focus_ring import FocusRing
from nickaudit.ui.widgets.footer_bar import FooterBar
from nickaudit.ui.widgets.header_row import HeaderRow
from nickaudit.ui.widgets.reading_order import neighbour
from nickaudit.ui.widgets.sheet import Sheet
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.top_bar import PRODUCT, TopBar

WHO_TO_TELL = "Something happened? Who to tell"
HELP = "Help"
SAVED = "Saved"
_LOW = 620
_LARGE_TEXT = 150
_FIRST_SIZE = QSize(1120, 800)
_LEAST = QSize(640, 400)


class MainWindow(QWidget):
    """One page at a time. Pages come from the navigator, which listens to the signals."""

    back_requested = Signal()
    continue_requested = Signal()
    leave_requested = Signal()
    who_to_tell_requested = Signal()
    help_requested = Signal()
    text_size_step_requested = Signal(int)
    """Up or down one; 0 is back to 100 %."""
    announced = Signal(str)
    """What a screen reader was told."""
    closed = Signal()

    def __init__(self, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._page: Page | None = None
        self._band: QWidget | None = None
        self._said_saved = False
        self._is_compact: bool | None = None
        self.keeps_answers = True
        """False on a shared computer: the footer then says so."""
        self.bar = TopBar()
        self.header = HeaderRow()
        self.sheet = Sheet()
        self.footer = FooterBar()
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addWidget(self.sheet, 1)
        self.sheet.put(self.header, 0)
        self.setMinimumSize(_LEAST)
        self.resize(_FIRST_SIZE)
        self._arrange()
        self._ring = FocusRing(self)
        self._wire()

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._page

    def show_page(self, page: Page) -> Page | None:
        """Show a page that has been loaded, with the focus on its heading; returns the one before."""
        before = self._page
        self.sheet.setUpdatesEnabled(False)  # bar and footer see to themselves
        try:
            if before is not None:
                _let_go(before)
                before.hide()
                self.sheet.take(before)
            self._page, self._said_saved = page, False
            page.changed.connect(self.refresh)
            self.sheet.put(page, self.sheet.parts().index(self.header) + 1, stretches=True)
            self.refresh()
            self.sheet.fit()
            self.sheet.show_part(page)
            self.sheet.verticalScrollBar().setValue(0)
        finally:
            self.sheet.setUpdatesEnabled(True)
        page.heading_label.setFocus(Qt.FocusReason.OtherFocusReason)
        return before

    def set_band(self, band: QWidget | None) -> None:
        """Keep something over every page, whatever is scrolled; None takes it away."""
        if self._band is not None:
            self._outer.removeWidget(self._band)
            self._band.hide()
            self._band.deleteLater()
        self._band = band
        if band is not None:
            self._outer.insertWidget(self._outer.indexOf(self.sheet), band)
            band.show()
        self.refresh()

    def set_place(self, place: str) -> None:
        """Another school's name in the bar, from now on."""
        self._place = place
        self.refresh()

    def refresh(self) -> None:
        """Read again what the page says of itself."""
        page = self._page
        if page is None:
            return
        page.read_heading()
        before = f"{self._band.accessibleName()}: " if self._band is not None else ""
        self.setWindowTitle(f"{before}{page.title} - {PRODUCT}")
        was_saved = self.header.saved.isVisibleTo(self.header) and self._said_saved
        self.header.set_content(has_back=page.has_back, status=page.status)
        if was_saved:
            self.header.show_saved()
        page.columns.set_under_header(not self.header.isHidden())
        self._fill_bar(page)
        self.footer.setVisible(page.footer is not None)
        if page.footer is not None:
            own_words = LEAVE if self.keeps_answers else STOP_HERE
            leave = page.footer.leave
            self.footer.set_content(page.footer.continue_text, own_words if leave == "" else leave or "")

    def show_faults(self) -> None:
        """Lead the person to the error summary the page shows now."""
        page = self._page
        if page is not None:
            self.refresh()
            self.sheet.fit()
            page.error_summary.setFocus(Qt.FocusReason.OtherFocusReason)
            self.sheet.verticalScrollBar().setValue(0)

    def show_saved(self) -> None:
        """Say that an answer is stored; aloud once a page."""
        self.header.show_saved()
        if not self._said_saved:
            self._said_saved = True
            self.announce(SAVED)

    def announce(self, sentence: str) -> None:
        """Say something to a screen reader only."""
        announce(self, sentence)
        self.announced.emit(sentence)

    def text_size_changed(self) -> None:
        """The theme has changed: lay out anew, and keep the focus in view."""
        self.bar.show_text_size(current_theme().text_size)
        for stack in self.findChildren(Stack):
            stack.fit()
        self._arrange()
        self.sheet.fit()
        self.follow_focus()

    def follow_focus(self) -> None:
        """Keep whatever has the focus in view, with its ring."""
        widget = QApplication.focusWidget()
        if widget is not None and self.sheet.content.isAncestorOf(widget):
            self.sheet.bring_into_view(widget)
        self.sheet.ring.follow()

    def bring_to_front(self) -> None:
        """Somebody started the program again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def restore_size(self, text: str | None) -> None:
        """Be as large as last time ("1120x800"), but not larger than the screen."""
        width, _, height = (text or "").partition("x")
        if width.isdigit() and height.isdigit():
            size = QSize(int(width), int(height))
            screen = QGuiApplication.primaryScreen()
            self.resize(size.boundedTo(screen.availableSize()) if screen is not None else size)

    def size_text(self) -> str:
        """The size as `restore_size` reads it."""
        return f"{self.width()}x{self.height()}"

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as things are laid out."""
        found = neighbour(self, QApplication.focusWidget(), forward=forward)
        if found is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        found.setFocus(reason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Low windows let bar and footer scroll with the page."""
        super().resizeEvent(event)
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is stored already; only the size is still to be remembered."""
        super().closeEvent(event)
        self.closed.emit()

    def _wire(self) -> None:
        self.header.back.clicked.connect(self.back_requested)
        self.footer.go_on.clicked.connect(self.continue_requested)
        self.footer.leave.clicked.connect(self.leave_requested)
        self.bar.size_step_requested.connect(self.text_size_step_requested)
        standard = QKeySequence.StandardKey
        self._shortcut((*QKeySequence.keyBindings(standard.ZoomIn), QKeySequence("Ctrl+=")), self._larger)
        self._shortcut(tuple(QKeySequence.keyBindings(standard.ZoomOut)), self._smaller)
        self._shortcut((QKeySequence("Ctrl+0"),), lambda: self.text_size_step_requested.emit(0))
        self._shortcut(tuple(QKeySequence.keyBindings(standard.Back)), self._back_by_key)
        self._shortcut((QKeySequence("F1"),), self.help_requested.emit)

    def _shortcut(self, keys: tuple[QKeySequence, ...], press: Callable[[], None]) -> None:
        shortcut = QShortcut(self)
        shortcut.setKeys(list(dict.fromkeys(keys)))
        shortcut.activated.connect(press)

    def _larger(self) -> None:
        self.text_size_step_requested.emit(1)

    def _smaller(self) -> None:
        self.text_size_step_requested.emit(-1)

    def _back_by_key(self) -> None:
        if self._page is not None and self._page.has_back:
            self.back_requested.emit()

    def _fill_bar(self, page: Page) -> None:
        usual = (
            BarLink(WHO_TO_TELL, self.who_to_tell_requested.emit),
            BarLink(HELP, self.help_requested.emit),
        )
        bar = page.bar or Bar(self._place, links=usual)
        pairs = tuple((link.text, link.press) for link in bar.links)
        self.bar.set_content(bar.place, bar.status, pairs, size_before_last=True)

    def _arrange(self) -> None:
        compact = self.height() < _LOW or current_theme().text_size >= _LARGE_TEXT
        if compact == self._is_compact:
            return
        self._is_compact = compact
        for part in (self.bar, self.footer):
            self._outer.removeWidget(part)
            self.sheet.take(part)
        if compact:
            self.sheet.put(self.bar, 0)
            self.sheet.put(self.footer, len(self.sheet.parts()))
        else:
            self._outer.insertWidget(0, self.bar)
            self._outer.addWidget(self.footer)
        self.bar.show()
        self.footer.setVisible(self._page is not None and self._page.footer is not None)
        self.sheet.fit()


def _let_go(page: Page) -> None:
    """Take the focus from what is on the page; else Qt would look for its next place as the page hides."""
    widget = QApplication.focusWidget()
    if widget is not None and page.isAncestorOf(widget):
        widget.clearFocus()
