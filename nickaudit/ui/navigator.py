"""From a step of the route to the page that shows it.

Which step comes next is the route's to say, not ours.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from nickaudit.domain import route
from nickaudit.domain.answers import Computer
from nickaudit.domain.audit_plan import AuditPlan
from nickaudit.domain.planning import make_plan
from nickaudit.domain.route import Step, StepKind
from nickaudit.services.preferences import Preference, remember
from nickaudit.ui.page import Page, PageContext
from nickaudit.ui.theme.current import current_theme

if TYPE_CHECKING:
    from nickaudit.services import Services
    from nickaudit.services.audit_session import AuditSession
    from nickaudit.ui.tasks import Tasks

ALL_SAVED = "Everything is saved. You can close the window."

ASIDES = frozenset(
    {
        StepKind.WHO_TO_TELL,
        StepKind.COMPLICATED,
        StepKind.SCENARIOS,
        StepKind.HELP,
        StepKind.RESPONSIBLE,
        StepKind.SCHOOL_SEES,
        StepKind.SCHOOL_FILE,
        StepKind.SCHOOL_CONTENT,
    }
)
"""Looked at in passing: Back leads to where the person came from."""
WITHOUT_CHECK = (
    ASIDES
    | route.OF_SET_UP
    | route.OF_OUR_POLICY
    | {
        StepKind.FIRST,
        StepKind.WHOSE_COMPUTER,
        StepKind.REPORT,
        StepKind.SET_ASIDE,
        StepKind.CONFIRM,
        StepKind.POLICY_REVIEW,
    }
)
"""Pages that can be shown before a check has been begun."""


class Frame(Protocol):
    """What the navigator needs of the window."""

    keeps_answers: bool

    def show_page(self, page: Page) -> Page | None: ...
    def refresh(self) -> None: ...
    def show_faults(self) -> None: ...
    def show_saved(self) -> None: ...
    def announce(self, sentence: str) -> None: ...


class Navigator(QObject):
    """Shows steps; owns the check that is under way and the page that is shown."""

    step_shown = Signal(object)
    renewed = Signal(object)
    """A page has changed school file or content: the `Services` from now on."""
    practice_requested = Signal(object)
    """A page asks for practice, and wants to be told of an error."""
    font_requested = Signal(bool)
    """A page passes on that the person wants the system's typeface, or ours."""

    def __init__(
        self,
        frame: Frame,
        services: Services,
        page_class: Callable[[StepKind], type[Page]],
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self._services = services
        self._page_class = page_class
        self._tasks = tasks
        self._session: AuditSession | None = None
        self._step = route.FIRST
        self._came_from = route.FIRST
        self._comes_back_to: Step | None = None
        """Where Continue and Back lead, for a page that was asked for to change one answer."""
        self._page: Page | None = None

    @property
    def session(self) -> AuditSession | None:
        """The check under way, if one has been begun."""
        return self._session

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self._step

    def open_session(self, computer: Computer) -> AuditSession:
        """Begin or resume the check on this kind of computer."""
        from nickaudit.services.audit_session import open_session

        self._session = open_session(self._services, computer=computer)
        self._frame.keeps_answers = self._session.keeps_answers
        return self._session

    def choose_computer(self, computer: Computer) -> None:
        """The person said whose computer this is; that is remembered, unless several people use it."""
        known = None if computer is Computer.SHARED else computer.value
        remember(self._services, Preference.COMPUTER, known)
        self.open_session(computer)

    def close_session(self) -> None:
        """Let go of the check; on a shared computer its answers go with it."""
        self._session = None
        self._frame.keeps_answers = True

    def use(self, services: Services) -> None:
        """Work with these from now on. The check goes on with its answers; the page shown stays as it is."""
        self._services = services
        session = self._session
        if session is not None:
            # The same store, which on a shared computer is in memory only.
            self._session = type(session)(
                session.database, services.content, computer=session.computer, today=services.today
            )

    def go(self, step: Step, *, comes_back_to: Step | None = None) -> None:
        """Show a step.

        One that is no longer there leads home, one that needs a check first asks whose computer, one of a
        draft that is done with shows what is set up. From the step shown Continue and Back lead to
        `comes_back_to`, or where the route says.
        """
        step = self._possible(step)
        is_aside = self._step.kind in ASIDES
        if step.kind in ASIDES:
            self._came_from = self._came_from if is_aside else self._step
        elif not is_aside or step != self._came_from:
            self._comes_back_to = comes_back_to
        if self._session is not None:
            self._session.visit(step)
        context = PageContext(
            services=self._services,
            session=self._session,
            step=step,
            tasks=self._tasks,
            today=self._services.today,
            theme=current_theme(),
            choose_computer=self.choose_computer,
        )
        page = self._page_class(step.kind)(context)
        self._wire(page)
        page.load()
        self._step, self._page = step, page
        before = self._frame.show_page(page)
        if before is not None:
            before.deleteLater()
        self.step_shown.emit(step)

    def back(self) -> None:
        """Where Back leads."""
        if self._step.kind in ASIDES:
            self.go(self._came_from)
        else:
            self.go(self._comes_back_to or route.back_step(self._plan(), self._step))

    def go_on(self) -> None:
        """Continue: show what is wrong, or store and go on."""
        page = self._page
        if page is None:
            return
        faults = page.valid()
        page.show_faults(faults)
        if faults:
            self._frame.show_faults()
            return
        page.apply()
        if page is not self._page or page.goes_on_by_itself:
            return
        self.go(self._comes_back_to or route.next_step(self._plan(), self._step))

    def leave(self) -> None:
        """Save and come back later; on a shared computer, stop here."""
        session = self._session
        if session is not None and not session.keeps_answers and self._step.kind not in route.OF_SET_UP:
            self.close_session()
            self.go(route.FIRST)
            return
        is_own_check = session is not None and self._step.kind not in route.OF_SET_UP
        self.go(route.HOME if is_own_check else route.FIRST)
        self._frame.announce(ALL_SAVED)

    def who_to_tell(self) -> None:
        """From anywhere."""
        self.go(Step(kind=StepKind.WHO_TO_TELL))

    def help(self) -> None:
        """From anywhere."""
        self.go(Step(kind=StepKind.HELP))

    def _asked(self, step: Step) -> None:
        back = None
        if self._session is not None or self._step.kind in route.OF_SET_UP:
            back = route.comes_back_to(self._plan(), step, asked_from=self._step)
        self.go(step, comes_back_to=back)

    def _possible(self, step: Step) -> Step:
        if self._session is None and step.kind not in WITHOUT_CHECK:
            return route.WHOSE_COMPUTER
        if self._session is not None and not route.exists(self._session.plan, step):
            return route.HOME
        if step.kind in route.OF_DRAFT:
            from nickaudit.services import kept_draft

            return step if kept_draft.is_wanted(self._services) else route.SET_UP
        return step

    def _plan(self) -> AuditPlan:
        if self._session is not None:
            return self._session.plan
        return make_plan(self._services.content, (), online_in_job=False)

    def _wire(self, page: Page) -> None:
        page.step_requested.connect(self._asked)
        page.continue_requested.connect(self.go_on)
        page.back_requested.connect(self.back)
        page.leave_requested.connect(self.leave)
        page.renewed.connect(self.renewed)
        page.practice_requested.connect(self.practice_requested)
        page.font_requested.connect(self.font_requested)
        page.saved.connect(self._frame.show_saved)
        page.announced.connect(self._frame.announce)
