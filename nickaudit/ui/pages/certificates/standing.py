"""How it stands with certificates that are not the main thing on a page: of other years, or still waiting."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from nickaudit.domain.delivery import Delivery, Issued, OutboxItem
from nickaudit.domain.due_dates import in_words
from nickaudit.domain.route import Step, StepKind
from nickaudit.services import delivery, receipts
from nickaudit.ui.messages import why_it_waits
from nickaudit.ui.pages.certificates.letting import TO_FOLDER, has_it
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.notice import Mood, Notice

if TYPE_CHECKING:
    import datetime as dt

    from nickaudit.services.audit_session import AuditSession

SEE = "See what you can do"
_LOOK_EVERY_MS = 2_000


def how_it_stands(session: AuditSession, issued: Issued, *, today: dt.date) -> str:
    """In a few words beside the certificate's number; nothing is said of what was never sent."""
    database = session.database
    received = receipts.receipt_of(database, issued.number)
    if received is not None:
        return has_it(received, today=today).rstrip(".")
    item = delivery.item_of(database, issued.number)
    if item is None or item.state is Delivery.NOT_SENT:
        return ""
    return "Sent" if item.state is Delivery.SENT else "Waiting to be sent"


def waiting_notice(
    item: OutboxItem, certificates: tuple[Issued, ...], go: Callable[[Step], None], session: AuditSession
) -> Notice:
    """That a certificate waits, why, and the way to its page; gone once it has been sent."""
    made = next((each for each in certificates if each.number == item.number), None)
    of = f" of {in_words(made.finished_on)}" if made else ""
    words = f"**Your certificate{of} is waiting to be sent to the school.** {why_it_waits(item)}"
    notice = Notice(words.strip(), Mood.WARNING)
    row = FlowLayout()
    link = LinkButton(SEE, name=f"{SEE}: certificate{of}")
    step = Step(kind=StepKind.HANDING_OVER, item=f"{TO_FOLDER} {item.number}")
    link.clicked.connect(lambda: go(step))
    row.addWidget(link)
    notice.column.addLayout(row)

    def look() -> None:
        now = delivery.item_of(session.database, item.number)
        if now is None or not now.state.is_waiting:
            timer.stop()
            notice.hide()

    timer = QTimer(notice)  # the quiet rounds may send it while the page is shown
    timer.setInterval(_LOOK_EVERY_MS)
    timer.timeout.connect(look)
    timer.start()
    return notice
