"""Where a page is tried out: a desk that stands for the frame, and hands that find, press and click."""

from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea, QWidget

from nickaudit.domain.accounts import Account
from nickaudit.domain.answers import Computer
from nickaudit.domain.audit_plan import AuditPlan
from nickaudit.domain.ids import PlatformId, RoleId
from nickaudit.domain.person import AuditKind, Person
from nickaudit.domain.route import Step
from nickaudit.services import Services
from nickaudit.services.audit_session import AuditSession, open_session
from nickaudit.store.database import Database
from nickaudit.store.private.migrations import SCHEMA as PRIVATE
from nickaudit.ui.page import Page, PageContext
from nickaudit.ui.tasks import Tasks
from nickaudit.ui.theme.dress import dress
from nickaudit.ui.theme.tokens import Mode, Theme

P = TypeVar("P", bound=Page)
W = TypeVar("W", bound=QWidget)


@dataclass
class Desk:
    """Where a page is tried out: it stands for the frame, and remembers what the page asked it for."""

    services: Services
    session: AuditSession
    theme: Theme = field(default_factory=Theme)
    steps: list[Step] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    computers: list[Computer] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    """How often each signal without a value was sent: `saved`, `changed`, `continue_requested` and so on."""
    _views: list[QScrollArea] = field(default_factory=list)

    @property
    def plan(self) -> AuditPlan:
        return self.session.plan

    def add(self, platform: str, label: str = "") -> Account:
        """Give the person an account."""
        return self.session.add_account(PlatformId(platform), label=label)

    def meet(self, *, online_in_job: bool = False, name: str = "Rosalind Ash") -> Person:
        """Let the person say who they are, in the first role of the list."""
        person = Person(
            name=name,
            role=RoleId(self.services.content.policy.roles[0].id),
            kind=AuditKind.YEARLY,
            online_in_job=online_in_job,
        )
        self.session.set_person(person)
        return person

    def on(self, computer: Computer) -> "Desk":
        """The same desk at another computer, with a session of its own."""
        self.session = open_session(self.services, computer=computer)
        return self

    def wear(self, *, mode: Mode = Mode.LIGHT, text_size: int = 100) -> "Desk":
        """Another theme from now on."""
        self.theme = Theme(mode=mode, text_size=text_size)
        dress(QApplication.instance(), self.theme)  # type: ignore[arg-type]
        return self

    def stored(self) -> AuditSession:
        """The check as a second start would find it: read anew from the file."""
        return AuditSession(
            Database(self.services.private.path, PRIVATE),
            self.services.content,
            computer=self.session.computer,
            today=self.services.today,
        )

    def open(self, page_class: type[P], step: Step, *, width: int = 1120, height: int = 620) -> P:
        """Show the page of that step, and put the focus where the frame puts it: on the heading."""
        context = PageContext(
            services=self.services,
            session=self.session,
            step=step,
            tasks=Tasks(),
            today=self.services.today,
            theme=self.theme,
            choose_computer=self.computers.append,
        )
        page = page_class(context)
        page.step_requested.connect(self.steps.append)
        page.announced.connect(self.said.append)
        for name in ("saved", "changed", "continue_requested", "back_requested", "leave_requested"):
            getattr(page, name).connect(lambda name=name: self._count(name))
        page.load()
        page.read_heading()
        view = QScrollArea()
        view.setWidgetResizable(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setWidget(page)
        view.resize(width, height)
        view.show()
        self._views.append(view)
        page.heading_label.setFocus()
        settle()
        return page

    def close(self) -> None:
        """Take all pages away, as a turn of the page does."""
        for view in self._views:
            view.close()
            view.deleteLater()
        self._views.clear()
        settle()

    def _count(self, name: str) -> None:
        self.counts[name] = self.counts.get(name, 0) + 1


def settle() -> None:
    """Let layouts, timers of nought and late deletions happen."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def named(page: QWidget, kind: type[W] = QAbstractButton) -> dict[str, W]:  # type: ignore[assignment]
    """The page's visible controls of that kind by accessible name."""
    every = page.findChildren(kind)
    return {_name(each): each for each in every if each.isVisibleTo(page)}


def find(page: QWidget, name: str, kind: type[W] = QAbstractButton) -> W:  # type: ignore[assignment]
    """The visible control of that name."""
    found = [each for each in page.findChildren(kind) if _name(each) == name and each.isVisibleTo(page)]
    assert len(found) == 1, f"{len(found)} of {name!r}; there are {sorted(named(page, kind))}"
    return found[0]


def press(page: QWidget, name: str) -> QAbstractButton:
    """Press the control of that name with the keyboard, as somebody without a mouse does; links too."""
    button = find(page, name)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle()
    return button


def click(page: QWidget, name: str) -> QAbstractButton:
    """Click in the middle of the control of that name."""
    button = find(page, name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    return button


def words(page: QWidget) -> str:
    """All that can be read on the page just now, one text a line."""
    labels = [each for each in page.findChildren(QLabel) if each.isVisibleTo(page) and each.text()]
    return "\n".join(each.text() for each in labels)


def _name(widget: Any) -> str:
    return widget.accessibleName() or (widget.text().replace("&&", "&") if hasattr(widget, "text") else "")


def cut_off(page: QWidget) -> list[str]:
    """What has less room than its words need on a page as high as it asks for, or sticks out at its right."""
    settle()
    page.window().resize(page.window().width(), page.heightForWidth(page.width()) + 4)
    settle()
    found = []
    for each in page.findChildren(QWidget):
        if not each.isVisibleTo(page) or each.isWindow() or not _name(each):
            continue
        needed = each.heightForWidth(each.width()) if each.hasHeightForWidth() else each.sizeHint().height()
        right = each.mapTo(page, each.rect().topRight()).x()
        if each.height() < needed or right > page.width():
            found.append(f"{type(each).__name__} {_name(each)!r}: {each.size()}, needs {needed} high")
    return found


def without_a_name_of_their_own(page: QWidget) -> list[str]:
    """Controls that can be used and have no name, or one that another has."""
    names = [
        _name(each)
        for each in page.findChildren(QWidget)
        if each.isVisibleTo(page) and isinstance(each, QAbstractButton | QLineEdit)
    ]
    return sorted(name for name in names if not name or names.count(name) > 1)
