"""The certificate as a picture: what the page for printing says, in the colours of the window."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nickaudit.documents import qr
from nickaudit.documents.certificate_words import TITLE, words_of
from nickaudit.domain.certificate import WHAT_IT_IS_NOT, Verified
from nickaudit.domain.due_dates import in_words
from nickaudit.ui.widgets.card import Card, Rule
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.qr_code import QrCode
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel

_PADDING = 30


class CertificateCard(Card):
    """Name, sentence, policy and next day, what it is not, and its number with a code."""

    def __init__(self, verified: Verified, parent: QWidget | None = None) -> None:
        super().__init__(crowned=True, padding=_PADDING, parent=parent)
        claims = verified.claims
        words = words_of(claims)
        self.setAccessibleName(f"{TITLE} of {words.name}")
        column = self.column
        column.setContentsMargins(_PADDING, _PADDING + 4, _PADDING, _PADDING - 8)
        column.setSpacing(0)
        column.addWidget(TextLabel(words.school, Role.SIDE_MUTED))
        column.addSpacing(5)
        column.addWidget(TextLabel(TITLE, Role.TITLE))
        column.addSpacing(18)
        column.addWidget(TextLabel(words.name, Role.TITLE))
        column.addSpacing(6)
        sentence = words.sentence.replace(words.date, f"**{words.date}**")
        column.addWidget(TextLabel(sentence, Role.SIDE, marks=True))
        column.addSpacing(14)
        for label, value in (("Policy", claims.policy_title), ("Next check", in_words(claims.next_due))):
            column.addLayout(_row(label, value))
        column.addSpacing(12)
        column.addWidget(TextLabel(WHAT_IT_IS_NOT, Role.SIDE_MUTED))
        column.addSpacing(20)
        foot = FlowLayout(spacing=14)
        code = QrCode(
            qr.matrix(f"{claims.number} {verified.key}"),
            "Code with the number and the key's fingerprint",
            size=84,
        )
        foot.addWidget(code)
        foot.addWidget(TextLabel(f"Certificate {claims.number}", Role.SIDE_MUTED))
        column.addLayout(foot)


def _row(label: str, value: str) -> QVBoxLayout:
    row = Stack(spacing=5)
    row.setContentsMargins(0, 5, 0, 0)
    line = FlowLayout(pushes_right=True)
    line.addWidget(TextLabel(label, Role.SIDE))
    line.addWidget(TextLabel(value, Role.SIDE))
    row.addLayout(line)
    row.addWidget(Rule())
    return row
