"""Practice in the window itself: other parts and a band over every page, until it ends where it began."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nickaudit.domain import route
from nickaudit.services import practice
from nickaudit.ui.widgets.practice_band import WORDS, PracticeBand

if TYPE_CHECKING:
    from nickaudit.domain.answers import Computer
    from nickaudit.services import Services
    from nickaudit.ui.main_window import MainWindow
    from nickaudit.ui.navigator import Navigator
    from nickaudit.ui.tasks import Tasks


class Practising(QObject):
    """One round of practice; `use` makes the window work with other parts."""

    def __init__(
        self,
        window: MainWindow,
        navigator: Navigator,
        tasks: Tasks,
        *,
        use: Callable[[Services], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._navigator, self._tasks, self._use = window, navigator, tasks, use
        self._before: Services | None = None
        self._practised: Services | None = None
        self._computer: Computer | None = None
        """Whose computer it was, where a check was open."""
        window.closed.connect(self._throw_away)

    def begin(self, services: Services, failed: Callable[[Exception], None]) -> None:
        """Make what it takes, beside the window; then lead to the first page of a check."""
        self._before = services
        self._tasks.run(lambda _job: practice.begin(services), done=self._begun, failed=failed, owner=self)

    def end(self) -> None:
        """Go back to where it began; all that was answered is gone."""
        if self._before is None or self._practised is None:
            return
        self._navigator.close_session()
        self._use(self._before)
        if self._computer is not None:
            self._navigator.open_session(self._computer)
        self._window.set_band(None)
        self._navigator.go(route.OUR_POLICY)
        self._throw_away()

    def _begun(self, practised: Services) -> None:
        session = self._navigator.session
        # Answers of a shared computer are in memory only, and would be gone: it is asked there again.
        self._computer = session.computer if session is not None and session.keeps_answers else None
        self._navigator.close_session()
        self._practised = practised
        self._use(practised)
        band = PracticeBand()
        band.ended.connect(self.end)
        self._window.set_band(band)
        self._navigator.go(route.WHOSE_COMPUTER)
        self._window.announce(WORDS.replace("**", ""))

    def _throw_away(self) -> None:
        practised, self._practised = self._practised, None
        if practised is not None:
            practice.end(practised)
