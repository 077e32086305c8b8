"""The person's certificates of other years, under a link that opens them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.delivery import Issued
from nickaudit.domain.due_dates import in_words
from nickaudit.ui.theme.tokens import SIDE_PX
from nickaudit.ui.widgets.disclosure import Disclosure
from nickaudit.ui.widgets.link_button import side_link

OTHER_YEARS = "Certificates from other years"
_INDENT = 22


class CertificateYears(Disclosure):
    """`chosen` is sent with the number. Two of one day are told apart by it."""

    chosen = Signal(str)

    def __init__(self, certificates: tuple[Issued, ...], parent: QWidget | None = None) -> None:
        super().__init__(OTHER_YEARS, size=SIDE_PX, parent=parent)
        self.column.setContentsMargins(_INDENT, 0, 0, 0)
        days = [each.finished_on for each in certificates]
        for each in certificates:
            words = in_words(each.finished_on)
            if days.count(each.finished_on) > 1:
                words = f"{words}, {each.number}"
            link = side_link(words, name=f"Certificate of {words}")
            link.clicked.connect(partial(self.chosen.emit, each.number))
            self.column.addWidget(link)
