"""Who has finished: a figure, a bar and a table, read from the school's folder or from files dragged in."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from nickaudit import logs
from nickaudit.domain import route
from nickaudit.domain.answers import Computer
from nickaudit.domain.due_dates import weekday_in_words
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.route import Step, StepKind
from nickaudit.domain.status import Report
from nickaudit.services.look import FolderNotReadError
from nickaudit.services.preferences import Preference, remember, remembered
from nickaudit.ui.page import Bar, BarLink, Page, PageContext
from nickaudit.ui.pages.reading.reader import Came, Reader, Wish
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.drop_cover import DropCover, local_paths
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.folder_form import FILES, FolderForm
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.policy_notice import PolicyNotice
from nickaudit.ui.widgets.reading_strip import ReadingStrip
from nickaudit.ui.widgets.report_view import ReportView
from nickaudit.ui.widgets.report_words import NOT_READ_YET, STILL_SHOWN, ago, came_of_it, figure
from nickaudit.ui.widgets.text import Role, TextLabel

PLACE = "School reports"
LOOK_AGAIN, OWN_CHECK, HELP = "Look again", "My own check", "Help"
CHOOSE_FOLDER, OTHER_FOLDER = "Choose a folder…", "Another folder…"
TRY_AGAIN = "Try again"
STOPPED = "Stopped. What was read so far is kept. The next look reads the rest."
UNFORESEEN = "The files could not be read. Nothing is lost. Try again, or start the program again."
_STAFF, _HEAD = "staff", "head"
_SOON_MS = 300
_TICK_MS = 30_000


class ReportPage(Page):
    """Shows what is known at once, and reads on meanwhile."""

    heading = NOT_READ_YET
    footer = None
    has_back = False
    column = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._services = context.services
        self._folder = remembered(context.services, Preference.REPORT_FOLDER) or ""
        self._report: Report | None = None
        self.reader = Reader(context, self)
        self.setAcceptDrops(True)
        self._cover = DropCover(self)
        self.files, self.other = Button(FILES), Button(OTHER_FOLDER)
        self.beside = QWidget()
        both = FlowLayout(self.beside)
        both.addWidget(self.files)
        both.addWidget(self.other)
        self.beside_heading(self.beside)
        self.trouble, self.outcome = Notice("", Mood.ERROR), Notice("", Mood.SUCCESS)
        again, row = Button(TRY_AGAIN, Kind.SMALL), FlowLayout()
        again.clicked.connect(self.look_again)
        row.addWidget(again)
        self.trouble.column.addLayout(row)
        self.strip, self.form = ReadingStrip(), FolderForm()
        self.policy = PolicyNotice(lambda: self._go(StepKind.POLICY_REVIEW))
        self.view = ReportView(self.policy)
        self.source = TextLabel("", Role.SIDE_MUTED)
        self.main.addSpacing(4)
        for part in (self.trouble, self.strip, self.outcome, self.form, self.view, self.source):
            self.main.addWidget(part)
        for part in (self.trouble, self.outcome, self.form):
            part.hide()
        self._wire()

    def load(self) -> None:
        """Show what was read last; then read again, once a window and after a while."""
        self.policy.set_policy(self._services.content.policy, today=self.context.today())
        self._show_bar()
        report = self._current()
        if report is None:
            return
        self._show(report)
        if self._folder and self.reader.is_stale(report, self._folder):
            self._read((Path(self._folder),), Wish.AT_START)

    def look_again(self) -> None:
        """Read the remembered folder once more."""
        if self._folder:
            self._read((Path(self._folder),), Wish.AGAIN)
        else:
            self.trouble.hide()
            self.load()

    def read_files(self, paths: tuple[Path, ...]) -> None:
        """Read files and folders once. The first folder ever brought in is the school's."""
        is_first = len(paths) == 1 and not self._folder and paths[0].is_dir()
        self._read(paths, Wish.FOLDER if is_first else Wish.FILES)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be let go anywhere on the page, unless it is reading."""
        if not self.reader.is_reading and local_paths(event.mimeData()):
            event.acceptProposedAction()
            self._cover.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went away again."""
        self._cover.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was let go."""
        self._cover.hide()
        event.acceptProposedAction()
        self.read_files(tuple(map(Path, local_paths(event.mimeData()))))

    def _wire(self) -> None:
        reader, form = self.reader, self.form
        reader.progressed.connect(self._progress)
        reader.came.connect(self._came)
        reader.failed.connect(self._failed)
        reader.stopped.connect(self._show)
        self.files.clicked.connect(form.browse_files)
        self.other.clicked.connect(self._choose_folder)
        self.strip.cancelled.connect(self._cancel)
        form.chosen.connect(lambda folder: self._read((folder,), Wish.FOLDER))
        form.files_chosen.connect(self.read_files)
        form.kept.connect(self._keep_folder)
        form.said.connect(self.announced)
        self.view.said.connect(self.announced)
        self.view.set_aside_requested.connect(lambda: self._go(StepKind.SET_ASIDE))
        clock = QTimer(self)
        clock.timeout.connect(self._tick)
        clock.start(_TICK_MS)

    def _read(self, where: tuple[Path, ...], wish: Wish) -> None:
        if not self.reader.read(where, wish):
            return
        self.trouble.hide()
        self.outcome.hide()
        self.strip.begin()
        if wish is Wish.AT_START:
            # What takes no time needs no bar that comes and goes.
            QTimer.singleShot(_SOON_MS, self, self._show_strip)
        else:
            self._show_strip()
            self._lead_to(self.strip.button)

    def _show_strip(self) -> None:
        self.strip.setVisible(self.reader.is_reading)

    def _lead_to(self, control: QWidget) -> None:
        """From the top of the page, and once what was just shown has its place: the window scrolls along."""
        self.heading_label.setFocus()
        QTimer.singleShot(0, self, lambda: control.setFocus() if control.isVisible() else None)

    def _progress(self, done: int, total: int) -> None:
        self.strip.show_progress(done, total)
        self._remember_chosen()

    def _came(self, came: Came) -> None:
        self._remember_chosen()
        self.form.hide()
        self._end_reading()
        self._show(came.report)
        result = came.result
        said = came_of_it(
            files=result.total,
            new=result.taken_in,
            set_aside=result.set_aside,
            is_anybody_known=bool(came.report.rows),
        )
        if came.wish is not Wish.AT_START or not result.total:
            self._say(said, Mood.SUCCESS if result.total else Mood.INFORMATION)
        self.announced.emit(f"{said} {self.heading}.")

    def _failed(self, error: Exception) -> None:
        self._end_reading()
        if isinstance(error, FolderNotReadError) and self.reader.wish is Wish.FOLDER:
            self.form.refuse(error.sentence)
            self._show_buttons()
            return
        if (report := self._current()) is not None:
            self._show(report)
            self._show_trouble(error)

    def _cancel(self) -> None:
        self.reader.cancel()
        self.form.hide()
        self._end_reading()
        self._say(STOPPED, Mood.INFORMATION)
        self.announced.emit(STOPPED)

    def _end_reading(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or self.strip.isAncestorOf(focus):
            self.heading_label.setFocus()
        self.strip.hide()

    def _show(self, report: Report) -> None:
        self._report = report
        self.heading = figure(report)
        self.kicker = f"{report.school} · as of {weekday_in_words(report.as_of)}"
        if not (self._folder or report.rows or report.set_aside) and self.form.isHidden():
            self.form.ask("", may_keep=False)
        self._show_buttons()
        self.view.set_report(report)
        self.source.setText(f"Read from {self._folder}" if self._folder else "")
        self.source.setVisible(bool(self._folder))
        self._show_bar()

    def _show_buttons(self) -> None:
        self.other.set_words(OTHER_FOLDER if self._folder else CHOOSE_FOLDER)
        self.beside.setVisible(self.form.isHidden())

    def _show_bar(self) -> None:
        read_at = self._report.read_at if self._report else None
        links = (BarLink(OWN_CHECK, self._own_check), BarLink(HELP, self._help))
        status = (
            _how_fresh(ago(read_at, now=self._services.now()), is_folder=bool(self._folder))
            if read_at
            else ""
        )
        again = (BarLink(LOOK_AGAIN, self.look_again),) if self._folder else ()
        self.bar = Bar(PLACE, status, (*again, *links))
        self.changed.emit()

    def _show_trouble(self, error: Exception) -> None:
        sentence = error.sentence if isinstance(error, NickAuditError) else UNFORESEEN
        if not isinstance(error, NickAuditError):
            logs.write("unexpected_error", level=logging.ERROR, error=error)
        if self._report is not None and self._report.rows:
            sentence = f"{sentence} {STILL_SHOWN}"
        self.trouble.set_text(sentence)
        self.trouble.show()
        self.announced.emit(sentence)

    def _say(self, words: str, mood: Mood) -> None:
        self.outcome.set_text(words, mood)
        self.outcome.show()

    def _current(self) -> Report | None:
        try:
            return self.reader.current()
        except NickAuditError as error:
            self._show_trouble(error)
            return None

    def _remember_chosen(self) -> None:
        """A folder is remembered once it could be listed, not before."""
        folder = str(self.reader.where[0])
        if self.reader.wish is Wish.FOLDER and folder != self._folder and Path(folder).is_dir():
            self._folder = folder
            remember(self._services, Preference.REPORT_FOLDER, folder)
            remember(self._services, Preference.ROAD, _HEAD)

    def _choose_folder(self) -> None:
        self.form.ask(self._folder, may_keep=True)
        self._show_buttons()
        self.form.field.edit.selectAll()
        self._lead_to(self.form.field.edit)

    def _keep_folder(self) -> None:
        self.form.hide()
        self._show_buttons()
        self.other.setFocus()

    def _tick(self) -> None:
        """A new word for how long ago."""
        self._show_bar()

    def _go(self, kind: StepKind) -> None:
        self.step_requested.emit(Step(kind=kind))

    def _help(self) -> None:
        self._go(StepKind.HELP)

    def _own_check(self) -> None:
        stored = remembered(self._services, Preference.COMPUTER)
        known = next((each for each in (Computer.MINE, Computer.SCHOOLS) if each.value == stored), None)
        if self.context.session is not None:
            known = self.context.session.computer
        elif known is not None:
            self.context.choose_computer(known)
        if not self._folder:
            # Who never chose a folder came here by mistake; the next start leads to their own check.
            remember(self._services, Preference.ROAD, _STAFF)
        self.step_requested.emit(route.own_check(known))


def _how_fresh(ago_in_words: str, *, is_folder: bool) -> str:
    return f"Read from the folder {ago_in_words}" if is_folder else f"Last read {ago_in_words}"
