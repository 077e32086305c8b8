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
from nickaudit.services.share_intake import ShareNotReadError
from nickaudit.services.sources import Source
from nickaudit.ui.page import Bar, BarLink, Page, PageContext
from nickaudit.ui.pages.reading.letter_boxes import LetterBoxes
from nickaudit.ui.pages.reading.reader import Came, Reader, Wish
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.drop_cover import DropCover, local_paths
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.folder_form import FILES
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.policy_notice import PolicyNotice
from nickaudit.ui.widgets.reading_strip import ReadingStrip
from nickaudit.ui.widgets.report_view import ReportView
from nickaudit.ui.widgets.report_words import (
    NOT_READ_YET,
    STILL_SHOWN,
    came_of_it,
    figure,
    how_fresh,
    schools,
)

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
        self.boxes = LetterBoxes(context.services, self)
        self.form = self.boxes.form
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
        self.strip = ReadingStrip()
        self.policy = PolicyNotice(lambda: self._go(StepKind.POLICY_REVIEW))
        self.view = ReportView(self.policy)
        self.main.addSpacing(4)
        for part in (self.trouble, self.strip, self.outcome, self.form, self.view, self.boxes.shown):
            self.main.addWidget(part)
        for part in (self.trouble, self.outcome):
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
        if self.boxes.every and self.reader.is_stale(report, self.boxes.every):
            self._read(self.boxes.every, Wish.AT_START)

    def look_again(self) -> None:
        """Read every remembered folder once more."""
        if self.boxes.every:
            self._read(self.boxes.every, Wish.AGAIN)
        else:
            self.trouble.hide()
            self.load()

    def read_files(self, paths: tuple[Path, ...]) -> None:
        """Read files and folders once. The first folder ever brought in is the school's."""
        self.boxes.bring(paths)

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
        self.other.clicked.connect(self.boxes.choose_first)
        self.strip.cancelled.connect(self._cancel)
        form.kept.connect(self._keep_folder)
        boxes = self.boxes
        boxes.read_requested.connect(self._read_chosen)
        boxes.files_chosen.connect(self._read_files)
        boxes.asked.connect(self._lead_to_form)
        boxes.left_out.connect(self.load)
        boxes.said.connect(self.announced)
        self.view.said.connect(self.announced)
        self.view.set_aside_requested.connect(lambda: self._go(StepKind.SET_ASIDE))
        self.view.confirm_requested.connect(lambda: self._go(StepKind.CONFIRM))
        clock = QTimer(self)
        clock.timeout.connect(self._show_bar)  # a new word for how long ago
        clock.start(_TICK_MS)

    def _read_chosen(self, source: Source, password: str) -> None:
        self._read((source,), Wish.FOLDER, password=password)

    def _read_files(self, paths: tuple[Path, ...]) -> None:
        if self.reader.read_files(paths):
            self._begin(Wish.FILES)

    def _read(self, every: tuple[Source, ...], wish: Wish, *, password: str = "") -> None:
        if self.reader.read(every, wish, password=password):
            self._begin(wish)

    def _begin(self, wish: Wish) -> None:
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

    def _came(self, came: Came) -> None:
        self.form.hide()
        self.form.forget_password()
        self._end_reading()
        self._show(came.report)
        if came.wish is Wish.FOLDER and self.boxes.every:
            remember(self._services, Preference.ROAD, _HEAD)
        result = came.round.result
        said = came_of_it(
            files=result.total,
            new=result.taken_in,
            set_aside=result.set_aside,
            is_anybody_known=bool(came.report.rows),
        )
        if came.wish is not Wish.AT_START or not result.total:
            self._say(said, Mood.SUCCESS if result.total else Mood.INFORMATION)
        self.announced.emit(f"{said} {self.heading}.")
        if came.round.failed:
            self._show_sentence(" ".join(f"{place}: {why}" for place, why in came.round.failed))

    def _failed(self, error: Exception) -> None:
        self._end_reading()
        if isinstance(error, FolderNotReadError | ShareNotReadError) and self.reader.wish is Wish.FOLDER:
            self.form.refuse(error.sentence, is_log_in=getattr(error, "is_log_in", False))
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
        self.kicker = f"{schools(report)} · as of {weekday_in_words(report.as_of)}"
        self.boxes.load(is_anything_known=bool(report.rows or report.set_aside))
        self._show_buttons()
        self.view.set_report(report)
        self._show_bar()

    def _show_buttons(self) -> None:
        self.other.set_words(OTHER_FOLDER if self.boxes.every else CHOOSE_FOLDER)
        self.beside.setVisible(self.form.isHidden())

    def _show_bar(self) -> None:
        read_at = self._report.read_at if self._report else None
        links = (BarLink(OWN_CHECK, self._own_check), BarLink(HELP, lambda: self._go(StepKind.HELP)))
        status = how_fresh(read_at, now=self._services.now(), is_folder=bool(self.boxes.every))
        again = (BarLink(LOOK_AGAIN, self.look_again),) if self.boxes.every else ()
        self.bar = Bar(PLACE, status, (*again, *links))
        self.changed.emit()

    def _show_trouble(self, error: Exception) -> None:
        sentence = error.sentence if isinstance(error, NickAuditError) else UNFORESEEN
        if not isinstance(error, NickAuditError):
            logs.write("unexpected_error", level=logging.ERROR, error=error)
        if self._report is not None and self._report.rows:
            sentence = f"{sentence} {STILL_SHOWN}"
        self._show_sentence(sentence)

    def _show_sentence(self, sentence: str) -> None:
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

    def _lead_to_form(self) -> None:
        self._show_buttons()
        self.form.field.edit.selectAll()
        self._lead_to(self.form.field.edit)

    def _keep_folder(self) -> None:
        self.form.hide()
        self._show_buttons()
        self.other.setFocus()

    def _go(self, kind: StepKind) -> None:
        self.step_requested.emit(Step(kind=kind))

    def _own_check(self) -> None:
        stored = remembered(self._services, Preference.COMPUTER)
        known = next((each for each in (Computer.MINE, Computer.SCHOOLS) if each.value == stored), None)
        if self.context.session is not None:
            known = self.context.session.computer
        elif known is not None:
            self.context.choose_computer(known)
        if not self.boxes.every:
            # Who never chose a folder came here by mistake; the next start leads to their own check.
            remember(self._services, Preference.ROAD, _STAFF)
        self.step_requested.emit(route.own_check(known))
