"""The application round the window: typeface, theme, text size, what is remembered, and the last resort."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from nickaudit import logs
from nickaudit.domain import route
from nickaudit.domain.answers import Computer
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.route import Step
from nickaudit.services.preferences import Preference, remember, remembered
from nickaudit.ui.all_pages import page_class
from nickaudit.ui.delivery_rounds import DeliveryRounds
from nickaudit.ui.garbage import GarbageRounds
from nickaudit.ui.main_window import MainWindow
from nickaudit.ui.navigator import Navigator
from nickaudit.ui.tasks import Tasks
from nickaudit.ui.theme.dress import dress
from nickaudit.ui.theme.fonts import load_shipped_font, system_family
from nickaudit.ui.theme.tokens import TEXT_SIZES, Mode, Theme
from nickaudit.ui.widgets.accessible import install_roles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QMessageBox

    from nickaudit.services import Services
    from nickaudit.ui.single_instance import Locking

ORGANISATION = "NickAudit"
LAST_RESORT_TITLE = "Something went wrong"
LAST_RESORT = (
    "Something went wrong in this program. What you had answered is still saved, and nothing was sent. "
    "You can carry on. If it happens again, close the window and start again."
)
SYSTEM_FONT = "system"
OPENS_BY_EVENT = sys.platform == "darwin"
"""Only a Mac tells a program of a file to open by an event; elsewhere it stands in the command."""
_LISTENS_AFTER_MS = 200
"""By then the window has been painted."""


class SilentWindowError(NickAuditError):
    """The check is open already, but its window does not answer. Close it, or start the computer again."""


class OpenWindow(QObject):
    """The window and everything behind it, wired together."""

    def __init__(self, services: Services, *, mode: Mode | None = None, text_size: int | None = None) -> None:
        super().__init__()
        self.services = services
        self._mode = mode
        self._shipped_family = load_shipped_font()
        self.theme = self._first_theme(text_size)
        dress(application(), self.theme)
        self.garbage = GarbageRounds(self)
        self.tasks = Tasks(self)
        self.window = MainWindow(services.content.policy.school.name)
        self.navigator = Navigator(self.window, services, page_class, self.tasks, self)
        self.rounds = DeliveryRounds(services, self.tasks, self)
        self.window.bar.show_text_size(self.theme.text_size)
        self.window.restore_size(remembered(services, Preference.WINDOW))
        self._wire()

    def show(self, start: Step | None = None, *, school: str = "") -> None:
        """Show the window at `start`, or where the person left off; with a `school` file to look at first."""
        self.navigator.go(start or self._start())
        if school:
            self.open_school_file(school)
        self.window.show()
        QTimer.singleShot(_LISTENS_AFTER_MS, self.window, self._watch_for_files)
        self.rounds.start()

    def _watch_for_files(self) -> None:
        from nickaudit.ui.dropped_files import DroppedFiles  # nobody drags anything before the first paint

        DroppedFiles(self.window).file_opened.connect(self.open_school_file)

    def open_school_file(self, path: str) -> None:
        """Show what that school file would do. Nothing is used before the person says so."""
        self.navigator.go(route.school_file_step(path))

    def use(self, services: Services) -> None:
        """School file or content are other ones now: all that is shown from here on goes by them."""
        self.services = services
        self.navigator.use(services)
        self.rounds.use(services)
        self.window.set_place(services.content.policy.school.name)

    def _practise(self, failed: Callable[[Exception], None]) -> None:
        from nickaudit.ui.practising import Practising

        self.practising = Practising(self.window, self.navigator, self.tasks, use=self.use, parent=self)
        self.practising.begin(self.services, failed)

    def set_mode(self, mode: Mode | None) -> None:
        """Light, dark, or as the system says."""
        self._mode = mode
        self._wear(Theme(mode or system_mode(), self.theme.text_size, self.theme.family))

    def set_text_size(self, size: int) -> None:
        """One of `TEXT_SIZES`."""
        remember(self.services, Preference.TEXT_SIZE, str(size))
        self._wear(Theme(self.theme.mode, size, self.theme.family))

    def use_system_font(self, is_wanted: bool) -> None:
        """The system's own typeface, or ours."""
        remember(self.services, Preference.FONT, SYSTEM_FONT if is_wanted else None)
        family = system_family() if is_wanted else self._shipped_family
        self._wear(Theme(self.theme.mode, self.theme.text_size, family))

    def _wear(self, theme: Theme) -> None:
        if theme != self.theme:
            self.theme = theme
            dress(application(), theme)
            self.window.text_size_changed()

    def _step_text_size(self, step: int) -> None:
        here = TEXT_SIZES.index(self.theme.text_size)
        there = 0 if step == 0 else min(max(here + step, 0), len(TEXT_SIZES) - 1)
        self.set_text_size(TEXT_SIZES[there])
        self.window.announce(f"Text size {TEXT_SIZES[there]} per cent")

    def _first_theme(self, text_size: int | None) -> Theme:
        stored = remembered(self.services, Preference.TEXT_SIZE) or ""
        size = text_size or (int(stored) if stored.isdigit() else 100)
        is_system = remembered(self.services, Preference.FONT) == SYSTEM_FONT
        return Theme(
            self._mode or system_mode(),
            size if size in TEXT_SIZES else 100,
            system_family() if is_system else self._shipped_family,
        )

    def _start(self) -> Step:
        road = remembered(self.services, Preference.ROAD)
        if road == "head":
            return route.REPORT
        computer = remembered(self.services, Preference.COMPUTER)
        if road != "staff" or computer not in (Computer.MINE, Computer.SCHOOLS):
            return route.FIRST
        session = self.navigator.open_session(Computer(computer))
        return session.carry_on() if session.progress.person is not None else route.HOME

    def _wire(self) -> None:
        window, navigator = self.window, self.navigator
        window.back_requested.connect(navigator.back)
        window.continue_requested.connect(navigator.go_on)
        window.leave_requested.connect(navigator.leave)
        window.who_to_tell_requested.connect(navigator.who_to_tell)
        window.help_requested.connect(navigator.help)
        window.text_size_step_requested.connect(self._step_text_size)
        window.closed.connect(self._close)
        navigator.font_requested.connect(self.use_system_font)
        navigator.renewed.connect(self.use)
        navigator.practice_requested.connect(self._practise)
        if OPENS_BY_EVENT:
            from nickaudit.ui.opened_files import Program

            if isinstance(program := application(), Program):
                program.file_opened.connect(self.open_school_file)
        application().styleHints().colorSchemeChanged.connect(self._system_mode_changed)

    def _system_mode_changed(self) -> None:
        if self._mode is None:
            self.set_mode(None)

    def _close(self) -> None:
        try:
            remember(self.services, Preference.WINDOW, self.window.size_text())
        except NickAuditError as error:  # a full disk: the size of the window is not worth a word
            logs.write("size_not_remembered", error=error)
        finally:
            self.tasks.close()
            self.garbage.stop()


def application() -> QApplication:
    """The one application object, made at first need."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    # Named here, as setStyle would hand back the style, and Qt's binding make all that belongs to it.
    arguments = [*sys.argv[:1], "-style", "Fusion"]
    if OPENS_BY_EVENT:
        from nickaudit.ui.opened_files import Program

        app = Program(arguments)
    else:
        app = QApplication(arguments)
    app.setApplicationName(ORGANISATION)
    install_roles()
    return app


def open_window(
    services: Services,
    *,
    mode: Mode | None = None,
    text_size: int | None = None,
    start: Step | None = None,
    school: str = "",
) -> OpenWindow:
    """Open the window; the caller keeps what is returned and runs the event loop."""
    application()
    opened = OpenWindow(services, mode=mode, text_size=text_size)
    opened.show(start, school=school)
    return opened


def run(services: Services, *, locking: Locking | None = None, school: Path | None = None) -> int:
    """Open the window and wait until it is closed, with a school file to look at first where one is given.

    A second start for the same home raises the first, hands it the file, and ends. The lock may be on its
    way already.

    Raises:
        SilentWindowError: the first does not answer.
    """
    from nickaudit.ui.single_instance import SingleInstance

    app = application()
    instance = SingleInstance(services.home, locking=locking, school=school)
    if not instance.is_first:
        if not instance.was_raised:
            raise SilentWindowError
        return 0
    sys.excepthook = LastResort().catch
    opened = open_window(services, school=_school_file(services, school))
    instance.raise_requested.connect(opened.window.bring_to_front)
    instance.file_opened.connect(opened.open_school_file)
    QTimer.singleShot(_LISTENS_AFTER_MS, instance, lambda: instance.listen())
    try:
        return app.exec()
    finally:
        instance.release()


def _school_file(services: Services, named: Path | None) -> str:
    """The school file to look at first: the one that was named, or one that came with the program."""
    if named is not None:
        return str(named)
    from nickaudit.services.offered_school import offered_at_start

    found = offered_at_start(services)
    return str(found) if found is not None else ""


def system_mode() -> Mode:
    """Light or dark, as the system says; light where it does not say."""
    is_dark = application().styleHints().colorScheme() is Qt.ColorScheme.Dark
    return Mode.DARK if is_dark else Mode.LIGHT


class LastResort:
    """Plain words instead of a traceback, for a fault that no page has caught."""

    def __init__(self) -> None:
        self._box: QMessageBox | None = None

    def catch(self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        """For `sys.excepthook`."""
        if issubclass(kind, KeyboardInterrupt):
            application().quit()
            return
        logs.write("unexpected_error", level=logs.ERROR, error=error.with_traceback(traceback))
        if self._box is not None and self._box.isVisible():
            return
        from PySide6.QtWidgets import QMessageBox

        # What is foreseen (a full disk, say) brings its own sentence; the rest has only this one.
        sentence = error.sentence if isinstance(error, NickAuditError) else LAST_RESORT
        self._box = QMessageBox(QMessageBox.Icon.NoIcon, LAST_RESORT_TITLE, sentence)
        self._box.setModal(True)
        self._box.show()
