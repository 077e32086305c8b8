"""Handing a certificate over: to the letter box, by e-mail, by hand. Nothing goes that is not shown."""

from __future__ import annotations

from nickaudit.domain.delivery import Sealed
from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.route import CERTIFICATE, REVIEW, Step, StepKind
from nickaudit.domain.taken_in import is_practice
from nickaudit.services import delivery, own_certificates
from nickaudit.services.own_certificates import OwnCertificate
from nickaudit.services.sealing import sealed_form, sealing_of
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.certificates.base import OPENING, OwnCertificatePage
from nickaudit.ui.pages.certificates.by_email import ByEmail
from nickaudit.ui.pages.certificates.by_hand import ByHand
from nickaudit.ui.pages.certificates.letting import (
    BY_EMAIL,
    BY_HAND,
    EVERYTHING,
    TO_FOLDER,
    TO_SERVER,
    WAYS,
    ways,
)
from nickaudit.ui.pages.certificates.readers import SEALED, can_be_read_by
from nickaudit.ui.pages.certificates.to_folder import ToFolder
from nickaudit.ui.widgets.button import Button
from nickaudit.ui.widgets.card import Card
from nickaudit.ui.widgets.file_contents import FileContents
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.link_button import LinkButton, side_link
from nickaudit.ui.widgets.notice import Notice
from nickaudit.ui.widgets.text import Role, TextLabel

HEADINGS = {
    TO_FOLDER: "Put it in the school's folder",
    BY_EMAIL: "E-mail it to the school",
    BY_HAND: "Hand it in yourself",
}
NONE_YET = "There is no certificate yet. Check your answers first."
CHECK_ANSWERS = "Check your answers"
TO_CERTIFICATE = "Back to your certificate"
IN_PRACTICE = "**This is practice, so nothing is sent.** Below is what would go if it were not."
OTHER_WAYS = "Another way"
NOT_NOW = "You can also leave it for another day. Nothing is sent without you."


class HandingOverPage(OwnCertificatePage):
    """The step's item is the way, and after a blank the number of an older certificate."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        way, _, number = context.step.item.partition(" ")
        self._way = way if way in WAYS else TO_FOLDER
        self._number = CertificateNumber(number)
        self._ways = ways(context.services)
        is_server = self._way == TO_FOLDER and self._ways[TO_FOLDER] == TO_SERVER
        self.heading = TO_SERVER if is_server else HEADINGS[self._way]
        self._sealed: Sealed | None = None

    def load(self) -> None:
        """Take the certificate up, and show the way."""
        there = own_certificates.current(self.session)
        number = self._number or (there.number if there else None)
        if number is None:
            self._show_none()
            return
        self._fill_aside()
        self.open_certificate(number)

    def open_certificate(self, number: CertificateNumber) -> None:
        """Take it up, and where there is a school file seal those very bytes: what is shown is what goes."""
        database, sealing = self.session.database, sealing_of(self.context.services)

        def take_up() -> tuple[OwnCertificate, Sealed | None]:
            own = own_certificates.take_up(database, number)
            if sealing is None:
                return own, None
            return own, sealed_form(database, number, signed=own.signed, sealing=sealing)

        self.work(OPENING, take_up, self._was_sealed)

    def _was_sealed(self, opened: tuple[OwnCertificate, Sealed | None]) -> None:
        self.own, self._sealed = opened
        self.show_certificate(self.own)

    def show_certificate(self, own: OwnCertificate) -> None:
        """The way, then everything that goes."""
        if self._sealed is not None:
            self.main.addWidget(TextLabel(self._who_reads(self._sealed), marks=True))
        if is_practice(own.verified.claims):
            self.main.addWidget(Notice(IN_PRACTICE))
        else:
            way = self._part(own)
            way.said.connect(self.announced)
            self.main.addWidget(way)
        self.main.addSpacing(8)
        self.main.addWidget(Heading("What goes"))
        card = Card()
        card.column.addWidget(TextLabel(f"**{EVERYTHING}**", marks=True))
        sealed_for = self._sealed.sealed_for if self._sealed else ()
        card.column.addWidget(FileContents(own.verified, sealed_for=sealed_for))
        self.main.addWidget(card)
        row = FlowLayout()
        back = LinkButton(TO_CERTIFICATE)
        step = Step(kind=StepKind.CERTIFICATE, item=self._number) if self._number else CERTIFICATE
        back.clicked.connect(lambda: self.step_requested.emit(step))
        row.addWidget(back)
        self.main.addLayout(row)

    def _part(self, own: OwnCertificate) -> ToFolder | ByEmail | ByHand:
        if self._way == BY_EMAIL:
            return ByEmail(self.context, own, self._sealed)
        if self._way == BY_HAND:
            return ByHand(own, self._sealed, self.context.tasks)
        return ToFolder(self.context, own)

    def _who_reads(self, sealed: Sealed) -> str:
        """What is on its way already goes as it was sealed, for the readers of that day."""
        item = delivery.item_of(self.session.database, self.own.issued.number) if self.own else None
        if self._way == TO_FOLDER and item is not None and item.sealed is not None and item.tries:
            sealed = item.sealed
        return f"{SEALED} {can_be_read_by(sealed.readers)}"

    def _fill_aside(self) -> None:
        self.aside.addWidget(Heading(OTHER_WAYS, 4))
        for way, words in self._ways.items():
            if way == self._way:
                continue
            link = side_link(words)
            item = f"{way} {self._number}".strip()
            link.clicked.connect(
                lambda _checked=False, item=item: self.step_requested.emit(
                    Step(kind=StepKind.HANDING_OVER, item=item)
                )
            )
            self.aside.addWidget(link)
        self.aside.addWidget(TextLabel(NOT_NOW, Role.SIDE_MUTED))

    def _show_none(self) -> None:
        self.main.addWidget(TextLabel(NONE_YET, Role.MUTED))
        row = FlowLayout()
        button = Button(CHECK_ANSWERS)
        button.clicked.connect(lambda: self.step_requested.emit(REVIEW))
        row.addWidget(button)
        self.main.addLayout(row)
