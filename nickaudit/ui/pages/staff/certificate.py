"""The certificate: made when the check is finished, then kept, handed on, or left for another day."""

from __future__ import annotations

from typing import ClassVar

from nickaudit.domain import outcome, route
from nickaudit.domain.certificate import KeyPlace
from nickaudit.domain.delivery import Delivery, Issued, OutboxItem
from nickaudit.domain.due_dates import in_words
from nickaudit.domain.extras import number_of_more
from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.route import CERTIFICATE, MORE, Step, StepKind
from nickaudit.services import certificate_issue, delivery, own_certificates, receipts
from nickaudit.services.own_certificates import OwnCertificate
from nickaudit.ui.messages import KEY_PLACES
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.certificates.answers import NOT_KEPT, STOP, YourAnswers
from nickaudit.ui.pages.certificates.base import OwnCertificatePage, day_in_words
from nickaudit.ui.pages.certificates.keeping import KeepYours
from nickaudit.ui.pages.certificates.letting import LetTheSchoolHaveIt, has_it
from nickaudit.ui.pages.certificates.standing import how_it_stands
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.certificate_card import CertificateCard
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.task_list import Task, TaskList
from nickaudit.ui.widgets.text import Role, TextLabel

FINISHED = "You have finished"
NOT_YET = "You have not finished yet"
WHEN = "Your certificate is made when nothing is open any more."
MAKING = "Making your certificate…"
READY = "Your certificate is ready."
NOTHING_SENT = "Nothing has been sent to anyone."
WAITS = "It is waiting to be sent to the school."
IN_FOLDER, ON_SERVER = "The school's folder has it.", "The school's server has it."
CHECK_ANSWERS = "Check your answers"
MAKE_NEW = "Make a new certificate"
CHANGED = "You have changed an answer since this certificate was made. The certificate still holds."
CHANGED_AND_OPEN = f"{CHANGED} Something is open again. You can make a new one when that is done."
OTHERS = "Your other certificates"
OLDER = "This certificate is from an earlier check. It stays as it is."
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


class CertificatePage(OwnCertificatePage):
    """This check's certificate, or the one whose number is the step's item."""

    heading = FINISHED
    side_width: ClassVar[int] = 350

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._asked_for = CertificateNumber(context.step.item)
        self._lead = TextLabel("", Role.MUTED)
        self._lead.hide()
        self.main.addWidget(self._lead)
        self._new: Notice | None = None

    def load(self) -> None:
        """Show the certificate; make it first where there is none yet and nothing is open."""
        there = own_certificates.current(self.session)
        if self._asked_for and (there is None or there.number != self._asked_for):
            self._open_older(self._asked_for)
        elif there is not None:
            self.aside.setSpacing(12)
            self.open_certificate(there.number)
        elif self.session.is_finished:
            self.aside.setSpacing(12)
            self._make()
        else:
            self._show_open()

    def show_certificate(self, own: OwnCertificate) -> None:
        """Everything there is to do with it."""
        is_current = not self._is_older()
        item = delivery.item_of(self.session.database, own.issued.number)
        self._lead.setText(self._how_it_stands(item, is_current=is_current))
        self._lead.show()
        if is_current:
            self._offer_new()
        self._add_part("Keep your certificate")
        keep = KeepYours(own, self.context.tasks)
        keep.said.connect(self.announced)
        self.main.addWidget(keep)
        self._add_part("Let the school have it")
        database, number = self.session.database, own.issued.number
        let = LetTheSchoolHaveIt(
            own,
            item,
            services=self.context.services,
            keeps=self.session.keeps_answers,
            received=receipts.receipt_of(database, number),
            look=lambda: (delivery.item_of(database, number), receipts.receipt_of(database, number)),
        )
        let.stands.connect(lambda now: self._lead.setText(self._how_it_stands(now, is_current=is_current)))
        let.way_chosen.connect(self._hand_over)
        let.said.connect(self.announced)
        self.main.addWidget(let)
        if is_current:
            self._add_answers()
        self._add_others(but=own.issued.number)
        self.aside.addWidget(CertificateCard(own.verified))
        self._add_key_place()

    def _make(self) -> None:
        services, session = self.context.services, self.session
        self.work(
            MAKING,
            lambda: own_certificates.take_up(session.database, own_certificates.make(services, session)),
            self._made,
        )

    def _made(self, own: OwnCertificate) -> None:
        self.own = own
        self.show_certificate(own)
        self.announced.emit(READY)

    def _open_older(self, number: CertificateNumber) -> None:
        found = next((each for each in self._all() if each.number == number), None)
        self.heading = f"Your certificate of {in_words(found.finished_on)}" if found else "Your certificate"
        self.aside.setSpacing(12)
        self.open_certificate(number)

    def _show_open(self) -> None:
        """Not finished: what is open, and the way there."""
        self.heading = NOT_YET
        plan, progress = self.session.plan, self.session.progress
        still = _open_things(
            plan_stops=len(outcome.open_stops(plan, progress)),
            pages=len(outcome.open_statements(plan, progress)),
        )
        self.main.addWidget(TextLabel(f"{WHEN} {still}".strip(), Role.MUTED))
        row = FlowLayout()
        button = Button(CHECK_ANSWERS, icon="arrow-right", trailing=True)
        button.clicked.connect(lambda: self.step_requested.emit(route.REVIEW))
        row.addWidget(button)
        self.main.addSpacing(6)
        self.main.addLayout(row)
        self._add_others(but=None)

    def _how_it_stands(self, item: OutboxItem | None, *, is_current: bool) -> str:
        sent = self._how_sent(item)
        if not is_current:
            return f"{OLDER} {sent}"
        progress = self.session.progress
        left = len(outcome.left_for_later(self.session.plan, progress))
        if not left:
            return sent
        count = _NUMBERS[left] if left < len(_NUMBERS) else str(left)
        things = f"{count} thing is" if left == 1 else f"{count} things are"
        day = day_in_words(progress.later_by, today=self.context.today()) if progress.later_by else "later"
        return f"{sent} {things} left for {day}; only you can see {'it' if left == 1 else 'them'}."

    def _how_sent(self, item: OutboxItem | None) -> str:
        if item is None or item.state is Delivery.NOT_SENT:
            return NOTHING_SENT
        if item.state is not Delivery.SENT:
            return WAITS if self.session.keeps_answers else NOTHING_SENT
        received = receipts.receipt_of(self.session.database, item.number)
        if received is not None:
            return has_it(received, today=self.context.today())
        return ON_SERVER if item.address.is_direct else IN_FOLDER

    def _offer_new(self) -> None:
        if not own_certificates.has_changed_since(self.session):
            return
        may_make = self.session.is_finished
        notice = Notice(CHANGED if may_make else CHANGED_AND_OPEN, Mood.INFORMATION)
        row = FlowLayout()
        button = Button(MAKE_NEW if may_make else CHECK_ANSWERS, Kind.SMALL)
        button.clicked.connect(self._make_new if may_make else lambda: self.step_requested.emit(route.REVIEW))
        row.addWidget(button)
        notice.column.addLayout(row)
        self.main.addWidget(notice)
        self._new = notice

    def _make_new(self) -> None:
        own = self.own
        if own is None:
            return
        services, session, number = self.context.services, self.session, own.issued.number
        self.heading_label.setFocus()
        self.work(
            MAKING,
            lambda: own_certificates.make(services, session, instead_of=number),
            lambda _number: self.step_requested.emit(CERTIFICATE),
        )

    def _add_part(self, words: str) -> Heading:
        self.main.addSpacing(8)
        heading = Heading(words)
        self.main.addWidget(heading)
        return heading

    def _add_answers(self) -> None:
        heading = self._add_part("Your answers")
        session = self.session
        count = number_of_more(session.plan, session.content, session.progress.accounts)
        more = LinkButton(f"{count} more things you can do, another evening")
        more.clicked.connect(lambda: self.step_requested.emit(MORE))
        if not self.session.keeps_answers:
            self.main.addWidget(TextLabel(NOT_KEPT))
            row = FlowLayout(spacing=9)
            stop = Button(STOP, Kind.SMALL)
            stop.clicked.connect(self.leave_requested)
            for each in (stop, more):
                row.addWidget(each)
            self.main.addLayout(row)
            return
        if own_certificates.current(self.session) is not None and self.session.finished_on is None:
            heading.hide()  # forgotten before: there is nothing left to choose about
            return
        answers = YourAnswers(self.session, self.context.tasks, more)
        answers.said.connect(self.announced)
        answers.forgotten.connect(lambda: self._were_forgotten(heading, more))
        self.main.addWidget(answers)

    def _were_forgotten(self, heading: Heading, more: LinkButton) -> None:
        own = self.own
        if own is None:
            return
        item = delivery.item_of(self.session.database, own.issued.number)
        self._lead.setText(self._how_it_stands(item, is_current=True))
        for each in (self._new, more):
            if each is not None:
                each.hide()
        heading.setFocus()

    def _add_others(self, *, but: CertificateNumber | None) -> None:
        others = [each for each in self._all() if each.number != but]
        if not others or not self.session.keeps_answers:
            return
        self._add_part(OTHERS)
        rows = TaskList(tuple(self._row(each) for each in others))
        rows.chosen.connect(self.step_requested)
        self.main.addWidget(rows)

    def _row(self, issued: Issued) -> Task:
        stands = how_it_stands(self.session, issued, today=self.context.today())
        end = f". {stands}" if stands else ""
        return Task(
            Step(kind=StepKind.CERTIFICATE, item=issued.number),
            in_words(issued.finished_on),
            note=f"certificate {issued.number}{end}",
            name=f"Certificate {issued.number} of {in_words(issued.finished_on)}{end}",
        )

    def _add_key_place(self) -> None:
        label = TextLabel("", Role.SIDE_MUTED)
        label.hide()
        self.aside.addWidget(label)

        def show(place: KeyPlace) -> None:
            label.setText(KEY_PLACES[place])
            label.show()

        home = self.context.services.home if self.session.keeps_answers else None
        self.context.tasks.run(
            lambda _job: certificate_issue.key_place(home),
            done=show,
            failed=lambda _error: None,  # then the page says nothing of it
            owner=label,
        )

    def _hand_over(self, way: str) -> None:
        item = f"{way} {self.own.issued.number}" if self.own and self._is_older() else way
        self.step_requested.emit(Step(kind=StepKind.HANDING_OVER, item=item))

    def _is_older(self) -> bool:
        there = own_certificates.current(self.session)
        return bool(self._asked_for) and (there is None or there.number != self._asked_for)

    def _all(self) -> tuple[Issued, ...]:
        return own_certificates.listed(self.session.database)


def _open_things(*, plan_stops: int, pages: int) -> str:
    """What is still open, such as `3 stops and 1 page of the policy are still open`."""
    parts = [
        f"{count} {one if count == 1 else many}"
        for count, one, many in (
            (plan_stops, "stop", "stops"),
            (pages, "page of the policy", "pages of the policy"),
        )
        if count
    ]
    verb = "is" if plan_stops + pages == 1 else "are"
    return f"{' and '.join(parts)} {verb} still open." if parts else ""
