"""What the frame expects of a page, and the two columns every page is laid out in.

A page says what it shows (`heading`, `status`, `footer`, `bar`), fills `main` and, where it has one,
`aside`, and asks for what it wants by its signals. The frame alone owns Back, Continue and the title. For a
page's author:

* Set `heading` (the question) as a class attribute, or on the instance in `__init__` or `load`. Build the
  widgets in `__init__`, fill them in `load`. After a later change of `heading`, `status`, `footer` or
  `bar`, emit `changed`.
* Save an answer in the handler of its click, then emit `saved`.
* Return what is wrong from `valid`; the frame shows it, sets the title and the focus. `apply` runs when all
  is well. Call `put_right` as soon as something is.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from nickaudit.ui.theme import tokens
from nickaudit.ui.widgets.columns import Columns, Side
from nickaudit.ui.widgets.error_summary import ErrorSummary
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.sheet import sheet_of
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

if TYPE_CHECKING:
    from datetime import date

    from nickaudit.domain.answers import Computer
    from nickaudit.domain.route import Step
    from nickaudit.services import Services
    from nickaudit.services.audit_session import AuditSession
    from nickaudit.ui.tasks import Tasks
    from nickaudit.ui.theme.tokens import Theme

CONTINUE = "Continue"
LEAVE = "Save and come back later"
STOP_HERE = "Stop here: answers are not kept"


class PageContext(Struct, frozen=True, kw_only=True):
    """Everything a page may use; it looks nothing up for itself."""

    services: Services
    session: AuditSession | None
    step: Step
    tasks: Tasks
    today: Callable[[], date]
    theme: Theme
    choose_computer: Callable[[Computer], None]
    """Says whose computer this is.

    The frame opens the session that fits and remembers it (never a shared one).
    """


class Fault(Struct, frozen=True):
    """One thing to put right: the sentence that says how, and the control it is about."""

    message: str
    control: QWidget


class Footer(Struct, frozen=True):
    """The bar under a page. `leave` empty means the frame's own words for leaving.

    None means no such link.
    """

    continue_text: str = CONTINUE
    leave: str | None = ""


class BarLink(Struct, frozen=True):
    """A link in the top bar, and what a press does."""

    text: str
    press: Callable[[], None]


class Bar(Struct, frozen=True):
    """The top bar of a page that does not want the usual one (the headteacher's pages)."""

    place: str
    status: str = ""
    links: tuple[BarLink, ...] = ()


class Page(QWidget):
    """One screen.

    Subclasses set the attributes, fill the columns and override `load`, `valid` and `apply`.
    """

    step_requested = Signal(object)
    """Go to this `Step`."""
    continue_requested = Signal()
    """As if Continue had been pressed."""
    back_requested = Signal()
    leave_requested = Signal()
    font_requested = Signal(bool)
    """True: the system's own typeface from now on; False: ours. The page stays as it is."""
    renewed = Signal(object)
    """School file or content have changed: these are the `Services` from now on (`Services.renewed`)."""
    practice_requested = Signal(object)
    """Try the policy as it is being changed; what is given is called with the error where that fails."""
    saved = Signal()
    """An answer is safely stored; the frame shows and (once a page) announces "Saved"."""
    announced = Signal(str)
    """A sentence for screen readers only."""
    changed = Signal()
    """Heading, title, status, footer or bar differ from what the frame last read."""

    heading: str = ""
    kicker: str = ""
    """A short muted line above the heading."""
    window_title: str = ""
    """Empty: the heading."""
    status: str = ""
    """Right end of the header: "Instagram · 1 of 4"."""
    has_back: bool = True
    footer: Footer | None = Footer()
    """None: the page has its own buttons."""
    goes_on_by_itself: bool = False
    """After Continue the page itself leads on, once what takes time is done."""
    bar: Bar | None = None
    """None: the usual bar with the school's name."""
    column: ClassVar[int | None] = tokens.PAGE_COLUMN
    """Greatest width of the main column at 100 %; None fills the window.

    Text in it is never wider than 700.
    """
    side: ClassVar[Side] = Side.NOTES
    """How the second column looks: notes on the window, or a panel of its own down to the foot."""
    side_width: ClassVar[int] = tokens.SIDE_COLUMN

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._faults: tuple[Fault, ...] = ()
        self.columns = Columns(self, column=self.column, side=self.side, side_width=self.side_width)
        outer = self.columns.main_layout
        box = self.columns.main_box  # given to what is made for it, which costs less than being put in later
        self.error_summary = ErrorSummary(box)
        self.error_summary.hide()
        self._kicker: TextLabel | None = None
        self.heading_label = Heading("", level=1, parent=box)
        self._head = FlowLayout(spacing=12, pushes_right=True)
        self._head.addWidget(self.heading_label)
        self.main = Stack()
        """The main column, under the heading."""
        self.main_box = box
        """The parent of what stands in it."""
        self.main.setSpacing(12)
        outer.addWidget(self.error_summary)
        outer.addLayout(self._head)
        outer.addLayout(self.main)

    @property
    def aside(self) -> Stack:
        """The second column; it exists from the first time it is asked for."""
        return self.columns.side_layout

    @property
    def side_box(self) -> QWidget:
        """The parent of what stands in the second column."""
        return self.columns.side_box

    def beside_heading(self, *widgets: QWidget) -> None:
        """Put buttons at the right end of the heading's line; they go under it where the line is full."""
        for widget in widgets:
            self._head.addWidget(widget)

    def load(self) -> None:
        """Fill the page from what is stored. Called once, before it is shown."""

    def valid(self) -> tuple[Fault, ...]:
        """What must be put right before Continue can go on, in the order of the fields."""
        return ()

    def apply(self) -> None:
        """Store what has not been stored yet. Called by Continue when `valid` found nothing."""

    def read_heading(self) -> None:
        """Take over `heading` and `kicker`; the frame calls it after `load` and on `changed`."""
        self.heading_label.setText(self.heading)
        if self.kicker and self._kicker is None:
            self._kicker = TextLabel("", role=Role.MUTED, parent=self.main_box)
            outer = self.columns.main_layout
            outer.insertWidget(outer.indexOf(self.error_summary) + 1, self._kicker)
        if self._kicker is not None:
            self._kicker.setText(self.kicker)
            self._kicker.setVisible(bool(self.kicker))

    def show_faults(self, faults: tuple[Fault, ...]) -> None:
        """Show the error summary above the heading, or take it away when there is nothing wrong."""
        self._faults = faults
        self.error_summary.show_faults(tuple((fault.message, fault.control) for fault in faults))
        self.error_summary.setVisible(bool(faults))

    def put_right(self, control: QWidget) -> None:
        """Take from the error summary what was wrong with this control; the focus stays where it is."""
        left = tuple(fault for fault in self._faults if fault.control is not control)
        if len(left) != len(self._faults):
            sheet, focus = sheet_of(self), QApplication.focusWidget()
            if focus is None or not self.isAncestorOf(focus):
                sheet = None
            with sheet.held(focus) if sheet is not None and focus is not None else nullcontext():
                self.show_faults(left)
                self.changed.emit()

    @property
    def title(self) -> str:
        """The window's title for this page as it stands."""
        title = self.window_title or self.heading
        return f"Error: {title}" if self._faults else title
