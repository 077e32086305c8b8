"""One screen of a platform: the way there, and up to five lines, each with its own answer.

Every answer is stored in the handler of its click. Nothing on the page holds Continue up.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from nickaudit.domain import outcome
from nickaudit.domain.answers import Answer
from nickaudit.domain.how_sure import has_a_way, how_sure, moved_report
from nickaudit.domain.platforms import Device, Kind, Level, MenuPaths
from nickaudit.domain.policy import PolicyLine
from nickaudit.services import moved_menus
from nickaudit.services.preferences import Preference, remember, remembered
from nickaudit.ui.page import Page, PageContext
from nickaudit.ui.pages.reading.policy_reader import policy_reader
from nickaudit.ui.widgets.answer_words import DEVICES
from nickaudit.ui.widgets.button import Button
from nickaudit.ui.widgets.card import Card, Rule
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.how_sure import HowSureNote
from nickaudit.ui.widgets.policy_words import with_verb
from nickaudit.ui.widgets.sheet import sheet_of
from nickaudit.ui.widgets.step_words import listed
from nickaudit.ui.widgets.stop_line import StopLine
from nickaudit.ui.widgets.text import Role, TextLabel
from nickaudit.ui.widgets.where_card import Way, WhereCard

if TYPE_CHECKING:
    from nickaudit.domain.audit_plan import PlannedStop

ALL_DONE = "All of these are done"
WHY = "Why the school asks"
WHY_IT_HELPS = "Why it helps"
_GROUP_GAP = 14


class StopPage(Page):
    """The stop that `context.step` names, essential or more."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        session, step = context.session, context.step
        planned = session.plan.stop(step.account, step.item) if session else None
        if session is None or planned is None:
            raise LookupError(step.token)
        self._session, self._planned = session, planned
        self.heading = planned.stop.heading
        is_more = planned.stop.level is Level.MORE
        place = "another evening" if is_more else f"{planned.number} of {planned.of}"
        self.status = f"{planned.title} · {place}"
        self.kicker = self._whose()
        self._clock = QElapsedTimer()
        self._has_answered = False
        self.where: WhereCard | None = None
        self.sure: HowSureNote | None = None
        self._store = replace(context.services, private=self._session.database)
        self._add_way()
        self._add_lines()
        self._add_side()

    def load(self) -> None:
        """Show the answers given so far."""
        progress = self._session.progress
        for line in self.lines:
            settled = outcome.settled_by(progress, line.planned, self._planned) is not None
            line.show_answer(outcome.answer_to(progress, line.planned), settled=settled)

    def showEvent(self, event: QShowEvent) -> None:
        """From now on the time counts."""
        super().showEvent(event)
        if not self._clock.isValid():
            self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the time of a visit on which something was answered; a window put aside turns no page."""
        super().hideEvent(event)
        if event.spontaneous() or not self._clock.isValid():
            return
        seconds = self._clock.elapsed() / 1000
        self._clock.invalidate()
        if self._has_answered:
            self._has_answered = False
            self._session.spent(seconds)

    def _whose(self) -> str:
        planned = self._planned
        if planned.used_by:
            once = "Asked once, for" if len(planned.used_by) > 1 else "For"
            return f"{once} {listed(planned.used_by)}"
        return planned.title if planned.title != planned.platform.name else ""

    def _add_way(self) -> None:
        stop = self._planned.stop
        if not (stop.steps or stop.link or stop.paths != MenuPaths()):
            return
        is_listing = self._planned.platform.kind is Kind.LISTING
        way = Way(self._planned.name, stop.paths, stop.steps, stop.link, stop.link_kind, is_listing)
        device = remembered(self._store, Preference.DEVICE) or ""
        box = self.main_box
        self.where = WhereCard(way, device=device, opens=self._session.computer.opens_accounts, parent=box)
        self.where.device_chosen.connect(lambda chosen: remember(self._store, Preference.DEVICE, chosen))
        self.where.said.connect(self.announced)
        self.main.addWidget(self.where)

    def _add_lines(self) -> None:
        card = Card(parent=self.main_box)
        last_year = self._session.last_year
        self.lines = [
            StopLine(
                check,
                exception_words=self._session.content.policy.exception_words,
                lead=self._session.content.policy.lead,
                last_year=outcome.answer_to(last_year, check) if last_year else None,
                parent=card,
            )
            for check in self._planned.checks
        ]
        for number, line in enumerate(self.lines):
            if number:
                card.column.addWidget(Rule(card))
            card.column.addWidget(line)
            line.answered.connect(lambda answer, line=line: self._answer(line, answer))
            line.said.connect(self.announced)
            line.not_found.connect(self._not_found)
        if len(self.lines) > 1:
            row = FlowLayout()
            self._all_done = Button(ALL_DONE, icon="check-check", parent=card)
            self._all_done.clicked.connect(self._answer_all)
            row.addWidget(self._all_done)
            card.column.addLayout(row)
        self.main.addWidget(card)

    def _answer(self, line: StopLine, answer: Answer | None) -> None:
        try:
            self._session.answer(line.planned.account, line.planned.check.id, answer)
        finally:
            self.load()  # what is stored, also where storing failed
        self._has_answered = True
        self.saved.emit()
        if answer is not None and (effect := line.spoken_effect(answer)):
            self.announced.emit(effect)
            QTimer.singleShot(0, line, lambda: self._bring_into_view(line))  # once it is laid out

    def _bring_into_view(self, part: QWidget) -> None:
        sheet = sheet_of(self)
        if sheet is not None:
            sheet.bring_into_view(part)

    def _answer_all(self) -> None:
        try:
            self._session.answer_all(self._planned, Answer.DONE)
        finally:
            self.load()
        self._has_answered = True
        self.saved.emit()
        # The lines above have grown, each by the link that takes its answer back.
        QTimer.singleShot(0, self._all_done, lambda: self._bring_into_view(self._all_done))

    def _add_side(self) -> None:
        stop, lines = self._planned.stop, self._policy_lines()
        whys = (stop.why,) if stop.why else tuple(dict.fromkeys(line.why for line in lines if line.why))
        strengths = [line.strength for line in lines]
        self._add_note(WHY if lines else WHY_IT_HELPS, *(with_verb(why, strengths) for why in whys))
        if lines:
            read = policy_reader(self.context, lines)
            read.opened.connect(self.announced)
            self.aside.addWidget(read)
        self._add_note("Good to know", stop.good_to_know)
        self._add_how_sure()

    def _policy_lines(self) -> tuple[PolicyLine, ...]:
        return tuple({line.id: line for check in self._planned.checks for line in check.lines}.values())

    def _add_note(self, heading: str, *texts: str) -> None:
        if not any(texts):
            return
        if self.aside.count():
            self.aside.addSpacing(_GROUP_GAP)
        self.aside.addWidget(Heading(heading, 4, parent=self.side_box))
        for text in texts:
            self.aside.addWidget(TextLabel(text, Role.SIDE, marks=True, parent=self.side_box))

    def _not_found(self) -> None:
        if self.sure is not None:
            self.sure.tell()

    def _add_how_sure(self) -> None:
        sure = how_sure(self._planned, today=self.context.today())
        if not (has_a_way(self._planned) or sure.month or sure.unchecked):
            return
        stop, session = self._planned.stop.id, self._session
        self.sure = HowSureNote(
            sure,
            # Not a method of the page: note and page would hold each other.
            report=partial(_report, self._planned, self.where, self._session.content.pack),
            noted_on=moved_menus.noted_on(session, stop),
            is_kept=session.keeps_answers,
            parent=self.side_box,
        )
        self.sure.not_found.connect(
            lambda: moved_menus.note(session, stop, device=self._device(), today=self.context.today())
        )
        self.sure.found.connect(lambda: moved_menus.take_back(session, stop))
        self.sure.said.connect(self.announced)
        self.aside.addSpacing(_GROUP_GAP)
        self.aside.addWidget(self.sure)

    def _device(self) -> str:
        return _device_of(self.where)


def _device_of(where: WhereCard | None) -> str:
    return where.shown_device if where is not None else ""


def _report(planned: PlannedStop, where: WhereCard | None, pack: str) -> str:
    shown = _device_of(where)
    device = Device(shown) if shown else None
    return moved_report(planned, device=device, pack=pack, device_words=DEVICES[device] if device else "")
